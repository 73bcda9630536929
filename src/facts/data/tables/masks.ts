/** Truths about rows: which of them are empty, repeated, too large. Summed up, they are a count and no statistic. */

import type { Value } from '../../../program/file.ts';
import { calleeParts, lastName, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';

const COMPARES = new Set([
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'is',
  'is not',
  'not',
  '!',
  '===',
  '!==',
]);
const JOINS = new Set(['~', '&', '|', 'and', 'or', '&&', '||', '^']);
/** Methods that answer for each row or cell whether something holds. */
const ASKS = new Set(
  `isna isnull notna notnull is_null is_not_null is_nan isin is_in between duplicated is_duplicated is_unique isnan isinf
   isfinite contains startswith endswith fullmatch isdigit isnumeric eq ne lt gt le ge null_count n_unique nunique has_nulls
   isNa`.split(/\s+/),
);
/** What makes one figure of many truths, or hands them on as they are. */
const ADDS_UP = new Set([
  'sum',
  'mean',
  'any',
  'all',
  'count_nonzero',
  'astype',
  'int',
  'float',
  'round',
  'to_dict',
]);
const MAX_DEPTH = 5;

/** Whether a value is a truth per row, or a figure made of such alone. */
export function isMask(program: Program, value: Value, site: Site, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (part: Value): boolean => isMask(program, part, site, depth + 1);
  switch (value.kind) {
    case 'operation': {
      const [first] = value.operands;
      if (COMPARES.has(value.operator)) return true;
      if (value.operator === 'comprehension')
        return first !== undefined && (first.kind === 'literal' || inner(first));
      return JOINS.has(value.operator) && value.operands.some(inner);
    }
    case 'index':
      return inner(value.of);
    case 'call':
      return countsMask(program, program.callOf(site.file, value.call), depth);
    case 'name':
      return (
        !value.name.includes('.') &&
        program
          .assignmentsTo(value.name, site)
          .slice(0, 4)
          .some(
            ({ file, assignment: { value: given, via, definition } }) =>
              via === '=' && given !== null && isMask(program, given, { file, definition }, depth + 1),
          )
      );
    default:
      return false;
  }
}

/** `frame.isna().sum()`, `(column > limit).mean()`, `sum(cell == "" for cell in cells)`. */
export function countsMask(program: Program, call: CallRef, depth = 0): boolean {
  const name = lastName(call.call.callee);
  if (ASKS.has(name)) return true;
  if (!ADDS_UP.has(name) || program.targetsOf(call).length > 0) return false;
  const of = calleeParts(call.call.callee)?.of ?? null;
  const [first] = call.call.arguments;
  return [of, first?.value ?? null].some(
    (part) => part !== null && isMask(program, part, siteOf(call), depth + 1),
  );
}

/** Single cells of rows: whether code asks if they are empty, seen before, or of the right type. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { anyFlowsFrom } from '../../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';
import { readsTable } from './ways.ts';

/** Values looked at for one question. */
const MOST = 300;
/** Names that hold one row. */
const ROW = /^(row|rows?_?data|record|rec|r|item|entry|line|obj|raw|values|fields|parsed|cells?)$/i;
/** Methods that hand on a cell. */
const HANDS_ON = new Set([
  'strip',
  'lower',
  'upper',
  'trim',
  'toString',
  'toLowerCase',
  'toUpperCase',
  'title',
  'lstrip',
  'rstrip',
]);
const CONVERSIONS =
  /^(int|float|Decimal|decimal\.Decimal|datetime\.(datetime|date)\.(strptime|fromisoformat)|datetime\.(strptime|fromisoformat)|(dateutil\.)?.*parser\.(parse|isoparse)|uuid\.UUID|date\.fromisoformat)$/;
const NUMBERS =
  /^(Number|parseFloat|parseInt|Number\.(parseFloat|parseInt)|isNaN|Number\.isNaN|Number\.isFinite|isFinite|Number\.isInteger)$/;

/** Whether a value is a cell of a row: `row["x"]`, `row.get("x").strip()`, `record.email`, and names for them. */
function isCell(program: Program, value: Value, site: Site, depth = 0): boolean {
  if (depth > 4) return false;
  switch (value.kind) {
    case 'index':
      return value.index.some(
        (key) => key.kind === 'literal' && typeof key.value === 'string' && isRow(program, value.of, site),
      );
    case 'call': {
      const { callee, arguments: given } = program.callOf(site.file, value.call).call;
      if (callee.kind === 'member' && HANDS_ON.has(callee.name))
        return isCell(program, callee.of, site, depth + 1);
      if (callee.kind !== 'name' || !callee.name.includes('.')) return false;
      const method = lastSegment(callee.name);
      const of: Value = {
        kind: 'name',
        name: callee.name.slice(0, callee.name.lastIndexOf('.')),
        line: callee.line,
      };
      if (method === 'get')
        return (
          isRow(program, of, site) &&
          given[0]?.value.kind === 'literal' &&
          typeof given[0].value.value === 'string'
        );
      return HANDS_ON.has(method) && isCell(program, of, site, depth + 1);
    }
    case 'name': {
      const [head = '', ...rest] = value.name.split('.');
      if (rest.length > 0)
        return (
          site.file.language !== 'python' &&
          isRow(program, { kind: 'name', name: head, line: value.line }, site)
        );
      return program
        .assignmentsTo(value.name, site)
        .slice(0, 4)
        .some(
          ({ file, assignment }) =>
            assignment.value !== null &&
            (assignment.via === '='
              ? isCell(program, assignment.value, { file, definition: assignment.definition }, depth + 1)
              : assignment.via === 'for' && isAllCells(program, assignment.value, file)),
        );
    }
    case 'operation':
      return (
        (value.operator === 'or' || value.operator === '??' || value.operator === '?:') &&
        value.operands.some((operand) => isCell(program, operand, site, depth + 1))
      );
    default:
      return false;
  }
}

/** `row.values()`, `Object.entries(row)`: every cell of a row. */
function isAllCells(program: Program, value: Value, file: CodeFile): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = program.callOf(file, value.call).call;
  return (
    (callee.kind === 'name' || callee.kind === 'member') &&
    /(^|\.)(values|items|entries)$/.test(callee.name) &&
    !/frame|^df\b/i.test(callee.name)
  );
}

/** One row: by its name, or because rows that were read are gone through by it. */
export function isRow(program: Program, value: Value, site: Site): boolean {
  if (value.kind !== 'name') return false;
  if (ROW.test(lastSegment(value.name))) return true;
  const bound = program.binding(value.name, site)?.binding;
  const looped =
    bound?.assignments.some(({ via }) => via === 'for') === true || (bound?.parameter ?? null) !== null;
  return (
    looped &&
    anyFlowsFrom(program, [{ value, site }], (call) => readsTable(program, call), { most: MOST }) !== null
  );
}

const isEmpty = (value: Value | undefined): boolean =>
  value?.kind === 'literal' && (value.value === '' || value.value === null);

/** Whether an operation asks if a cell is empty, or puts something in its place. */
export function cellTested(
  program: Program,
  value: Extract<Value, { kind: 'operation' }>,
  site: Site,
): boolean {
  const [first, second] = value.operands;
  if (!first) return false;
  switch (value.operator) {
    case 'not':
      return isCell(program, first, site);
    case 'or':
    case '??':
      return isCell(program, first, site) && second?.kind === 'literal';
    case '==':
    case '!=':
    case 'is':
    case 'is not':
      return (
        (isEmpty(second) && isCell(program, first, site)) ||
        (isEmpty(first) && second !== undefined && isCell(program, second, site))
      );
    case 'in':
    case 'not in':
      // `value in (None, "")`
      return second?.kind === 'list' && second.items.some(isEmpty) && isCell(program, first, site);
    default:
      return false;
  }
}

/** Whether a condition that chooses rows asks for a cell to be there: `row.name && row.amount`, `row["id"] and …`. */
export function asksForCells(program: Program, value: Value, site: Site): boolean {
  if (isCell(program, value, site)) return true;
  if (value.kind === 'call') {
    const { callee, arguments: given } = program.callOf(site.file, value.call).call;
    // `all(row.values())`, `Object.values(row).every(Boolean)`
    const over = callee.kind === 'member' && /^(every|some)$/.test(callee.name) ? callee.of : given[0]?.value;
    const asks =
      (callee.kind === 'name' && /^(all|any)$/.test(callee.name)) ||
      (callee.kind === 'member' && /^(every|some)$/.test(callee.name));
    return asks && over !== undefined && isAllCells(program, over, site.file);
  }
  return (
    value.kind === 'operation' &&
    /^(and|or|not|&&|\|\||!)$/.test(value.operator) &&
    value.operands.some((operand) => asksForCells(program, operand, site))
  );
}

/** `row["amount"].isdigit()`: asks what a cell is. */
export function cellTyped(program: Program, call: CallRef): boolean {
  const parts = calleeParts(call.call.callee);
  return (
    parts !== null &&
    /^(isdigit|isnumeric|isdecimal)$/.test(parts.name) &&
    isCell(program, parts.of, siteOf(call))
  );
}

/** A conversion whose failure is caught row by row, not once for the whole file. */
export function isConverted(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (NUMBERS.test(name)) return call.file.language !== 'python' && /isNaN|isFinite|isInteger/.test(name);
  if (!CONVERSIONS.test(name)) return false;
  const blocks = program.blocksAround(call.file, call.call.block);
  const tries = blocks.findIndex(({ kind }) => kind === 'try');
  if (tries < 0) return false;
  const loop = blocks.findIndex(({ kind }) => kind === 'for' || kind === 'while');
  if (loop >= 0) return tries < loop;
  // A function for one value; where the file is read in the same function, the catch is for all of it.
  return !call.file.calls.some(
    (other, id) =>
      other.definition === siteOf(call).definition && readsTable(program, program.callOf(call.file, id)),
  );
}

/** Single cells of rows: whether code asks if they are empty, seen before, or of the right type. */
import type { Value } from '../../../program/file.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';
import { readsTable } from './ways.ts';

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
const SEEN = /seen|exist|known|processed|unique|duplicate|visited|already/i;

/** Whether a value is a cell of a row: `row["x"]`, `row.get("x").strip()`, `record.email`, and names for them. */
function isCell(program: Program, value: Value, site: Site, depth = 0): boolean {
  if (depth > 4) return false;
  switch (value.kind) {
    case 'index':
      return value.index.some(
        (key) => key.kind === 'literal' && typeof key.value === 'string' && isRowName(value.of),
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
          isRowName(of) && given[0]?.value.kind === 'literal' && typeof given[0].value.value === 'string'
        );
      return HANDS_ON.has(method) && isCell(program, of, site, depth + 1);
    }
    case 'name': {
      const [head = '', ...rest] = value.name.split('.');
      if (rest.length > 0) return site.file.language !== 'python' && ROW.test(head);
      return program
        .assignmentsTo(value.name, site)
        .slice(0, 4)
        .some(
          ({ file, assignment }) =>
            assignment.value !== null &&
            assignment.via === '=' &&
            isCell(program, assignment.value, { file, definition: assignment.definition }, depth + 1),
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

function isRowName(value: Value): boolean {
  return value.kind === 'name' && ROW.test(lastSegment(value.name));
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
    default:
      return false;
  }
}

/** `if key in seen: continue`, `if (seen.has(key))`, `if existing:` after a look into the database. */
export function repeatTested(program: Program, test: Value, site: Site): boolean {
  const at = test.kind === 'operation' && test.operator === 'not' ? test.operands[0] : test;
  if (!at) return false;
  if (at.kind === 'operation' && (at.operator === 'or' || at.operator === 'and'))
    return at.operands.some((one) => repeatTested(program, one, site));
  if (at.kind === 'operation' && (at.operator === 'in' || at.operator === 'not in')) {
    const [, set] = at.operands;
    return set?.kind === 'name' && SEEN.test(lastSegment(set.name));
  }
  if (at.kind === 'call') {
    const call = program.callOf(site.file, at.call);
    const { callee } = call.call;
    if (/\.objects\..*\.exists$/.test(program.nameOf(call))) return true;
    return (
      callee.kind === 'name' &&
      /\.(has|exists|includes)$/.test(callee.name) &&
      SEEN.test(callee.name.slice(0, callee.name.lastIndexOf('.')))
    );
  }
  if (at.kind !== 'name' || !SEEN.test(at.name)) return false;
  return program.assignmentsTo(at.name, site).some(({ file, assignment }) => {
    const { value } = assignment;
    return (
      value?.kind === 'call' &&
      /(^|\.)(first|scalar\w*|one_or_none|find_?[oO]ne|findUnique|findFirst|fetchone|get|exists|maybeSingle|execute)$/.test(
        program.nameOf(program.callOf(file, value.call)),
      )
    );
  });
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

/** Rows that are there twice: whether code asks if one was seen before, or keeps one for each key. */
import type { Value } from '../../../program/file.ts';
import { anyFlowsFrom } from '../../../program/flow/flow.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, Program, Site } from '../../../program/program.ts';
import { aboutRows } from './about.ts';
import { isRow } from './cells.ts';
import { readsTable } from './ways.ts';

/** Values looked at for one question. */
const MOST = 300;
const SEEN = /seen|exist|known|processed|unique|duplicate|visited|already/i;

/** `if key in seen: continue`, `if (seen.has(key))`, `if existing:` after a look into the database. */
export function repeatTested(program: Program, test: Value, site: Site): boolean {
  const at = test.kind === 'operation' && test.operator === 'not' ? test.operands[0] : test;
  if (!at) return false;
  if (at.kind === 'operation' && (at.operator === 'or' || at.operator === 'and'))
    return at.operands.some((one) => repeatTested(program, one, site));
  if (at.kind === 'operation' && (at.operator === 'in' || at.operator === 'not in')) {
    const [key, set] = at.operands;
    return (
      set?.kind === 'name' &&
      (SEEN.test(lastSegment(set.name)) || (isFilled(set.name, site) && isOfRows(program, key, site)))
    );
  }
  if (at.kind === 'call') {
    const call = program.callOf(site.file, at.call);
    const { callee } = call.call;
    if (/\.objects\..*\.exists$/.test(program.nameOf(call))) return true;
    return (
      callee.kind === 'name' &&
      /\.(has|exists|includes)$/.test(callee.name) &&
      (SEEN.test(callee.name.slice(0, callee.name.lastIndexOf('.'))) ||
        (isFilled(callee.name.slice(0, callee.name.lastIndexOf('.')), site) &&
          isOfRows(program, call.call.arguments[0]?.value, site)))
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

/** Something of the rows themselves: not a column's name. */
function isOfRows(program: Program, value: Value | undefined, site: Site): boolean {
  return (
    value !== undefined &&
    anyFlowsFrom(program, [{ value, site }], (call) => readsTable(program, call), {
      most: MOST,
      skip: (origin) => aboutRows(program, origin),
    }) !== null
  );
}

/** What was seen is kept in it where the rows are gone through: `ids.add(row.id)`, `found[key] = row`. */
function isFilled(name: string, { file, definition }: Site): boolean {
  return (
    file.calls.some(
      (call) =>
        call.definition === definition &&
        call.callee.kind === 'name' &&
        /^(add|append|push|set)$/.test(lastSegment(call.callee.name)) &&
        call.callee.name.slice(0, call.callee.name.lastIndexOf('.')) === name,
    ) ||
    file.assignments.some(
      ({ target, definition: own }) =>
        own === definition && target.kind === 'index' && target.of.kind === 'name' && target.of.name === name,
    )
  );
}

/** `rows.setdefault(key, row)`, `new Map(rows.map((row) => [row.id, row]))`: one row for each key. */
export function keepsOnePerKey(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  const { arguments: given } = call.call;
  const [first, second] = given;
  if (/\.setdefault$/.test(name)) return second !== undefined && isRow(program, second.value, siteOf(call));
  return (
    /^(Map|dict\.fromkeys)$/.test(name) &&
    first !== undefined &&
    anyFlowsFrom(program, [{ value: first.value, site: siteOf(call) }], (one) => readsTable(program, one), {
      most: MOST,
    }) !== null
  );
}

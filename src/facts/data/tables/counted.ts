/** Counts of rows that are put down where somebody finds them: in an answer, in the record of a job, in what a task gives back. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { anyFlowsFrom } from '../../../program/flow/flow.ts';
import { returnedValues } from '../../../program/flow/returned.ts';
import { writtenIn } from '../../../program/life/region.ts';
import { calleeParts, lastName } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { Program, Site } from '../../../program/program.ts';
import type { Route } from '../../web/routes/routes.ts';
import { aboutRows } from './about.ts';
import { isMask } from './masks.ts';
import { dataRegion, readsTable } from './ways.ts';

interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

/** Values looked at for one question. */
const MOST = 300;
const MAX_DEPTH = 3;
/** What a database or a table tells of how many rows there were. */
const TOLD = new Set(
  'rowcount rowCount inserted_count insertedCount num_rows height affectedRows'.split(' '),
);
/** What is known of a table besides its rows. */
const HEADS = new Set(['columns', 'fieldnames', 'header', 'headers']);
const CONVERTS = new Set(['int', 'str', 'Number', 'String']);
const ADDS_UP = new Set(['sum', 'mean', 'count']);

/** The first place on a way of the data at which a count is put under a name of its own. */
export function countKept(program: Program, routes: readonly Route[]): Place | null {
  for (const { file, definition } of dataRegion(program, routes).places) {
    if (file.notebook) continue;
    const site = { file, definition };
    const isKept = (value: Value): boolean => isCount(program, value, site);
    for (const { value } of writtenIn(site)) {
      if (value.kind !== 'dict') continue;
      const entry = value.entries.find(({ key, value: held }) => key?.kind === 'literal' && isKept(held));
      if (entry) return { file, line: entry.value.line };
    }
    for (const [id, call] of file.calls.entries())
      if (call.definition === definition && makesRecord(program, file, id))
        if (call.arguments.some(({ name, value }) => name !== null && isKept(value)))
          return { file, line: call.line };
    for (const { definition: own, target, value, via, block, line } of file.assignments) {
      if (own !== definition || !value || !isField(target)) continue;
      if (via === 'augmented' ? isLooped(program, file, block) : isKept(value)) return { file, line };
    }
  }
  return null;
}

/** `Report(total=…)` of a class of the program's own. */
function makesRecord(program: Program, file: CodeFile, call: number): boolean {
  const target = program.callee(program.callOf(file, call));
  return target.kind === 'definition' && target.ref.definition.kind === 'class';
}

/** `job.total = …`, `report["rows"] = …` */
function isField(target: Value): boolean {
  return (
    target.kind === 'member' ||
    target.kind === 'index' ||
    (target.kind === 'name' && target.name.includes('.'))
  );
}

function isLooped(program: Program, file: CodeFile, block: number): boolean {
  return program.blocksAround(file, block).some(({ kind }) => kind === 'for' || kind === 'while');
}

function isCount(program: Program, value: Value, site: Site, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (part: Value): boolean => isCount(program, part, site, depth + 1);
  switch (value.kind) {
    case 'operation':
      return (value.operator === '-' || value.operator === '+') && value.operands.some(inner);
    case 'index':
      return value.of.kind === 'name' && value.of.name.endsWith('.shape');
    case 'name': {
      if (TOLD.has(lastSegment(value.name))) return true;
      const end = value.name.lastIndexOf('.');
      if (end > 0 && lastSegment(value.name) === 'length')
        return isOfRows(program, { ...value, name: value.name.slice(0, end) }, site);
      return !value.name.includes('.') && isCounter(program, value.name, site, depth);
    }
    case 'call': {
      const call = program.callOf(site.file, value.call);
      const [first] = call.call.arguments;
      const name = lastName(call.call.callee);
      if (CONVERTS.has(name)) return first !== undefined && inner(first.value);
      if (name === 'len') return first !== undefined && isOfRows(program, first.value, site);
      const of = calleeParts(call.call.callee)?.of;
      if (ADDS_UP.has(name) && of) return isMask(program, value, site) || isOfRows(program, of, site);
      return program
        .targetsOf(call)
        .slice(0, 3)
        .some((target) =>
          returnedValues(target)
            .slice(0, 4)
            .some((one) => isCount(program, one.value, one.site, depth + 1)),
        );
    }
    default:
      return false;
  }
}

/** A name that is counted up where rows are gone through, or that holds a count. */
function isCounter(program: Program, name: string, site: Site, depth: number): boolean {
  return program.assignmentsTo(name, site).some(({ file, assignment }) => {
    const { via, value, block, definition } = assignment;
    // In a callback for each row, it is another function that counts.
    if (via === 'augmented') return isLooped(program, file, block) || definition !== site.definition;
    return via === '=' && value !== null && isCount(program, value, { file, definition }, depth + 1);
  });
}

/** Rows that were read, or something made of them. */
function isOfRows(program: Program, value: Value, site: Site): boolean {
  if (value.kind === 'name' && HEADS.has(lastSegment(value.name))) return false;
  return (
    anyFlowsFrom(program, [{ value, site }], (call) => readsTable(program, call), {
      most: MOST,
      skip: (origin) => aboutRows(program, origin),
    }) !== null
  );
}

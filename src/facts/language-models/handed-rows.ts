/** What was read from a store and handed to a model: whatever the program calls it, the answer rests on it. */

import type { Value } from '../../program/file.ts';
import { originsOf } from '../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../program/link/calls.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { HISTORY } from './conversation/memories.ts';
import { isRead, speaksOf } from './conversation/store-reads.ts';
import type { ModelCall } from './models/language-models.ts';

const MOST = 3000;

/** The calls that read it, but for those of earlier turns. */
export function handedRows(program: Program, models: readonly ModelCall[]): ReadonlySet<Value> {
  const starts = models.flatMap(({ call, inputs }) => inputs.map((value) => ({ value, site: siteOf(call) })));
  const slice = originsOf(program, starts, { most: MOST, byKey: true });
  const rows = slice.filter(({ value, site }) => {
    const call = value.kind === 'call' ? program.callOf(site.file, value.call) : null;
    return (
      call !== null &&
      isRead(program, call, program.nameOf(call)) &&
      !opens(call) &&
      !speaksOf(program, call, HISTORY)
    );
  });
  return new Set(rows.map(({ value }) => value));
}

/** `new Database(path)`, `sqlite3.connect(path)`: a store as a whole stands behind all that is read from it. */
function opens({ file, call }: CallRef): boolean {
  const of = calleeParts(call.callee)?.of;
  if (of === undefined) return true;
  const root = of.kind === 'name' ? firstSegment(of.name) : '';
  return file.imports.some(({ local, name }) => local === root && name === null);
}

/** Where the program keeps its state: reads and writes of files and databases, read off the linked program. */

import { isAlive, type Started } from '../../../program/life/alive.ts';
import { matchesAny } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { DIRECT, ENCODERS, FILE_READS, FILE_WRITES, type StoreFormat, TEXT_WRITES } from './calls.ts';
import { printsIntoFile } from './prints.ts';

export type { StoreFormat } from './calls.ts';

export interface StoreAccess {
  readonly format: StoreFormat;
  readonly direction: 'read' | 'write' | 'both';
  readonly call: CallRef;
  /** The definition that the call stands in; null at module level. */
  readonly within: DefinitionRef | null;
}

/** How many calls away from the encoder the file access may stand. */
const NEAR = 2;

/** Whether such a call stands near a definition: in it, in what it uses, or in its callers. */
function near(program: Program, start: DefinitionRef, wanted: (call: CallRef) => boolean): boolean {
  const has = (ref: DefinitionRef) => program.callsIn(ref).some(wanted);
  let ring: DefinitionRef[] = [start];
  const seen = new Set(ring);
  for (let step = 0; step <= NEAR; step++) {
    if (ring.some(has)) return true;
    const next: DefinitionRef[] = [];
    for (const ref of ring) {
      const callers = program.callers(ref).flatMap((call) => program.definitionOf(siteOf(call)) ?? []);
      for (const other of [...program.uses(ref), ...callers]) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    ring = next;
  }
  return false;
}

function siteOf(call: CallRef): Site {
  return { file: call.file, definition: call.call.definition };
}

/** `sqlite3.connect(":memory:")` keeps nothing. */
function inMemory({ file, call }: CallRef, program: Program): boolean {
  return call.arguments.some(({ value }) => {
    const text = program.constant(value, { file, definition: call.definition });
    return typeof text === 'string' && (/:memory:/.test(text) || text === 'sqlite://');
  });
}

/** Accesses of running code: a store that nobody opens keeps nothing. */
export function readStorage(program: Program, started: readonly Started[]): readonly StoreAccess[] {
  return accesses(program).filter(({ call }) => isAlive(program, started, siteOf(call)));
}

function accesses(program: Program): readonly StoreAccess[] {
  const readsFile = (call: CallRef): boolean => matchesAny(program.nameOf(call), FILE_READS);
  const writesFile = (call: CallRef): boolean =>
    matchesAny(program.nameOf(call), FILE_WRITES) || printsIntoFile(program, call);
  const found: StoreAccess[] = [];
  for (const call of program.calls()) {
    const name = program.nameOf(call);
    const within = program.definitionOf(siteOf(call));
    const direct = DIRECT.find((entry) => matchesAny(name, entry.names));
    if (direct) {
      if (inMemory(call, program)) continue;
      found.push({ format: direct.format, direction: direct.direction, call, within });
      continue;
    }
    for (const coder of ENCODERS) {
      const direction = matchesAny(name, coder.encode)
        ? 'write'
        : matchesAny(name, coder.decode)
          ? 'read'
          : null;
      if (direction === null) continue;
      const wanted = direction === 'write' ? writesFile : readsFile;
      const touches = within
        ? near(program, within, wanted)
        : call.file.calls.some((_, id) => wanted(program.callOf(call.file, id)));
      if (touches) found.push({ format: coder.format, direction, call, within });
    }
  }
  const encodes = found.some((access) => access.direction !== 'read');
  if (!encodes) {
    for (const call of program.callsTo(TEXT_WRITES)) {
      found.push({ format: 'text', direction: 'write', call, within: program.definitionOf(siteOf(call)) });
    }
  }
  return found;
}

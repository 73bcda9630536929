/** Where the program keeps its state: reads and writes of files and databases, read off the linked program. */

import type { Value } from '../../../program/file.ts';
import type { Meaning } from '../../../program/knowledge.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { argument, calleeParts } from '../../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { STORE_FORMATS, type StoreFormat } from './calls.ts';
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

const DIRECTIONS = ['read', 'write', 'both'] as const;
const CODERS = [
  ['state.encode', 'write'],
  ['state.decode', 'read'],
] as const;

function formatOf({ about }: Meaning): StoreFormat {
  return STORE_FORMATS.find((format) => format === about.format) ?? 'text';
}

/** Accesses of running code: a store that nobody opens keeps nothing. */
export function readStorage(program: Program): readonly StoreAccess[] {
  return accesses(program).filter(({ call }) => isAlive(program, siteOf(call)));
}

function accesses(program: Program): readonly StoreAccess[] {
  const readsFile = (call: CallRef): boolean =>
    program.means(program.nameOf(call), 'file.read') || readsLines(program, call);
  const writesFile = (call: CallRef): boolean =>
    program.means(program.nameOf(call), 'file.write') || printsIntoFile(program, call);
  const found: StoreAccess[] = [];
  for (const call of program.calls()) {
    const name = program.nameOf(call);
    const within = program.definitionOf(siteOf(call));
    const direct = program.meaning(name, 'store.access');
    if (direct) {
      if (inMemory(call, program)) continue;
      const direction = DIRECTIONS.find((one) => one === direct.about.direction) ?? 'both';
      found.push({ format: formatOf(direct), direction, call, within });
      continue;
    }
    for (const [role, direction] of CODERS) {
      const coder = program.meaning(name, role);
      if (!coder) continue;
      const wanted = direction === 'write' ? writesFile : readsFile;
      const touches = within
        ? near(program, within, wanted)
        : call.file.calls.some((_, id) => wanted(program.callOf(call.file, id)));
      if (touches) found.push({ format: formatOf(coder), direction, call, within });
      break;
    }
  }
  const encodes = found.some((access) => access.direction !== 'read');
  if (!encodes) {
    for (const call of program.callsAs('text.write')) {
      found.push({ format: 'text', direction: 'write', call, within: program.definitionOf(siteOf(call)) });
    }
  }
  return found;
}

/** `with path.open() as lines: for line in lines`: a file that is gone through is read. */
function readsLines(program: Program, { file, call }: CallRef): boolean {
  const parts = file.language === 'python' ? calleeParts(call.callee) : null;
  const opens = parts?.name === 'open' || (call.callee.kind === 'name' && call.callee.name === 'open');
  if (!opens) return false;
  const site = { file, definition: call.definition };
  const mode =
    argument(program.callOf(file, file.calls.indexOf(call)), 'mode') ?? positionalMode(call, parts !== null);
  const said = mode ? program.constant(mode, site) : 'r';
  if (typeof said !== 'string' || !said.startsWith('r')) return false;
  return file.blocks.some(({ kind, definition }) => kind === 'for' && definition === call.definition);
}

/** The mode stands first in `path.open('a')`, and second in `open(path, 'a')`. */
function positionalMode(call: CallRef['call'], isMethod: boolean): Value | null {
  const given = call.arguments.filter(({ name }) => name === null);
  return given[isMethod ? 0 : 1]?.value ?? null;
}

/** `@Public()` by what it does: it sets a mark, and a guard that reads the mark lets everybody pass. */
import type { Value } from '../../../program/file.ts';
import { returnedValues } from '../../../program/flow/returned.ts';
import { siteAround, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Guard } from './routes.ts';

const READERS = new Set(['getAllAndOverride', 'getAllAndMerge', 'get', 'getAll']);

/** The marks that the decorators of a method or a class set to true. */
export function marksOf(program: Program, ref: DefinitionRef): readonly string[] {
  const site = siteAround(ref);
  return ref.definition.decorators.flatMap((value) => marksIn(program, value, site));
}

function marksIn(program: Program, value: Value, site: Site, depth = 0): readonly string[] {
  if (depth > 3) return [];
  if (value.kind === 'call') {
    const call = program.callOf(site.file, value.call);
    if (lastSegment(program.nameOf(call)) === 'SetMetadata') return markOf(program, call);
    const target = program.callee(call);
    if (target.kind !== 'definition') return [];
    return returnedValues(target.ref).flatMap((item) => marksIn(program, item.value, item.site, depth + 1));
  }
  const target = program.resolve(value, site);
  return target.kind === 'value' && target.value !== value
    ? marksIn(program, target.value, target.site, depth + 1)
    : [];
}

function markOf(program: Program, call: CallRef): readonly string[] {
  const [key, given] = call.call.arguments.map((item) => item.value);
  const name = key ? program.constant(key, siteOf(call)) : undefined;
  return typeof name === 'string' && given?.kind === 'literal' && given.value === true ? [name] : [];
}

/** Whether a guard reads one of the marks. */
export function isOpened(program: Program, { ref }: Guard, marks: readonly string[]): boolean {
  if (!ref || marks.length === 0) return false;
  const owner = program.definitionOf(siteAround(ref));
  return program.callsIn(owner?.definition.kind === 'class' ? owner : ref).some((call) => {
    const first = call.call.arguments[0]?.value;
    if (!first || !READERS.has(lastSegment(program.nameOf(call)))) return false;
    const name = program.constant(first, siteOf(call));
    return typeof name === 'string' && marks.includes(name);
  });
}

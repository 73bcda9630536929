/** Functions that somebody calls and that look at nothing that they are given: they give back nothing, or always the same. */

import type { Value } from '../../program/file.ts';
import { bodyOf } from '../../program/link/bodies.ts';
import { namesReadIn } from '../../program/link/names-read.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Unfinished } from './unfinished.ts';

const OWN: ReadonlySet<string> = new Set(['self', 'cls', 'this']);
/** They say how a method is bound, and wrap nothing. */
const BINDS: ReadonlySet<string> = new Set(['staticmethod', 'classmethod']);

/** Neither handlers, which frameworks hand more than they need, nor what a base class asks for. */
export function hollowFunctions(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  const handlers = new Set(routes.flatMap(({ handler, doer }) => [handler, doer]));
  const definitions = program.definitions();
  // Of several that can stand for each other one may have nothing to look at.
  const isChosen = ({ definition }: DefinitionRef): boolean =>
    definition.kind === 'method' &&
    definitions.some((one) => one.definition.name === definition.name && !isHollow(one));
  return definitions.flatMap((ref): Unfinished[] => {
    const { file, definition } = ref;
    if (file.notebook || handlers.has(ref) || !isHollow(ref) || isChosen(ref)) return [];
    if (program.callers(ref).length === 0) return [];
    const what = `${definition.name} looks at nothing that it is given`;
    return [{ path: file.path, line: definition.line, what }];
  });
}

function isHollow({ file, id, definition }: DefinitionRef): boolean {
  const { kind, stub, parameters, decorators, parent, name } = definition;
  if (stub || (kind !== 'function' && kind !== 'method') || name.startsWith('__')) return false;
  if (decorators.some((one) => one.kind !== 'name' || !BINDS.has(one.name))) return false;
  if ((file.definitions[parent]?.bases.length ?? 0) > 0) return false;
  const taken = parameters.filter((one) => !OWN.has(one.name) && !one.name.startsWith('_'));
  const { blocks, calls, assignments, statements } = bodyOf(file, id);
  if (taken.length === 0 || taken.some(({ kind: how }) => how !== 'normal')) return false;
  if (blocks.length + calls.length + assignments.length > 0) return false;
  const { names } = namesReadIn(file, id);
  if (taken.some((one) => names.has(one.name))) return false;
  return (
    statements.length === 1 &&
    statements.every((one) => one.kind === 'return' && (one.value === null || isFixed(one.value)))
  );
}

function isFixed(value: Value): boolean {
  if (value.kind === 'literal') return true;
  if (value.kind === 'list') return value.items.every(isFixed);
  return value.kind === 'dict' && value.entries.every((one) => isFixed(one.value));
}

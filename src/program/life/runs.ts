/** Whether a call is ever run: written at a module's top level, or in a function that something calls or registers. */

import type { Location } from '../../model.ts';
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import { MODULE } from '../file.ts';
import { lastSegment, valuesWithin } from '../link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { isStartedByDecorator } from './decorated.ts';

/** Functions that a framework calls by their name, in a file that it looks for. */
const BY_NAME =
  /^(?:main|register|onRequestError|handler|lambda_handler|ready|lifespan|lifecycle|create_app|createApp|bootstrap|setup|configure|GET|POST|default|startup|on_startup|getServerSideProps|loader|action)$/;
const MAX_DEPTH = 8;
const remembered = new WeakMap<Program, Map<DefinitionRef, boolean>>();

/** Generous: what only a framework calls counts as run where it is decorated, exported as its convention or a method of a used class. */
export function isRun(program: Program, ref: CallRef): boolean {
  return runsAt(program, ref.file, ref.call.definition, 0);
}

function runsAt(program: Program, file: CodeFile, definition: DefinitionId, depth = 0): boolean {
  if (definition === MODULE) return true;
  const own = program.definitionOf({ file, definition });
  return own === null || runs(program, own, depth);
}

function runs(program: Program, ref: DefinitionRef, depth: number): boolean {
  const known = remembered.get(program) ?? new Map<DefinitionRef, boolean>();
  remembered.set(program, known);
  const before = known.get(ref);
  if (before !== undefined) return before;
  if (depth > MAX_DEPTH) return true;
  // A function that only calls itself is not run.
  known.set(ref, false);
  const answer = isUsed(program, ref, depth);
  known.set(ref, answer);
  return answer;
}

function isUsed(program: Program, ref: DefinitionRef, depth: number): boolean {
  const { definition, file } = ref;
  if (isStartedByDecorator(program, ref) || BY_NAME.test(definition.name)) return true;
  // A lambda or nested function belongs to what surrounds it.
  if (definition.kind === 'lambda' || definition.name === '')
    return runsAt(program, file, definition.parent, depth + 1);
  if (definition.kind === 'class') return isTaken(program, ref, depth);
  const owner =
    definition.kind === 'method' ? program.definitionOf({ file, definition: definition.parent }) : null;
  if (owner !== null && owner.definition.kind === 'class') {
    if (
      /^(?:__\w+__|constructor)$/.test(definition.name) ||
      owner.definition.bases.length > 0 ||
      owner.definition.decorators.length > 0
    )
      return runs(program, owner, depth + 1) || owner.definition.decorators.length > 0;
  }
  const called = program
    .callers(ref)
    .some(
      (call) =>
        program.role(call.file) === 'application' &&
        runsAt(program, call.file, call.call.definition, depth + 1),
    );
  return called || isTaken(program, ref, depth);
}

function isTaken(program: Program, ref: DefinitionRef, depth: number): boolean {
  return takenAt(program, ref, depth) !== null;
}

/** Where running code builds, hands on, assigns or extends a definition; null where nothing does. */
export function takenAt(program: Program, ref: DefinitionRef, depth = 0): Location | null {
  const { name } = ref.definition;
  for (const file of program.filesOf()) {
    const hit = (definition: DefinitionId, values: readonly Value[]): number | null => {
      for (const part of values.flatMap((value) => valuesWithin(value))) {
        if (part.kind !== 'name' || lastSegment(part.name) !== name) continue;
        const target = program.resolve(part, { file, definition });
        const same = (target.kind === 'definition' || target.kind === 'instance') && target.ref === ref;
        if (same && runsAt(program, file, definition, depth + 1)) return part.line;
      }
      return null;
    };
    for (const [definition, values] of placesOf(file, ref)) {
      const line = hit(definition, values);
      if (line !== null) return { path: file.path, line };
    }
  }
  return null;
}

/** All values of a file with the definition that they stand in; the definition's own head left out. */
function placesOf(
  file: CodeFile,
  { definition }: DefinitionRef,
): readonly (readonly [DefinitionId, readonly Value[]])[] {
  return [
    ...file.calls.map((call): [DefinitionId, readonly Value[]] => [
      call.definition,
      [call.callee, ...call.arguments.map((one) => one.value)],
    ]),
    ...[...file.assignments, ...file.statements].map((one): [DefinitionId, readonly Value[]] => [
      one.definition,
      one.value === null ? [] : [one.value],
    ]),
    ...file.definitions
      .filter((one) => one !== definition)
      .map((one): [DefinitionId, readonly Value[]] => [
        one.parent,
        [...one.bases, ...one.fields.flatMap((field) => field.value ?? [])],
      ]),
  ];
}

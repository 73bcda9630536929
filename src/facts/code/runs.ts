/** Whether a call is ever run: written at a module's top level, or in a function that something calls or registers. */
import type { CodeFile, DefinitionId } from './file.ts';
import { MODULE } from './file.ts';
import type { CallRef, DefinitionRef, Program } from './program.ts';
import { lastSegment, valuesWithin } from './values.ts';

/** Functions that a framework calls by their name, in a file that it looks for. */
const BY_NAME =
  /^(?:main|register|onRequestError|handler|lambda_handler|ready|lifespan|lifecycle|create_app|createApp|bootstrap|setup|configure|GET|POST|default|startup|on_startup|getServerSideProps|loader|action)$/;
const MAX_DEPTH = 8;
const remembered = new WeakMap<Program, Map<DefinitionRef, boolean>>();

/** Generous: what only a framework calls counts as run where it is decorated, exported as its convention or a method of a used class. */
export function isRun(program: Program, ref: CallRef): boolean {
  return runsAt(program, ref.file, ref.call.definition, 0);
}

export function runsAt(program: Program, file: CodeFile, definition: DefinitionId, depth = 0): boolean {
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
  if (definition.decorators.length > 0 || BY_NAME.test(definition.name)) return true;
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

/** Somebody hands it on, assigns it, builds or extends it. */
function isTaken(program: Program, ref: DefinitionRef, depth: number): boolean {
  const { name } = ref.definition;
  for (const file of program.filesOf()) {
    const named = file === ref.file || file.imports.some((item) => item.local !== '') ? file : null;
    if (named === null) continue;
    const hits = (
      definition: DefinitionId,
      values: Iterable<Parameters<typeof valuesWithin>[0]>,
    ): boolean => {
      for (const value of values) {
        for (const part of valuesWithin(value)) {
          if (part.kind !== 'name' || lastSegment(part.name) !== name) continue;
          const target = program.resolve(part, { file, definition });
          const same = (target.kind === 'definition' || target.kind === 'instance') && target.ref === ref;
          if (same && runsAt(program, file, definition, depth + 1)) return true;
        }
      }
      return false;
    };
    for (const call of file.calls)
      if (hits(call.definition, [call.callee, ...call.arguments.map((one) => one.value)])) return true;
    for (const one of file.assignments)
      if (one.value !== null && hits(one.definition, [one.value])) return true;
    for (const one of file.statements)
      if (one.value !== null && hits(one.definition, [one.value])) return true;
    for (const [id, one] of file.definitions.entries())
      if (
        file.definitions[id] !== ref.definition &&
        hits(one.parent, [...one.bases, ...one.fields.flatMap((field) => field.value ?? [])])
      )
        return true;
  }
  return false;
}

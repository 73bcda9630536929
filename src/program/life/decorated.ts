/** Whether a decorator makes a function run: a framework's does, one of the program's own that only wraps does not. */

import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, Value } from '../file.ts';
import { definitionsWithin } from '../nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';

const known = new WeakMap<Program, Map<DefinitionRef, boolean>>();

/** Whether somebody outside may run a function or class for its decorators. */
export function isStartedByDecorator(program: Program, { file, definition }: DefinitionRef): boolean {
  return definition.decorators.some((value) => {
    const named = value.kind === 'call' ? file.calls[value.call]?.callee : value;
    const target = named && program.resolve(named, { file, definition: definition.parent });
    return target?.kind !== 'definition' || !onlyWraps(program, target.ref);
  });
}

/** The program's own functions that decorate a definition, the outermost first. */
export function ownDecorators(
  program: Program,
  { file, definition }: DefinitionRef,
): readonly DefinitionRef[] {
  return definition.decorators.flatMap((value) => {
    const named = value.kind === 'call' ? file.calls[value.call]?.callee : value;
    const target = named && program.resolve(named, { file, definition: definition.parent });
    return target?.kind === 'definition' ? [target.ref] : [];
  });
}

/** Where own decorators call the function that they were given, the innermost first: that is who runs it. */
export function wrapperCalls(program: Program, decorated: DefinitionRef): readonly CallRef[] {
  return [...ownDecorators(program, decorated)].reverse().flatMap((ref) => {
    if (!onlyWraps(program, ref)) return [];
    const within = definitionsWithin(ref.file, ref.id);
    const taken = new Set(
      [...within].flatMap((id) => ref.file.definitions[id]?.parameters.map(({ name }) => name) ?? []),
    );
    const id = ref.file.calls.findIndex(
      ({ callee, definition: of }) => within.has(of) && callee.kind === 'name' && taken.has(callee.name),
    );
    return id < 0 ? [] : [program.callOf(ref.file, id)];
  });
}

/** Whether all decorators are own ones that hand on whatever they are given: `function(*args, **kwargs)`. */
export function keepsArguments(program: Program, { file, definition }: DefinitionRef): boolean {
  return definition.decorators.every((value) => {
    const target = program.resolve(value, { file, definition: definition.parent });
    if (target.kind !== 'definition' || !onlyWraps(program, target.ref)) return false;
    const { ref } = target;
    const within = definitionsWithin(ref.file, ref.id);
    const inner = [...within].filter((id) => id !== ref.id);
    const taken = ref.definition.parameters[0]?.name;
    const calls = ref.file.calls.filter(
      ({ callee, definition: of }) => within.has(of) && callee.kind === 'name' && callee.name === taken,
    );
    return (
      inner.every((id) => ref.file.definitions[id]?.parameters.every(({ kind }) => kind !== 'normal')) &&
      calls.length > 0 &&
      calls.every(
        (call) => call.arguments.length > 0 && call.arguments.every(({ value: given }) => isSpread(given)),
      )
    );
  });
}

function isSpread(value: Value): boolean {
  return value.kind === 'operation' && value.operator === '...';
}

/** An own decorator that keeps what it is given nowhere, and hands it to nobody. */
function onlyWraps(program: Program, ref: DefinitionRef): boolean {
  if (ref.definition.kind !== 'function') return false;
  const answers = entryOfWeak(known, program, () => new Map<DefinitionRef, boolean>());
  return entryOf(answers, ref, () => {
    const { file } = ref;
    const within = definitionsWithin(file, ref.id);
    const taken = new Set(
      [...within].flatMap((id) => file.definitions[id]?.parameters.map(({ name }) => name) ?? []),
    );
    const isTaken = (value: Value | null): boolean => value?.kind === 'name' && taken.has(value.name);
    const kept = file.assignments.some(
      ({ target, value, definition }) => within.has(definition) && target.kind !== 'name' && isTaken(value),
    );
    const handed = file.calls.some(
      (call, id) =>
        within.has(call.definition) &&
        call.arguments.some(({ value }) => isTaken(value)) &&
        !isWrapper(program, file, id, taken),
    );
    return !kept && !handed;
  });
}

/** `functools.wraps(function)`, or a call of what was taken: `function(request)`. */
function isWrapper(program: Program, file: CodeFile, id: number, taken: ReadonlySet<string>): boolean {
  const call = program.callOf(file, id);
  const { callee } = call.call;
  return (callee.kind === 'name' && taken.has(callee.name)) || program.nameOf(call) === 'functools.wraps';
}

/** What a command does to the tasks, whatever it is called: `forget` deletes, `fetch` lists. */
import type { Value } from '../../program/file.ts';
import { bodyOf } from '../../program/link/bodies.ts';
import { calleeParts, lastName } from '../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Command } from './commands/commands.ts';
import { reachedFrom } from './commands/runs.ts';

export type Effect = 'add' | 'list' | 'complete' | 'delete';

const PUTS = new Set(['append', 'push', 'insert', 'unshift', 'insert_one', 'insertOne', 'create']);
const TAKES = new Set([
  'pop',
  'splice',
  'remove',
  'discard',
  'delete_one',
  'deleteOne',
  'destroy',
  'remove_doc',
]);
/** Fields that tell whether a task is done, and what they then hold. */
const STATE = /(?:^|_|[a-z])(?:done|complete|completed|finished|checked|status|state)$/i;
const FINISHED = new Set('done complete completed finished closed'.split(' '));
const SWITCHES = new Set(['bool', 'boolean']);
const knownSwitches = new WeakMap<Program, ReadonlySet<string>>();
const WALKS = new Set(['map', 'forEach']);
const SQL: readonly (readonly [RegExp, Effect])[] = [
  [/^\s*delete\s+from\b/i, 'delete'],
  [/^\s*insert\s+into\b/i, 'add'],
  [/^\s*update\b.{1,80}\bset\s+\w*(?:done|complete|status|state)/is, 'complete'],
];

/** The effects of a command: what its handler does, and what only it leads to. */
export function effectsOf(
  program: Program,
  all: readonly Command[],
): (command: Command) => ReadonlySet<Effect> {
  const times = new Map<DefinitionRef, number>();
  const reached = new Map(all.map((command) => [command, reachedFrom(program, command)]));
  for (const refs of reached.values()) for (const ref of refs) times.set(ref, (times.get(ref) ?? 0) + 1);
  return (command) => {
    const own = [...(reached.get(command) ?? [])].filter(
      (ref) => ref === command.handler || times.get(ref) === 1,
    );
    const found = new Set(own.flatMap((ref) => effectsIn(program, ref)));
    if (
      found.size === 0 &&
      (own.some((ref) => printsEach(program, ref)) || (command.handler && givesLines(command.handler)))
    )
      found.add('list');
    return found;
  };
}

function effectsIn(program: Program, { file, id }: DefinitionRef): readonly Effect[] {
  const { assignments, calls, statements } = bodyOf(file, id);
  const called = calls.flatMap((one) => file.calls[one] ?? []);
  const names = called.flatMap(({ callee }) => calleeParts(callee)?.name ?? []);
  const finishes = assignments.some(({ target, value }) => {
    const field = fieldOf(target);
    return (
      field !== '' &&
      value !== null &&
      isFinished(value) &&
      (STATE.test(field) || onlySwitches(program).has(field))
    );
  });
  // `tasks[number] = Task(number, title)`
  const putsNew = ({ target, value }: (typeof assignments)[number]): boolean => {
    const made = target.kind === 'index' && value?.kind === 'call' ? program.callOf(file, value.call) : null;
    const of = made ? program.callee(made) : null;
    return (of?.kind === 'definition' || of?.kind === 'instance') && of.ref.definition.kind === 'class';
  };
  const isRemoval = ({ kind, value }: (typeof statements)[number]) =>
    kind === 'delete' && value?.kind === 'index';
  const queries = called.flatMap((call) =>
    call.arguments.flatMap(({ value }): readonly Effect[] => {
      const text = program.constant(value, { file, definition: id });
      const hit = typeof text === 'string' ? SQL.find(([pattern]) => pattern.test(text.slice(0, 400))) : null;
      return hit ? [hit[1]] : [];
    }),
  );
  return [
    ...queries,
    ...(finishes ? ['complete' as const] : []),
    ...(names.some((name) => PUTS.has(name)) || assignments.some(putsNew) ? ['add' as const] : []),
    ...(statements.some(isRemoval) || names.some((name) => TAKES.has(name)) ? ['delete' as const] : []),
  ];
}

/** `done` of `task.done` and `task["done"]`. */
function fieldOf(target: Value): string {
  if (target.kind === 'index') {
    const [key] = target.index;
    return key?.kind === 'literal' && typeof key.value === 'string' ? key.value : '';
  }
  if (target.kind === 'member') return target.name;
  return target.kind === 'name' && target.name.includes('.') ? lastSegment(target.name) : '';
}

/** Names of the one field of a record that is true or false: it says whether the thing is done, in any language. */
function onlySwitches(program: Program): ReadonlySet<string> {
  return entryOfWeak(
    knownSwitches,
    program,
    () =>
      new Set(
        program.definitions().flatMap(({ definition: { fields } }) => {
          const switches = fields.filter(({ annotation }) => isSwitch(annotation));
          return switches.length === 1 ? switches.map(({ name }) => name) : [];
        }),
      ),
  );
}

function isSwitch(annotation: Value | null): boolean {
  return annotation?.kind === 'name' && SWITCHES.has(annotation.name);
}

function isFinished(value: Value): boolean {
  if (value.kind === 'literal')
    return value.value === true || value.value === 1 || FINISHED.has(String(value.value).toLowerCase());
  if (value.kind === 'operation') return value.operator === 'not';
  return value.kind === 'name' && FINISHED.has(lastSegment(value.name.replace(/\.value$/, '')).toLowerCase());
}

/** It gives back one text of many: `"\n".join(…)`. */
function givesLines({ file, id }: DefinitionRef): boolean {
  return bodyOf(file, id).statements.some(
    ({ kind, value }) =>
      kind === 'return' &&
      value !== null &&
      valuesThroughCalls(value, file).some((part) => {
        const call = part.kind === 'call' ? file.calls[part.call] : undefined;
        const parts = call ? calleeParts(call.callee) : null;
        return parts?.name === 'join' && (parts.of.kind === 'literal' || parts.of.kind === 'call');
      }),
  );
}

/** It prints in a loop, or by a function that a list is walked with. */
function printsEach(program: Program, { file, id }: DefinitionRef): boolean {
  return program.callsAs('cli.print').some((call) => {
    if (call.file !== file) return false;
    const around = file.definitions[call.call.definition];
    if (call.call.definition === id)
      return program.blocksAround(file, call.call.block).some(({ kind }) => kind === 'for');
    return (
      around?.kind === 'lambda' &&
      around.parent === id &&
      bodyOf(file, id).calls.some((one) => {
        const walk = file.calls[one];
        return (
          walk !== undefined &&
          WALKS.has(lastName(walk.callee)) &&
          walk.arguments.some(({ value }) =>
            valuesThroughCalls(value, file).some(
              (part) => part.kind === 'function' && part.definition === call.call.definition,
            ),
          )
        );
      })
    );
  });
}

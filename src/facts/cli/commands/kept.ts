/** Commands that are told to a function of the program's own, which keeps word and handler: `cli.command("add <title>", add)`. */

import type { Value } from '../../../program/file.ts';
import { argumentsFor } from '../../../program/flow/parameters.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { writtenAnywhere } from '../../../program/life/region.ts';
import { bodyOf } from '../../../program/link/bodies.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { entryOf } from '../../../reading/collections.ts';
import { type Command, commandWord, functionOf, parametersOf, stringOf } from './command.ts';
import { readsArguments } from './compared.ts';
import type { Kind } from './typed.ts';

/** A word as it is typed, and what stands for its arguments. */
const PATTERN = /^[a-z][\w:-]*(?:\s+[<[{].*)?$/i;
const PUTS = new Set(['push', 'append', 'set', 'add', 'setdefault']);

/** The parameters that a function keeps together, and whether what it keeps is looked at by what runs. */
interface Keeper {
  readonly together: ReadonlySet<string>;
  readonly read: boolean;
}

interface Told extends Omit<Command, 'kind'> {
  /** Where it is told. */
  readonly within: DefinitionRef | null;
}

export function keptCommands(program: Program): readonly Command[] {
  const keepers = new Map<DefinitionRef, Keeper | null>();
  const found = program.calls().flatMap((call): readonly Told[] => {
    const site = siteOf(call);
    const [first, ...others] = call.call.arguments;
    const text = first && others.length > 0 ? stringOf(first.value, site, program) : null;
    if (!first || text === null || !PATTERN.test(text)) return [];
    const given = others.find(({ value }) => functionOf(value, site, program));
    const handler = functionOf(given?.value, site, program);
    const [owner] = handler ? program.targetsOf(call) : [];
    const keeper = owner ? entryOf(keepers, owner, () => keeperOf(program, owner)) : null;
    if (!owner || !keeper || !isAlive(program, site)) return [];
    const kept = owner.definition.parameters.filter(({ name }) => keeper.together.has(name));
    const handed = kept.flatMap((parameter) => argumentsFor(parameter, owner, call));
    if (!handed.includes(first.value) || !given || !handed.includes(given.value)) return [];
    return [
      {
        name: commandWord(text),
        framework: 'registry',
        within: program.definitionOf(site),
        handler,
        branch: null,
        file: call.file,
        line: call.call.line,
        parameters: parametersOf(handler),
        ...(keeper.read ? {} : { unrun: true }),
      },
    ];
  });
  if (found.length === 0) return [];
  const kind: Kind = program.filesOf().some((file) => readsArguments(program, file)) ? 'subcommand' : 'menu';
  // What a command registers itself tells its own arguments apart: `list done`.
  const handlers = new Set(found.map(({ handler }) => handler));
  return found.flatMap(({ within, ...one }) => (handlers.has(within) ? [] : [{ ...one, kind }]));
}

/** `this.commands.push({ pattern, handler })`, `self.handlers[word] = run`. */
function keeperOf(program: Program, owner: DefinitionRef): Keeper | null {
  const { file, id, definition } = owner;
  const { assignments, calls } = bodyOf(file, id);
  const puts: readonly { readonly store: Value; readonly parts: readonly Value[] }[] = [
    ...assignments.flatMap(({ target, value }) =>
      target.kind === 'index' && value ? [{ store: target.of, parts: [...target.index, value] }] : [],
    ),
    ...calls.flatMap((one) => {
      const call = file.calls[one];
      const parts = call ? calleeParts(call.callee) : null;
      return call && parts && PUTS.has(parts.name)
        ? [{ store: parts.of, parts: call.arguments.map(({ value }) => value) }]
        : [];
    }),
  ];
  for (const { store, parts } of puts) {
    if (store.kind !== 'name') continue;
    const named = new Set(
      parts.flatMap((part) =>
        valuesThroughCalls(part, file).flatMap((value) => (value.kind === 'name' ? value.name : [])),
      ),
    );
    const together = new Set(definition.parameters.flatMap(({ name }) => (named.has(name) ? name : [])));
    if (together.size < 2) continue;
    const read = writtenAnywhere(file).some(
      ({ value, site }) =>
        site.definition !== id &&
        value.kind === 'name' &&
        (value.name === store.name || value.name.startsWith(`${store.name}.`)) &&
        isAlive(program, site),
    );
    return { together, read };
  }
  return null;
}

import { actionOf } from '../../facts/cli/changes.ts';
import type { Command } from '../../facts/cli/commands/commands.ts';
import { effectsOf } from '../../facts/cli/effects.ts';
import { onlyTells } from '../../facts/cli/only-tells.ts';
import type { Facts } from '../../facts/facts.ts';
import { wordsOfName } from '../../reading/words.ts';
import { defineCheck, no, unsure, yes } from '../define.ts';

/** `update 3 --status done`: a general command whose own choices name the verb. */
function offersAsChoice(facts: Facts, command: Command, verbs: readonly string[]): boolean {
  const { handler } = command;
  if (
    !handler ||
    !wordsOfName(command.name).some((word) =>
      ['update', 'edit', 'set', 'status', 'mark', 'modify', 'change'].includes(word),
    )
  )
    return false;
  if (!command.parameters.some((name) => /status|state|done|complete/i.test(name))) return false;
  for (const ref of facts.program.reachable(handler)) {
    const { file, definition } = ref;
    for (const block of file.blocks) {
      if (block.definition !== ref.id || !block.test) continue;
      const text = JSON.stringify(block.test).toLowerCase();
      if (
        block.line >= definition.line &&
        block.line <= definition.endLine &&
        verbs.some((verb) => text.includes(`"${verb}`))
      )
        return true;
    }
  }
  return false;
}

/** The commands that say that they change something and only say so, where others do as they say. */
function idleOf({ program, commands }: Facts): ReadonlySet<Command> {
  const changing = commands.filter((command) => command.handler !== null && actionOf(command) !== null);
  const idle = changing.filter(({ handler }) => handler && onlyTells(program, handler));
  return new Set(idle.length < changing.length ? idle : []);
}

interface Hit {
  readonly action: string;
  readonly command: Command | undefined;
  /** By what it does alone. */
  readonly guessed?: true;
}

/** Where no word says so, what the other commands do: `forget` deletes. */
function byEffect(facts: Facts, commands: readonly Command[], named: readonly Hit[]): readonly Hit[] {
  if (named.every(({ command }) => command)) return named;
  const taken = new Set(named.map(({ command }) => command));
  const free = commands.filter((command) => command.handler && !taken.has(command));
  if (free.length === 0) return named;
  const effects = effectsOf(facts.program, facts.commands);
  return named.map((hit) => {
    const does = hit.command ? undefined : free.find((one) => [...effects(one)].join() === hit.action);
    return does ? { ...hit, command: does, guessed: true } : hit;
  });
}

export const commandVerbs = defineCheck({
  name: 'command-verbs',
  summary: 'The program offers commands for so many of the groups of verbs.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      groups: z
        .record(z.string(), z.array(z.string()).min(1))
        .describe('name of the action → words that a command for it may carry'),
      atLeast: z.number().int().min(1),
      interactive: z
        .boolean()
        .describe(
          'choices of a menu or prompt loop count too, and commands that are registered and never looked up',
        ),
    }),
  ask: (facts, { groups, atLeast, interactive }) => {
    const idle = idleOf(facts);
    const commands = facts.commands.filter(
      (command) => (interactive || (command.kind !== 'menu' && !command.unrun)) && !idle.has(command),
    );
    const named = Object.entries(groups).map(([action, verbs]) => ({
      action,
      command:
        commands.find((command) => wordsOfName(command.name).some((word) => verbs.includes(word))) ??
        commands.find((command) =>
          wordsOfName(command.handler?.definition.name ?? '').some((word) => verbs.includes(word)),
        ) ??
        commands.find((command) => verbs.includes(wordsOfName(command.name).join('-'))) ??
        commands.find((command) => offersAsChoice(facts, command, verbs)),
    }));
    const hits = byEffect(facts, commands, named);
    const evidence = hits.flatMap(({ command }) =>
      command ? [facts.evidence(command.file.path, command.line)] : [],
    );
    if (evidence.length >= atLeast) {
      const answer = yes(evidence);
      return hits.some(({ command, guessed }) => guessed || command?.guessed) ? unsure(answer) : answer;
    }
    const absent = hits.filter(({ command }) => !command).map(({ action }) => action);
    const menus =
      facts.commands.length > commands.length ? ' (choices of an interactive menu are no commands)' : '';
    const has = hits.flatMap(({ action, command }) =>
      command ? [{ what: action, at: facts.evidence(command.file.path, command.line) }] : [],
    );
    return no(
      `commands to ${Object.keys(groups).join(', ')}: not found ${absent.join(', ')}${menus}`,
      [],
      [{ kind: 'lacks', has, lacks: absent.map((one) => `a command to ${one}`) }],
    );
  },
});

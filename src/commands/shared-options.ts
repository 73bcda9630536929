/**
 * The options that belong to the program, and which command uses which. One that a command does not use is refused: a
 * gate that is not run must not look as if it had been.
 */
import type { Command, Option } from 'commander';
import { UserError } from '../errors.ts';

const USED = new WeakMap<Command, readonly string[]>();

/** Names of options as commander keys them: `failUnder`. Help shows these and no others. */
export function uses(command: Command, ...names: readonly string[]): Command {
  USED.set(command, names);
  return command.configureHelp({
    showGlobalOptions: names.length > 0,
    visibleGlobalOptions: (one) => usedBy(one),
  });
}

function usedBy(command: Command): Option[] {
  const names = USED.get(command);
  const all = command.parent === null ? [] : rootOf(command).options;
  return all.filter((one) => names === undefined || names.includes(one.attributeName()));
}

/** Throws a UserError for the first option that was given and would be ignored. */
export function refuseUnused(command: Command): void {
  if (!USED.has(command)) return;
  const root = rootOf(command);
  const used = usedBy(command);
  const given = root.options.find(
    (one) => !used.includes(one) && root.getOptionValueSource(one.attributeName()) === 'cli',
  );
  if (given === undefined) return;
  const name = pathOf(command);
  const flags = used.map(({ long }) => long).join(', ');
  throw mistake(
    `'${name}' does not use ${given.long}`,
    flags === ''
      ? 'Leave it out.'
      : `Leave it out; of the options of an audit it uses ${flags}. 'milestone-auditor help ${name}' tells all.`,
  );
}

/** An option of one value that is given twice, or given and taken back: the last one would win in silence. */
export function refuseTwice(command: Command): void {
  const seen = new Map<string, string>();
  for (const option of command.options) {
    if (option.parseArg !== undefined) continue;
    command.on(`option:${option.name()}`, () => {
      const before = seen.get(option.attributeName());
      seen.set(option.attributeName(), option.long ?? option.flags);
      if (before === undefined) return;
      throw before === option.long
        ? mistake(`${before} is given twice`, 'Give it once: only one value can count.')
        : mistake(`${before} and ${option.long} contradict each other`, 'Give one of the two.');
    });
  }
  for (const one of command.commands) refuseTwice(one);
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}

function pathOf(command: Command): string {
  const above = command.parent;
  return above?.parent ? `${pathOf(above)} ${command.name()}` : command.name();
}

function mistake(message: string, hint: string): UserError {
  return new UserError({ code: 'bad-option', message, hint, exitCode: 2 });
}

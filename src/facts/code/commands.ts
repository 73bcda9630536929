/** The commands that a program offers on the command line or in a menu, read off the linked program. */
import { classCommands } from './commands/classes.ts';
import type { Command } from './commands/command.ts';
import { comparedCommands } from './commands/compared.ts';
import { decoratedCommands } from './commands/decorated.ts';
import { parserCommands } from './commands/parsers.ts';
import type { Program } from './program.ts';

export type { Command } from './commands/command.ts';

/** Declared commands first: a comparison that only carries one out is not told twice. */
export function readCommands(program: Program): readonly Command[] {
  const found: Command[] = [];
  const known = new Set<string>();
  for (const reader of [decoratedCommands, parserCommands, classCommands, comparedCommands]) {
    for (const command of reader(program)) {
      const key = `${command.name}\0${command.kind === 'menu'}`;
      if (command.file.notebook || known.has(key)) continue;
      known.add(key);
      found.push(command);
    }
  }
  return found;
}

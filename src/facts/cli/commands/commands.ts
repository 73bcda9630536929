/** The commands that a program offers on the command line or in a menu, read off the linked program. */

import type { Program } from '../../../program/program.ts';
import { classCommands } from './classes.ts';
import type { Command } from './command.ts';
import { comparedCommands } from './compared.ts';
import { decoratedCommands } from './decorated.ts';
import { keptCommands } from './kept.ts';
import { parserCommands } from './parsers.ts';

export type { Command } from './command.ts';

/** Declared commands first: a comparison that only carries one out is not told twice. */
export function readCommands(program: Program): readonly Command[] {
  const found: Command[] = [];
  const known = new Set<string>();
  for (const reader of [decoratedCommands, parserCommands, classCommands, keptCommands, comparedCommands]) {
    for (const command of reader(program)) {
      const key = `${command.name}\0${command.kind === 'menu'}`;
      if (command.file.notebook || known.has(key)) continue;
      known.add(key);
      found.push(command);
    }
  }
  return found;
}

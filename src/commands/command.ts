/** How a command joins the command line: one function per command, listed in cli.ts. */
import type { Command } from 'commander';
import type { Installation } from './installation.ts';

export interface CommandLine {
  readonly program: Command;
  readonly here: Installation;
  /** Says with which code the program ends; without it, 0. */
  readonly exitWith: (code: number) => void;
}

export const EXIT = { fine: 0, gate: 1, usage: 2, nothing: 3, ours: 70 } as const;

/** Help text behind a command: examples that a reader can copy. Each one is run by a test. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** What an error of the program's own says. */

import { siteOf } from '../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { wordsOfName } from '../../reading/words.ts';
import { textOf } from './messages.ts';

/** The words in the name of an error class, and those that its constructor hands up. */
export function wordsOfError(program: Program, error: DefinitionRef): string {
  const maker = program.member(error, '__init__') ?? program.member(error, 'constructor');
  const handed = (maker ? program.callsIn(maker) : [])
    .filter((call) => isSuper(program, call))
    .flatMap((call) => call.call.arguments.map(({ value }) => textOf(value, siteOf(call), program)));
  return [...wordsOfName(error.definition.name), ...handed].join(' ');
}

/** `super().__init__(text)`, `super(text)`. */
function isSuper(program: Program, { file, call: { callee } }: CallRef): boolean {
  if (callee.kind === 'name') return callee.name === 'super';
  const of = callee.kind === 'member' && callee.of.kind === 'call' ? callee.of.call : null;
  return of !== null && program.nameOf(program.callOf(file, of)) === 'super';
}

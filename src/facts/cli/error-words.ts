/** What an error of the program's own says, and who catches it. */

import type { Block, CodeFile } from '../../program/file.ts';
import { siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
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

/** The errors that a handler names, those included that its function is handed: `except kinds as problem`. */
export function caughtBy(
  program: Program,
  file: CodeFile,
  { catches, definition }: Block,
): readonly string[] {
  const site = { file, definition };
  return catches.flatMap((name) => {
    const bound = name.includes('.') ? null : program.binding(name, site);
    const owner = bound?.binding.parameter ? program.definitionOf(bound.site) : null;
    const listed = bound?.binding.assignments[0]?.value;
    const given = owner
      ? program.callers(owner).flatMap(({ call }) => call.arguments.map(({ value }) => value))
      : listed?.kind === 'list'
        ? listed.items
        : [];
    const names = given.flatMap((value) => (value.kind === 'name' ? [value.name] : []));
    return names.length > 0 ? names.map(lastSegment) : [lastSegment(name)];
  });
}

/** Whether a handler that says "invalid input" can be entered because of what was typed. */

import { lastSegment } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { actionOf } from './changes.ts';
import type { Command } from './commands/commands.ts';
import { reachedFrom, reachedFromBlock } from './commands/runs.ts';
import type { Message } from './messages.ts';

/** Words that would fit any error: they say nothing of what was refused. */
const FITS_ANYTHING = /^[^a-z]*(invalid|bad|wrong) (input|values?|arguments?|data)[^a-z]*$/i;
/** What fails on a malformed value. One line each: extend here. */
const CONVERTS: ReadonlySet<string> = new Set(
  'int float Decimal UUID strptime fromisoformat parse Number BigInt'.split(' '),
);

/** Where a message stands in a handler: what its `try` leads to, the changing commands where it runs whatever it is given. */
function triedBefore(
  program: Program,
  commands: readonly Command[],
  { file, block }: Message,
): ReadonlySet<DefinitionRef> | null {
  const around = program.blocksAround(file, block).find(({ kind }) => kind === 'except');
  if (!around || around.of < 0) return null;
  const tried = reachedFromBlock(program, file, around.of);
  if (tried.size > 0) return tried;
  return new Set(
    commands
      .filter((command) => actionOf(command) !== null)
      .flatMap((command) => [...reachedFrom(program, command)]),
  );
}

/** False for a handler with words for any error, under which nothing refuses or converts what was typed. */
export function answersInput(
  program: Program,
  commands: readonly Command[],
  messages: readonly Message[],
  message: Message,
): boolean {
  if (message.file.language !== 'python' || !FITS_ANYTHING.test(message.text)) return true;
  const tried = triedBefore(program, commands, message);
  if (tried === null) return true;
  const { file } = message;
  const handler = program.blocksAround(file, message.block).find(({ kind }) => kind === 'except');
  const inTry = (call: { readonly block: number }) =>
    program.blocksAround(file, call.block).some((block) => block === file.blocks[handler?.of ?? -1]);
  const converts = ({ callee }: (typeof file.calls)[number]) =>
    (callee.kind === 'name' || callee.kind === 'member') && CONVERTS.has(lastSegment(callee.name));
  if (file.calls.some((call) => inTry(call) && converts(call))) return true;
  return (
    [...tried].some((ref) => program.callsIn(ref).some(({ call }) => converts(call))) ||
    messages.some((other) => {
      if (other.kind !== 'raise' || other.text === '') return false;
      const within = program.definitionOf(other);
      return within !== null && tried.has(within);
    })
  );
}

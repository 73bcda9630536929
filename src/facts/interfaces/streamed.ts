/** Text that is shown piece by piece behind a call. */
import type { CodeFile, Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { pausesIn, replays } from './replay.ts';
import type { Widget } from './widget.ts';

/** The call itself is in a value, or in what one of its names was assigned in the same function. */
function isMadeOf(file: CodeFile, value: Value, { id, call }: CallRef): boolean {
  const has = (one: Value): boolean =>
    valuesThroughCalls(one, file).some((part) => part.kind === 'call' && part.call === id);
  if (has(value)) return true;
  const names = new Set(
    valuesThroughCalls(value, file).flatMap((part) => (part.kind === 'name' ? [part.name] : [])),
  );
  return file.assignments.some(
    ({ target, value: made, definition }) =>
      made !== null &&
      definition === call.definition &&
      target.kind === 'name' &&
      names.has(target.name) &&
      has(made),
  );
}

/** The answer is shown piece by piece: `write_stream(…)`, a loop over it that writes to a place on the page. */
export function streamedAfter(
  program: Program,
  call: CallRef,
  beside: readonly Widget[],
): { readonly how: 'stream' | 'default'; readonly widget: Widget } | null {
  const { file } = call;
  const writer = beside.find(
    ({ kind, name, call: stream }) =>
      kind === 'stream' &&
      stream !== null &&
      (/\.stream_token$/.test(name) ||
        stream === call ||
        stream.call.arguments.some(({ value }) => isMadeOf(file, value, call))),
  );
  if (writer)
    return { how: writer.call && replaysIn(program, writer.call) ? 'default' : 'stream', widget: writer };
  for (const block of file.blocks) {
    if (block.kind !== 'for' || block.definition !== call.call.definition || !block.test) continue;
    if (block.line < call.call.line || !isMadeOf(file, block.test, call)) continue;
    const looped = beside.find(
      ({ kind, line }) =>
        line > block.line && line <= block.endLine && /^(?:text|message|stream)$/.test(kind),
    );
    if (looped) return { how: pausesIn(program, file, block) ? 'default' : 'stream', widget: looped };
  }
  return null;
}

/** What it is handed comes of a function that only waits between the words of a text. */
export function replaysIn(program: Program, { file, call }: CallRef): boolean {
  return call.arguments.some(({ value }) =>
    valuesThroughCalls(value, file).some((part) => {
      if (part.kind !== 'call') return false;
      return program
        .targetsOf(program.callOf(file, part.call))
        .some((target) => replays(program, target.file, target.id));
    }),
  );
}

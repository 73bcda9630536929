/** Whether and over what an answer is streamed. */

import { type Region, writtenIn } from '../../program/life/region.ts';
import { argument, lastName } from '../../program/link/calls.ts';
import { decoratorNames } from '../../program/link/qualified.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { Answering } from '../language-models/model-answers.ts';

export type Way = 'http' | 'websocket' | 'interface';

/** Events of sockets: the last part of the name. */
const SOCKET_SENDS =
  /(?:^|\.)(?:send_json|send_text|send_str|send_bytes|send|write_message|emit|group_send|sendText|broadcast)$/;
export function streamsOver(program: Program, answer: Answering): Way | null {
  const { region, models, route, via } = answer;
  const names = region.calls.map((call) => program.nameOf(call));
  const model =
    models.some((one) => one.streams) ||
    names.some((name) => program.means(name, 'llm.stream-handler')) ||
    readsTokens(region);
  if (!model) return null;
  if (via === 'interface' || via === 'terminal') return 'interface';
  const sends = names.some((name) => SOCKET_SENDS.test(name)) && comesInPieces(region);
  if (route?.method === 'WEBSOCKET' || isSocket(program, answer)) return sends ? 'websocket' : null;
  const decorated = route?.handler ? decoratorNames(program, route.handler) : [];
  const piecewise =
    decorated.some((name) => program.means(name, 'http.stream')) ||
    region.calls.some(
      (call, index) =>
        program.means(names[index] ?? '', 'http.stream') || isPlainStream(program, call, names[index] ?? ''),
    );
  return piecewise ? 'http' : null;
}

/** Methods that hand on each piece to a function. */
const EACH: ReadonlySet<string> = new Set(['on', 'forEach', 'pipe', 'pipeTo', 'pipeThrough', 'subscribe']);

/** Something is done for each piece: a loop, a generator, a function that is handed on. A list of all of them is one piece. */
function comesInPieces({ calls, definitions, places }: Region): boolean {
  return (
    [...definitions].some(({ definition }) => definition.generator) ||
    places.some(({ file, definition }) =>
      file.blocks.some((block) => block.kind === 'for' && block.definition === definition),
    ) ||
    calls.some(
      ({ call }) => EACH.has(methodOf(call)) && call.arguments.some(({ value }) => value.kind === 'function'),
    )
  );
}

function methodOf({ callee }: CallRef['call']): string {
  return lastName(callee);
}

/** `for token in response.response_gen`: only an answer of LlamaIndex that streams has one, wherever it was asked for. */
function readsTokens({ places }: Region): boolean {
  return places.some((site) =>
    writtenIn(site).some(
      ({ value }) =>
        (value.kind === 'name' || value.kind === 'member') &&
        /(?:^|\.)(?:async_)?response_gen$/.test(value.name),
    ),
  );
}

/** A handler of socket.io, ws or Channels: no route, but an event. */
function isSocket(program: Program, { via, file, line, region }: Answering): boolean {
  if (via !== 'job') return false;
  const isTaken = file.calls.some(
    (call, id) =>
      call.line === line && program.isFrom(program.nameOf(program.callOf(file, id)), 'socket.library'),
  );
  const files = [file, ...[...region.definitions].map((ref) => ref.file)];
  return (
    isTaken || files.some((one) => one.imports.some((item) => program.isFrom(item.module, 'socket.library')))
  );
}

/** Flask's `Response(generate(), mimetype="text/event-stream")`, Next's `new Response(stream)`. */
function isPlainStream(program: Program, call: Parameters<Program['nameOf']>[0], name: string): boolean {
  if (!/(?:^|\.)(?:Response|NextResponse)$/.test(name)) return false;
  const type = argument(call, 'mimetype') ?? argument(call, 'content_type') ?? argument(call, 'Content-Type');
  const text = type?.kind === 'literal' ? String(type.value) : '';
  const first = call.call.arguments[0]?.value;
  const stream = first?.kind === 'name' && /stream|readable|body|encoder/i.test(first.name);
  const generator =
    first?.kind === 'call' &&
    program.targetsOf(program.callOf(call.file, first.call)).some((ref) => ref.definition.generator);
  return /event-stream|ndjson|text\/plain/.test(text) ? generator || stream : generator || stream;
}

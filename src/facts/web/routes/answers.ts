/** What a route gives its caller. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { type Origin, returnedValues } from '../../../program/flow/flow.ts';
import { parameterNamed } from '../../../program/flow/parameters.ts';
import { firstSegment, lastSegment } from '../../../program/link/values.ts';
import { definitionsAround } from '../../../program/nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';

/** Methods of a response, a context or a socket that send what they are handed. */
const SENDERS = new Set(
  `json jsonp send write end render html text body send_json send_text send_bytes emit`.split(' '),
);

/**
 * The values that a route answers with: what its handler returns or yields, and what it hands to a response, context or
 * socket among its parameters (`res.json(…)`, `ctx.body = …`, `websocket.send_json(…)`), nested functions included.
 */
export function answersOf(program: Program, handler: DefinitionRef): readonly Origin[] {
  const sent = program.callsIn(handler).flatMap((ref) => (sends(ref) ? argumentsOf(ref) : []));
  const assigned = handler.file.assignments.flatMap(({ target, value, definition }): Origin[] => {
    if (!value || target.kind !== 'name' || !/^\w+\.body$/.test(target.name)) return [];
    if (!definitionsAround(handler.file, definition).includes(handler.id)) return [];
    return [{ value, site: { file: handler.file, definition } }];
  });
  return [...returnedValues(handler), ...sent, ...assigned];
}

function argumentsOf({ file, call }: CallRef): readonly Origin[] {
  return call.arguments.map(({ value }) => ({ value, site: { file, definition: call.definition } }));
}

/** A sending method of something that was handed in, however it is chained: `res.status(201).json(…)`. */
function sends({ file, call }: CallRef): boolean {
  const { callee } = call;
  if (callee.kind !== 'name' && callee.kind !== 'member') return false;
  if (!SENDERS.has(lastSegment(callee.name))) return false;
  const head = headOf(callee, file);
  return head !== null && parameterNamed(head, { file, definition: call.definition }) !== null;
}

function headOf(value: Value, file: CodeFile): string | null {
  let current = value;
  for (let step = 0; step < 20; step++) {
    if (current.kind === 'name') return firstSegment(current.name);
    if (current.kind === 'member') current = current.of;
    else if (current.kind === 'call') {
      const call = file.calls[current.call];
      if (!call) return null;
      current = call.callee;
    } else return null;
  }
  return null;
}

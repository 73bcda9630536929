/** Whom a call has work: an agent of one's own, or one of a library. */

import { siteOf } from '../../../program/link/calls.ts';
import { isKindOf } from '../../../program/link/subclasses.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { makesAgent } from './agents.ts';

/** The agent that a call has work, as something that can be counted; null where it is none. */
export function agentAsked(
  program: Program,
  ref: CallRef,
  own: ReadonlyMap<DefinitionRef, DefinitionRef>,
): DefinitionRef | string | null {
  const target = program.callee(ref);
  if (target.kind === 'definition') {
    const { file, definition } = target.ref;
    if (definition.kind === 'class' || /^__/.test(definition.name)) return null;
    const direct = own.get(target.ref);
    if (direct !== undefined && !makesAgentIn(program, target.ref)) return direct;
    const owner =
      definition.kind === 'method' ? program.definitionOf({ file, definition: definition.parent }) : null;
    if (owner === null) return null;
    const agent = own.get(owner);
    // A method that calls another of its own object stays with itself.
    if (agent !== undefined) return isOnSelf(ref) ? null : (receiverOf(ref) ?? agent);
    // Behind a base class or an interface: what it is called on tells them apart.
    return [...own.keys()].some((one) => isKindOf(program, one, owner)) ? receiverOf(ref) : null;
  }
  const name = program.nameOf(ref);
  const method = lastSegment(name);
  if (
    !/^(?:run|arun|run_sync|run_stream|invoke|ainvoke|stream|kickoff|generate|generate_reply|initiate_chat|chat|execute|generateReply)$/.test(
      method,
    )
  )
    return null;
  if (/^(?:agents|@openai\/agents)\.(?:Runner\.)?run/.test(name)) {
    const first = ref.call.arguments[0]?.value;
    return first?.kind === 'name' ? first.name : null;
  }
  return makesAgent(program, name.slice(0, -method.length - 1)) ? receiverOf(ref) : null;
}

/** In which role a function that takes any is asked: by what it was made as, and by the text or name that it is handed. */
export function voiceAsked(
  program: Program,
  ref: CallRef,
  voices: ReadonlySet<DefinitionRef>,
): string | null {
  const target = program.callee(ref);
  if (target.kind !== 'definition' || !voices.has(target.ref)) return null;
  if (target.ref.definition.kind === 'method') return null;
  const { callee, arguments: given } = ref.call;
  const said = given
    .map(({ value }) => program.constant(value, siteOf(ref)))
    .find((text) => typeof text === 'string');
  return `${callee.kind === 'name' ? callee.name : ''} ${said ?? ''}`;
}

function isOnSelf(ref: CallRef): boolean {
  return ref.call.callee.kind === 'name' && /^(?:self|this|cls)\.\w+$/.test(ref.call.callee.name);
}

/** What a method is called on: 'self.writer'. */
function receiverOf(ref: CallRef): string | null {
  const { callee } = ref.call;
  if (callee.kind !== 'name' || !callee.name.includes('.')) return null;
  const receiver = callee.name.slice(0, callee.name.lastIndexOf('.'));
  return /^(?:self|this)$/.test(receiver) ? null : receiver;
}

function makesAgentIn(program: Program, ref: DefinitionRef): boolean {
  return (
    program.callsIn(ref).some((call) => makesAgent(program, program.nameOf(call))) &&
    !program
      .callsIn(ref)
      .some((call) => /\.(?:run|invoke|ainvoke|kickoff|generate|stream)$/.test(program.nameOf(call)))
  );
}

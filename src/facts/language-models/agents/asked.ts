/** Whom a call has work: an agent of one's own, or one of a library. */

import type { Value } from '../../../program/file.ts';
import { originsOf } from '../../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { isKindOf } from '../../../program/link/subclasses.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { makesAgent } from './agents.ts';

/** A list of agents is short. */
const MOST_OBJECTS = 120;

/** The agent that a call has work, as something that can be counted; null where it is none. */
export function agentAsked(
  program: Program,
  ref: CallRef,
  own: ReadonlyMap<DefinitionRef, DefinitionRef>,
): DefinitionRef | string | null {
  const target = program.callee(ref);
  // `critic(note)`: an object that is called.
  if (target.kind === 'instance') return own.has(target.ref) ? writtenAs(ref.call.callee) : null;
  if (target.kind === 'unknown' && agentsBehind(program, ref, own).length > 0)
    return writtenAs(ref.call.callee);
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

/** Objects of one's own agents that a call may be made on, by where they are made: several of a list or a table. */
export function agentsBehind(
  program: Program,
  ref: CallRef,
  own: ReadonlyMap<DefinitionRef, DefinitionRef>,
): readonly CallRef[] {
  const { callee } = ref.call;
  const on = callee.kind === 'index' ? callee : calleeParts(callee)?.of;
  if (!on) return [];
  return originsOf(program, [{ value: on, site: siteOf(ref) }], { most: MOST_OBJECTS }).flatMap(
    ({ value, site }) => {
      if (value.kind !== 'call') return [];
      const made = program.callOf(site.file, value.call);
      const target = program.callee(made);
      if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') return [];
      return [...own.keys()].some((one) => isKindOf(program, target.ref, one)) ? [made] : [];
    },
  );
}

/** In a turn of a loop, or of a function that is handed on: the same call has another one work each time. */
export function isInTurn(program: Program, ref: CallRef): boolean {
  const [head = ''] = writtenAs(ref.call.callee).split('.');
  const bound = program.binding(head, siteOf(ref));
  const owner = bound && program.definitionOf(bound.site);
  return (
    bound?.binding.assignments.some(({ via }) => via === 'for') === true ||
    (owner?.definition.kind === 'lambda' && bound?.binding.parameter != null)
  );
}

function writtenAs(value: Value): string {
  if (value.kind === 'name') return value.name;
  return value.kind === 'index' || value.kind === 'member' ? writtenAs(value.of) : '';
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

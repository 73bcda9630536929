/** Who decides which agent is next: a graph, a team of a library, or a loop of the program's own. */
import type { Location } from '../../../model.ts';
import type { Value } from '../../../program/file.ts';
import { isRun } from '../../../program/life/runs.ts';
import { argument } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { type Agents, agentsOf, makesAgent } from './agents.ts';
import { TEAMS } from './libraries.ts';

export interface Teamwork extends Location {
  /** 'flow': control flow with state between agents. 'sequence': one after the other. */
  readonly kind: 'flow' | 'sequence';
}

const STEERS: ReadonlySet<string> = new Set(['for', 'while', 'if', 'else', 'case']);
const TOGETHER = /(?:^|\.)(?:gather|TaskGroup|Promise\.all(?:Settled)?|as_completed)$/;
const COMPILES = /(?:^|\.)compile$/;

export function teamworkOf(facts: Facts): readonly Teamwork[] {
  const agents = agentsOf(facts);
  return [
    ...graphs(facts, agents),
    ...teams(facts.program),
    ...workflows(facts, agents),
    ...byHand(facts, agents),
  ];
}

/** Graphs with two nodes that think; with one, the graph is a pipeline around a model. */
function graphs({ program }: Facts, { nodes }: Agents): readonly Teamwork[] {
  const byPlace = new Map<string, (typeof nodes)[number][]>();
  for (const node of nodes) {
    const key = `${node.path}:${node.call.call.definition}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), node]);
  }
  return [...byPlace.values()].flatMap((group): readonly Teamwork[] => {
    const [first] = group;
    if (first === undefined || group.length < 2) return [];
    const { file } = first.call;
    const compiled = file.calls.some(
      (_, id) =>
        COMPILES.test(program.nameOf(program.callOf(file, id))) ||
        lastSegment(program.nameOf(program.callOf(file, id))) === 'compile',
    );
    if (!compiled || !isRun(program, first.call)) return [];
    const thinking = group.filter((one) => one.thinks);
    const places = (thinking.length > 0 ? thinking : group).slice(0, 3);
    return places.map(({ path, line }) => ({ path, line, kind: thinking.length >= 2 ? 'flow' : 'sequence' }));
  });
}

/** A library's team of at least two. */
function teams(program: Program): readonly Teamwork[] {
  return TEAMS.flatMap(([pattern, name]) =>
    program
      .callsTo([pattern])
      .filter((ref) => ref.call.form !== 'jsx' && isRun(program, ref))
      .filter((ref) => {
        if (name === '') return true;
        const list =
          argument(ref, name) ??
          (/Chat|teams\./.test(pattern) ? (ref.call.arguments[0]?.value ?? null) : null);
        return list !== null && severalIn(program, list, ref);
      })
      .map(({ file, call }): Teamwork => ({ path: file.path, line: call.line, kind: 'flow' })),
  );
}

function severalIn(program: Program, value: Value, { file, call }: CallRef): boolean {
  const target = value.kind === 'name' ? program.resolve(value, { file, definition: call.definition }) : null;
  const list = target?.kind === 'value' ? target.value : value;
  // A handoff to one is control flow already; of a list that is made elsewhere nobody can say that it is empty.
  return list.kind !== 'list' || list.items.length >= 1;
}

/** LlamaIndex' workflows and CrewAI's flows: classes whose methods are steps. */
function workflows({ program }: Facts, { thinks }: Agents): readonly Teamwork[] {
  return program.definitions('application').flatMap((ref): readonly Teamwork[] => {
    const { definition, file } = ref;
    if (
      definition.kind !== 'class' ||
      !program.ancestors(ref).some((base) => /(?:^|\.)(?:Workflow|Flow)$/.test(base))
    )
      return [];
    const steps = program
      .definitions('application')
      .filter(
        (one) =>
          one.file === file && one.definition.parent === ref.id && one.definition.decorators.length > 0,
      );
    const thinking = steps.filter(thinks);
    if (steps.length < 2) return [];
    return [{ path: file.path, line: definition.line, kind: thinking.length >= 2 ? 'flow' : 'sequence' }];
  });
}

/** One function that has several agents work: in a loop or by a decision, or one after the other. */
function byHand({ program }: Facts, agents: Agents): readonly Teamwork[] {
  const own = new Map<DefinitionRef, DefinitionRef>();
  for (const { definition } of agents.list) if (definition !== null) own.set(definition, definition);
  const found: Teamwork[] = [];
  for (const ref of program.definitions('application')) {
    const { definition, file } = ref;
    if (!/^(?:function|method)$/.test(definition.kind) || file.notebook) continue;
    const calls = program.callsIn(ref).filter((call) => call.call.form !== 'jsx');
    const asked = calls.flatMap((call) => {
      const whom = agentAsked(program, call, own);
      return whom === null ? [] : [{ call, whom }];
    });
    const whom = new Set(asked.map((one) => one.whom));
    if (whom.size < 2 || !asked.some(({ call }) => isRun(program, call))) continue;
    // At the same time, to be put together afterwards: `gather(a.run(), b.run())`.
    const parallel = calls.some(
      (call) =>
        TOGETHER.test(program.nameOf(call)) &&
        call.call.endLine >= call.call.line &&
        asked.filter(
          (one) => one.call.call.line >= call.call.line && one.call.call.endLine <= call.call.endLine,
        ).length >= 2,
    );
    const steered =
      parallel ||
      asked.some(({ call }) =>
        program.blocksAround(file, call.call.block).some(({ kind }) => STEERS.has(kind)),
      );
    for (const { call } of asked.slice(0, 2))
      found.push({ path: file.path, line: call.call.line, kind: steered ? 'flow' : 'sequence' });
  }
  return found;
}

/** The agent that a call has work, as something that can be counted; null where it is none. */
function agentAsked(
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
    const base = owner.definition.qualifiedName;
    return [...own.keys()].some((one) => program.ancestors(one).includes(base)) ? receiverOf(ref) : null;
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
  return makesAgent(name.slice(0, -method.length - 1)) ? receiverOf(ref) : null;
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
    program.callsIn(ref).some((call) => makesAgent(program.nameOf(call))) &&
    !program
      .callsIn(ref)
      .some((call) => /\.(?:run|invoke|ainvoke|kickoff|generate|stream)$/.test(program.nameOf(call)))
  );
}

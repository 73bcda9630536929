/** Who decides which agent is next: a graph, a team of a library, or a loop of the program's own. */

import type { Location } from '../../../model.ts';
import { type Argument, type Block, type CodeFile, MODULE, type Value } from '../../../program/file.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { definedIn } from '../../../program/link/bodies.ts';
import { argument, calleeParts, siteAround, siteOf } from '../../../program/link/calls.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { type Agents, agentsOf } from './agents.ts';
import { agentAsked, agentsBehind, isInTurn, voiceAsked } from './asked.ts';
import { voicesOf } from './told.ts';

export interface Teamwork extends Location {
  /** 'flow': control flow with state between agents. 'sequence': one after the other. */
  readonly kind: 'flow' | 'sequence';
}

const STEERS: ReadonlySet<string> = new Set(['for', 'while', 'if', 'else', 'case']);
const TOGETHER = /(?:^|\.)(?:gather|TaskGroup|Promise\.all(?:Settled)?|as_completed)$/;
/** Edges that ask the state, and nodes that name the next one. */
const BRANCHES =
  /^(?:add_?conditional_?edges|Command|Send|add_?switch_case_edge_group|add_?fan_?out_edges)$/i;
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
    if (!compiled || !isAlive(program, siteOf(first.call))) return [];
    const thinking = group.filter((one) => one.thinks);
    const places = (thinking.length > 0 ? thinking : group).slice(0, 3);
    const kind = thinking.length >= 2 && branches(program, file) ? 'flow' : 'sequence';
    return places.map(({ path, line }) => ({ path, line, kind }));
  });
}

/** What runs next depends on the state, or two nodes start from one and run side by side. */
function branches(program: Program, file: CodeFile): boolean {
  const sources = new Set<string>();
  return file.calls.some((call, id) => {
    const name = lastSegment(program.nameOf(program.callOf(file, id)));
    if (BRANCHES.test(name)) return true;
    const [from] = call.arguments;
    if (!/^add_?edge$/i.test(name) || from === undefined) return false;
    const source = JSON.stringify({ ...from.value, line: 0 });
    return sources.has(source) || !sources.add(source);
  });
}

/** A library's team of at least two. */
function teams(program: Program): readonly Teamwork[] {
  const alone = program.callsAs('agent.teamwork');
  const listed = program.callsAs('agent.team').filter((ref) => {
    const list = program.argumentOf(ref, 'members');
    return list !== null && severalIn(program, list, ref);
  });
  return [...alone, ...listed]
    .filter((ref) => ref.call.form !== 'jsx' && isAlive(program, siteOf(ref)))
    .map(
      (ref): Teamwork => ({
        path: ref.file.path,
        line: ref.call.line,
        kind: inFixedOrder(program, ref) ? 'sequence' : 'flow',
      }),
    );
}

/** A crew works off its tasks in their order where nobody manages it, delegates or works beside another. */
function inFixedOrder(program: Program, ref: CallRef): boolean {
  const name = program.nameOf(ref);
  if (/Sequential(?:Agent|Orchestration)$/.test(name)) return true;
  if (!/(?:^|\.)Crew$/.test(name)) return false;
  const order = argument(ref, 'process');
  const said = order?.kind === 'name' ? lastSegment(order.name) : '';
  if (said !== '' && said !== 'sequential') return false;
  if (argument(ref, 'manager_llm') !== null || argument(ref, 'manager_agent') !== null) return false;
  const on = ({ name: key, value }: Argument): boolean =>
    /^(?:allow_delegation|async_execution|planning)$/.test(key ?? '') &&
    value.kind === 'literal' &&
    value.value === true;
  return !program.calls().some(({ call }) => call.arguments.some(on));
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
    if (definition.kind !== 'class' || !descendsAs(program, ref, 'agent.workflow')) return [];
    const steps = definedIn(program, ref).filter((one) => one.definition.decorators.length > 0);
    const thinking = steps.filter(thinks);
    if (steps.length < 2) return [];
    return [{ path: file.path, line: definition.line, kind: thinking.length >= 2 ? 'flow' : 'sequence' }];
  });
}

/** One function that has several agents work: in a loop or by a decision, or one after the other. */
function byHand(facts: Facts, agents: Agents): readonly Teamwork[] {
  const { program } = facts;
  const own = new Map<DefinitionRef, DefinitionRef>();
  const voices = voicesOf(facts);
  for (const voice of voices) {
    const holder = program.definitionOf(siteAround(voice));
    if (holder?.definition.kind === 'class') own.set(holder, holder);
  }
  for (const { definition } of agents.list) if (definition !== null) own.set(definition, definition);
  const found: Teamwork[] = [];
  for (const { file, calls } of bodies(program)) {
    const asked = calls.flatMap((call) => {
      const whom = voiceAsked(program, call, voices) ?? agentAsked(program, call, own);
      return whom === null ? [] : [{ call, whom }];
    });
    const whom = new Set(asked.map((one) => one.whom));
    if (whom.size === 1)
      found.push(
        ...inTurn(
          program,
          own,
          asked.map(({ call }) => call),
        ),
      );
    if (whom.size < 2 || !asked.some(({ call }) => isAlive(program, siteOf(call)))) continue;
    // At the same time, to be put together afterwards: `gather(a.run(), b.run())`.
    const parallel = calls.some(
      (call) =>
        TOGETHER.test(program.nameOf(call)) &&
        call.call.endLine >= call.call.line &&
        asked.some(
          (one) => one.call.call.line >= call.call.line && one.call.call.endLine <= call.call.endLine,
        ),
    );
    const steered = parallel || asked.some(({ call }) => isSteered(program, call));
    for (const { call } of asked.slice(0, 2))
      found.push({ path: file.path, line: call.call.line, kind: steered ? 'flow' : 'sequence' });
  }
  return found;
}

/** A loop or a decision stands around it; a loop over the agents themselves only puts them in their order. */
function isSteered(program: Program, ref: CallRef): boolean {
  const [nearest, ...others] = program
    .blocksAround(ref.file, ref.call.block)
    .filter(({ kind }) => STEERS.has(kind));
  return nearest !== undefined && (others.length > 0 || !isTurn(program, nearest, ref));
}

/** A round of the loop is a turn of one of the agents: the loop is over them, or was written out over them. */
function isTurn(program: Program, { kind, test }: Block, ref: CallRef): boolean {
  if (kind !== 'for') return false;
  if (isInTurn(program, ref)) return true;
  const over = test?.kind === 'name' ? program.resolve(test, siteOf(ref)) : null;
  const list = over?.kind === 'value' ? over.value : test;
  const on = calleeParts(ref.call.callee)?.of ?? ref.call.callee;
  return (
    list != null &&
    on.kind === 'name' &&
    valuesWithin(list).some((part) => part.kind === 'name' && part.name === on.name)
  );
}

/** One call that has several agents work: each of a list in its turn, or the one of a table that something else names. */
function inTurn(
  program: Program,
  own: ReadonlyMap<DefinitionRef, DefinitionRef>,
  calls: readonly CallRef[],
): readonly Teamwork[] {
  const [first] = calls;
  if (!first || !isAlive(program, siteOf(first))) return [];
  if (new Set(calls.flatMap((call) => agentsBehind(program, call, own))).size < 2) return [];
  const picked = first.call.callee.kind === 'index';
  // A loop over a list that is written out is read as a call for each.
  if (!picked && calls.length < 2 && !isInTurn(program, first)) return [];
  return [{ path: first.file.path, line: first.call.line, kind: picked ? 'flow' : 'sequence' }];
}

/** The calls of each function, and of each file's own top level. */
function bodies(
  program: Program,
): readonly { readonly file: CodeFile; readonly calls: readonly CallRef[] }[] {
  const functions = program
    .definitions('application')
    .filter(({ definition, file }) => /^(?:function|method)$/.test(definition.kind) && !file.notebook)
    .map((ref) => ({ file: ref.file, calls: program.callsIn(ref) }));
  const tops = program
    .filesOf()
    .filter((file) => !file.notebook)
    .map((file) => ({
      file,
      calls: file.calls.flatMap((call, id) =>
        isTop(file, call.definition) ? [program.callOf(file, id)] : [],
      ),
    }));
  return [...functions, ...tops].map(({ file, calls }) => ({
    file,
    calls: calls.filter((call) => call.call.form !== 'jsx'),
  }));
}

/** At the top level, or in a lambda that is written there. */
function isTop(file: CodeFile, definition: number): boolean {
  const around = file.definitions[definition];
  return definition === MODULE || (around?.kind === 'lambda' && isTop(file, around.parent));
}

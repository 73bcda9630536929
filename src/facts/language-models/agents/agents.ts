/** Agents of the program, made by a library or by hand, and what they are told. Tables are in facts/language-models/agents/libraries.ts. */

import type { Location } from '../../../model.ts';
import type { Value } from '../../../program/file.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { descendantsOf } from '../../../program/link/subclasses.ts';
import { firstSegment, lastSegment, valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { hasAsked, isLikely, ownAgents } from './own.ts';

export interface Agent extends Location {
  /** The library's call, or null for one made by hand. */
  readonly call: CallRef | null;
  /** The definition that is the agent, or that makes it. */
  readonly definition: DefinitionRef | null;
  /** How many are made here: a factory makes one for each of its calls. */
  readonly copies: number;
}

export interface Node extends Location {
  readonly call: CallRef;
  /** The functions behind the node; none where it is a ready-made agent or chain. */
  readonly definitions: readonly DefinitionRef[];
  /** It runs a model or an agent. */
  readonly thinks: boolean;
}

export interface Agents {
  readonly list: readonly Agent[];
  /** Nodes of graphs, by file and line. */
  readonly nodes: readonly Node[];
  /** A model or an agent is given tools here. */
  readonly tools: readonly Location[];
  /** Whether a definition runs a model, directly or not. */
  readonly thinks: (ref: DefinitionRef) => boolean;
  /** Whether a call runs a model. */
  readonly asks: (call: CallRef) => boolean;
}

const remembered = new WeakMap<Facts, Agents>();
export function agentsOf(facts: Facts): Agents {
  const known = remembered.get(facts) ?? readAgents(facts);
  remembered.set(facts, known);
  return known;
}

function readAgents(facts: Facts): Agents {
  const { program } = facts;
  const chats = new Set(facts.models.filter(({ purpose }) => purpose === 'chat').map(({ call }) => call));
  const made = new Set(
    program
      .callsAs('agent.maker')
      .filter(({ call, file }) => call.form !== 'jsx' && program.role(file) === 'application'),
  );
  // A provider behind an interface is not followed: what it is called says enough, where the program has a model.
  const asksModel = (call: CallRef): boolean => chats.size > 0 && isLikely(program, call);
  const answers = new Map<DefinitionRef, boolean>();
  const thinks = (ref: DefinitionRef): boolean => {
    const before = answers.get(ref);
    if (before !== undefined) return before;
    const answer =
      program.reach(ref, (call) => chats.has(call) || made.has(call) || asksModel(call)) !== null;
    answers.set(ref, answer);
    return answer;
  };
  // A route that talks to a model is an endpoint.
  const handlers = facts.routes.map(({ handler }) => handler);
  const library = [...made]
    .filter((call) => isAlive(program, siteOf(call)) && facts.interfaces.isLive(call.file))
    .map((call) => libraryAgent(program, call));
  return {
    list: [
      ...library,
      ...ownAgents(
        program,
        thinks,
        (call) => chats.has(call) || asksModel(call),
        new Set([...library.map(({ definition }) => definition), ...handlers]),
      ),
    ],
    nodes: nodesOf(program, thinks),
    tools: toolsOf(program, [...made]),
    thinks,
    asks: (call) => chats.has(call) || asksModel(call) || hasAsked(program, call, thinks),
  };
}

function libraryAgent(program: Program, ref: CallRef): Agent {
  const { file, call } = ref;
  const definition = program.definitionOf({ file, definition: call.definition });
  return {
    path: file.path,
    line: call.line,
    call: ref,
    definition,
    copies: copiesOf(program, ref, definition),
  };
}

/** A factory hands what it is given to the agent; so does the constructor of a class. */
function copiesOf(program: Program, ref: CallRef, maker: DefinitionRef | null): number {
  const { file, call } = ref;
  const repeated = program
    .blocksAround(file, call.block)
    .some(({ kind }) => kind === 'for' || kind === 'while');
  if (repeated || isMadeInRounds(ref)) return 2;
  if (maker === null) return 1;
  const given = new Set(
    maker.definition.parameters
      .map(({ name }) => name)
      .filter((name) => !/^(?:self|cls|llm|model|config|settings|tools?)$/.test(name)),
  );
  const own = call.arguments.some(({ value }) =>
    valuesThroughCalls(value, file).some(
      (part) =>
        part.kind === 'name' &&
        (given.has(firstSegment(part.name)) ||
          /^(?:self|this)\.(?:name|role|prompt|system_?\w*|instructions?|goal)/i.test(part.name)),
    ),
  );
  if (!own) return 1;
  const owner =
    maker.definition.kind === 'method'
      ? program.definitionOf({ file, definition: maker.definition.parent })
      : null;
  return Math.max(1, owner === null ? program.callers(maker).length : instancesOf(program, owner));
}

/** `[Agent(name, …) for name, … in roles.items()]`. */
function isMadeInRounds({ file, id, call: { definition } }: CallRef): boolean {
  const written = [
    ...file.assignments,
    ...file.statements,
    ...file.calls.flatMap((one) => one.arguments.map(({ value }) => ({ value, definition: one.definition }))),
  ];
  return written.some(
    ({ value, definition: at }) =>
      at === definition &&
      value !== null &&
      valuesWithin(value).some(
        (part) =>
          part.kind === 'operation' &&
          part.operator === 'comprehension' &&
          part.operands[0] !== undefined &&
          valuesWithin(part.operands[0]).some((one) => one.kind === 'call' && one.call === id),
      ),
  );
}

/** Calls that build a class or one of its subclasses. */
function instancesOf(program: Program, owner: DefinitionRef): number {
  const kin = new Set([owner, ...descendantsOf(program, owner)]);
  return program.calls().filter((call) => {
    const target = program.callee(call);
    return target.kind === 'definition' && kin.has(target.ref);
  }).length;
}

function nodesOf(program: Program, thinks: (ref: DefinitionRef) => boolean): readonly Node[] {
  return program
    .callsAs('agent.node')
    .filter(({ call }) => call.form !== 'jsx')
    .map((ref): Node => {
      const { file, call } = ref;
      const site = { file, definition: call.definition };
      const values = call.arguments.flatMap(({ value }) => valuesThroughCalls(value, file));
      const definitions = values.flatMap((value) => definitionsBehind(program, value, site));
      const ready =
        call.arguments.length > 1 &&
        definitions.length === 0 &&
        !values.some((value) => isToolNode(program, value, site));
      return {
        path: file.path,
        line: call.line,
        call: ref,
        definitions,
        thinks: ready || definitions.some(thinks),
      };
    });
}

/** A node that only runs the tools which the model asked for. */
function isToolNode(program: Program, value: Value, site: Site): boolean {
  if (value.kind === 'call')
    return /ToolNode|ToolExecutor/.test(program.nameOf(program.callOf(site.file, value.call)));
  if (value.kind !== 'name') return false;
  const target = program.resolve(value, site);
  return target.kind === 'external' && /ToolNode|ToolExecutor/.test(target.name);
}

function definitionsBehind(
  program: Program,
  value: Value,
  site: Parameters<Program['resolve']>[1],
): readonly DefinitionRef[] {
  if (value.kind === 'function')
    return program.definitionOf({ file: site.file, definition: value.definition }) === null
      ? []
      : [program.definitionOf({ file: site.file, definition: value.definition }) as DefinitionRef];
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const target = program.resolve(value, site);
  if (target.kind === 'definition') return [target.ref];
  if (target.kind !== 'instance') return [];
  // An object that is a node is called: `__call__`, `run`, `invoke`.
  const run = ['__call__', 'run', 'invoke', 'execute', 'arun'].flatMap(
    (name) => program.member(target.ref, name) ?? [],
  );
  return run.length > 0 ? run : [target.ref];
}

function toolsOf(program: Program, made: readonly CallRef[]): readonly Location[] {
  const calls = [
    ...program.callsAs('agent.tools'),
    ...made.filter(({ call }) =>
      call.arguments.some(
        ({ name, value }) =>
          /tools?$/i.test(name ?? '') && !(value.kind === 'list' && value.items.length === 0),
      ),
    ),
    ...program.calls().filter((ref) => isChatWithTools(program, ref)),
  ];
  return calls.map(({ file, call }) => ({ path: file.path, line: call.line }));
}

/** `chat.completions.create(tools=…)`, `generateText({ tools })`. */
function isChatWithTools(program: Program, ref: CallRef): boolean {
  const name = lastSegment(program.nameOf(ref));
  if (!/^(?:create|chat|generateText|streamText|generateContent|generate_content|completion)$/.test(name))
    return false;
  return ref.call.arguments.some(
    ({ name: key, value }) =>
      key === 'tools' ||
      (value.kind === 'dict' &&
        value.entries.some((entry) => entry.key?.kind === 'literal' && entry.key.value === 'tools')),
  );
}

/** Whether a call makes an agent. */
export function makesAgent(program: Program, name: string): boolean {
  return program.means(name, 'agent.maker');
}

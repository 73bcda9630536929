/** Agents made by hand: functions and classes that run a model in a role of their own. */

import { takenAt } from '../../../program/life/taken.ts';
import { isKindOf } from '../../../program/link/subclasses.ts';
import { definitionsWithin } from '../../../program/nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Agent } from './agents.ts';
import { toldApart } from './instances.ts';
import { ROLE, textsIn } from './prompts.ts';

/** Not an agent itself, but something that makes, runs or holds one. */
const AROUND =
  /^_{0,2}(?:create|make|build|get|init|run|start|stop|resume|pause|cancel|delete|update|save|set_?up|load|list|register|new|call|invoke|ask|execute|handle|test|main|base|abstract)|(?:factory|manager|registry|executor|runner|provider|client|service|llm|gateway|wrapper|model|config|state|request|response|schema|error|type|props|base)$/i;
/** What stands before a model and talks for everybody. */
const MODEL_ITSELF = /(?:provider|client|gateway|wrapper|llm|llm_?service|(?:chat|language)_?model)$/i;
/** A try of the program in its own files. */
const TRIES = /^_{0,2}(?:test|demo|example)_/;
const NAMED =
  /agent|researcher|planner|writer|critic|reviewer|analy[sz]er|analyst|summari[sz]er|editor|supervisor|orchestrator|coordinator|fact_?checker|verifier|synthesi[sz]er/i;
const AGENT_FOLDER = /(?:^|\/)(?:\w+_)?agents?\//i;

const ASKS =
  /^(?:a?generate|a?complete|a?chat|a?ask|a?invoke|a?call|a?predict|prompt|stream|a?run|infer|send_?message)(?:_?(?:text|response|answer|completion|chat|json|structured|content|with_?\w+|async|sync))?$/i;
const MODEL_WORDS =
  /(?:^|[._])(?:llm|model|chat_?model|provider|language_?model|gpt|claude|gemini|openai|anthropic|groq|ollama|ai)(?:_?(?:client|provider|service|gateway|api|model))?$/i;

/** `self.llm_provider.generate(prompt)`, where the receiver was not found. */
export function isLikely(program: Program, ref: CallRef): boolean {
  const { callee } = ref.call;
  if (callee.kind !== 'name' || !callee.name.includes('.')) return false;
  const { kind } = program.callee(ref);
  // An attribute that a base class from outside may have: nobody knows what it is.
  if (kind !== 'unknown' && !(kind === 'external' && /^(?:self|this)\./.test(callee.name))) return false;
  const dot = callee.name.lastIndexOf('.');
  return ASKS.test(callee.name.slice(dot + 1)) && MODEL_WORDS.test(callee.name.slice(0, dot));
}

/** `self.llm.complete(prompt)`, where it is a method of the program's own. */
export function hasAsked(program: Program, ref: CallRef, thinks: (ref: DefinitionRef) => boolean): boolean {
  const target = program.callee(ref);
  return target.kind === 'definition' && ASKS.test(target.ref.definition.name) && thinks(target.ref);
}

/** Functions and classes that run a model in a role of their own. */
export function ownAgents(
  program: Program,
  thinks: (ref: DefinitionRef) => boolean,
  chats: (call: CallRef) => boolean,
  /** What is no agent: makers of a library's, handlers of routes. */
  others: ReadonlySet<DefinitionRef | null>,
): readonly Agent[] {
  const found = new Map<DefinitionRef, Agent>();
  const roles = new Set<string>();
  for (const ref of program.definitions('application')) {
    const { definition, file } = ref;
    if (
      !/^(?:function|method|lambda)$/.test(definition.kind) ||
      file.notebook ||
      others.has(ref) ||
      TRIES.test(definition.name)
    )
      continue;
    const owner =
      definition.kind === 'method' ? program.definitionOf({ file, definition: definition.parent }) : null;
    const shown = owner ?? ref;
    if (
      found.has(shown) ||
      others.has(shown) ||
      (shown.definition.kind === 'class' && MODEL_ITSELF.test(shown.definition.name))
    )
      continue;
    const texts = [...textsIn(program, shown), ...textsBehind(program, shown, thinks)];
    const role = texts.find((text) => ROLE.test(text));
    const named =
      (NAMED.test(shown.definition.name) || AGENT_FOLDER.test(file.path)) &&
      !AROUND.test(shown.definition.name);
    const called = named && /agent/i.test(shown.definition.name);
    if (role === undefined && !called && !(named && texts.some((text) => text.length > 60))) continue;
    // The same role in two functions is one agent.
    if (role !== undefined && roles.has(role)) continue;
    const method = owner !== null && definition.name !== '__init__' && definition.name !== 'constructor';
    if (!(owner === null || method) || !thinks(ref) || onlyStarts(program, ref, thinks, chats)) continue;
    if (role !== undefined) roles.add(role);
    found.set(shown, {
      path: file.path,
      line: shown.definition.line,
      call: null,
      definition: shown,
      copies: toldApart(program, shown, chats),
    });
  }
  return atWork(program, found);
}

/** What is told on a class's behalf: texts of functions that ask a model, and that nothing but its methods calls. */
function textsBehind(
  program: Program,
  { file, id, definition }: DefinitionRef,
  thinks: (ref: DefinitionRef) => boolean,
): readonly string[] {
  if (definition.kind !== 'class') return [];
  const own = definitionsWithin(file, id);
  const isOwn = (call: CallRef): boolean => call.file === file && own.has(call.call.definition);
  const behind = new Set<DefinitionRef>();
  for (const call of file.calls.keys()) {
    const ref = program.callOf(file, call);
    const target = isOwn(ref) ? program.callee(ref) : null;
    if (target?.kind === 'definition' && target.ref.file !== file && thinks(target.ref))
      behind.add(target.ref);
  }
  return [...behind]
    .filter((ref) => program.callers(ref).every(isOwn))
    .flatMap((ref) => textsIn(program, ref));
}

/**
 * Without the classes that only others extend, or that nothing builds where others are built: where none is, they are made
 * in a way that is not followed.
 */
function atWork(program: Program, found: ReadonlyMap<DefinitionRef, Agent>): readonly Agent[] {
  const all = [...found.keys()];
  const isClass = (ref: DefinitionRef): boolean => ref.definition.kind === 'class';
  const isExtended = (ref: DefinitionRef): boolean =>
    all.some((one) => one !== ref && isKindOf(program, one, ref));
  const isBuilt = (ref: DefinitionRef): boolean =>
    isExtended(ref) ? constructs(program, ref) : takenAt(program, ref) !== null;
  const built = new Set(all.filter((ref) => isClass(ref) && isBuilt(ref)));
  if (built.size === 0) return [...found.values()];
  return all.flatMap((ref) => (isClass(ref) && !built.has(ref) ? [] : (found.get(ref) ?? [])));
}

function constructs(program: Program, ref: DefinitionRef): boolean {
  return program.calls().some((call) => {
    const target = program.callee(call);
    return target.kind === 'definition' && target.ref === ref;
  });
}

const MAKES =
  /^(?:create|make|build|get|init|compile|set_?up)_?\w{0,20}(?:agent|graph|workflow|app|crew|chain|executor)/i;
const WHOLE = /compile|graph|workflow|crew|kickoff|\bapp\b|executor|agent/i;

/** It makes an agent or a graph elsewhere and has it run: the role that it hands over is that one's. */
function onlyStarts(
  program: Program,
  ref: DefinitionRef,
  thinks: (ref: DefinitionRef) => boolean,
  chats: (call: CallRef) => boolean,
): boolean {
  const calls = program.callsIn(ref);
  const made = calls.some((call) => {
    const target = program.callee(call);
    return target.kind === 'definition' && MAKES.test(target.ref.definition.name) && thinks(target.ref);
  });
  const asks = calls.some((call) => {
    const target = program.callee(call);
    if (target.kind === 'definition') return !MAKES.test(target.ref.definition.name) && thinks(target.ref);
    return chats(call) && !WHOLE.test(program.nameOf(call));
  });
  return made && !asks;
}

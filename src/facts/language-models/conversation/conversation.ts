/** Whether earlier turns of a conversation reach the next answer, and where they are kept. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { firstSegment } from '../../../program/link/values.ts';
import { definitionsAround } from '../../../program/nesting.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Route } from '../../web/routes/routes.ts';
import type { Answering } from '../model-answers.ts';
import type { ModelCall } from '../models/language-models.ts';
import { HISTORY, type Kept, SESSION_STATE, TURNS } from './memories.ts';
import { isOneTurn } from './one-turn.ts';
import { asksSql, isRead, speaksOf } from './store-reads.ts';
import { storeReads, turnsOf } from './turns.ts';
import { textOf } from './words.ts';

export type { Kept } from './memories.ts';

export interface Remembered {
  readonly kept: Kept;
  readonly file: CodeFile;
  readonly line: number;
}

/** What earlier turns flow into a model, by place. */
export function readConversation(
  program: Program,
  answers: readonly Answering[],
  routes: readonly Route[],
): readonly Remembered[] {
  const found: Remembered[] = [];
  const handlers = new Set(routes.flatMap((route) => route.handler ?? []));
  const seen = new Set<CallRef>();
  const models = answers.flatMap((answer) => answer.models);
  const turns = turnsOf(program, models);
  found.push(
    ...storeReads(program, turns).map(({ file, call }) => ({
      kept: 'store' as const,
      file,
      line: call.line,
    })),
    // What lives as long as the process: `messages=self.lines`, `lines.get(user)`.
    ...turns
      .filter(({ value, site }) => isHolder(program, value, site))
      .map(({ value, site }) => ({ kept: 'process' as const, file: site.file, line: value.line })),
  );
  for (const answer of answers) {
    for (const model of answer.models) {
      if (seen.has(model.call)) continue;
      seen.add(model.call);
      found.push(...behind(program, model, handlers));
    }
  }
  // One place may be found in two ways.
  const places = new Map(found.map((one) => [`${one.kept} ${one.file.path}:${one.line}`, one]));
  return [...places.values()].sort((a, b) => RANK[a.kept] - RANK[b.kept]);
}

type Handlers = ReadonlySet<DefinitionRef>;

const RANK = { store: 0, client: 1, process: 2 } as const;

/** What a model call reads, and what it is called on: a chain carries its memory, a graph its checkpoints. */
function behind(program: Program, { call, inputs }: ModelCall, handlers: Handlers): readonly Remembered[] {
  const site = siteOf(call);
  const receiver = calleeParts(call.call.callee)?.of;
  const starts: Origin[] = [...(receiver ? [receiver] : []), ...inputs].map((value) => ({ value, site }));
  for (const { name, value } of call.call.arguments)
    if (name !== null && /session|thread|memory|history|previous_response/i.test(name))
      starts.push({ value, site });
  const slice = originsOf(program, starts, { most: 6000, skip: isOneTurn });
  return slice.flatMap((origin) => {
    const kept = keptBy(program, origin, handlers);
    return kept ? [{ kept, file: origin.site.file, line: origin.value.line }] : [];
  });
}

function keptBy(program: Program, { value, site }: Origin, handlers: Handlers): Kept | null {
  if (value.kind === 'call') {
    const call = program.callOf(site.file, value.call);
    const name = program.nameOf(call);
    const memory = program.meaning(name, 'conversation.memory');
    if (memory) return memory.about.kept === 'store' ? 'store' : 'process';
    if (asksSql(program, call) || (isRead(program, call, name) && speaksOf(program, call, HISTORY)))
      return 'store';
    return null;
  }
  if (value.kind === 'name' || value.kind === 'index' || value.kind === 'member') {
    const holder = holderOf(value);
    if (holder !== null && TURNS.test(holder))
      return ofName(program, holder, site, handlers) === 'process' ? 'process' : null;
    const text = textOf(value);
    if (!TURNS.test(text)) return null;
    if (SESSION_STATE.test(text)) return 'process';
    if (isAttribute(value) && fromRequest(program, value, site, handlers)) return 'client';
    if (isAttribute(value) && fromStore(program, value, site)) return 'store';
    if (isAttribute(value) && fromHolder(program, value, site)) return 'process';
    return value.kind === 'name' ? ofName(program, value.name, site, handlers) : null;
  }
  return null;
}

/** `messages` of `messages[user][-10:]`: a list by a key that only the program knows. */
function holderOf(value: Value): string | null {
  if (value.kind !== 'index' || value.index.some((key) => key.kind === 'literal')) return null;
  return value.of.kind === 'name' && !value.of.name.includes('.') ? value.of.name : holderOf(value.of);
}

function isAttribute(value: Value): boolean {
  return value.kind !== 'name' || value.name.includes('.');
}

/** What an attribute is taken of; of one's own object the attribute itself. */
function wholeOf(value: Value): Value {
  if (/^(?:this|self)\./.test(textOf(value))) return value;
  if (value.kind === 'name') return { kind: 'name', name: firstSegment(value.name), line: value.line };
  return value.kind === 'index' || value.kind === 'member' ? value.of : value;
}

/** `row["recent_messages"]` of a row that was read, whatever its table is called. */
function fromStore(program: Program, value: Value, site: Origin['site']): boolean {
  const whole = wholeOf(value);
  const skip = ({ value: part }: Origin): boolean =>
    part !== whole && /^(?:dict|list|template)$/.test(part.kind);
  return originsOf(program, [{ value: whole, site }], { most: 60, skip }).some((origin) => {
    if (origin.value.kind !== 'call') return false;
    const call = program.callOf(origin.site.file, origin.value.call);
    return isRead(program, call, program.nameOf(call));
  });
}

/** `chat.history`, where `chat` was taken out of a map of the module. */
function fromHolder(program: Program, value: Value, site: Origin['site']): boolean {
  return originsOf(program, [{ value: wholeOf(value), site }], { most: 60 }).some((origin) => {
    const call = origin.value.kind === 'call' ? origin.site.file.calls[origin.value.call] : undefined;
    const receiver = call && calleeParts(call.callee)?.of;
    return receiver ? isHolder(program, receiver, origin.site) : false;
  });
}

/** `(await request.json()).history`, `req.body.messages`, `question.history` where `question` is a handler's parameter. */
function fromRequest(program: Program, value: Value, site: Origin['site'], handlers: Handlers): boolean {
  const whole = wholeOf(value);
  /** What another call answers, and an object that is put together, are no part of the request. */
  const skip = (origin: Origin): boolean =>
    origin.value !== whole &&
    (/^(?:dict|list|template)$/.test(origin.value.kind) ||
      (origin.value.kind === 'call' && !readsRequest(program, origin)));
  return originsOf(program, [{ value: whole, site }], { most: 60, skip }).some((origin) => {
    if (origin.value.kind === 'call') return readsRequest(program, origin);
    if (origin.value.kind !== 'name') return false;
    if (/^(?:req|request|ctx|context|c|event)\.(?:body|json|form|data)\b/.test(origin.value.name))
      return true;
    const bound = program.binding(firstSegment(origin.value.name), origin.site);
    const owner = bound ? program.definitionOf(bound.site) : null;
    return (
      owner !== null &&
      bound?.binding.parameter !== undefined &&
      bound.binding.parameter !== null &&
      handlers.has(owner)
    );
  });
}

function readsRequest(program: Program, { value, site }: Origin): boolean {
  if (value.kind !== 'call') return false;
  const name = program.nameOf(program.callOf(site.file, value.call));
  return (
    /(?:^|\.)(?:json|get_json|receive_json|parseBody|formData|loads|parse)$/.test(name) &&
    !/response|requests|httpx|fetch|axios/i.test(name)
  );
}

/** A parameter that only a framework or a request fills, or a list or dict that the module itself holds. */
function ofName(program: Program, dotted: string, site: Origin['site'], handlers: Handlers): Kept | null {
  const head = firstSegment(dotted);
  const bound = program.binding(head, site);
  if (!bound) return /^(?:self|this)\./.test(dotted) ? keptInObject(program, dotted, site) : null;
  if (bound.site.definition === -1) {
    return bound.binding.assignments.some(({ value }) => isEmptyHolder(program, value, bound.site))
      ? 'process'
      : null;
  }
  const owner = program.definitionOf(bound.site);
  if (!owner || !bound.binding.parameter) return null;
  // Gradio and Chainlit hand the history in; a route's parameter comes with the request.
  if (program.callers(owner).length > 0) return null;
  if (handlers.has(owner)) return 'client';
  return dotted.includes('.') ? null : 'process';
}

/** `self.history = []`: an object that lives as long as the process. */
function keptInObject(program: Program, dotted: string, site: Origin['site']): Kept | null {
  const assigned = program
    .assignmentsTo(dotted, site)
    .some(({ file, assignment }) =>
      isEmptyHolder(program, assignment.value, { file, definition: assignment.definition }),
    );
  return assigned || isHeldField(program, dotted, site) ? 'process' : null;
}

/** `private readonly lines = new Map()`. */
function isHeldField(program: Program, dotted: string, { file, definition }: Origin['site']): boolean {
  const [, name] = dotted.split('.');
  for (const id of definitionsAround(file, definition)) {
    const field = file.definitions[id]?.fields.find((one) => one.name === name);
    if (field) return isEmptyHolder(program, field.value, { file, definition: id });
  }
  return false;
}

/** A list or dict of a module or an object, by its name or by a key of it. */
function isHolder(program: Program, value: Value, site: Origin['site']): boolean {
  if (value.kind !== 'name') return false;
  const head = firstSegment(value.name);
  const bound = program.binding(head, site);
  if (!bound) return /^(?:self|this)$/.test(head) && keptInObject(program, value.name, site) === 'process';
  return (
    bound.site.definition === -1 &&
    bound.binding.assignments.some((one) => isEmptyHolder(program, one.value, bound.site))
  );
}

function isEmptyHolder(program: Program, value: Value | null, site: Origin['site']): boolean {
  if (!value) return false;
  if (value.kind === 'list' || value.kind === 'dict') return true;
  if (value.kind !== 'call') return false;
  return /(?:^|\.)(?:defaultdict|dict|list|deque|OrderedDict|Map|TTLCache|LRUCache)$/.test(
    program.nameOf(program.callOf(site.file, value.call)),
  );
}

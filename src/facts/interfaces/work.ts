/** What an interface waits for: a model that it calls itself, or a backend that it asks. */

import type { CodeFile, Value } from '../../program/file.ts';
import { flowsFrom } from '../../program/flow/flow.ts';
import { journeysOf, type Level } from '../../program/life/climb.ts';
import { regionFrom } from '../../program/life/region.ts';
import { argument, calleeParts, siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { Method, Route } from '../web/routes/routes.ts';
import { answers, ownPath, segmentsOf } from './client-calls.ts';
import { heldElements } from './page-elements.ts';
import {
  ASIDE,
  ASKS,
  CLEAR_METHODS,
  MODEL_LIKE,
  QUESTION_IN_ADDRESS,
  UNKNOWN_MODELS,
  UPLOADS,
} from './requests.ts';
import { widgetsIn } from './screen.ts';
import { sendersOf } from './senders.ts';
import { swapsOf } from './swaps.ts';
import { isOfInterface, touchesPage } from './territory.ts';

export type WorkKind = 'model' | 'upload' | 'other';

export interface Work {
  readonly kind: WorkKind;
  readonly call: CallRef;
  /** 'request': a backend is asked; 'model': it runs in the interface's own process; 'hook': a library does it all. */
  readonly via: 'request' | 'model' | 'hook';
  /** Of a request: its address with '{}' for what is not known, and its method. */
  readonly address: string;
  readonly method: string;
  /** The route of this repository that answers. */
  readonly route: Route | null;
  /** The call itself and the calls on the way from the user, nearest first. */
  readonly levels: readonly Level[];
}

const remembered = new WeakMap<Facts, readonly Work[]>();

/** All of it, by file and place. Looked for once per audit. */
export function workOf(facts: Facts): readonly Work[] {
  return entryOfWeak(remembered, facts, () => worksIn(facts));
}

function worksIn(facts: Facts): readonly Work[] {
  const { program } = facts;
  const models = new Map(facts.models.map((model) => [model.call, model]));
  const stays = (file: CodeFile): boolean => isOfInterface(facts, file);
  const writesParts = new Set(swapsOf(facts).map(({ route }) => route.handler?.file));
  const isScreen = (file: CodeFile): boolean =>
    widgetsIn(facts, file).length > 0 || touchesPage(file) || writesParts.has(file);
  const journeys = (call: CallRef): readonly (readonly Level[])[] =>
    journeysOf(program, call, stays, isScreen);
  return program.calls().flatMap((call): readonly Work[] => {
    if (!isOfInterface(facts, call.file)) return [];
    const name = program.nameOf(call);
    const made = (via: Work['via'], kind: WorkKind = 'model'): readonly Work[] =>
      journeys(call).map((levels) => ({ call, via, address: '', method: '', route: null, levels, kind }));
    const model = models.get(call);
    if (model) return made('model', model.purpose === 'chat' ? 'model' : 'upload');
    if (program.means(name, 'ui.chat-hook') && /^use[A-Z]/.test(lastSegment(name))) return made('hook');
    const client = clientOf(program, name, call);
    if (client)
      return sendersOf(facts, call, client.method === 'option' ? null : client.method).flatMap(
        ({ sender, address, method }) => {
          const route = routeFor(facts, address, method);
          return journeys(sender).map((levels): Work => {
            const request = { call: sender, address, method, route, levels };
            return { ...request, via: 'request', kind: kindOfRequest(facts, request) };
          });
        },
      );
    if (isUnknownModel(name, call)) return made('model');
    return [];
  });
}

/** An agent out of the session, a chain that was handed in: by a method that nobody else has, or by both names. */
function isUnknownModel(name: string, { call }: CallRef): boolean {
  const isKept = /\.(?:session_state|user_session\.get)\./.test(name);
  if ((!name.startsWith('?.') && !isKept) || call.form !== 'call') return false;
  const method = lastSegment(name);
  if (CLEAR_METHODS.has(method)) return true;
  const receiver = calleeParts(call.callee)?.of;
  const called = receiver?.kind === 'name' || receiver?.kind === 'member' ? lastSegment(receiver.name) : '';
  return UNKNOWN_MODELS.has(method) && MODEL_LIKE.test(called);
}

type Asked = Method | 'option';

/** The method by which a call asks a backend; 'option' where an argument says it, null where it asks none. */
function clientOf(program: Program, name: string, { call }: CallRef): { readonly method: Asked } | null {
  if (call.form === 'jsx') return null;
  const method = program.meaning(name, 'http.ask')?.about.method as Asked | undefined;
  if (method) return { method };
  // `api.post('/ask')` of a client that was not found.
  const [first] = call.arguments;
  const parts = calleeParts(call.callee);
  if (!name.startsWith('?.') || !first || !parts || !/^(?:get|post|put|delete)$/.test(parts.name))
    return null;
  const text =
    first.value.kind === 'template'
      ? first.value.parts.find((part) => typeof part === 'string')
      : first.value.kind === 'literal'
        ? first.value.value
        : null;
  if (typeof text !== 'string' || !/^(?:https?:\/)?\//.test(text)) return null;
  return { method: parts.name.toUpperCase() as Asked };
}

function routeFor(facts: Facts, address: string, method: string): Route | null {
  const path = ownPath(address);
  if (path === null) return null;
  const sent = segmentsOf(path);
  if (sent.length === 0) return null;
  const fits = facts.routes.filter((route) => route.mounted && answers(segmentsOf(route.path), sent));
  return (
    fits.find((route) => route.method === method || route.method === 'ANY') ??
    (method === 'ANY' || method === 'WEBSOCKET' ? (fits[0] ?? null) : null)
  );
}

/** Methods that change what is kept, or look whether it is there. */
const NO_QUESTION: ReadonlySet<string> = new Set(['DELETE', 'HEAD', 'PATCH']);

interface Request {
  readonly call: CallRef;
  readonly address: string;
  readonly method: string;
  readonly route: Route | null;
  readonly levels: readonly Level[];
}

function kindOfRequest(facts: Facts, request: Request): WorkKind {
  const { call, address, method, route, levels } = request;
  if (NO_QUESTION.has(method)) return 'other';
  if (method !== 'GET' && sendsFile(facts, call, levels)) return 'upload';
  if (route) {
    if (facts.uploads.some((upload) => upload.route === route)) return 'upload';
    if (asksModel(facts, route)) return 'model';
  }
  const path = address.replace(/^https?:\/\/[^/]*/, '').replace(/\?.*$/, '');
  if (method === 'GET') return QUESTION_IN_ADDRESS.test(address) && ASKS.test(address) ? 'model' : 'other';
  const senders = levels.slice(0, 3).map((level) => ownerName(facts, level.call));
  if ([path, ...senders].some((words) => ASIDE.test(words))) return 'other';
  if (/upload|ingest/i.test([path, ...senders].join(' '))) return 'upload';
  if (ASKS.test(path) && !asksNobody(facts, route)) return 'model';
  if (UPLOADS.test(path)) return 'upload';
  return route === null && senders.some((words) => ASKS.test(words)) ? 'model' : 'other';
}

function ownerName(facts: Facts, call: CallRef): string {
  return facts.program.definitionOf(siteOf(call))?.definition.name ?? '';
}

/** Its body is a form with a file in it. */
function sendsFile(facts: Facts, call: CallRef, levels: readonly Level[]): boolean {
  const { program } = facts;
  if (call.call.arguments.some(({ name }) => name === 'files')) return true;
  const body = [argument(call, 'body'), argument(call, 'data'), call.call.arguments[1]?.value].filter(
    (value): value is Value => value !== null && value !== undefined,
  );
  const isForm = (one: CallRef): boolean => /(?:^|\.)FormData$/.test(program.nameOf(one));
  const forms = body.flatMap((value) => flowsFrom(program, value, siteOf(call), isForm, { most: 300 }) ?? []);
  if (forms.length === 0) return false;
  if (forms.some((form) => isFormWithFile(facts, form))) return true;
  // A form may hold words alone.
  return levels
    .slice(0, 6)
    .some(({ call: level }) =>
      level.file.calls.some(
        (one) =>
          /\.append$/.test(one.callee.kind === 'name' ? one.callee.name : '') &&
          one.arguments[0]?.value.kind === 'literal' &&
          /file|pdf|doc|csv|image|upload|audio/i.test(String(one.arguments[0].value.value)),
      ),
    );
}

/** `new FormData(form)`: a form of the page that has a field for files. */
function isFormWithFile(facts: Facts, made: CallRef): boolean {
  const [form] = made.call.arguments;
  if (!form) return false;
  const held = heldElements(facts, form.value, siteOf(made));
  return held.length > 0
    ? held.some(({ holds }) => holds.includes('uploader'))
    : widgetsIn(facts, made.file).some(({ kind }) => kind === 'uploader');
}

const modelRoutes = new WeakMap<Route, boolean>();

/** Its handler runs a chat model. */
function asksModel(facts: Facts, route: Route): boolean {
  return entryOfWeak(modelRoutes, route, () => {
    const chats = new Set(facts.models.filter(({ purpose }) => purpose === 'chat').map(({ call }) => call));
    return runBy(facts, route).some((call) => chats.has(call));
  });
}

function runBy({ program }: Facts, { handler }: Route): readonly CallRef[] {
  return handler ? regionFrom(program, { file: handler.file, definition: handler.id }).calls : [];
}

/**
 * Whatever its address says, its handler was read and asks neither a model nor anybody else, where another route of the
 * program is seen to ask one: `POST /agents` stores an agent.
 */
function asksNobody(facts: Facts, route: Route | null): boolean {
  if (!route?.handler || asksModel(facts, route)) return false;
  const { program } = facts;
  const mayAsk = (call: CallRef): boolean =>
    program.means(call, 'http.ask') || isUnknownModel(program.nameOf(call), call);
  return !runBy(facts, route).some(mayAsk) && facts.routes.some((one) => asksModel(facts, one));
}

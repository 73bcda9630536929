/** Routes that JavaScript registers by a call: `app.get('/x', guard, handler)`, `router.route('/x').post(…)`. */
import type { Value } from '../../../program/file.ts';
import { type Placed, type Round, roundArgument, roundsOf } from '../../../program/flow/rounds.ts';
import { calleeParts, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { methodsOf } from './decorated.ts';
import type { Entry, Reader } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import { handlerOf } from './handlers.ts';
import type { Holder, Holders } from './holders.ts';
import type { Method } from './routes.ts';

/** Options of a call-style route (Fastify) that run before the handler. */
const HOOKS = ['preHandler', 'onRequest', 'preValidation', 'beforeHandler', 'beforeHandle', 'middleware'];
const MAX_PATHS = 8;
const MAX_CHAIN = 10;

export const readCalledRoutes: Reader = (program, holders) => {
  const decorators = new Set<CallRef>();
  for (const ref of program.definitions())
    for (const value of ref.definition.decorators)
      if (value.kind === 'call') decorators.add(program.callOf(ref.file, value.call));
  return program.calls().flatMap((call) => {
    if (call.file.language === 'python' || decorators.has(call)) return [];
    const { callee } = call.call;
    // `app[method](path, handler)`: the round says which method.
    const computed = callee.kind === 'index' ? (callee.index[0] ?? null) : null;
    const written = calleeParts(callee)?.name ?? '';
    if (!computed && !isVerb(written) && written !== 'route' && written !== 'on') return [];
    const before = written === 'route' ? null : routeBefore(program, call);
    const found =
      computed && callee.kind === 'index'
        ? holders.of(callee.of, siteOf(call))
        : (holders.receiver(before ?? call)?.holders ?? []);
    if (found.length === 0 || call.call.arguments.length === 0) return [];
    return roundsOf(program, holders.lookup, call).flatMap((round) => {
      const key = computed ? round.read(computed) : null;
      const name = key ? String(program.constant(key.value, key.site)).toLowerCase() : written;
      return name === 'route' || isVerb(name) || name === 'on'
        ? ofRound(program, holders, found, round, name, before)
        : [];
    });
  });
};

function isVerb(name: string): boolean {
  return Object.hasOwn(VERBS, name);
}

function ofRound(
  program: Program,
  holders: Holders,
  found: readonly Holder[],
  round: Round,
  name: string,
  before: CallRef | null,
): readonly Entry[] {
  const given: readonly Placed[] = round.arguments;
  if (name === 'route') return byOptions(program, holders, found, round);
  if (before && before.call.arguments.length > 0) {
    const path = before.call.arguments[0]?.value;
    return (path ? pathsOf(program, { value: path, site: siteOf(before) }) : ['']).map((text) =>
      entryOf(program, holders, found, round, VERBS[name] as Method, text, given),
    );
  }
  const [first] = given;
  if (!first || given.length < 2) return [];
  // `app.get('title')` reads a setting and has no handler; `on('GET', '/x', handler)` names the method.
  const methods = name === 'on' ? methodsOf(program, first.value, first.site) : [VERBS[name] as Method];
  const [path, ...rest] = name === 'on' ? given.slice(1) : given;
  if (!path) return [];
  return methods.flatMap((method) =>
    pathsOf(program, path).map((text) => entryOf(program, holders, found, round, method, text, rest)),
  );
}

/** The paths that a value stands for: a text, or a list of them. */
function pathsOf(program: Program, { value, site }: Placed): readonly string[] {
  const target = value.kind === 'name' ? program.resolve(value, site) : null;
  const list = target?.kind === 'value' && target.value.kind === 'list' ? target : { value, site };
  return list.value.kind === 'list'
    ? list.value.items.slice(0, MAX_PATHS).map((item) => textOf(program, item, list.site))
    : [textOf(program, value, site)];
}

function entryOf(
  program: Program,
  holders: Holders,
  found: readonly Holder[],
  round: Round,
  method: Method,
  path: string,
  given: readonly Placed[],
): Entry {
  const values = given.flatMap(({ value, site }) => opened(holders, value, site));
  const settings = values.filter(({ value }) => value.kind === 'dict');
  const steps = values.filter(({ value }) => value.kind !== 'dict');
  const last = steps.at(-1) ?? roundArgument(round, 'handler', 'message');
  const front = [...steps.slice(0, -1), ...HOOKS.flatMap((hook) => roundArgument(round, hook) ?? [])];
  const wrappers = last?.value.kind === 'call' ? [last] : [];
  const handler: DefinitionRef | null = last ? handlerOf(program, holders, last.value, last.site) : null;
  const guards = [...front, ...wrappers].flatMap((item) => guardsOf(program, item.value, item.site, 'route'));
  const { file, call } = round.call;
  return {
    holders: found,
    path,
    file,
    line: call.line,
    definition: call.definition,
    framework: found[0]?.framework ?? '',
    method: upgrades(program, round, last) ? 'WEBSOCKET' : method,
    handler,
    name: last?.value.kind === 'name' || last?.value.kind === 'member' ? lastSegment(last.value.name) : '',
    guards: guards.filter((guard) => guard.ref === null || guard.ref !== handler),
    checks: [...front, ...settings, ...wrappers],
  };
}

/** `{ websocket: true }`, or a handler that is wrapped in what makes a socket of the request. */
function upgrades(program: Program, round: Round, handler: Placed | null): boolean {
  const asked = roundArgument(round, 'websocket')?.value;
  if (asked?.kind === 'literal' && asked.value === true) return true;
  return (
    handler?.value.kind === 'call' &&
    program.means(program.callOf(handler.site.file, handler.value.call), 'socket.upgrade')
  );
}

/** Lists are opened, also those that stand elsewhere: `signup: [validate, handler]`, `...guards`. */
function opened(holders: Holders, value: Value, site: Site): readonly Placed[] {
  if (value.kind === 'list') return value.items.map((item) => ({ value: item, site }));
  const spread = value.kind === 'operation' && value.operator === '...' ? value.operands[0] : undefined;
  const source = spread ?? value;
  if (source.kind !== 'name' && source.kind !== 'member') return [{ value, site }];
  const [only, ...others] = holders.lookup.origins(source, site);
  if (others.length > 0 || only?.kind !== 'value' || only.value.kind !== 'list') return [{ value, site }];
  return only.value.items.map((item) => ({ value: item, site: only.site }));
}

/** Fastify's `route({ method, url, preHandler, handler })`. */
function byOptions(
  program: Program,
  holders: Holders,
  found: readonly Holder[],
  round: Round,
): readonly Entry[] {
  const path = roundArgument(round, 'url', 'path');
  const handler = roundArgument(round, 'handler');
  if (!path || !handler) return [];
  const method = roundArgument(round, 'method');
  const named = method ? methodsOf(program, method.value, method.site) : [];
  return (named.length > 0 ? named : (['ANY'] as const)).map((one) =>
    entryOf(program, holders, found, round, one, textOf(program, path.value, path.site), [
      ...round.arguments,
      handler,
    ]),
  );
}

/** `router.route('/x').get(a).post(b)`: the call of `route` before this one, if any. */
function routeBefore(program: Program, call: CallRef): CallRef | null {
  let current = call;
  for (let hop = 0; hop < MAX_CHAIN; hop++) {
    const parts = calleeParts(current.call.callee);
    if (parts?.of.kind !== 'call') return null;
    current = program.callOf(current.file, parts.of.call);
    const name = calleeParts(current.call.callee)?.name;
    if (name === 'route') return current;
    if (name === undefined || !(isVerb(name) || name === 'use')) return null;
  }
  return null;
}

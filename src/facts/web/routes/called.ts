/** Routes written as calls: `app.get('/x', guard, handler)`, `router.route('/x').post(…)`, `app.add_api_route(…)`. */
import type { Value } from '../../../program/file.ts';
import { argument, calleeParts, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { classHandlers } from './class-views.ts';
import { methodsOf } from './decorated.ts';
import type { Entry } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { Holder, Holders } from './holders.ts';
import { parameterGuards } from './python-parameters.ts';
import type { Method } from './routes.ts';

interface Registration {
  readonly path: number;
  readonly handler: number;
  /** The keyword of the handler; `endpoint` is a mere name in Flask. */
  readonly keyword?: string;
  readonly method?: Method;
}

/** Python methods that register a handler; the positions of path and handler. */
const REGISTRATIONS: Readonly<Record<string, Registration>> = {
  add_api_route: { path: 0, handler: 1, keyword: 'endpoint' },
  add_route: { path: 0, handler: 1 },
  add_url_rule: { path: 0, handler: 2, keyword: 'view_func' },
  add_resource: { path: 1, handler: 0, keyword: 'resource' },
  add_get: { path: 0, handler: 1, method: 'GET' },
  add_post: { path: 0, handler: 1, method: 'POST' },
  add_put: { path: 0, handler: 1, method: 'PUT' },
  add_patch: { path: 0, handler: 1, method: 'PATCH' },
  add_delete: { path: 0, handler: 1, method: 'DELETE' },
  add_websocket_route: { path: 0, handler: 1, method: 'WEBSOCKET' },
  add_api_websocket_route: { path: 0, handler: 1, keyword: 'endpoint', method: 'WEBSOCKET' },
};
type Placed = Entry['checks'][number];

/** Options of a call-style route (Fastify) that run before the handler. */
const HOOKS = ['preHandler', 'onRequest', 'preValidation', 'beforeHandler', 'beforeHandle', 'middleware'];

export function readCalledRoutes(program: Program, holders: Holders): readonly Entry[] {
  const decorators = new Set<CallRef>();
  for (const ref of program.definitions())
    for (const value of ref.definition.decorators)
      if (value.kind === 'call') decorators.add(program.callOf(ref.file, value.call));
  const entries: Entry[] = [];
  for (const call of program.calls()) {
    if (decorators.has(call)) continue;
    const parts = calleeParts(call.call.callee);
    if (!parts) continue;
    if (call.file.language === 'python') {
      if (Object.hasOwn(REGISTRATIONS, parts.name)) registered(call, parts.name);
      continue;
    }
    if (Object.hasOwn(VERBS, parts.name) || parts.name === 'route' || parts.name === 'on') called(call);
  }
  return entries;

  function functionOf(value: Value, site: Site): DefinitionRef | null {
    for (const origin of holders.lookup.origins(value, site)) {
      if (origin.kind === 'definition') return origin.ref;
      if (origin.kind !== 'value' || origin.value.kind !== 'call') continue;
      const made = program.callOf(origin.site.file, origin.value.call);
      // `asyncHandler(create)`, `controller.create.bind(controller)`, `View.as_view('x')`, `makeHandler(deps)`.
      const callee = calleeParts(made.call.callee);
      if (callee && (callee.name === 'bind' || callee.name === 'as_view'))
        return functionOf(callee.of, siteOf(made));
      for (const item of made.call.arguments) {
        const inner = functionOf(item.value, siteOf(made));
        if (inner && inner.definition.kind !== 'class') return inner;
      }
      const target = program.callee(made);
      if (target.kind === 'definition') {
        const returned = holders.lookup.returns(target.ref).find((item) => item.kind === 'definition');
        return returned?.kind === 'definition' ? returned.ref : target.ref;
      }
    }
    const target = program.resolve(value, site);
    return target.kind === 'definition' ? target.ref : null;
  }

  function registered(call: CallRef, name: string): void {
    const rule = REGISTRATIONS[name];
    const found = holders.receiver(call)?.holders ?? [];
    if (!rule || found.length === 0) return;
    const site = siteOf(call);
    const positional = call.call.arguments.filter((item) => item.name === null).map((item) => item.value);
    const handlerValue = argument(call, rule.keyword ?? 'handler') ?? positional[rule.handler];
    const fallback = positional.at(-1);
    let handler = handlerValue ? functionOf(handlerValue, site) : null;
    if (!handler && name === 'add_url_rule' && fallback) handler = functionOf(fallback, site);
    const paths =
      name === 'add_resource' ? positional.slice(1) : [positional[rule.path] ?? argument(call, 'rule')];
    for (const path of paths.slice(0, 8)) {
      const base = {
        ...baseOf(call, found, textOf(program, path ?? null, site)),
        guards: [] as Entry['guards'],
      };
      if (handler?.definition.kind === 'class') {
        for (const item of classHandlers(program, handler))
          entries.push({
            ...base,
            method: item.method,
            handler: item.ref,
            guards: item.guards,
            checks: item.checks,
            view: handler,
          });
        continue;
      }
      const dependencies = argument(call, 'dependencies');
      const guards = [
        ...(dependencies ? guardsOf(program, dependencies, site, 'route') : []),
        ...(handler ? decoratorGuards(handler) : []),
        ...(handler ? parameterGuards(program, handler) : []),
      ];
      const methods = rule.method ? [rule.method] : methodsOf(program, argument(call, 'methods'), site);
      for (const method of methods.length > 0 ? methods : (['GET'] as const))
        entries.push({ ...base, method, handler, guards });
    }
  }

  function decoratorGuards(ref: DefinitionRef): Entry['guards'] {
    const site = { file: ref.file, definition: ref.definition.parent };
    return ref.definition.decorators.flatMap((value) => guardsOf(program, value, site, 'route'));
  }

  function baseOf(call: CallRef, found: readonly Holder[], path: string) {
    return {
      holders: found,
      path,
      file: call.file,
      line: call.call.line,
      definition: call.call.definition,
      framework: found[0]?.framework ?? '',
      checks: [] as Entry['checks'],
    };
  }

  /** `router.route('/x').get(a).post(b)`: the call of `route` before this one, if any. */
  function routeBefore(call: CallRef): CallRef | null {
    let current = call;
    for (let hop = 0; hop < 10; hop++) {
      const parts = calleeParts(current.call.callee);
      if (parts?.of.kind !== 'call') return null;
      current = program.callOf(current.file, parts.of.call);
      const name = calleeParts(current.call.callee)?.name;
      if (name === 'route') return current;
      if (name === undefined || !(Object.hasOwn(VERBS, name) || name === 'use')) return null;
    }
    return null;
  }

  function called(call: CallRef): void {
    const name = calleeParts(call.call.callee)?.name ?? '';
    const values = call.call.arguments.map((item) => item.value);
    const site = siteOf(call);
    const before = name === 'route' ? null : routeBefore(call);
    const found = holders.receiver(before ?? call)?.holders ?? [];
    if (found.length === 0 || values.length === 0) return;
    if (name === 'route') {
      options(call, found);
      return;
    }
    if (before && before.call.arguments.length > 0) {
      const path = textOf(program, before.call.arguments[0]?.value ?? null, siteOf(before));
      handled(call, found, VERBS[name] as Method, path, values);
      return;
    }
    const first = values[0];
    if (!first || values.length < 2) return;
    // `app.get('title')` reads a setting and has no handler; `on('GET', '/x', handler)` names the method.
    const methods = name === 'on' ? methodsOf(program, first, site) : [VERBS[name] as Method];
    const rest = name === 'on' ? values.slice(1) : values;
    const paths = rest[0]?.kind === 'list' ? rest[0].items.slice(0, 8) : rest.slice(0, 1);
    for (const method of methods)
      for (const path of paths) handled(call, found, method, textOf(program, path, site), rest.slice(1));
  }

  function handled(
    call: CallRef,
    found: readonly Holder[],
    method: Method,
    path: string,
    given: readonly Value[],
  ): void {
    const site = siteOf(call);
    const values = given.flatMap((value) => opened(value, site));
    const settings = values.filter(({ value }) => value.kind === 'dict');
    const steps = values.filter(({ value }) => value.kind !== 'dict');
    const at = (value: Value): Placed => ({ value, site });
    const optioned = HOOKS.flatMap((hook) => argument(call, hook) ?? []).map(at);
    const named = argument(call, 'handler');
    const last = steps.at(-1) ?? (named ? at(named) : null);
    const front = [...steps.slice(0, -1), ...optioned];
    const wrappers = last?.value.kind === 'call' ? [last] : [];
    const handler = last ? functionOf(last.value, last.site) : null;
    const guards = [...front, ...wrappers].flatMap((item) =>
      guardsOf(program, item.value, item.site, 'route'),
    );
    entries.push({
      ...baseOf(call, found, path),
      method,
      handler,
      name: last?.value.kind === 'name' || last?.value.kind === 'member' ? lastSegment(last.value.name) : '',
      guards: guards.filter((guard) => guard.ref === null || guard.ref !== handler),
      checks: [...front, ...settings, ...wrappers],
    });
  }

  /** Lists are opened, also those that stand elsewhere: `signup: [validate, handler]`. */
  function opened(value: Value, site: Site): readonly Placed[] {
    if (value.kind === 'list') return value.items.map((item) => ({ value: item, site }));
    if (value.kind !== 'name' && value.kind !== 'member') return [{ value, site }];
    const [only, ...others] = holders.lookup.origins(value, site);
    if (others.length > 0 || only?.kind !== 'value' || only.value.kind !== 'list') return [{ value, site }];
    return only.value.items.map((item) => ({ value: item, site: only.site }));
  }

  /** Fastify's `route({ method, url, preHandler, handler })`. */
  function options(call: CallRef, found: readonly Holder[]): void {
    const path = argument(call, 'url') ?? argument(call, 'path');
    const handlerValue = argument(call, 'handler');
    if (!path || !handlerValue) return;
    const site = siteOf(call);
    const methods = methodsOf(program, argument(call, 'method'), site);
    for (const method of methods.length > 0 ? methods : (['ANY'] as const))
      handled(call, found, method, textOf(program, path, site), [
        ...call.call.arguments.map((item) => item.value),
        handlerValue,
      ]);
  }
}

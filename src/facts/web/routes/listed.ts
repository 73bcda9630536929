/** Routes that stand in a list: Starlette's `Route(…)`, aiohttp's `web.get(…)`, Tornado's `(pattern, Handler)`. */
import type { Value } from '../../../program/file.ts';
import { argument, siteAround, siteOf, textOf } from '../../../program/link/calls.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { classHandlers } from './class-views.ts';
import { methodsOf } from './decorated.ts';
import { type Entry, joinPath, type Reader } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { Holder, Holders } from './holders.ts';
import type { Method } from './routes.ts';

/** Calls that stand for one route, by qualified name; a capital method is fixed. */
const ROUTES = new Map<string, readonly [framework: string, fixed: Method | null]>([
  ['starlette.routing.Route', ['starlette', null]],
  ['starlette.routing.WebSocketRoute', ['starlette', 'WEBSOCKET']],
  ['fastapi.routing.APIRoute', ['fastapi', null]],
  ['aiohttp.web.view', ['aiohttp', 'ANY']],
  ...Object.entries(VERBS).map(
    ([verb, method]) => [`aiohttp.web.${verb}`, ['aiohttp', method as Method]] as const,
  ),
]);
const MOUNTS = ['starlette.routing.Mount'];
const TABLES = ['tornado.web.Application'];

export const readListedRoutes: Reader = (program, holders) => {
  const entries: Entry[] = [];
  const prefixes = mountedBelow(program);
  for (const call of program.calls()) {
    if (call.file.language !== 'python') continue;
    const name = program.nameOf(call);
    const route = ROUTES.get(name);
    const isTable = TABLES.includes(name);
    if (route === undefined && !isTable) continue;
    const [first, second] = call.call.arguments
      .filter((item) => item.name === null)
      .map((item) => item.value);
    const path = first ?? argument(call, 'path');
    const handler = second ?? argument(call, 'endpoint') ?? argument(call, 'handler');
    if (route && path && handler) {
      const [framework, fixed] = route;
      const named = methodsOf(program, argument(call, 'methods'), siteOf(call));
      const methods = fixed ? [fixed] : named.length > 0 ? named : (['GET'] as const);
      add(
        call,
        joinPath(prefixes.get(call) ?? '', textOf(program, path, siteOf(call))),
        handler,
        methods,
        framework,
      );
    }
    if (isTable && first?.kind === 'list')
      for (const row of first.items)
        if (row.kind === 'list' && row.items[0] && row.items[1])
          add(call, textOf(program, row.items[0], siteOf(call)), row.items[1], ['ANY'], 'tornado');
  }
  return entries;

  function add(
    call: CallRef,
    path: string,
    value: Value,
    methods: readonly Method[],
    framework: string,
  ): void {
    const target = program.resolve(value, siteOf(call));
    const ref = target.kind === 'definition' ? target.ref : null;
    const base = {
      holders: onlyApplication(holders, framework),
      path,
      file: call.file,
      line: value.line,
      definition: call.call.definition,
      framework,
      mounted: true,
      checks: [],
    };
    if (ref?.definition.kind === 'class') {
      for (const item of classHandlers(program, ref))
        entries.push({ ...base, method: item.method, handler: item.ref, guards: item.guards, view: ref });
      return;
    }
    const site = ref && siteAround(ref);
    const guards = site
      ? ref.definition.decorators.flatMap((decorator) => guardsOf(program, decorator, site, 'route'))
      : [];
    for (const method of methods) entries.push({ ...base, method, handler: ref, guards });
  }
};

/** The prefix of every call that stands in a `Mount('/api', routes=[…])`. */
function mountedBelow(program: Program): ReadonlyMap<CallRef, string> {
  const found = new Map<CallRef, string>();
  for (const call of program.callsTo(MOUNTS)) {
    const site = siteOf(call);
    const first = call.call.arguments[0]?.value ?? null;
    const routes = argument(call, 'routes');
    const target = routes ? program.resolve(routes, site) : null;
    if (target?.kind !== 'value') continue;
    const prefix = textOf(program, argument(call, 'path') ?? first, site);
    for (const part of valuesThroughCalls(target.value, target.site.file)) {
      if (part.kind !== 'call') continue;
      const inner = program.callOf(target.site.file, part.call);
      found.set(inner, joinPath(prefix, found.get(inner) ?? ''));
    }
  }
  return found;
}

/** What stands before all of an application's routes stands before the listed ones, where there is but one. */
function onlyApplication(holders: Holders, framework: string): readonly Holder[] {
  const all = holders.all().filter((one) => one.framework === framework && one.kind === 'application');
  return all.length === 1 ? all : [];
}

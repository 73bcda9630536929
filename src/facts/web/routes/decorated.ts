/** Routes written as decorators: `@app.get('/x')`, `@bp.route('/x', methods=['POST'])`, `@api.websocket('/ws')`. */
import type { Value } from '../../../program/file.ts';
import { argument, siteAround, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { attributeOf, classGuards, classHandlers } from './class-views.ts';
import { type Entry, joinPath } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import { readHandlerLists } from './handler-lists.ts';
import type { Holder, Holders } from './holders.ts';
import { parameterGuards } from './python-parameters.ts';
import type { Guard, Method } from './routes.ts';

/** Decorators that name their methods in an argument. */
const GENERAL = new Set('route api_route add_route view'.split(' '));
const WEBSOCKETS = new Set(['websocket', 'websocket_route', 'websocket_listener', 'websocket_stream']);
/** Arguments that run before the handler. */
const BEFORE = ['dependencies', 'auth', 'guards', 'middleware'];
/** Arguments whose text is the path. */
const PATHS = ['path', 'rule', 'uri'];

export function methodsOf(program: Program, value: Value | null, site: Site): readonly Method[] {
  if (!value) return [];
  const items = value.kind === 'list' ? value.items : [value];
  const found = items.flatMap((item): Method[] => {
    const text = item.kind === 'name' ? lastSegment(item.name) : program.constant(item, site);
    const method = typeof text === 'string' ? VERBS[text.toLowerCase()] : undefined;
    return method ? [method as Method] : [];
  });
  return found;
}

function pathArgument(program: Program, call: CallRef): string {
  const named = PATHS.map((name) => argument(call, name)).find((value) => value !== null);
  const first = call.call.arguments.find((item) => item.name === null)?.value;
  const value = named ?? first ?? null;
  if (value?.kind === 'list') return textOf(program, value.items[0] ?? null, siteOf(call));
  return textOf(program, value, siteOf(call));
}

export function readDecoratedRoutes(program: Program, holders: Holders): readonly Entry[] {
  const entries: Entry[] = [];
  const lists = readHandlerLists(holders);
  for (const ref of program.definitions()) {
    if (ref.file.language !== 'python') continue;
    const site = siteAround(ref);
    for (const decorator of ref.definition.decorators) {
      if (decorator.kind !== 'call') continue;
      const call = program.callOf(ref.file, decorator.call);
      const receiver = holders.receiver(call);
      const known = receiver && receiver.holders.length > 0 ? receiver.holders : null;
      const bare = known ? null : bareDecorator(program, call);
      if (!known && !bare) continue;
      const name = receiver && known ? receiver.method : (bare?.method ?? '');
      const methods = methodsNamed(program, call, name, known?.[0]?.framework ?? bare?.framework ?? '');
      if (methods.length === 0) continue;
      const owner = bare ? controllerOf(program, ref) : null;
      const prefix = owner && attributeOf(program, owner, 'path');
      const path = joinPath(
        prefix ? textOf(program, prefix.value, prefix.site) : '',
        pathArgument(program, call),
      );
      const listing = bare ? lists.of.get(owner ?? ref) : undefined;
      const framework = known?.[0]?.framework ?? bare?.framework ?? '';
      const inCall = BEFORE.flatMap((name) => {
        const value = argument(call, name);
        return value ? guardsOf(program, value, siteOf(call), 'route') : [];
      });
      const base = {
        holders: known ?? listing ?? ([] as readonly Holder[]),
        path,
        file: ref.file,
        line: decorator.line,
        definition: ref.definition.parent,
        framework,
        checks: [] as const,
        ...(known || listing ? {} : { mounted: !lists.complete }),
      };
      if (ref.definition.kind === 'class') {
        const view = { guards: decoratorGuards(program, ref, site, call), ref };
        for (const handler of classHandlers(program, ref))
          entries.push({
            ...base,
            method: handler.method,
            handler: handler.ref,
            guards: [...view.guards, ...handler.guards],
            checks: handler.checks,
            view: ref,
          });
        continue;
      }
      const guards = [
        ...inCall,
        ...(owner ? classGuards(program, owner) : []),
        ...decoratorGuards(program, ref, site, call),
        ...parameterGuards(program, ref),
      ];
      const checks = decoratorValues(ref, call).map((value) => ({ value, site }));
      for (const method of methods) entries.push({ ...base, method, handler: ref, guards, checks });
    }
  }
  return entries;
}

function methodsNamed(program: Program, call: CallRef, name: string, framework: string): readonly Method[] {
  if (WEBSOCKETS.has(name)) return ['WEBSOCKET'];
  if (Object.hasOwn(VERBS, name)) return [VERBS[name] as Method];
  if (!GENERAL.has(name)) return [];
  const named = methodsOf(program, argument(call, 'methods') ?? argument(call, 'method'), siteOf(call));
  if (named.length > 0) return named;
  // Flask, Quart, Sanic and Bottle answer GET alone when nothing is said.
  return framework === 'django' ? ['ANY'] : ['GET'];
}

/** Litestar's `@get('/x')` and Bottle's `@route('/x')`: functions of the framework itself. */
function bareDecorator(program: Program, call: CallRef): { method: string; framework: string } | null {
  const name = program.nameOf(call);
  const hit =
    /^(litestar|starlite|bottle)\.(?:handlers\.)?(get|post|put|patch|delete|route|websocket\w*)$/.exec(name);
  return hit?.[1] && hit[2] ? { framework: hit[1], method: hit[2] } : null;
}

/** The controller class around a handler. */
function controllerOf(program: Program, ref: DefinitionRef): DefinitionRef | null {
  return program.definitionOf(siteAround(ref));
}

/** The decorators below the one that registers: what stands above it wraps a name that nobody calls. */
function decoratorValues(ref: DefinitionRef, route: CallRef): readonly Value[] {
  const { decorators } = ref.definition;
  return decorators.slice(decorators.findIndex((item) => item.kind === 'call' && item.call === route.id) + 1);
}

function decoratorGuards(program: Program, ref: DefinitionRef, site: Site, route: CallRef): readonly Guard[] {
  return decoratorValues(ref, route).flatMap((value) => guardsOf(program, value, site, 'route'));
}

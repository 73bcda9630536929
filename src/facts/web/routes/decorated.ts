/** Routes written as decorators: `@app.get('/x')`, `@bp.route('/x', methods=['POST'])`, `@api.websocket('/ws')`. */
import type { Value } from '../../../program/file.ts';
import { argument, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { classHandlers } from './class-views.ts';
import type { Entry } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { Holder, Holders } from './holders.ts';
import { parameterGuards } from './python-parameters.ts';
import type { Guard, Method } from './routes.ts';

/** Decorators that name their methods in an argument. */
const GENERAL = new Set('route api_route add_route view'.split(' '));
const WEBSOCKETS = new Set(['websocket', 'websocket_route']);
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
  for (const ref of program.definitions()) {
    if (ref.file.language !== 'python') continue;
    const site = { file: ref.file, definition: ref.definition.parent };
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
      const path = pathArgument(program, call);
      const framework = known?.[0]?.framework ?? bare?.framework ?? '';
      const dependencies = argument(call, 'dependencies') ?? argument(call, 'auth');
      const inCall = dependencies ? guardsOf(program, dependencies, siteOf(call), 'route') : [];
      const base = {
        holders: known ?? ([] as readonly Holder[]),
        path,
        file: ref.file,
        line: decorator.line,
        definition: ref.definition.parent,
        framework,
        checks: [] as const,
        ...(known ? {} : { mounted: true }),
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
  const hit = /^(litestar|starlite|bottle)\.(?:handlers\.)?(get|post|put|patch|delete|route)$/.exec(name);
  return hit?.[1] && hit[2] ? { framework: hit[1], method: hit[2] } : null;
}

/** The other decorators of a handler run before it. */
function decoratorValues(ref: DefinitionRef, route: CallRef): readonly Value[] {
  return ref.definition.decorators.filter((item) => item.kind !== 'call' || item.call !== route.id);
}

function decoratorGuards(program: Program, ref: DefinitionRef, site: Site, route: CallRef): readonly Guard[] {
  return decoratorValues(ref, route).flatMap((value) => guardsOf(program, value, site, 'route'));
}

/**
 * Routes written as decorators: `@app.get('/x')`, `@bp.route('/x', methods=['POST'])`, `@api.websocket('/ws')`, and
 * decorators that are applied by a call, `app.get('/x')(answer)`.
 */
import type { Value } from '../../../program/file.ts';
import { argument, siteAround, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { attributeOf, classGuards, classHandlers } from './class-views.ts';
import { type Entry, joinPath } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import { readHandlerLists } from './handler-lists.ts';
import { handlerOf } from './handlers.ts';
import type { Holder, Holders } from './holders.ts';
import { parameterGuards } from './python-parameters.ts';
import type { Method } from './routes.ts';

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

/** A call that gives a decorator, what it is put on, and where. */
interface Decoration {
  readonly call: CallRef;
  readonly ref: DefinitionRef;
  /** The decorators between it and what it decorates. */
  readonly below: readonly Value[];
  readonly line: number;
  readonly definition: number;
}

function decorationsOf(program: Program, holders: Holders): readonly Decoration[] {
  const written = program.definitions().flatMap((ref) =>
    ref.definition.decorators.flatMap((decorator, at, all): readonly Decoration[] =>
      decorator.kind === 'call'
        ? [
            {
              call: program.callOf(ref.file, decorator.call),
              ref,
              below: all.slice(at + 1),
              line: decorator.line,
              definition: ref.definition.parent,
            },
          ]
        : [],
    ),
  );
  const applied = program.calls().flatMap((outer): readonly Decoration[] => {
    const { callee, arguments: given, line, definition } = outer.call;
    const [only, ...others] = given;
    if (callee.kind !== 'call' || !only || others.length > 0) return [];
    const call = program.callOf(outer.file, callee.call);
    if ((holders.receiver(call)?.holders ?? []).length === 0) return [];
    const ref = handlerOf(program, holders, only.value, siteOf(outer));
    return ref ? [{ call, ref, below: ref.definition.decorators, line, definition }] : [];
  });
  return [...written, ...applied].filter(({ call }) => call.file.language === 'python');
}

export function readDecoratedRoutes(program: Program, holders: Holders): readonly Entry[] {
  const lists = readHandlerLists(holders);
  return decorationsOf(program, holders).flatMap(
    ({ call, ref, below, line, definition }): readonly Entry[] => {
      const receiver = holders.receiver(call);
      const known = receiver && receiver.holders.length > 0 ? receiver.holders : null;
      const bare = known ? null : bareDecorator(program, call);
      if (!known && !bare) return [];
      const framework = known?.[0]?.framework ?? bare?.framework ?? '';
      const methods = methodsNamed(
        program,
        call,
        (known && receiver?.method) ?? bare?.method ?? '',
        framework,
      );
      if (methods.length === 0) return [];
      const site = siteAround(ref);
      const owner = bare ? controllerOf(program, ref) : null;
      const prefix = owner && attributeOf(program, owner, 'path');
      const listing = bare ? lists.of.get(owner ?? ref) : undefined;
      const base = {
        holders: known ?? listing ?? ([] as readonly Holder[]),
        path: joinPath(prefix ? textOf(program, prefix.value, prefix.site) : '', pathArgument(program, call)),
        file: call.file,
        line,
        definition,
        framework,
        checks: [] as const,
        ...(known || listing ? {} : { mounted: !lists.complete }),
      };
      const around = below.flatMap((value) => guardsOf(program, value, site, 'route'));
      if (ref.definition.kind === 'class')
        return classHandlers(program, ref).map((handler) => ({
          ...base,
          method: handler.method,
          handler: handler.ref,
          guards: [...around, ...handler.guards],
          checks: handler.checks,
          view: ref,
        }));
      const guards = [
        ...BEFORE.flatMap((name) => {
          const value = argument(call, name);
          return value ? guardsOf(program, value, siteOf(call), 'route') : [];
        }),
        ...(owner ? classGuards(program, owner) : []),
        ...around,
        ...parameterGuards(program, ref),
      ];
      const checks = below.map((value) => ({ value, site }));
      return methods.map((method) => ({ ...base, method, handler: ref, guards, checks }));
    },
  );
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

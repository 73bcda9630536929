/** Routes that Python registers by a call: `app.add_api_route('/x', handler)`, `api.add_resource(Posts, '/posts')`. */
import { type Placed, type Round, roundArgument, roundsOf } from '../../../program/flow/rounds.ts';
import { calleeParts, siteAround, textOf } from '../../../program/link/calls.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { classHandlers } from './class-views.ts';
import { methodsOf } from './decorated.ts';
import type { Entry, Reader } from './entry.ts';
import { guardsOf } from './guards.ts';
import { handlerOf } from './handlers.ts';
import { parameterGuards } from './python-parameters.ts';
import type { Method } from './routes.ts';

interface Registration {
  /** Positions among the arguments without a name. */
  readonly path: number;
  readonly handler: number;
  /** The keywords of the handler; `endpoint` is a mere name in Flask. */
  readonly keywords?: readonly string[];
  /** The position of the methods, where they have one. */
  readonly methods?: number;
  readonly method?: Method;
}

/** Methods that register a handler. One line each: extend here. */
const REGISTRATIONS: Readonly<Record<string, Registration>> = {
  add_api_route: { path: 0, handler: 1 },
  add_route: { path: 0, handler: 1 },
  add_url_rule: { path: 0, handler: 2, keywords: ['view_func'] },
  add_resource: { path: 1, handler: 0, keywords: ['resource'] },
  add_get: { path: 0, handler: 1, method: 'GET' },
  add_post: { path: 0, handler: 1, method: 'POST' },
  add_put: { path: 0, handler: 1, method: 'PUT' },
  add_patch: { path: 0, handler: 1, method: 'PATCH' },
  add_delete: { path: 0, handler: 1, method: 'DELETE' },
  add_websocket_route: { path: 0, handler: 1, method: 'WEBSOCKET' },
  // Bottle's; without a handler it decorates one.
  route: { path: 0, handler: 2, keywords: ['callback'], methods: 1 },
  add_api_websocket_route: { path: 0, handler: 1, method: 'WEBSOCKET' },
};
/** Sanic hands the handler first. */
const HANDLER_FIRST: Registration = { path: 1, handler: 0 };
const PATHS = ['path', 'rule', 'uri', 'uri_template'];
const HANDLERS = ['endpoint', 'handler', 'route'];
const MAX_PATHS = 8;

export const readRegisteredRoutes: Reader = (program, holders) =>
  program.calls().flatMap((call) => {
    const name = call.file.language === 'python' ? (calleeParts(call.call.callee)?.name ?? '') : '';
    const known = Object.hasOwn(REGISTRATIONS, name) ? REGISTRATIONS[name] : undefined;
    const found = known ? (holders.receiver(call)?.holders ?? []) : [];
    if (!known || found.length === 0) return [];
    const framework = found[0]?.framework ?? '';
    const rule = framework === 'sanic' && name === 'add_route' ? HANDLER_FIRST : known;
    return roundsOf(program, holders.lookup, call).flatMap((round): readonly Entry[] => {
      const positional = round.arguments.filter((item) => item.name === null);
      const last = positional.at(-1) ?? null;
      const given = roundArgument(round, ...(rule.keywords ?? HANDLERS)) ?? positional[rule.handler] ?? null;
      const handler = functionOf(given) ?? (name === 'add_url_rule' ? functionOf(last) : null);
      if (name === 'route' && !handler) return [];
      const paths =
        name === 'add_resource'
          ? positional.slice(1, MAX_PATHS + 1)
          : [roundArgument(round, ...PATHS) ?? positional[rule.path] ?? null];
      return paths.flatMap((path) =>
        entriesOf(program, round, rule, handler, {
          holders: found,
          path: path ? textOf(program, path.value, path.site) : '',
          file: call.file,
          line: call.call.line,
          definition: call.call.definition,
          framework,
        }),
      );
    });

    function functionOf(placed: Placed | null): DefinitionRef | null {
      return placed ? handlerOf(program, holders, placed.value, placed.site) : null;
    }
  });

function entriesOf(
  program: Program,
  round: Round,
  rule: Registration,
  handler: DefinitionRef | null,
  base: Pick<Entry, 'holders' | 'path' | 'file' | 'line' | 'definition' | 'framework'>,
): readonly Entry[] {
  if (handler?.definition.kind === 'class')
    return classHandlers(program, handler).map(({ method, ref, guards, checks }) => ({
      ...base,
      method,
      handler: ref,
      guards,
      checks,
      view: handler,
    }));
  const dependencies = roundArgument(round, 'dependencies', 'guards');
  const guards = [
    ...(dependencies ? guardsOf(program, dependencies.value, dependencies.site, 'route') : []),
    ...(handler ? [...decoratorGuards(program, handler), ...parameterGuards(program, handler)] : []),
  ];
  const positional = round.arguments.filter((item) => item.name === null);
  const listed =
    roundArgument(round, 'methods', 'method') ??
    (rule.methods === undefined ? null : (positional[rule.methods] ?? null));
  const named = rule.method ? [rule.method] : listed ? methodsOf(program, listed.value, listed.site) : [];
  const methods = named.length > 0 ? named : (['GET'] as const);
  return methods.map((method) => ({ ...base, method, handler, guards, checks: [] }));
}

function decoratorGuards(program: Program, ref: DefinitionRef): Entry['guards'] {
  const site = siteAround(ref);
  return ref.definition.decorators.flatMap((value) => guardsOf(program, value, site, 'route'));
}

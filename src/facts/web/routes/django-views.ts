/** What a Django view answers to: functions, class views, generic views. */
import type { Value } from '../../../program/file.ts';
import { calleeParts, lastName, siteAround, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import { classHandlers } from './class-views.ts';
import { methodsOf } from './decorated.ts';
import { actionHandler, allowed, type ViewHandler } from './django-actions.ts';
import { defaultPermissions, viewGuards } from './django-permissions.ts';
import { ACTION_OF, GENERIC_VIEWS, METHOD_DECORATORS } from './django-tables.ts';
import { guardsOf } from './guards.ts';
import type { BodyInput, Guard, Method } from './routes.ts';

const MAX_WRAPPERS = 6;

/** The handlers behind a value in a URL table: a function, `View.as_view()`, either inside of wrappers. */
export function viewHandlers(program: Program, value: Value, site: Site, depth = 0): readonly ViewHandler[] {
  let current = value;
  let where = site;
  const wrappers: Guard[] = [];
  for (let step = 0; step < MAX_WRAPPERS; step++) {
    if (current.kind !== 'call') break;
    const call = program.callOf(where.file, current.call);
    const parts = calleeParts(call.call.callee);
    if (parts?.name === 'as_view') {
      const actions = call.call.arguments.find((item) => item.value.kind === 'dict')?.value ?? null;
      return classView(program, parts.of, where, actions).map((item) => ({
        ...item,
        guards: [...wrappers, ...item.guards],
      }));
    }
    // `login_required(View.as_view())`, `cache_page(60)(view)`
    wrappers.push(...guardsOf(program, call.call.callee, where, 'route'));
    const inner = call.call.arguments.at(0)?.value;
    if (!inner) break;
    where = siteOf(call);
    current = inner;
  }
  // `notes = Notes.as_view({"get": "list"})`
  if (current.kind === 'name' && depth < MAX_WRAPPERS) {
    const [only, ...others] = program.assignmentsTo(current.name, where);
    if (only?.assignment.value?.kind === 'call' && others.length === 0)
      return viewHandlers(program, only.assignment.value, siteAt(only), depth + 1).map((item) => ({
        ...item,
        guards: [...wrappers, ...item.guards],
      }));
  }
  const target = program.resolve(current, where);
  if (target.kind !== 'definition' || target.ref.definition.kind === 'class') return [];
  return functionView(program, target.ref).map((item) => ({
    ...item,
    guards: [...wrappers, ...item.guards],
  }));
}

function siteAt({ file, assignment }: ReturnType<Program['assignmentsTo']>[number]): Site {
  return { file, definition: assignment.definition };
}

function functionView(program: Program, ref: DefinitionRef): readonly ViewHandler[] {
  const site = siteAround(ref);
  const guards: Guard[] = [];
  let methods: readonly Method[] = [];
  let isRest = false;
  let permissions: readonly Guard[] | null = null;
  for (const decorator of ref.definition.decorators) {
    const call = decorator.kind === 'call' ? program.callOf(ref.file, decorator.call) : null;
    const written = call ? call.call.callee : decorator;
    const name = lastName(written);
    const first = call?.call.arguments[0]?.value ?? null;
    if (name === 'api_view') isRest = true;
    if (name === 'api_view' || name === 'require_http_methods')
      methods = first ? methodsOf(program, first, site) : ['GET'];
    else if (Object.hasOwn(METHOD_DECORATORS, name)) methods = METHOD_DECORATORS[name] ?? [];
    else if (name === 'permission_classes' && first) {
      // Above `api_view` it is set on a view that has been made already.
      if (isRest) permissions = guardsOf(program, first, site, 'route');
    } else guards.push(...guardsOf(program, decorator, site, 'route'));
  }
  const line = ref.definition.line;
  guards.push(...(permissions ?? (isRest ? defaultPermissions(program) : [])));
  return (methods.length > 0 ? methods : (['ANY'] as const)).map((method) => ({
    method,
    handler: ref,
    guards: method === 'GET' ? guards.filter((guard) => !/OrReadOnly$/.test(guard.name)) : guards,
    checks: [],
    view: null,
    suffix: '',
    line,
  }));
}

function classView(
  program: Program,
  value: Value,
  site: Site,
  actions: Value | null,
): readonly ViewHandler[] {
  const target = program.resolve(value, site);
  if (target.kind === 'external') {
    const methods = GENERIC_VIEWS[lastSegment(target.name)] ?? ['ANY'];
    const body: readonly BodyInput[] = [
      { name: null, schema: null, type: target.name, kind: 'form', file: site.file, line: value.line },
    ];
    return methods.map((method) => ({
      method,
      handler: null,
      guards: [],
      checks: [],
      view: null,
      suffix: '',
      ...(method === 'POST' ? { body } : {}),
    }));
  }
  if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') return [];
  const view = target.ref;
  if (actions?.kind === 'dict')
    return actions.entries.flatMap(({ key, value: action }) => {
      const method = key ? methodsOf(program, key, site)[0] : undefined;
      const name = program.constant(action, site);
      return method && typeof name === 'string' ? [actionHandler(program, view, name, method, '')] : [];
    });
  const own = classHandlers(program, view);
  const written = own.map((item) => ({
    method: item.method,
    handler: item.ref,
    guards: [
      ...item.ref.definition.decorators.flatMap((decorator) =>
        guardsOf(program, decorator, siteAround(item.ref), 'route'),
      ),
      ...viewGuards(program, view, item.method, ACTION_OF[item.method] ?? null),
    ],
    checks: item.checks,
    view,
    suffix: '',
    line: item.ref.definition.line,
  }));
  const generic = program
    .ancestors(view)
    .flatMap((name) => GENERIC_VIEWS[lastSegment(name)] ?? [])
    .filter((method) => !own.some((item) => item.method === method));
  return [
    ...written,
    ...[...new Set(generic)].map((method) =>
      actionHandler(program, view, ACTION_OF[method] ?? 'retrieve', method, ''),
    ),
  ].filter((item) => allowed(program, view, item.method));
}

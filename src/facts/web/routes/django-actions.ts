/** The actions of a Django view: its own method, or what the framework does with its serializer. */
import { definedIn } from '../../../program/link/bodies.ts';
import { argument, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { attributeOf } from './class-views.ts';
import { methodsOf } from './decorated.ts';
import { viewGuards } from './django-permissions.ts';
import { ACTION_BASES, ACTIONS, HOOKS } from './django-tables.ts';
import type { Entry } from './entry.ts';
import { guardsOf } from './guards.ts';
import type { BodyInput, Guard, Method } from './routes.ts';

export interface ViewHandler {
  readonly method: Method;
  readonly handler: DefinitionRef | null;
  readonly guards: readonly Guard[];
  readonly checks: Entry['checks'];
  readonly view: DefinitionRef | null;
  readonly body?: readonly BodyInput[];
  /** What a view set's action adds to the path. */
  readonly suffix: string;
  readonly line?: number;
}

/** All actions of a view set behind a router. */
export function viewSetHandlers(program: Program, view: DefinitionRef): readonly ViewHandler[] {
  const names = new Set(program.ancestors(view).flatMap((name) => ACTION_BASES[lastSegment(name)] ?? []));
  for (const name of Object.keys(ACTIONS)) if (program.member(view, name)) names.add(name);
  const found = [...names].flatMap((name) => {
    const action = ACTIONS[name];
    return action ? [actionHandler(program, view, name, action.method, action.detail ? '{pk}' : '')] : [];
  });
  for (const ref of definedIn(program, view)) {
    for (const decorator of ref.definition.decorators) {
      if (decorator.kind !== 'call') continue;
      const call = program.callOf(ref.file, decorator.call);
      if (lastSegment(program.nameOf(call)) !== 'action') continue;
      const site = siteOf(call);
      const methods = methodsOf(program, argument(call, 'methods'), site);
      const detail = argument(call, 'detail');
      const isDetail = detail?.kind === 'literal' && detail.value === true;
      const path = textOf(program, argument(call, 'url_path'), site) || ref.definition.name;
      const own = argument(call, 'permission_classes');
      for (const method of methods.length > 0 ? methods : (['GET'] as const)) {
        const item = actionHandler(
          program,
          view,
          ref.definition.name,
          method,
          isDetail ? `{pk}/${path}` : path,
        );
        found.push(own ? { ...item, guards: guardsOf(program, own, site, 'route') } : item);
      }
    }
  }
  return found.filter((item) => allowed(program, view, item.method));
}

/** `http_method_names = ["get", "post"]` leaves the others out. */
export function allowed(program: Program, view: DefinitionRef, method: Method): boolean {
  const names = attributeOf(program, view, 'http_method_names');
  if (names?.value.kind !== 'list') return true;
  return methodsOf(program, names.value, names.site).includes(method);
}

/** One action: the view's own method, or what the framework does with the view's serializer. */
export function actionHandler(
  program: Program,
  view: DefinitionRef,
  action: string,
  method: Method,
  suffix: string,
): ViewHandler {
  const own = program.member(view, action);
  const hook = (HOOKS[method] ?? []).map((name) => program.member(view, name)).find((ref) => ref !== null);
  const writes = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const schema = writes && !own ? serializerOf(program, view) : null;
  return {
    method,
    handler: own ?? hook ?? view,
    guards: viewGuards(program, view, method, action),
    checks: [],
    view,
    suffix,
    ...(own ? { line: own.definition.line } : { body: schema ? [schema] : [] }),
  };
}

/** What a generic view checks its input by. */
function serializerOf(program: Program, view: DefinitionRef): BodyInput | null {
  for (const name of ['serializer_class', 'form_class', 'authentication_form', 'fields', 'model']) {
    const found = attributeOf(program, view, name);
    if (!found) continue;
    const target = program.resolve(found.value, found.site);
    const ref = target.kind === 'definition' ? target.ref : null;
    const type = ref?.definition.qualifiedName ?? (target.kind === 'external' ? target.name : name);
    const kind = name === 'serializer_class' ? 'schema' : 'form';
    return { name: null, schema: ref, type, kind, file: found.site.file, line: found.value.line };
  }
  const chosen = program.member(view, 'get_serializer_class') ?? program.member(view, 'get_form_class');
  if (!chosen) return null;
  return {
    name: null,
    schema: null,
    type: chosen.definition.name,
    kind: 'schema',
    file: chosen.file,
    line: chosen.definition.line,
  };
}

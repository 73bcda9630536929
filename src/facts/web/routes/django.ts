/** Django's URL tables: `urlpatterns`, `include`, routers of view sets, followed from the root downwards. */

import { type CodeFile, MODULE, type Value } from '../../../program/file.ts';
import { calleeParts, lastName, siteOf, textOf } from '../../../program/link/calls.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Site } from '../../../program/program.ts';
import { type ViewHandler, viewSetHandlers } from './django-actions.ts';
import { definitionAt } from './django-permissions.ts';
import { viewHandlers } from './django-views.ts';
import { type Entry, joinPath, type Reader } from './entry.ts';
import type { Guard } from './routes.ts';

const TABLE = 'urlpatterns';
const LINES = new Set(['path', 're_path', 'url']);
const WRAPPERS = new Set(['i18n_patterns', 'format_suffix_patterns', 'list', 'tuple']);
const ROUTER = /(^|\.)\w*Router$/;
const MAX_DEPTH = 10;
const MAX_ENTRIES = 5_000;

export const readDjangoRoutes: Reader = (program, holders) => {
  const tables = program.filesOf().filter((file) => file.language === 'python' && tableOf(file).length > 0);
  if (tables.length === 0) return [];
  const entries: Entry[] = [];
  const visited = new Set<CodeFile>();
  const registered = registrations();
  const everywhere = settingsMiddleware();

  const root = rootTables();
  const included = new Set<CodeFile>();
  for (const file of tables) for (const below of filesBelow(file)) if (below !== file) included.add(below);
  const roots = root.length > 0 ? root : tables.filter((file) => !included.has(file));
  for (const file of roots) visitFile(file, '', true, 0);
  for (const file of tables) if (!visited.has(file)) visitFile(file, '', false, 0);
  return entries;

  function tableOf(file: CodeFile): readonly Value[] {
    return file.assignments.flatMap((item) =>
      item.definition === MODULE &&
      item.target.kind === 'name' &&
      (item.target.name === TABLE || /_?url_?patterns$/.test(item.target.name)) &&
      item.value
        ? [item.value]
        : [],
    );
  }

  function rootTables(): readonly CodeFile[] {
    for (const file of program.filesOf()) {
      for (const { target, value } of file.assignments) {
        if (target.kind !== 'name' || target.name !== 'ROOT_URLCONF' || value?.kind !== 'literal') continue;
        const found = typeof value.value === 'string' ? program.moduleOf(file, value.value) : null;
        if (found) return [found];
      }
    }
    return [];
  }

  /** The files that a table includes directly. */
  function filesBelow(file: CodeFile): readonly CodeFile[] {
    return file.calls.flatMap((call, id) => {
      const name = call.callee.kind === 'name' ? lastSegment(call.callee.name) : '';
      const first = call.arguments[0]?.value;
      if (name !== 'include' || !first) return [];
      const below = includedFile(first, siteOf(program.callOf(file, id)));
      return below ? [below] : [];
    });
  }

  function includedFile(value: Value, site: Site): CodeFile | null {
    const first = value.kind === 'list' ? value.items[0] : value;
    if (!first) return null;
    if (first.kind === 'literal')
      return typeof first.value === 'string' ? program.moduleOf(site.file, first.value) : null;
    const target = program.resolve(first, site);
    return target.kind === 'module' ? target.file : null;
  }

  function visitFile(file: CodeFile, prefix: string, mounted: boolean, depth: number): void {
    visited.add(file);
    const site = { file, definition: MODULE };
    const values = tableOf(file).filter((_, index, all) => index === 0 || all.length < 40);
    for (const value of values) visit(value, site, prefix, mounted, depth);
  }

  function visit(value: Value, site: Site, prefix: string, mounted: boolean, depth: number): void {
    if (depth > MAX_DEPTH || entries.length > MAX_ENTRIES) return;
    if (value.kind === 'list') for (const item of value.items) visit(item, site, prefix, mounted, depth + 1);
    else if (value.kind === 'operation')
      for (const item of value.operands) visit(item, site, prefix, mounted, depth + 1);
    else if (value.kind === 'call') visitCall(program.callOf(site.file, value.call), prefix, mounted, depth);
    else if (value.kind === 'name') {
      if (routers(value, site, prefix, mounted)) return;
      for (const origin of holders.lookup.origins(value, site))
        if (origin.kind === 'value' && origin.value.kind !== 'name')
          visit(origin.value, origin.site, prefix, mounted, depth + 1);
    }
  }

  function visitCall(call: CallRef, prefix: string, mounted: boolean, depth: number): void {
    const { callee } = call.call;
    const name = lastName(callee);
    const site = siteOf(call);
    const given = call.call.arguments.filter((item) => item.name === null).map((item) => item.value);
    if (WRAPPERS.has(name)) for (const value of given) visit(value, site, prefix, mounted, depth + 1);
    if (!LINES.has(name)) return;
    const [route, fromPosition] = given;
    const view = call.call.arguments.find((item) => item.name === 'view')?.value ?? fromPosition;
    if (!route || !view) return;
    const path = joined(prefix, textOf(program, route, site));
    const inclusion = view.kind === 'call' ? program.callOf(site.file, view.call) : null;
    const viewName = inclusion ? lastSegment(program.nameOf(inclusion)) : '';
    if (inclusion && viewName === 'include') {
      const first = inclusion.call.arguments[0]?.value;
      if (!first) return;
      const below = includedFile(first, site);
      if (below) visitFile(below, path, mounted, depth + 1);
      // `include((patterns, "app"))`
      else
        visit(
          first.kind === 'list' && first.items[0] ? first.items[0] : first,
          site,
          path,
          mounted,
          depth + 1,
        );
      return;
    }
    if (routers(view, site, path, mounted)) return;
    for (const handler of viewHandlers(program, view, site)) add(handler, path, call, mounted);
  }

  /** Slashes between are the author's own: `path("a")` below `path("b")` is "ba". */
  function joined(prefix: string, path: string): string {
    const plain = path
      .replace(/\(\?P<(\w+)>[^()]*\)/g, '<$1>')
      .replace(/^\^/, '')
      .replace(/\$$/, '');
    return prefix === '' || prefix.endsWith('/') || plain === '' ? prefix + plain : joinPath(prefix, plain);
  }

  /** `include(router.urls)`, `urlpatterns = router.urls`: the view sets registered on the router. */
  function routers(value: Value, site: Site, path: string, mounted: boolean): boolean {
    let any = false;
    for (const origin of holders.lookup.origins(value, site)) {
      if (origin.kind !== 'value' || origin.value.kind !== 'call') continue;
      const made = program.callOf(origin.site.file, origin.value.call);
      const calls = registered.get(made);
      if (!calls && !isRouter(made)) continue;
      any = true;
      for (const call of calls ?? []) viewSet(call, path, mounted);
    }
    return any;
  }

  /** A router of the framework's, or of a class of one's own that is one. */
  function isRouter(made: CallRef): boolean {
    const target = program.callee(made);
    if (target.kind !== 'definition') return ROUTER.test(program.nameOf(made));
    return descendsAs(program, target.ref, 'http.rest-router');
  }

  function viewSet(call: CallRef, path: string, mounted: boolean): void {
    const site = siteOf(call);
    const [route, view] = call.call.arguments.map((item) => item.value);
    if (!route || !view) return;
    const target = program.resolve(view, site);
    if (target.kind !== 'definition') return;
    const base = joined(path === '' ? '' : joinPath(path, '/').concat('/'), textOf(program, route, site));
    for (const handler of viewSetHandlers(program, target.ref))
      add(handler, joinPath(base, handler.suffix), call, mounted);
  }

  /** Calls of `register` by the call that made their router. */
  function registrations(): ReadonlyMap<CallRef, readonly CallRef[]> {
    const found = new Map<CallRef, CallRef[]>();
    for (const call of program.calls()) {
      const parts = calleeParts(call.call.callee);
      if (call.file.language !== 'python' || parts?.name !== 'register') continue;
      for (const origin of holders.lookup.origins(parts.of, siteOf(call))) {
        if (origin.kind !== 'value' || origin.value.kind !== 'call') continue;
        const made = program.callOf(origin.site.file, origin.value.call);
        if (!isRouter(made)) continue;
        const known = found.get(made);
        if (known) known.push(call);
        else found.set(made, [call]);
      }
    }
    return found;
  }

  /** The middleware of the settings: all requests pass it. */
  function settingsMiddleware(): readonly Guard[] {
    return program.filesOf().flatMap((file) =>
      file.assignments.flatMap(({ target, value }) =>
        target.kind === 'name' && target.name === 'MIDDLEWARE' && value
          ? valuesWithin(value).flatMap((item): readonly Guard[] => {
              if (item.kind !== 'literal' || typeof item.value !== 'string') return [];
              const name = item.value;
              const ref = definitionAt(program, file, name);
              // Django's own find out who is calling; one of them turns strangers away.
              if (!ref && !name.endsWith('LoginRequiredMiddleware')) return [];
              return [{ name, ref, file, line: item.line, scope: 'application' }];
            })
          : [],
      ),
    );
  }

  function add(item: ViewHandler, path: string, call: CallRef, mounted: boolean): void {
    if (entries.length > MAX_ENTRIES) return;
    // One line of the table stands for all methods of a class: the handler's own line says more.
    const shown: DefinitionRef | null = item.line !== undefined ? item.handler : null;
    entries.push({
      holders: [],
      method: item.method,
      path: joinPath(path),
      file: shown?.file ?? call.file,
      line: shown?.definition.line ?? call.call.line,
      definition: call.call.definition,
      handler: item.handler,
      framework: 'django',
      guards: [...item.guards, ...everywhere],
      checks: item.checks,
      mounted,
      view: item.view,
      ...(item.body ? { body: item.body } : {}),
    });
  }
};

/** What the elements of pages ask the program's own routes, by themselves: forms, links, what HTMX fetches. */
import type { CodeFile } from '../../program/file.ts';
import { regionFrom, writtenIn } from '../../program/life/region.ts';
import { addTo, entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { Route } from '../web/routes/routes.ts';
import { answers, ownPath, segmentsOf } from './client-calls.ts';
import { elementsOf, type MarkupElement } from './markup.ts';
import { type Page, pagesOf } from './pages.ts';
import type { Place } from './shown-state.ts';

/** An element that asks a route of the program. */
export interface Asking extends Place {
  readonly page: Page;
  readonly element: MarkupElement;
  /** Its place among the elements of its page. */
  readonly at: number;
  /** HTMX asks: what is answered becomes a part of the page. */
  readonly swaps: boolean;
  readonly route: Route;
}

const SWAPS: ReadonlyMap<string, string> = new Map(
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) =>
    ['hx-', 'data-hx-'].map((start) => [`${start}${method.toLowerCase()}`, method] as const),
  ),
);
/** `{% url 'chats:open' chat.pk %}`, `{{ url_for('chats.open', key=chat.key) }}`: the name of a route. */
const BY_NAME =
  /\{%-?\s*url\s+['"](?:\w{1,60}:){0,4}(\w{1,60})['"]|url_for\(\s*['"](?:\w{1,60}\.){0,4}(\w{1,60})['"]/;
/** Addresses looked up in the routes; more are not read. */
const MOST_ADDRESSES = 2_000;
/** Places looked into behind one route. */
const MOST_READ = 60;
const known = new WeakMap<Facts, readonly Asking[]>();

/** In pages, and in pages that are written out in code. */
export function askingElements(facts: Facts): readonly Asking[] {
  return entryOfWeak(known, facts, () => {
    const routes = facts.routes.filter(({ mounted }) => mounted);
    if (routes.length === 0) return [];
    const table: Table = {
      named: routesByName(routes),
      known: routes.map((route) => ({ route, segments: segmentsOf(route.path) })),
    };
    const reached = new Map<string, Route | undefined>();
    return [...pagesOf(facts), ...facts.program.filesOf().flatMap(writtenOut)].flatMap((page) =>
      page.elements.flatMap((element, at) =>
        addressesOf(element).flatMap(({ method, address, swaps }): readonly Asking[] => {
          const key = `${method} ${address}`;
          if (!reached.has(key) && reached.size < MOST_ADDRESSES)
            reached.set(key, routeAt(table, address, method));
          const route = reached.get(key);
          return route ? [{ page, element, at, swaps, route, path: page.path, line: element.line }] : [];
        }),
      ),
    );
  });
}

function writtenOut(file: CodeFile): readonly Page[] {
  return file.assignments.flatMap(({ value }) =>
    value?.kind === 'literal' && typeof value.value === 'string' && value.value.includes('<')
      ? [{ path: file.path, text: value.value, elements: elementsOf(value.value, value.line) }]
      : [],
  );
}

interface Address {
  readonly method: string;
  readonly address: string;
  readonly swaps: boolean;
}

function addressesOf({ tag, attributes }: MarkupElement): readonly Address[] {
  const found: Address[] = [...attributes].flatMap(([name, address]) => {
    const method = SWAPS.get(name);
    return method ? [{ method, address, swaps: true }] : [];
  });
  const href = tag === 'a' ? attributes.get('href') : undefined;
  if (href) found.push({ method: 'GET', address: href, swaps: false });
  const action = tag === 'form' ? attributes.get('action') : attributes.get('formaction');
  const method = (attributes.get('method') ?? attributes.get('formmethod') ?? 'GET').toUpperCase();
  if (action) found.push({ method, address: action, swaps: false });
  return found;
}

function routesByName(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const named = new Map<string, Route[]>();
  const registered = new Map<CodeFile, ReadonlyMap<number, readonly string[]>>();
  const givenAt = ({ file, line }: Route): readonly string[] =>
    entryOf(registered, file, () => namesGiven(file)).get(line) ?? [];
  for (const route of routes)
    for (const name of new Set([...givenAt(route), route.handler?.definition.name ?? route.name]))
      if (name !== '') addTo(named, name, route);
  return named;
}

/** What calls give as a name or an endpoint, by their line. */
function namesGiven(file: CodeFile): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, string[]>();
  for (const call of file.calls)
    for (const { name, value } of call.arguments)
      if ((name === 'name' || name === 'endpoint') && value.kind === 'literal')
        addTo(lines, call.line, String(value.value));
  return lines;
}

interface Table {
  readonly named: ReadonlyMap<string, readonly Route[]>;
  readonly known: readonly { readonly route: Route; readonly segments: readonly string[] }[];
}

function routeAt(table: Table, address: string, method: string): Route | undefined {
  const takes = (route: Route): boolean => route.method === method || route.method === 'ANY';
  const [, django, flask] = BY_NAME.exec(address) ?? [];
  const name = django ?? flask;
  if (name !== undefined) return table.named.get(name)?.find(takes);
  // What a template puts in is one part, whatever it holds.
  const path = ownPath(address.replace(/\{\{[^}]{0,200}\}\}|<%=?[^%]{0,200}%>|\$?\{[^{}]{0,200}\}/g, '{}'));
  const sent = path === null ? [] : segmentsOf(path);
  return sent.length === 0
    ? undefined
    : table.known.find(({ route, segments }) => takes(route) && answers(segments, sent))?.route;
}

/** What asks when a field is filled in: itself, or the form around it. */
export function askedFrom(facts: Facts, path: string, field: MarkupElement): readonly Asking[] {
  const around = new Set<MarkupElement>();
  const asking = askingElements(facts).filter((one) => one.path === path);
  for (const { elements } of new Set(asking.map(({ page }) => page))) {
    const isField = ({ line, tag, parent }: MarkupElement): boolean =>
      line === field.line && tag === field.tag && parent === field.parent;
    for (let one = elements.find(isField); one && !around.has(one); one = elements[one.parent])
      around.add(one);
  }
  return asking.filter(({ element }) => around.has(element) && element.tag !== 'a');
}

/** The code behind a route reads a field of what it is sent: `request.POST.get("model")`, `model: str = Form()`, `req.body.model`. */
export function readsField({ program }: Facts, { handler }: Route, name: string): boolean {
  if (!handler || name === '') return false;
  return (
    handler.definition.parameters.some((one) => one.name === name) ||
    regionFrom(program, { file: handler.file, definition: handler.id })
      .places.slice(0, MOST_READ)
      .some((site) =>
        writtenIn(site).some(
          ({ value }) =>
            (value.kind === 'literal' && value.value === name) ||
            ((value.kind === 'name' || value.kind === 'member') && value.name.endsWith(`.${name}`)),
        ),
      )
  );
}

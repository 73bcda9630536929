/** Parts of pages that HTMX fetches: which elements ask which routes, and what is on screen meanwhile. */
import type { CodeFile } from '../../program/file.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { Route } from '../web/routes/routes.ts';
import { answers, segmentsOf } from './client-calls.ts';
import { elementsOf, type MarkupElement } from './markup.ts';
import type { Place } from './shown-state.ts';

export interface Swap extends Place {
  readonly route: Route;
  /** An indicator is named, or stands in the element: HTMX shows it while the request runs. */
  readonly indicated: boolean;
}

/** By attribute: the method that it asks with. */
const ASKS: ReadonlyMap<string, string> = new Map(
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) =>
    ['hx-', 'data-hx-'].map((start) => [`${start}${method.toLowerCase()}`, method] as const),
  ),
);
const INDICATOR: ReadonlySet<string> = new Set(['hx-indicator', 'data-hx-indicator']);
const known = new WeakMap<Facts, readonly Swap[]>();

/** Of pages, and of pages that are written out in code. */
export function swapsOf(facts: Facts): readonly Swap[] {
  return entryOfWeak(known, facts, () => {
    const pages = facts.files
      .filter(({ kind, role }) => kind === 'page' && role === 'application')
      .map(({ path }) => ({ path, text: facts.text(path) ?? '', line: 1 }));
    return [...pages, ...facts.program.filesOf().flatMap(pagesIn)].flatMap(({ path, text, line }) =>
      text.includes('hx-') ? swapsIn(facts, path, elementsOf(text, line)) : [],
    );
  });
}

function pagesIn(file: CodeFile): readonly { path: string; text: string; line: number }[] {
  return file.assignments.flatMap(({ value }) =>
    value?.kind === 'literal' && typeof value.value === 'string'
      ? [{ path: file.path, text: value.value, line: value.line }]
      : [],
  );
}

function swapsIn(facts: Facts, path: string, page: readonly MarkupElement[]): readonly Swap[] {
  return page.flatMap((element, at) =>
    [...element.attributes].flatMap(([name, address]) => {
      const method = ASKS.get(name);
      const route = method ? routeAt(facts, address, method) : undefined;
      const indicated =
        [...element.attributes.keys()].some((one) => INDICATOR.has(one)) || holdsIndicator(page, at);
      return route ? [{ route, indicated, path, line: element.line }] : [];
    }),
  );
}

function routeAt(facts: Facts, address: string, method: string): Route | undefined {
  const sent = segmentsOf(address);
  return facts.routes.find(
    (route) =>
      route.mounted &&
      (route.method === method || route.method === 'ANY') &&
      answers(segmentsOf(route.path), sent),
  );
}

/** Elements stand in source order: what is inside follows, up to the first whose parent stands before it. */
function holdsIndicator(page: readonly MarkupElement[], at: number): boolean {
  for (let next = at + 1; next < page.length && (page[next]?.parent ?? -1) >= at; next++)
    if (/\bhtmx-indicator\b/.test(page[next]?.attributes.get('class') ?? '')) return true;
  return false;
}

/** Parts of pages that HTMX fetches: which elements ask which routes, and what is on screen meanwhile. */
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { Route } from '../web/routes/routes.ts';
import type { MarkupElement } from './markup.ts';
import { askingElements } from './page-addresses.ts';
import type { Place } from './shown-state.ts';

export interface Swap extends Place {
  readonly route: Route;
  /** An indicator is named, or stands in the element: HTMX shows it while the request runs. */
  readonly indicated: boolean;
}

const INDICATOR: ReadonlySet<string> = new Set(['hx-indicator', 'data-hx-indicator']);
const known = new WeakMap<Facts, readonly Swap[]>();

/** Of pages, and of pages that are written out in code. */
export function swapsOf(facts: Facts): readonly Swap[] {
  return entryOfWeak(known, facts, () =>
    askingElements(facts)
      .filter(({ swaps }) => swaps)
      .map(({ route, path, line, page: { elements }, at }) => ({
        route,
        indicated: namesIndicator(elements, at) || holdsIndicator(elements, at),
        path,
        line,
      })),
  );
}

/** It, or what stands around it: HTMX hands the attribute on. */
function namesIndicator(page: readonly MarkupElement[], at: number): boolean {
  for (let one = page[at]; one; one = page[one.parent])
    if ([...one.attributes.keys()].some((name) => INDICATOR.has(name))) return true;
  return false;
}

/** Elements stand in source order: what is inside follows, up to the first whose parent stands before it. */
function holdsIndicator(page: readonly MarkupElement[], at: number): boolean {
  for (let next = at + 1; next < page.length && (page[next]?.parent ?? -1) >= at; next++)
    if (/\bhtmx-indicator\b/.test(page[next]?.attributes.get('class') ?? '')) return true;
  return false;
}

/** Elements of pages that scripts take hold of: what `dots` of `document.getElementById('dots')` looks like, and what is in it. */
import type { Value } from '../../program/file.ts';
import { originsOf } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { Site } from '../../program/program.ts';
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { MarkupElement } from './markup.ts';
import { pagesOf } from './pages.ts';
import { kindsOfElement } from './web.ts';
import type { WidgetKind } from './widget.ts';

export interface HeldElement {
  /** As the script asks for it: 'dots', '#dots'. */
  readonly selector: string;
  /** Kinds of widgets that it is, and that stand in it; nothing where no page has it. */
  readonly is: readonly WidgetKind[];
  readonly holds: readonly WidgetKind[];
}

/** Values looked at for one element: it is taken hold of once, at the top. */
const MOST = 40;
/** Elements of one name: a name that every item has is no address. */
const MOST_ALIKE = 20;

type Elements = readonly MarkupElement[];
const pagesByFacts = new WeakMap<Facts, ReadonlyMap<string, readonly (readonly [Elements, number])[]>>();

/** Elements that a value may stand for. */
export function heldElements(facts: Facts, value: Value, site: Site): readonly HeldElement[] {
  const { program } = facts;
  return originsOf(program, [{ value, site }], { most: MOST, byKey: true }).flatMap((origin) => {
    if (origin.value.kind !== 'call') return [];
    const call = program.callOf(origin.site.file, origin.value.call);
    if (!program.means(call, 'page.element')) return [];
    const asked = program.argumentOf(call, 'selector');
    const selector = asked ? program.constant(asked, siteOf(call)) : undefined;
    return typeof selector === 'string' ? [heldBy(facts, selector)] : [];
  });
}

function heldBy(facts: Facts, selector: string): HeldElement {
  const places = namedElements(facts).get(selector.replace(/^[#.]/, '')) ?? [];
  const is = places.flatMap(([page, at]) => kindsAt(page, at));
  return { selector, is, holds: places.flatMap(([page, at]) => within(page, at)) };
}

function kindsAt(page: Elements, at: number): readonly WidgetKind[] {
  const element = page[at];
  return element ? kindsOfElement(element) : [];
}

/** Elements stand in source order: what is inside follows, up to the first whose parent stands before it. */
function within(page: Elements, at: number): readonly WidgetKind[] {
  const kinds: WidgetKind[] = [];
  for (let next = at + 1; next < page.length && (page[next]?.parent ?? -1) >= at; next++)
    kinds.push(...kindsAt(page, next));
  return kinds;
}

/** By id and by class: the elements of all pages. */
function namedElements(facts: Facts): ReadonlyMap<string, readonly (readonly [Elements, number])[]> {
  return entryOfWeak(pagesByFacts, facts, () => {
    const named = new Map<string, (readonly [Elements, number])[]>();
    for (const { elements } of pagesOf(facts))
      for (const [at, { attributes }] of elements.entries())
        for (const name of [attributes.get('id'), ...(attributes.get('class') ?? '').split(/\s+/)]) {
          if (name === undefined || name === '') continue;
          const alike = entryOf(named, name, () => []);
          if (alike.length < MOST_ALIKE) alike.push([elements, at]);
        }
    return named;
  });
}

/** Several conversations in pages that a server fills in: each item of a list links to the route that shows one of them. */
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import { askingElements } from './page-addresses.ts';
import type { Page } from './pages.ts';
import type { Place } from './shown-state.ts';
import { MESSAGES } from './threads-script.ts';

/** `{% for chat in chats %}`, `<% for (const chat of chats) { %>`, `chats.forEach((chat) => {`, `chats.forEach(function (chat) {`. */
const LOOPS =
  /\{%-?\s{0,9}for\s{1,9}(\w{1,40})|<%-?\s{0,9}for\s?\(\s{0,9}(?:const|let|var)\s{1,9}(\w{1,40})\s{1,9}of\b|\.(?:forEach|map)\(\s{0,9}(?:async )?(?:function ?)?\(?(\w{1,40})/g;
/** Of Handlebars and Mustache, where the item is not named. */
const EACH = /\{\{#(?:each|\w{1,40}\}\})/;
/** A template puts something in: `{{ chat.id }}`, `<%= chat.id %>`, `{% url 'chat' chat.pk %}`. */
const FILLED =
  /\{\{([^}]{1,200})\}\}|<%[=-]([^%]{1,200})%>|\{%-?\s*url\s([^%]{1,200})%\}|\$?\{([^{}]{1,200})\}/;
/** What else may be done with one of them. */
const OTHERWISE = /delete|remove|clear|rename|edit|share|export|download/i;
const MAX_CHARACTERS = 600_000;
const itemsByPage = new WeakMap<Page, ReadonlySet<string>>();

/** Links of items, where the route takes the item by its address and speaks of conversations. */
export function linkedThreads(facts: Facts): readonly Place[] {
  return askingElements(facts).flatMap(({ page, element, route, path, line }) => {
    const isOpened = (route.method === 'GET' || route.method === 'ANY') && /[{<:]/.test(route.path);
    const called = `${route.path} ${route.handler?.definition.name ?? ''}`;
    if (!isOpened || !MESSAGES.test(called) || OTHERWISE.test(called)) return [];
    const address = [...element.attributes.values()].map((one) => FILLED.exec(one)?.slice(1).join(' ') ?? '');
    const items = itemsOf(page);
    const words = address.join(' ').match(/[A-Za-z_]\w{0,39}/g) ?? [];
    const isItem = words.some((word) => items.has(word)) || (words.length > 0 && EACH.test(page.text));
    return isItem ? [{ path, line }] : [];
  });
}

/** What the loops of a template go over, one at a time. */
function itemsOf(page: Page): ReadonlySet<string> {
  return entryOfWeak(itemsByPage, page, () => {
    const loops = page.text.slice(0, MAX_CHARACTERS).matchAll(LOOPS);
    return new Set([...loops].flatMap(([, jinja, of, each]) => jinja ?? of ?? each ?? []));
  });
}

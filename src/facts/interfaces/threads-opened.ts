/** Several conversations by what is opened: the messages are asked for by the item of a list that somebody clicks on. */

import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { parameterNamed } from '../../program/flow/parameters.ts';
import { siteOf } from '../../program/link/calls.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { calledName } from './screen.ts';
import type { Place } from './shown-state.ts';
import { MESSAGES } from './threads-script.ts';
import { workOf } from './work.ts';

const OPENS = /^on(?:Click|Select|Press|Open)$/;
/** Values looked at for one request: a key passes through some states and properties. */
const MOST_ORIGINS = 400;

/** What is clicked on, once for each request that reads messages by it. */
export function openedThreads(facts: Facts): readonly Place[] {
  const readers = workOf(facts).filter(
    ({ via, kind, method, address }) =>
      via === 'request' &&
      kind === 'other' &&
      (method === 'GET' || method === 'ANY') &&
      MESSAGES.test(address) &&
      address.includes('{}'),
  );
  return [...new Set(readers.map(({ call }) => call))].flatMap((call) => {
    const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    for (const origin of originsOf(facts.program, starts, { most: MOST_ORIGINS })) {
      const place = clickedItem(origin);
      if (place) return [place];
    }
    return [];
  });
}

/** `chats.map((chat) => <li onClick={() => open(chat.id)} />)`: the handler hands on what it is an item of. */
function clickedItem({ value, site: { file, definition } }: Origin): Place | null {
  if (value.kind !== 'name' || file.language === 'python') return null;
  // `item.dataset.id`: an element of a page says what it stands for.
  if (value.name.split('.').at(-2) === 'dataset') return { path: file.path, line: value.line };
  const owner = parameterNamed(firstSegment(value.name), { file, definition })?.owner;
  if (owner === undefined || owner === definition) return null;
  const isItem = file.calls.some(
    (call) =>
      calledName(call) === 'map' &&
      call.arguments.some(({ value: given }) => given.kind === 'function' && given.definition === owner),
  );
  const element = file.calls.find(
    (call) =>
      call.form === 'jsx' &&
      call.arguments.some(
        ({ name, value: handler }) =>
          name !== null &&
          OPENS.test(name) &&
          handler.kind === 'function' &&
          handler.definition === definition,
      ),
  );
  return isItem && element ? { path: file.path, line: element.line } : null;
}

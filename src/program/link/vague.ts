/** Objects that only the running program knows, and what may be guessed of calls on them. */
import type { Target } from '../program.ts';
import { matchesAny } from './values.ts';

/** Methods that lists, dicts, strings, files … have too: an unknown receiver's `.get` says nothing. */
export const COMMON_METHODS: ReadonlySet<string> = new Set(
  `add append clear close commit copy count create delete execute extend filter find first flush format get get_json
   insert items join json keys load map name open pop post print push put query read readlines refresh remove replace
   reset run send set slice sort split start stop strip then update values write all any end on use`
    .trim()
    .split(/\s+/),
);
/** An unknown receiver's method is taken for the program's own when at most this many classes define it. */
export const MOST_CANDIDATES = 3;
/** What an object goes by of which nothing is known, or that a framework keeps. One line each: extend here. */
const VAGUE: readonly string[] = [
  'list.*',
  'tuple.*',
  'dict.*',
  'Tuple.*',
  'Any.*',
  'object.*',
  'typing.*',
  '*equest.app.*',
  '*.state.*',
  '*.session_state.*',
  '*.user_session.get.*',
  '*.current_app.*',
  'flask.g.*',
  '*.app.locals.*',
];
/** Calls that run what they are handed, in a thread or later. One line each: extend here. */
const RUNNERS: readonly string[] = [
  '*.to_thread',
  '*run_in_threadpool',
  '*.run_in_executor',
  '*.run_sync',
  '*.add_task',
  '*.submit',
  '*.Thread',
  '*.Process',
];

/** Whether nothing is known of the object that a method is called on. */
export function isVague(
  target: Target,
): target is Extract<Target, { readonly kind: 'unknown' | 'external' }> {
  return target.kind === 'unknown' || (target.kind === 'external' && matchesAny(target.name, VAGUE));
}

export function runsArguments(target: Target): boolean {
  return (target.kind === 'external' || target.kind === 'unknown') && matchesAny(target.name, RUNNERS);
}

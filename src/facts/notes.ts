/** Notes of one kind, as many as somebody reads. */
import type { Note } from '../model.ts';

const MOST = 20;

/** The first ones; how many more there are, and of what, ends the list: '7 more files could not be read whole'. */
export function fewNotes(notes: readonly Note[], what: string): readonly Note[] {
  const rest = notes.length - MOST;
  if (rest <= 0) return notes;
  return [...notes.slice(0, MOST), { path: null, line: null, text: `${rest} more ${what}` }];
}

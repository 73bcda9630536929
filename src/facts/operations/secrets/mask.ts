/** Takes secrets out of what is to be shown: no output may hold one whole. */
import { formsIn } from './forms.ts';

/** Text that stands at a place of the repository, or anywhere. */
export type Mask = (text: string, path?: string, line?: number) => string;

export interface Shown {
  readonly value: string;
  /** null: wherever it stands. */
  readonly path: string | null;
  readonly line: number;
}

/** A shorter value is also a word: it is taken out where it was found, and nowhere else. */
const LEAST = 10;
const MOST_VALUES = 500;

/** Masks what was found in the repository, and whatever has the form of a secret. */
export function maskOf(shown: readonly Shown[]): Mask {
  const anywhere = [...new Set(shown.filter(({ value }) => value.length >= LEAST).map(({ value }) => value))]
    .slice(0, MOST_VALUES)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const byPlace = new Map<string, string[]>();
  for (const { value, path, line } of shown) {
    if (path === null) continue;
    const place = `${line} ${path}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), value]);
  }
  return (text, path, line) => {
    let safe = text;
    const here = path === undefined ? [] : (byPlace.get(`${line} ${path}`) ?? []);
    // A short value is taken out as a whole literal, so that the name beside it stays: `secret = "secret"`.
    for (const value of here) {
      for (const [before, after] of AROUND)
        safe = safe.replaceAll(before + value + after, before + dots(value) + after);
    }
    for (const value of anywhere) safe = safe.replaceAll(value, dots(value));
    for (const { value } of formsIn(safe)) safe = safe.replaceAll(value, dots(value));
    return safe;
  };
}

const AROUND = [
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['=', ''],
  [': ', ''],
] as const;

/** At most four letters, and never more than a quarter. */
function dots(value: string): string {
  return `${value.slice(0, Math.min(4, value.length >> 2))}…`;
}

/** Patterns as in `.gitignore`, from a file that is not trusted: those that could match for ever are not used. */
import type { Ignore } from 'ignore';

/** Stars that one part of a pattern may have; the second figure is for names of any length. */
const STARS = { all: 4, quick: 2 };
const LONG_NAME = 64;

export interface Patterns {
  /** What the patterns say of a path relative to their folder; a folder ends in `/`. */
  readonly test: (path: string, name: string) => { readonly ignored: boolean; readonly unignored: boolean };
  readonly used: number;
  readonly refused: number;
}

/** `make` is the package `ignore`, loaded by whoever needs it. */
export function patternsOf(lines: readonly string[], make: () => Ignore): Patterns {
  const usable = lines.filter((pattern) => stars(pattern) <= STARS.all);
  const all = make().add(usable);
  const quick = make().add(usable.filter((pattern) => stars(pattern) <= STARS.quick));
  return {
    test: (path, name) => (name.length > LONG_NAME ? quick : all).test(path),
    used: usable.length,
    refused: lines.length - usable.length,
  };
}

/** How slow a pattern can get: the most stars in one of its parts, or the number of its double stars. */
function stars(pattern: string): number {
  if (pattern.length > 500) return Number.POSITIVE_INFINITY;
  const parts = pattern.split('/');
  const doubled = parts.filter((part) => part.includes('**')).length;
  return Math.max(doubled, ...parts.map((part) => part.split(/\*+/).length - 1));
}

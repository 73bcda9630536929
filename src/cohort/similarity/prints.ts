/**
 * Fingerprints of a submission's shape, by winnowing (Schleimer, Wilkerson, Aiken: "Winnowing: local algorithms for
 * document fingerprinting", 2003) as Dolos does it: whatever runs of tokens two files share, they share a fingerprint of
 * it from a certain length on.
 */
import { WinnowFilter } from '@dodona/dolos-core';
import type { CodeFile } from '../../program/file.ts';
import { tokensOf } from './tokens.ts';

/**
 * Tokens of one fingerprint, and fingerprints of one window: a shared run of 14 tokens, some seven lines, is always
 * found. Of 143 independent repositories to the same milestones no pair shares more than 6 % at these numbers, but one
 * that has the same components of a library copied in.
 */
const TOKENS = 10;
const WINDOW = 5;
/** Where there are more, the same ones of every submission are kept: those with the smallest numbers. */
const MOST_PRINTS = 5_000;

export interface Prints {
  readonly files: readonly string[];
  /** Four numbers each: fingerprint, index of its file, first and last line. */
  readonly marks: readonly number[];
}

export const NO_PRINTS: Prints = { files: [], marks: [] };

export function printsOf(files: readonly CodeFile[]): Prints {
  return fingerprinted(files, new WinnowFilter(TOKENS, WINDOW));
}

/** What is left when the code that everybody was given is taken away. */
export function withoutGiven({ files, marks }: Prints, given: readonly number[]): Prints {
  const known = new Set(given);
  return { files, marks: marks.filter((_, index) => !known.has(marks[index - (index % 4)] ?? -1)) };
}

/** Of code that is given: every fingerprint that it could have, since a change beside it moves the choice. */
export function givenPrints(files: readonly CodeFile[]): readonly number[] {
  const { marks } = fingerprinted(files, new WinnowFilter(TOKENS, 1), Number.POSITIVE_INFINITY);
  return [...new Set(marks.filter((_, index) => index % 4 === 0))].sort((a, b) => a - b);
}

function fingerprinted(files: readonly CodeFile[], filter: WinnowFilter, most = MOST_PRINTS): Prints {
  const all = files.flatMap((file, index) => {
    const tokens = tokensOf(file);
    return filter
      .fingerprints(tokens.map(({ text }) => text))
      .map(
        ({ hash, start, stop }) => [hash, index, tokens[start]?.line ?? 1, tokens[stop]?.line ?? 1] as const,
      );
  });
  const kept = all.length <= most ? all : [...all].sort((a, b) => a[0] - b[0]).slice(0, most);
  return { files: files.map(({ path }) => path), marks: kept.flat() };
}

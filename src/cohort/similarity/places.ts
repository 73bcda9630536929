/** Shared fingerprints that follow each other, put together to the stretches that a reader compares. Pure. */
import type { CodeRange, SimilarPair } from '../../model/cohort.ts';

const MOST_PLACES = 5;
/** Lines between two fingerprints that still belong together. */
const GAP = 4;

type Place = SimilarPair['places'][number];

/** The longest first. */
export function sharedPlaces(found: readonly (readonly [CodeRange, CodeRange])[]): SimilarPair['places'] {
  const inOrder = found
    .map(([left, right]): Place => ({ left, right }))
    .sort((a, b) => order(a.left, b.left) || order(a.right, b.right));
  const places: Place[] = [];
  for (const next of inOrder) {
    const last = places.at(-1);
    if (last !== undefined && follows(last.left, next.left) && follows(last.right, next.right))
      places[places.length - 1] = { left: union(last.left, next.left), right: union(last.right, next.right) };
    else places.push(next);
  }
  return places.sort((a, b) => linesOf(b) - linesOf(a) || order(a.left, b.left)).slice(0, MOST_PLACES);
}

function order(a: CodeRange, b: CodeRange): number {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}

function follows(before: CodeRange, after: CodeRange): boolean {
  return before.path === after.path && after.line >= before.line && after.line <= before.endLine + GAP;
}

function union(a: CodeRange, b: CodeRange): CodeRange {
  return { path: a.path, line: Math.min(a.line, b.line), endLine: Math.max(a.endLine, b.endLine) };
}

function linesOf({ left }: Place): number {
  return left.endLine - left.line;
}

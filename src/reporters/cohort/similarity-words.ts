/** What every format says of similar submissions in the same words. */
import type { CodeRange } from '../../model/cohort.ts';

export const CAUTION =
  'For the mentor only. The shape of the code is compared, without names and without the starter code. A shared shape has many reasons: work in pairs, the same tutorial, a component library, one way to write it. Look at the places, and ask both.';

export function rangeText({ path, line, endLine }: CodeRange): string {
  return `${path}:${line}–${endLine}`;
}

/** Answers that no model writes: the program puts them together of the texts that its own search found. */

import { type Origin, originsOf, returnedValues } from '../../program/flow/flow.ts';
import { regionFrom } from '../../program/life/region.ts';
import type { Program } from '../../program/program.ts';
import type { Route } from '../web/routes/routes.ts';
import { type Answering, sentIn } from './model-answers.ts';
import { wordSearches } from './vector-stores/words.ts';

/** Values looked at for what a route answers, and for one text of it. */
const MOST = 3000;
const MOST_TOLD = 800;

/** Routes that answer with a text which what was found is put into: the bare hits of a search are no answer. */
export function composedAnswers(program: Program, routes: readonly Route[]): readonly Answering[] {
  const searches = wordSearches(program).map(({ ranks }) => ranks);
  if (searches.length === 0) return [];
  /** Of the function that searches: a list may be sorted in its place. */
  const isFound = ({ site }: Origin): boolean =>
    searches.some(({ file, call }) => file === site.file && call.definition === site.definition);
  return routes.flatMap((route): Answering[] => {
    if (!route.handler || !route.mounted) return [];
    const region = regionFrom(program, { file: route.handler.file, definition: route.handler.id });
    if (!searches.some((call) => region.calls.includes(call))) return [];
    const outputs = [...returnedValues(route.handler), ...sentIn(program, region)];
    const isComposed = originsOf(program, outputs, { most: MOST }).some(
      (origin) =>
        origin.value.kind === 'template' && originsOf(program, [origin], { most: MOST_TOLD }).some(isFound),
    );
    if (!isComposed) return [];
    return [{ via: 'route', route, file: route.file, line: route.line, region, models: [], outputs }];
  });
}

/** Routes that the README documents and the program does not have. */

import { covers } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import { answers, isGiven, segmentsOf } from '../../interfaces/client-calls.ts';
import { pathsWithMethod } from '../../interfaces/shown-routes.ts';
import type { Unfinished } from '../unfinished.ts';

/** So many documented routes must be there before one that is not is told. */
const KNOWN = 2;

/** Each path once; none where most of what is documented is not found: it may be served by what was not read. */
export function absentRoutes({ documentation: { readme }, routes, text }: Facts): readonly Unfinished[] {
  const offered = routes.filter(({ mounted }) => mounted).map(({ path }) => segmentsOf(path));
  if (readme === null || offered.length === 0) return [];
  const plans = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  const lost = new Map<string, Unfinished>();
  const found = new Set<string>();
  for (const { path, line } of pathsWithMethod(text(readme.path) ?? '')) {
    if (plans.some((one) => covers(one, line))) continue;
    const asked = segmentsOf(path);
    if (asked.length === 0 || isGiven(asked) || asked.every((part) => part === '{}')) continue;
    if (offered.some((route) => answers(route, asked))) found.add(asked.join('/'));
    else if (!offered.some((route) => isNear(route, asked))) {
      const what = `documents ${path}, which no route answers`;
      const key = asked.join('/');
      if (!lost.has(key)) lost.set(key, { path: readme.path, line, what });
    }
  }
  return found.size >= KNOWN && lost.size < found.size ? [...lost.values()] : [];
}

/** `/chat` that became `/chat/ask`: a README out of date in a detail. */
function isNear(route: readonly string[], asked: readonly string[]): boolean {
  return answers(route, asked.slice(0, -1)) || answers(route.slice(0, -1), asked);
}

/** Routes that the README documents and the program does not have. */

import { covers, linesOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import { answers, isGiven, segmentsOf } from '../../interfaces/client-calls.ts';
import type { Unfinished } from '../unfinished.ts';

/** `POST /tasks`, `| GET | /tasks |`, `**DELETE** \`/tasks/{id}\``. */
const DOCUMENTED =
  /(?:^|[\s`|*([])(?:GET|POST|PUT|PATCH|DELETE)[`*\s|:]{1,8}(?:https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?)?(\/[\w./{}:<>[\]-]{1,120})/g;
/** So many documented routes must be there before one that is not is told. */
const KNOWN = 2;
const MAX_LINES = 5_000;

/** Each path once; none where most of what is documented is not found: it may be served by what was not read. */
export function absentRoutes({ documentation: { readme }, routes, text }: Facts): readonly Unfinished[] {
  const offered = routes.filter(({ mounted }) => mounted).map(({ path }) => segmentsOf(path));
  if (readme === null || offered.length === 0) return [];
  const plans = readme.sections.filter((one) => one.purposes.includes('roadmap'));
  const lost = new Map<string, Unfinished>();
  const found = new Set<string>();
  for (const [index, said] of linesOf(text(readme.path) ?? '')
    .slice(0, MAX_LINES)
    .entries()) {
    if (plans.some((one) => covers(one, index + 1))) continue;
    for (const [, path = ''] of said.slice(0, 1_000).matchAll(DOCUMENTED)) {
      const asked = segmentsOf(path);
      if (asked.length === 0 || isGiven(asked) || asked.every((part) => part === '{}')) continue;
      if (offered.some((route) => answers(route, asked))) found.add(asked.join('/'));
      else if (!offered.some((route) => isNear(route, asked))) {
        const what = `documents ${path}, which no route answers`;
        const key = asked.join('/');
        if (!lost.has(key)) lost.set(key, { path: readme.path, line: index + 1, what });
      }
    }
  }
  return found.size >= KNOWN && lost.size < found.size ? [...lost.values()] : [];
}

/** `/chat` that became `/chat/ask`: a README out of date in a detail. */
function isNear(route: readonly string[], asked: readonly string[]): boolean {
  return answers(route, asked.slice(0, -1)) || answers(route.slice(0, -1), asked);
}

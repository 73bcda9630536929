/** Routes of the program that its documents show how to call. */
import type { Location } from '../../model.ts';
import { linesOf } from '../../reading/text-file.ts';
import type { Facts } from '../facts.ts';
import { answers, isGiven, segmentsOf } from './client-calls.ts';

/** `POST /tasks`, `| GET | /tasks |`, `**DELETE** \`/tasks/{id}\``. */
const WITH_METHOD =
  /(?:^|[\s`|*([])(?:GET|POST|PUT|PATCH|DELETE)[`*\s|:]{1,8}(?:https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?)?(\/[\w./{}:<>[\]-]{1,120})/g;
/** The path of an address of the reader's own machine. */
const ADDRESS = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?(\/[\w./{}:<>[\]-]{1,120})/g;
const MAX_LINES = 5_000;

export interface ShownPath {
  readonly path: string;
  readonly line: number;
}

/** Paths that a text gives a method to. */
export function pathsWithMethod(text: string): readonly ShownPath[] {
  return pathsIn(text, WITH_METHOD);
}

/** A line for each route that a document shows a request to: pages that the framework adds are none. */
export function shownRoutes({ documentation, routes, text }: Facts): readonly Location[] {
  const offered = routes.filter(({ mounted }) => mounted).map(({ path }) => segmentsOf(path));
  const shown = new Map<readonly string[], Location>();
  for (const { path } of documentation.documents) {
    const source = text(path) ?? '';
    for (const one of [...pathsIn(source, WITH_METHOD), ...pathsIn(source, ADDRESS)]) {
      const asked = segmentsOf(one.path);
      if (asked.length === 0 || isGiven(asked) || asked.every((part) => part === '{}')) continue;
      const route = offered.find((other) => answers(other, asked));
      if (route !== undefined && !shown.has(route)) shown.set(route, { path, line: one.line });
    }
  }
  return [...shown.values()];
}

function pathsIn(text: string, pattern: RegExp): readonly ShownPath[] {
  return linesOf(text)
    .slice(0, MAX_LINES)
    .flatMap((said, index) =>
      [...said.slice(0, 1_000).matchAll(pattern)].map(([, path = '']) => ({ path, line: index + 1 })),
    );
}

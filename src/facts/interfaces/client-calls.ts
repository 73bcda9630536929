/** Requests that the program's own screens send to its own routes. */

import type { Program } from '../../program/program.ts';
import type { Unfinished } from '../unfinished/unfinished.ts';
import type { Route } from '../web/routes/routes.ts';

/** Pages that frameworks and servers add. */
const GIVEN = /^(?:docs|redoc|openapi\.json|swagger|api-docs|static|media|uploads|admin|metrics|graphql)$/;
/** So many requests of a file must reach a route before one that does not is told. */
const KNOWN = 2;

/** Requests to routes that no backend of the repository has, in files most of whose requests do reach one. */
export function requestsWithoutRoute(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  const offered = routes.filter((route) => route.mounted).map((route) => segmentsOf(route.path));
  if (offered.length === 0) return [];
  const found: Unfinished[] = [];
  for (const file of program.filesOf()) {
    let reached = 0;
    const lost: Unfinished[] = [];
    for (const [id, call] of file.calls.entries()) {
      const ref = program.callOf(file, id);
      if (!program.means(program.nameOf(ref), 'http.client')) continue;
      const site = { file, definition: call.definition };
      const address = call.arguments
        .slice(0, 2)
        .map((argument) =>
          argument.name === null || argument.name === 'url'
            ? program.constant(argument.value, site)
            : undefined,
        )
        .find((value): value is string => typeof value === 'string' && value.includes('/'));
      const path = address === undefined ? null : ownPath(address);
      if (path === null) continue;
      // `/tasks${query}`: what follows is not known.
      if (/[^/]\{\}$/.test(path)) continue;
      const sent = segmentsOf(path);
      if (sent.length === 0 || GIVEN.test(sent[0] ?? '') || sent.every((part) => part === '{}')) continue;
      if (offered.some((route) => answers(route, sent))) reached += 1;
      else lost.push({ path: file.path, line: call.line, what: `requests ${path}, which no route answers` });
    }
    if (reached >= KNOWN && lost.length < reached) found.push(...lost);
  }
  return found;
}

/** The path of an address of this program: of its own host, of an unknown base, or without a host. */
export function ownPath(address: string): string | null {
  const match =
    /^(?:https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\{\}|[\w-]+)(?::(?:\d+|\{\}))?|\{\})?(\/[^?#]*)/.exec(
      address,
    );
  return match?.[1] ?? null;
}

/** Parts of a path in lower case, unknown ones as '{}'. */
export function segmentsOf(path: string): readonly string[] {
  return (
    path
      .split(/[?#]/)[0]
      ?.split('/')
      .filter(Boolean)
      .map((part) => (/[{<:*[$]/.test(part) ? '{}' : part.toLowerCase())) ?? []
  );
}

/** A base address may hold a prefix that the request leaves out, and a proxy may add one. */
export function answers(route: readonly string[], sent: readonly string[]): boolean {
  const [longer, shorter] = route.length >= sent.length ? [route, sent] : [sent, route];
  if (shorter.length === 0 || longer.length - shorter.length > 3) return false;
  const tail = longer.slice(longer.length - shorter.length);
  // With a part cut off, a parameter alone would answer to everything.
  if (longer.length > shorter.length && !tail.some((part, index) => part !== '{}' && part === shorter[index]))
    return false;
  return tail.every((part, index) => part === '{}' || shorter[index] === '{}' || part === shorter[index]);
}

/** Requests that the program's own screens send to its own routes. */

import type { Call, CodeFile } from '../../program/file.ts';
import type { Program } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import type { Unfinished } from '../unfinished/unfinished.ts';

/** Pages that frameworks and servers add. */
const GIVEN = /^(?:docs|redoc|openapi\.json|swagger|api-docs|static|media|uploads|admin|metrics|graphql)$/;
/** So many requests of a part must reach a route before one that does not is told. */
const KNOWN = 2;

interface Sent {
  readonly path: string;
  readonly line: number;
  readonly asked: string;
  readonly reached: boolean;
}

/** Requests to routes that no backend of the repository has, in parts most of whose requests do reach one. */
export function requestsWithoutRoute({ program, routes, models }: Facts): readonly Unfinished[] {
  const offered = routes.filter((route) => route.mounted).map((route) => segmentsOf(route.path));
  if (offered.length === 0) return [];
  const answering = new Set(routes.map(({ file }) => file));
  // Its address says that it goes to a model.
  const elsewhere = new Set(models.map(({ call }) => call.call));
  const parts = new Map<string, Sent[]>();
  for (const file of program.filesOf()) {
    // The files of a screen ask one backend; those of a backend ask each another one.
    const screen = file.language !== 'python' && !answering.has(file) && file.path.includes('/');
    const part = screen ? file.path.slice(0, file.path.indexOf('/') + 1) : file.path;
    parts.set(part, [...(parts.get(part) ?? []), ...sentBy(file, program, offered, elsewhere)]);
  }
  return [...parts.values()].flatMap((sent) => {
    const lost = sent.filter((one) => !one.reached);
    const reached = sent.length - lost.length;
    return reached >= KNOWN && lost.length < reached
      ? lost.map(({ path, line, asked }) => ({
          path,
          line,
          what: `requests ${asked}, which no route answers`,
        }))
      : [];
  });
}

function sentBy(
  file: CodeFile,
  program: Program,
  offered: readonly (readonly string[])[],
  elsewhere: ReadonlySet<Call>,
): readonly Sent[] {
  return file.calls.flatMap((call, id): Sent[] => {
    if (elsewhere.has(call)) return [];
    const ref = program.callOf(file, id);
    if (!program.means(program.nameOf(ref), 'http.client')) return [];
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
    // `/tasks${query}`: what follows is not known.
    if (path === null || /[^/]\{\}$/.test(path)) return [];
    const sent = segmentsOf(path);
    if (sent.length === 0 || isGiven(sent) || sent.every((part) => part === '{}')) return [];
    const reached = offered.some((route) => answers(route, sent));
    return [{ path: file.path, line: call.line, asked: path, reached }];
  });
}

/** Frameworks and servers answer it. */
export function isGiven([first = '']: readonly string[]): boolean {
  return GIVEN.test(first);
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

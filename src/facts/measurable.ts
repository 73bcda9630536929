/** What whoever measures must know of a repository: plain facts, so that measuring needs to read none. */
import type { Ground } from '../results/onto.ts';
import type { Facts } from './facts.ts';
import { isApp } from './measured.ts';
import { healthPaths } from './operations/health.ts';

export interface Measurable {
  /** What coverage must be about. */
  readonly ground: Ground;
  /** Where the documents say that the program runs. */
  readonly addresses: readonly string[];
  /** Paths at which the code says that it is well. */
  readonly health: readonly string[];
  /** Whether an address that GitHub shows is one of the program, and no place of its code. */
  readonly isApp: (url: string | null) => boolean;
  readonly routes: readonly { readonly method: string; readonly path: string }[];
}

export function measurableOf(facts: Facts): Measurable {
  const { files, program, documentation, routes } = facts;
  const lengths = new Map(program.files.map(({ path, lines }) => [path, lines]));
  const code = files.filter(({ kind, role, size }) => kind === 'code' && role === 'application' && size > 0);
  return {
    ground: {
      paths: files.map(({ path }) => path),
      application: new Set(code.map(({ path }) => path)),
      linesOf: (path) => lengths.get(path) ?? null,
    },
    addresses: documentation.publicUrls
      .filter(({ kind, inCode }) => kind === 'app' && !inCode)
      .map(({ url }) => url),
    isApp,
    health: healthPaths(facts),
    routes: routes.filter(({ mounted }) => mounted).map(({ method, path }) => ({ method, path })),
  };
}

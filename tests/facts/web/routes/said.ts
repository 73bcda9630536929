/** Routes in one line of text each, for tables: 'POST /posts/{id} · guards: login · body: schema Post · unmounted'. */
import { type Route, readRoutes } from '../../../../src/facts/web/routes/routes.ts';
import { programOf } from '../../../support/program.ts';

function short(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function said(route: Route): string {
  const guards = route.guards.map((guard) => short(guard.name)).sort();
  const body = route.body.map((input) =>
    input.kind === 'schema' ? `schema ${short(input.type)}` : input.kind,
  );
  return [
    `${route.method} ${route.path}`,
    ...(guards.length > 0 ? [`guards: ${guards.join(', ')}`] : []),
    ...(body.length > 0 ? [`body: ${body.join(', ')}`] : []),
    ...(route.mounted ? [] : ['unmounted']),
  ].join(' · ');
}

export interface Case {
  readonly says: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly routes: readonly string[];
}

/** The routes of literal sources, sorted: where a reader finds them first is no concern of a test. */
export async function routesSaid(sources: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return readRoutes(await programOf(sources))
    .map(said)
    .sort();
}

/** Joins what routers carry – prefixes, guards, whether an application includes them – to the routes on them. */

import type { CodeFile } from '../../../program/file.ts';
import { doerOf } from '../../../program/flow/doer.ts';
import type { Program } from '../../../program/program.ts';
import { addTo } from '../../../reading/collections.ts';
import { bodyOf } from './body.ts';
import { type Entry, joinPath, type Middleware, type Mount, type Mounts } from './entry.ts';
import type { Holder, Holders } from './holders.ts';
import type { Guard, Route } from './routes.ts';

/** Mounts from a router up to an application. */
interface Way {
  readonly steps: readonly Mount[];
  readonly root: Holder;
}

const MAX_WAYS = 12;
const MAX_STEPS = 8;
/** Mounts looked at for one router: where each is mounted several times, ways double with every step. */
const MAX_LOOKED_AT = 2000;
const MAX_ROUTES = 20_000;
/** Of one route. */
const MAX_GUARDS = 80;

export function composeRoutes(
  program: Program,
  holders: Holders,
  { mounts, middleware, dynamic }: Mounts,
  entries: readonly Entry[],
): readonly Route[] {
  const all = holders.all();
  const anyApplication = all.some((holder) => holder.kind !== 'router');
  const remembered = new Map<Holder, readonly Way[]>();
  const byHolder = new Map<Holder, Middleware[]>();
  for (const item of middleware) addTo(byHolder, item.holder, item);
  const upwards = new Map<Holder, Mount[]>();
  for (const mount of mounts) addTo(upwards, mount.child, mount);

  function waysOf(holder: Holder): readonly Way[] {
    const known = remembered.get(holder);
    if (known) return known;
    const found: Way[] = [];
    let lookedAt = 0;
    const walk = (current: Holder, steps: readonly Mount[]) => {
      lookedAt += 1;
      if (found.length >= MAX_WAYS || steps.length > MAX_STEPS || lookedAt > MAX_LOOKED_AT) return;
      const up = (upwards.get(current) ?? []).filter((mount) => mount.parent !== current);
      if (up.length === 0) found.push({ steps, root: current });
      for (const mount of up) {
        if (steps.some((step) => step.child === mount.parent || step === mount)) continue;
        walk(mount.parent, [...steps, mount]);
      }
    };
    walk(holder, []);
    const reached = found.filter((way) => way.root.kind !== 'router');
    const ways = reached.length > 0 ? reached : found;
    remembered.set(holder, ways);
    return ways;
  }

  const routes: Route[] = [];
  for (const entry of entries) {
    if (routes.length >= MAX_ROUTES) break;
    if (entry.holders.length === 0) {
      routes.push(routeOf(entry, entry.path, [], [], entry.mounted ?? true));
      continue;
    }
    const seen = new Set<string>();
    for (const holder of entry.holders) {
      for (const way of waysOf(holder)) {
        const { path, guards, before } = along(program, holder, way, entry, byHolder);
        if (seen.has(path)) continue;
        seen.add(path);
        const mounted = entry.mounted ?? (way.root.kind !== 'router' || !anyApplication || dynamic);
        routes.push(routeOf(entry, path, guards, before, mounted));
      }
    }
  }
  return routes.sort(
    (a, b) => (a.file.path < b.file.path ? -1 : a.file.path > b.file.path ? 1 : 0) || a.line - b.line,
  );

  function routeOf(
    entry: Entry,
    path: string,
    guards: readonly Guard[],
    before: Entry['checks'],
    mounted: boolean,
  ): Route {
    const { method, file, line, handler, framework, name, operation } = entry;
    return {
      method,
      path: joinPath(path),
      file,
      line,
      handler,
      doer: handler && doerOf(program, handler),
      name: operation ? (name ?? '') : handler?.definition.name || (name ?? ''),
      framework,
      ...(operation ? { operation } : {}),
      mounted,
      guards: once([...entry.guards, ...guards]),
      body: entry.body ?? bodyOf(program, entry, path, before),
    };
  }
}

/** A dependency of several dependencies is told once. */
function once(guards: readonly Guard[]): readonly Guard[] {
  return guards.filter(
    (guard, index) =>
      guard.name === '<function>' ||
      guards.findIndex((other) => other.name === guard.name && other.ref === guard.ref) === index,
  );
}

/** The path and what runs before, from the route's own router up to the application. */
function along(
  program: Program,
  holder: Holder,
  way: Way,
  entry: Entry,
  middleware: ReadonlyMap<Holder, readonly Middleware[]>,
) {
  const guards: Guard[] = [];
  const before: Middleware['values'][number][] = [];
  let path = entry.path;
  let here: Place = entry;
  const collect = (at: Holder) => {
    for (const item of middleware.get(at) ?? []) {
      if (guards.length > MAX_GUARDS) return;
      if (item.ordered && item.line > lineSeenFrom(program, here, item)) continue;
      if (item.path !== '' && item.path !== '/' && item.path !== '*' && !below(path, item.path)) continue;
      guards.push(...item.guards);
      // What checks bodies stands at a router or a path; for a whole application it would check nothing in particular.
      if (at.kind !== 'application' || (item.path !== '' && item.path !== '/')) before.push(...item.values);
    }
  };
  let current = holder;
  for (const step of way.steps) {
    collect(current);
    const own = step.replaces ? '' : current.prefix;
    path = joinPath(step.prefix, own, path);
    guards.push(...step.guards);
    here = step;
    current = step.parent;
  }
  collect(current);
  return { path: joinPath(current.prefix, path), guards, before };
}

interface Place {
  readonly file: CodeFile;
  readonly line: number;
  readonly definition: number;
}

/** The line on which a place is reached from another's body: its own, or that of the call of its function. */
function lineSeenFrom(program: Program, place: Place, body: Place): number {
  if (place.file === body.file && place.definition === body.definition) return place.line;
  const ref = program.definitionOf(place);
  if (!ref) return Number.POSITIVE_INFINITY;
  const lines = program
    .callers(ref)
    .filter((call) => call.file === body.file && call.call.definition === body.definition)
    .map((call) => call.call.line);
  return lines.length > 0 ? Math.min(...lines) : Number.POSITIVE_INFINITY;
}

function below(path: string, prefix: string): boolean {
  const start = joinPath(prefix.replace(/\/?\*$/, ''));
  const whole = joinPath(path);
  return start === '/' || whole === start || whole.startsWith(`${start}/`);
}

/** Routes and probes by which a platform asks whether the program is well. */
import type { Location } from '../../model.ts';
import type { Value } from '../../program/file.ts';
import { type Origin, returnedValues } from '../../program/flow/flow.ts';
import { valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import type { Facts } from '../facts.ts';
import type { Route } from '../web/routes/routes.ts';
import { linesSaying, YAML } from './hosting/signs.ts';

/** The last part of a path that is made for this. One word each: extend here. */
const DEDICATED =
  /^(?:_?health(?:z|[-_]?check(?:er|s|z)?|[-_]?status)?|healthy|livez?|liveness(?:[-_]?(?:probe|check))?|alive|readyz?|readiness(?:[-_]?(?:probe|check))?|ping|heartbeat|up|_?ah|startup|lbheartbeat|status[-_]?check)$/i;
const MAX_ASKING = 200_000;
const STATUS = /^(?:status|info|version|api[-_]?status|system[-_]?status|server[-_]?status)$/i;

/** What a program says that is well. */
const WELL =
  /^(?:ok|okay|healthy|alive|up|ready|running|online|live|active|operational|pong)\b|\b(?:is|are) (?:up|running|live|alive|online|healthy|ready|working)\b|\brunning\b/i;

/** Routes for health, liveness or readiness that somebody can reach. */
export function healthRoutes(facts: Facts): readonly Location[] {
  const routes = facts.routes.filter((route) => route.mounted && answersHealth(facts, route));
  const libraries = facts.program.callsAs('http.health');
  return [
    ...routes.map(({ file, line }) => ({ path: file.path, line })),
    ...libraries.map(({ file, call }) => ({ path: file.path, line: call.line })),
    ...includes(facts),
  ];
}

/** Paths of those that are asked without parameters. */
export function healthPaths(facts: Facts): readonly string[] {
  const asked = facts.routes.filter(
    (route) => route.mounted && route.method === 'GET' && answersHealth(facts, route),
  );
  return [...new Set(asked.map(({ path }) => path))].filter((path) => /^\/[\w./-]*$/.test(path)).slice(0, 5);
}

/** A path that a platform asks, however it is called: `readinessProbe: { httpGet: { path: /bereit } }`. */
const ASKED =
  /(?:httpGet\s*:\s*\{[^}]{0,200}?\bpath\s*:|\bhealthCheckPath["']?\s*[:=]|\bhealthcheck["']?\s*[:=]\s*\{[^}]{0,200}?\bpath["']?\s*[:=]|\bhttpGet\s*:\s*\n\s+(?:port\s*:.{0,40}\n\s+)?path\s*:)\s*["']?(\/[\w./-]{1,100})/gi;
const ASKING = /\.(?:ya?ml|toml|json)$/i;
const askedOf = new WeakMap<Facts, ReadonlySet<string>>();

function askedPaths(facts: Facts): ReadonlySet<string> {
  return entryOfWeak(
    askedOf,
    facts,
    () =>
      new Set(
        facts.files
          .filter(({ path, role, kind }) => role === 'application' && kind !== 'code' && ASKING.test(path))
          .flatMap(({ path }) => [...(facts.text(path) ?? '').slice(0, MAX_ASKING).matchAll(ASKED)])
          .map(([, path = '']) => path.replace(/\/$/, '')),
      ),
  );
}

function answersHealth(facts: Facts, route: Route): boolean {
  if (askedPaths(facts).has(route.path.replace(/\/$/, '')) && (saysWell(facts, route) || saysYes(route)))
    return route.path !== '/';
  const parts = route.path.split('/').filter((part) => part !== '' && !/^[{<:[*]/.test(part));
  if (parts.some((part, index) => DEDICATED.test(part) && index >= parts.length - 2)) return true;
  return STATUS.test(parts.at(-1) ?? '') && saysWell(facts, route);
}

/** `path('health/', include('health_check.urls'))` of Django. */
function includes(facts: Facts): readonly Location[] {
  return facts.program.callsAs('http.include').flatMap(({ file, call }) => {
    const module = call.arguments[0]?.value;
    const health = module?.kind === 'literal' && /^health_?check\b/.test(String(module.value));
    return health ? [{ path: file.path, line: call.line }] : [];
  });
}

/** Routes that say how the program is without being made for it: `/` with a status, `/status` with figures. */
export function statusRoutes(facts: Facts): readonly Location[] {
  return facts.routes
    .filter((route) => route.mounted && ['GET', 'ANY'].includes(route.method))
    .filter((route) => {
      const parts = route.path.split('/').filter((part) => part !== '' && !/^(?:api|v\d+)$/i.test(part));
      if (parts.length === 0) return saysWell(facts, route);
      return STATUS.test(parts.at(-1) ?? '');
    })
    .map(({ file, line }) => ({ path: file.path, line }));
}

/** The handler's answer holds a status, or a sentence that says that it runs. */
function saysWell(facts: Facts, { doer }: Route): boolean {
  if (doer === null) return false;
  const site = { file: doer.file, definition: doer.id };
  const answers: readonly Origin[] = [
    ...returnedValues(doer),
    ...facts.program
      .callsIn(doer)
      .flatMap(({ call }) => call.arguments.map(({ value }) => ({ value, site }))),
  ];
  return answers
    .flatMap(({ value }) => valuesThroughCalls(value, doer.file))
    .some((value) => {
      if (value.kind === 'dict')
        return value.entries.some(
          ({ key, value: said }) =>
            key?.kind === 'literal' &&
            /^(?:status|health|state|healthy|ok)$/i.test(String(key.value)) &&
            saidWell(said),
        );
      return (
        value.kind === 'literal' && typeof value.value === 'string' && WELL.test(value.value.slice(0, 200))
      );
    });
}

/** 'ok', true, or one of two words: `"ok" if healthy else "degraded"`. */
function saidWell(value: Value): boolean {
  return valuesWithin(value).some(
    (part) => part.kind === 'literal' && (part.value === true || WELL.test(String(part.value))),
  );
}

/** `{"bereit": true}`: the answer holds nothing but a yes. */
function saysYes({ doer }: Route): boolean {
  if (doer === null) return false;
  return returnedValues(doer)
    .flatMap(({ value }) => valuesThroughCalls(value, doer.file))
    .some(
      (value) =>
        value.kind === 'dict' &&
        value.entries.length > 0 &&
        value.entries.every((entry) => entry.value.kind === 'literal' && entry.value.value === true),
    );
}

/** Health checks of containers and probes of orchestrators. */
export function containerChecks(facts: Facts): readonly Location[] {
  const own = [
    ...facts.containers.dockerfiles.map(({ path, healthcheck }) => ({ path, healthcheck })),
    // A health check of a stock database says nothing of the program.
    ...facts.containers.compose
      .filter(({ build }) => build !== null)
      .map(({ path, healthcheck }) => ({ path, healthcheck })),
  ].flatMap(({ path, healthcheck }) => (healthcheck === null ? [] : [{ path, line: healthcheck.line }]));
  const probes = linesSaying(facts, [
    { in: YAML, says: /^\s*(?:liveness|readiness|startup)Probe\s*:/ },
    {
      in: /(?:^|\/)(?:render|railway|fly|app)[\w.-]*\.(?:ya?ml|toml|json)$/i,
      says: /healthCheckPath|healthcheckPath|health_check|http_checks|"?healthcheck/i,
    },
  ]);
  return [...own, ...probes];
}

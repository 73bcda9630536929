import type { Facts } from '../../facts/facts.ts';
import { TRACKER_APPS, trackerResources, underAgent } from '../../facts/operations/error-trackers.ts';
import type { Evidence } from '../../model.ts';
import { MODULE } from '../../program/file.ts';
import type { Meaning } from '../../program/knowledge.ts';
import { isAlive } from '../../program/life/alive.ts';
import { importGraphOf } from '../../program/life/imports.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { CallRef } from '../../program/program.ts';
import { baseName } from '../../reading/text-file.ts';
import { defineCheck, found } from '../define.ts';

/** Files that a framework or a build loads by their names. */
const BY_NAME = /(?:^|\/)(?:[\w.-]+\.config|instrumentation(?:[-.]\w+)?)\.[cm]?[jt]s$/;

/**
 * A file that does nothing but start the tracker runs only where another one imports it, or where a start command, a
 * page or a setting names it. Where the program has no other start, nobody can tell.
 */
function isLoaded(facts: Facts, { file, call }: CallRef): boolean {
  const { program } = facts;
  const { imported } = importGraphOf(program);
  const idle =
    call.definition === MODULE &&
    !file.notebook &&
    file.definitions.length === 0 &&
    !imported.has(file) &&
    !BY_NAME.test(file.path) &&
    file.calls.every((one) => !one.statement || one === call);
  if (!idle || facts.routes.some((route) => route.file === file)) return true;
  const name = baseName(file.path)
    .replace(/\.\w+$/, '')
    .replace(/[^\w-]/g, '\\$&');
  const named = new RegExp(`[\\s/]${name}(?:\\.\\w{2,3})?(?=["'\\s,\\]]|$)`, 'm');
  const others = program
    .filesOf()
    .filter((one) => one !== file && one.language === file.language && !one.notebook);
  if (others.length === 0) return true;
  return facts.files.some(
    ({ path, kind, role }) =>
      role === 'application' &&
      kind !== 'code' &&
      kind !== 'notebook' &&
      !/\.(?:md|mdx|rst|adoc|txt)$/i.test(path) &&
      named.test(facts.text(path) ?? ''),
  );
}

/** Calls that start a tracker: those that are run, and those that nothing ever calls. */
function starts(facts: Facts): { readonly run: readonly Evidence[]; readonly idle: readonly Evidence[] } {
  const calls = facts.program.callsAs('error.tracker').filter(({ call }) => call.form !== 'jsx');
  const run = calls.filter((ref) => isAlive(facts.program, siteOf(ref)) && isLoaded(facts, ref));
  const shown = (list: typeof calls): readonly Evidence[] =>
    list.map(({ file, call }) => facts.evidence(file.path, call.line));
  return { run: shown(run), idle: shown(calls.filter((ref) => !run.includes(ref))) };
}

/** Started by the command line, or by a name in the framework's settings. */
function outsideCalls(facts: Facts): readonly Evidence[] {
  const found: Evidence[] = [];
  for (const { path, start } of [...facts.containers.dockerfiles, ...facts.containers.compose]) {
    const place = underAgent(start);
    if (place !== null) found.push(facts.evidence(place.path ?? path, place.line));
  }
  for (const file of facts.program.filesOf()) {
    const settings = [
      ...file.assignments.map(({ value }) => value),
      ...file.calls.flatMap((call) => call.arguments.map(({ value }) => value)),
    ];
    for (const value of settings)
      if (value?.kind === 'list')
        for (const item of value.items)
          if (item.kind === 'literal' && TRACKER_APPS.test(String(item.value)))
            found.push(facts.evidence(file.path, item.line));
  }
  return found;
}

const isTracker = ({ role }: Meaning): boolean => role === 'error.tracker';

function declared(facts: Facts): readonly Evidence[] {
  return facts.dependencies.list
    .filter((one) => one.direct && !one.frozen && one.scope !== 'development')
    .filter(({ name }) => facts.program.meaningsOfName(name, 'package').some(isTracker))
    .map(({ path, line }) => facts.evidence(path, line));
}

export const errorTracking = defineCheck({
  name: 'error-tracking',
  summary: 'Errors are reported to a tracking service: its client is started, or at least declared.',
  reads: ['code', 'configuration'],
  parameters: (z) =>
    z.strictObject({
      client: z
        .enum(['started', 'declared'])
        .describe(
          'started: the program runs its start. declared: the package is asked for, or its start stands in code that nothing calls',
        ),
    }),
  ask: (facts, { client }) => {
    const { run, idle } = starts(facts);
    const started = [...run, ...outsideCalls(facts)];
    if (client === 'started')
      return found(
        started.slice(0, 3),
        idle.length > 0
          ? 'a call of the function that starts the error tracker: nothing calls it'
          : 'the start of an error tracker (sentry_sdk.init, Sentry.init, Rollbar, Application Insights, an OpenTelemetry exporter …)',
      );
    return found(
      [...started, ...idle, ...declared(facts), ...trackerResources(facts)].slice(0, 3),
      'an error tracker among the dependencies',
    );
  },
});

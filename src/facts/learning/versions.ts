/** Whether users can tell which version of a model they are served. */

import type { CodeFile, Value } from '../../program/file.ts';
import { flowsFrom, type Origin, originsOf } from '../../program/flow/flow.ts';
import { regionFrom } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { answersOf } from '../web/answers.ts';
import type { Route } from '../web/routes/routes.ts';
import { lists, type VersionPlace } from './kept-versions.ts';

import type { Serving } from './serving.ts';
import type { Training } from './training.ts';

/** Names under which an answer tells the version of the model. */
const VERSION =
  /^(model_?version\w*|version_?(id|name|number|tag|label)?|model_?(revision|tag|run_?id)|served_?version|active_?version|run_?id|mlflow_run_id)$/i;
/** Names that tell when it was made: a trace of a version. */
const TRACE =
  /^(trained_?(at|on|date)|training_?(timestamp|date|time)|model_?(trained|updated|created)\w*|last_?trained)$/i;
const OPENS = /(^|\.)(open|loads?|load_\w+|read\w*|predict\w*|from_pretrained|InferenceSession|run)$/;
const ABOUT_MODEL = /model|predict|version|metadata|inference|classif|score/i;

/** Where a route tells which version is served. 'fixed': the code names it once and for all, or it is but a date. */
export function versionShown(
  program: Program,
  routes: readonly Route[],
  trainings: readonly Training[],
  servings: readonly Serving[],
  kind: 'live' | 'fixed',
): VersionPlace | null {
  const fits = new Set(trainings.map(({ call }) => call));
  const serves = new Set(servings.map(({ route }) => route));
  const listed = listedModels(program);
  for (const route of routes) {
    if (!route.mounted || !route.handler) continue;
    // What a training answers with is the version that it made, whichever is served.
    const { calls } = regionFrom(program, { file: route.handler.file, definition: route.handler.id });
    if (kind === 'live' && calls.some((call) => fits.has(call))) continue;
    const starts = answersOf(program, route).filter((answer) => answer.form !== 'redirect');
    for (const { value, site } of originsOf(program, starts)) {
      for (const { name, given } of namedParts(program, value, site.file)) {
        const isListed = (call: CallRef): boolean =>
          listed.has(call) || program.means(program.nameOf(call), 'model.version');
        if (kind === 'live' && flowsFrom(program, given, site, isListed, { most: 300, skip: opens(program) }))
          return { file: site.file, line: given.line };
        const fixed = typeof program.constant(given, site) === 'string';
        if (TRACE.test(name) && kind === 'fixed') return { file: site.file, line: given.line };
        if (
          !VERSION.test(name) ||
          (/^version$/i.test(name) && !serves.has(route) && !isOfModel(route, site, given))
        )
          continue;
        if (fixed === (kind === 'fixed')) return { file: site.file, line: given.line };
      }
    }
  }
  return null;
}

/** What was loaded from a place no longer names the place. */
function opens(program: Program): (origin: Origin) => boolean {
  return ({ value, site }) =>
    value.kind === 'call' && OPENS.test(program.nameOf(program.callOf(site.file, value.call)));
}

/** Listings of files out of which the model that is loaded is picked: what tells the pick tells the version. */
function listedModels(program: Program): ReadonlySet<CallRef> {
  const listed = new Set<CallRef>();
  for (const load of program.callsAs('model.load'))
    if (!load.file.notebook)
      for (const { value } of load.call.arguments) {
        const from = flowsFrom(program, value, siteOf(load), (call) => lists(program, call), {
          most: 300,
        });
        if (from) listed.add(from);
      }
  return listed;
}

/** A version of the model that the program names somewhere, told or not. */
export function versionNamed(program: Program): VersionPlace | null {
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    for (const { target, value } of file.assignments)
      if (value && target.kind === 'name' && /(^|\.)model_?version$/i.test(target.name))
        return { file, line: target.line };
    for (const call of file.calls)
      for (const { name, value } of call.arguments)
        if (name !== null && /^model_?version$/i.test(name)) return { file, line: value.line };
    for (const { fields } of file.definitions)
      for (const field of fields)
        if (/^model_?version$/i.test(field.name) && field.value) return { file, line: field.line };
  }
  return null;
}

/** `version` may be the API's own; it is the model's where the route, the class or the value is about the model. */
function isOfModel(route: Route, site: Origin['site'], given: Value): boolean {
  const about = `${route.path} ${route.name} ${site.file.definitions[site.definition]?.qualifiedName ?? ''} ${given.kind === 'name' ? given.name : ''}`;
  return (
    ABOUT_MODEL.test(about) &&
    !(given.kind === 'name' && /^(app|settings\.app|settings\.api)/i.test(given.name))
  );
}

function namedParts(
  program: Program,
  value: Value,
  file: CodeFile,
): readonly { readonly name: string; readonly given: Value }[] {
  if (value.kind === 'dict')
    return value.entries.flatMap(({ key, value: given }) =>
      key?.kind === 'literal' ? [{ name: String(key.value), given }] : [],
    );
  if (value.kind !== 'call') return [];
  return program
    .callOf(file, value.call)
    .call.arguments.flatMap(({ name, value: given }) => (name === null ? [] : [{ name, given }]));
}

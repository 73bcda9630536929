/** Whether versions of a model are kept, and whether users can tell which one they are served. */

import { type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { isAlive } from '../../program/life/alive.ts';
import { writtenIn } from '../../program/life/region.ts';
import { siteOf, textOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { answersOf } from '../web/answers.ts';
import type { Route } from '../web/routes/routes.ts';
import { MODEL_FILES } from './models.ts';

export interface VersionPlace {
  readonly file: CodeFile;
  readonly line: number;
}

/** Names under which an answer tells the version of the model. */
const VERSION =
  /^(model_?version\w*|version_?(id|name|number|tag|label)?|model_?(revision|tag|run_?id)|served_?version|active_?version|run_?id|mlflow_run_id)$/i;
/** Names that tell when it was made: a trace of a version. */
const TRACE =
  /^(trained_?(at|on|date)|training_?(timestamp|date|time)|model_?(trained|updated|created)\w*|last_?trained)$/i;
/** Variables that make a path another one each time. */
const DISTINCT =
  /version|timestamp|time_?stamp|run_?id|(^|_)(ts|now|date|datetime|uuid|sha|hash)$|model_?id/i;
const MAKES_DISTINCT = /(^|\.)(strftime|now|utcnow|today|time|isoformat|uuid4|uuid1|randomUUID|Date)$/;
const ABOUT_MODEL = /model|predict|version|metadata|inference|classif|score/i;

/** Where versions are kept side by side: in a registry, in paths that differ, in a table of models. */
export function versionsKept(program: Program, routes: readonly Route[]): VersionPlace | null {
  const lives = (call: CallRef): boolean => !call.file.notebook && isAlive(program, routes, siteOf(call));
  const registry =
    program.callsAs('model.registry').find(lives) ??
    program
      .callsAs('model.load')
      .find(
        (call) =>
          lives(call) &&
          call.call.arguments.some(({ value }) => /^models:\//.test(textOf(program, value, siteOf(call)))),
      );
  if (registry) return at(registry);
  for (const call of program.callsAs('model.save')) {
    if (!lives(call)) continue;
    const site = siteOf(call);
    const paths = call.call.arguments.slice(1).map(({ value }) => ({ value, site }));
    const first = call.call.arguments[0];
    // `model.save(path)`: the path comes first.
    const own =
      /\.(save|save_model|save_pretrained|save_weights)$/.test(program.nameOf(call)) && first
        ? [{ value: first.value, site }]
        : [];
    if (originsOf(program, [...paths, ...own], { most: 300 }).some((origin) => isDistinct(program, origin)))
      return at(call);
  }
  return uploadedVersions(program) ?? versionTable(program);
}

function at({ file, call }: CallRef): VersionPlace {
  return { file, line: call.line };
}

function isDistinct(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'template')
    return value.parts.some(
      (part) =>
        typeof part !== 'string' &&
        (part.kind === 'name' || part.kind === 'member') &&
        DISTINCT.test(lastSegment(part.name)),
    );
  if (value.kind === 'name' || value.kind === 'member')
    return DISTINCT.test(lastSegment(value.name)) && !/^(self|args|config|settings)$/.test(value.name);
  return value.kind === 'call' && MAKES_DISTINCT.test(program.nameOf(program.callOf(site.file, value.call)));
}

/** Files that users hand in and that are stored under their version, where a name may have several. */
function uploadedVersions(program: Program): VersionPlace | null {
  if (namesAreUnique(program)) return null;
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    for (let definition = MODULE; definition < file.definitions.length; definition++)
      for (const { value } of writtenIn({ file, definition })) {
        if (value.kind !== 'template') continue;
        const versioned = value.parts.some(
          (part) => typeof part !== 'string' && part.kind === 'name' && /version$/i.test(part.name),
        );
        const stored = value.parts.some(
          (part) => typeof part === 'string' && (MODEL_FILES.test(part) || /[_/-]v$/i.test(part)),
        );
        if (versioned && stored) return { file, line: value.line };
      }
  }
  return null;
}

/** A table of models in which a name exists once has no versions of it side by side. */
function namesAreUnique(program: Program): boolean {
  return program.definitions().some(({ file, definition }) => {
    if (definition.kind !== 'class' || !definition.fields.some(({ name }) => name === 'version'))
      return false;
    const name = definition.fields.find((field) => field.name === 'name');
    return (
      name?.value?.kind === 'call' &&
      file.calls[name.value.call]?.arguments.some(
        (argument) =>
          argument.name === 'unique' && argument.value.kind === 'literal' && argument.value.value === true,
      ) === true
    );
  });
}

/** `{"v1": load("a.pkl"), "v2": load("b.pkl")}` */
function versionTable(program: Program): VersionPlace | null {
  for (const file of program.filesOf())
    for (const { value } of file.assignments) {
      if (file.notebook || value?.kind !== 'dict') continue;
      const versions = value.entries.filter(
        ({ key }) => key?.kind === 'literal' && /^(v\d|\d+\.\d)/i.test(String(key.value)),
      );
      const models = versions.some(({ value: entry }) => loads(program, entry, file));
      if (versions.length > 1 && models) return { file, line: value.line };
    }
  return null;
}

function loads(program: Program, value: Value, file: CodeFile): boolean {
  if (value.kind === 'literal') return MODEL_FILES.test(String(value.value));
  return (
    value.kind === 'call' && program.means(program.nameOf(program.callOf(file, value.call)), 'model.load')
  );
}

/** Where a route tells which version is served. 'fixed': the code names it once and for all, or it is but a date. */
export function versionShown(
  program: Program,
  routes: readonly Route[],
  kind: 'live' | 'fixed',
): VersionPlace | null {
  for (const route of routes) {
    if (!route.mounted || !route.handler) continue;
    const starts = answersOf(program, route).filter((answer) => answer.form !== 'redirect');
    for (const { value, site } of originsOf(program, starts)) {
      for (const { name, given } of namedParts(program, value, site.file)) {
        const fixed = typeof program.constant(given, site) === 'string';
        if (TRACE.test(name) && kind === 'fixed') return { file: site.file, line: given.line };
        if (!VERSION.test(name) || (/^version$/i.test(name) && !isOfModel(route, site, given))) continue;
        if (fixed === (kind === 'fixed')) return { file: site.file, line: given.line };
      }
    }
  }
  return null;
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

/** Files of models that differ in their version only: `model_v1.pkl` and `model_v2.pkl`, `v1/model.pkl` and `v2/model.pkl`. */
export function versionedFiles(paths: readonly string[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    if (!MODEL_FILES.test(path)) continue;
    const stem = path.replace(/(?:^|[_./-])v?\d+(?:[._-]\d+){0,4}(?=[./]|$)/gi, '#');
    if (stem === path) continue;
    const group = groups.get(stem) ?? [];
    group.push(path);
    groups.set(stem, group);
  }
  return [...groups.values()].find((group) => group.length > 1) ?? [];
}

/**
 * Where a repository is unfinished: half-built code, files that others of its files name and that are not there, parts
 * that are tied to nothing, promises of its README without a trace.
 */
import { traceOf } from './capabilities.ts';
import { absentModules } from './code/absent-modules.ts';
import { announcements, openNotes } from './code/announced.ts';
import { changesOf } from './code/changes.ts';
import { requestsWithoutRoute } from './code/client-calls.ts';
import { fixedAnswers } from './code/fixed-answers.ts';
import { idleParts, idleWorkers, standIns } from './code/idle-parts.ts';
import { lostRows } from './code/lost-rows.ts';
import { emptyMigrations, stubFunctions, type Unfinished } from './code/unfinished.ts';
import { inputsWithoutEffect } from './code/without-effect.ts';
import { absentBuilds } from './containers/absent-builds.ts';
import type { Facts } from './facts.ts';
import { emptyFiles, emptyTests, unreadable } from './half-built/files.ts';
import { absentCommands, absentFeatures, absentReferences, gaps } from './half-built/readme.ts';
import { hollowDeployments, idleServices } from './half-built/services.ts';
import { unwiredFeatures } from './half-built/unwired.ts';

/**
 * Sorts of places, by how they are found. A leftover is code that a reader trips over and nobody misses: an empty test, a
 * class that nothing uses, even one that does a listed feature: it is written.
 */
export type Sort = 'code' | 'announced' | 'absent' | 'idle' | 'promised' | 'leftover';

export interface HalfBuilt extends Unfinished {
  readonly sort: Sort;
}

const remembered = new WeakMap<Facts, readonly HalfBuilt[]>();

/** All places, each line once: code first, promises last. Looked for once per audit. */
export function halfBuilt(facts: Facts): readonly HalfBuilt[] {
  const known = remembered.get(facts) ?? placesIn(facts);
  remembered.set(facts, known);
  return known;
}

function placesIn(facts: Facts): readonly HalfBuilt[] {
  const { program } = facts;
  const trace = traceOf(facts);
  const paths = facts.present;
  const as = (sort: Sort, list: readonly Unfinished[]): readonly HalfBuilt[] =>
    list.map((one) => ({ ...one, sort }));
  const all = [
    ...as('code', [
      ...stubFunctions(program),
      ...emptyMigrations(program),
      ...fixedAnswers(facts.routes),
      ...unreadable(facts),
      ...emptyFiles(facts),
    ]),
    ...as('announced', [...announcements(program), ...openNotes(program), ...gaps(facts)]),
    ...as('absent', [
      ...absentModules(
        program,
        paths,
        facts.dependencies.list.map((one) => one.name),
      ),
      ...requestsWithoutRoute(program, facts.routes),
      ...absentBuilds(facts.containers, paths),
      ...absentReferences(facts),
      ...absentCommands(facts),
    ]),
    ...as('idle', [
      ...inputsWithoutEffect(program, facts.routes),
      ...idleParts(program),
      ...lostRows(program),
      ...forgetfulPrograms(facts),
      ...lostRoutes(facts),
      ...hollowDeployments(facts),
    ]),
    ...as('leftover', [
      ...emptyTests(facts),
      ...unwiredFeatures(facts),
      ...idleWorkers(program),
      ...standIns(program),
    ]),
    ...as('promised', [...absentFeatures(facts, trace), ...idleServices(facts, trace)]),
  ];
  const places = new Map<string, HalfBuilt>();
  for (const one of all) {
    const place = `${one.path}:${one.line}`;
    if (!places.has(place)) places.set(place, one);
  }
  return [...places.values()];
}

/** Routers that no application includes, where others are: nobody can reach their routes. One place a file. */
function lostRoutes({ routes }: Facts): readonly Unfinished[] {
  if (!routes.some((one) => one.mounted)) return [];
  const found = new Map<string, Unfinished>();
  for (const { file, line, method, path, mounted } of routes)
    if (!mounted && !found.has(file.path))
      found.set(file.path, {
        path: file.path,
        line,
        what: `${method} ${path} is a route that nothing includes`,
      });
  return [...found.values()];
}

/** Beside commands that save, one that does not: what it does is lost when the process ends. One place a file. */
function forgetfulPrograms({ program, commands, storage }: Facts): readonly Unfinished[] {
  const writes = storage.filter((access) => access.direction !== 'read');
  if (writes.length === 0 || writes.some((access) => access.direction === 'both')) return [];
  const { changes } = changesOf(program, commands, storage);
  if (!changes.some((one) => one.saves)) return [];
  const found = new Map<string, Unfinished>();
  for (const { command, saves } of changes) {
    const { path } = command.file;
    if (!saves && command.kind === 'subcommand' && !found.has(path))
      found.set(path, { path, line: command.line, what: `'${command.name}' changes what is never saved` });
  }
  return [...found.values()];
}

/**
 * Where a repository is unfinished: half-built code, files that others of its files name and that are not there, parts
 * that are tied to nothing, promises of its README without a trace.
 */

import { type CodeFile, type DefinitionId, MODULE } from '../../../program/file.ts';
import { absentAttributes } from '../../../program/life/absent-attributes.ts';
import { isAlive } from '../../../program/life/alive.ts';
import { unboundNames } from '../../../program/life/unbound.ts';
import { namesRead } from '../../../program/link/names-read.ts';
import { changesOf } from '../../cli/changes.ts';
import { lostRows } from '../../data/lost-rows.ts';
import type { Facts } from '../../facts.ts';
import { requestsWithoutRoute } from '../../interfaces/client-calls.ts';
import { absentBuilds } from '../../operations/containers/absent-builds.ts';
import { imagesOf } from '../../operations/images/images.ts';
import { lostInStages, misplacedStarts } from '../../operations/images/layout.ts';
import { announcements, openNotes } from '../announced.ts';
import { cannedAnswers } from '../canned-answers.ts';
import { traceOf } from '../capabilities/capabilities.ts';
import { fixedAnswers } from '../fixed-answers.ts';
import { hollowFunctions } from '../hollow-functions.ts';
import { idleButtons, idleFields, idleLinks } from '../idle-controls.ts';
import { idleMarkup } from '../idle-markup.ts';
import { idleRoutes } from '../idle-routes.ts';
import { lostAddresses } from '../lost-addresses.ts';
import { lostLinks } from '../lost-links.ts';
import { placeholderLinks } from '../placeholder-links.ts';
import { standIns } from '../stand-ins.ts';
import { absentScripts } from '../steps/absent-scripts.ts';
import { absentSteps } from '../steps/absent-steps.ts';
import { emptyMigrations, stubFunctions, type Unfinished } from '../unfinished.ts';
import { inputsWithoutEffect } from '../without-effect.ts';
import { absentRoutes } from './documented-routes.ts';
import { emptyFiles, unreadable } from './files.ts';
import { absentCommands, absentFeatures, absentReferences, gaps } from './readme.ts';
import { hollowDeployments, idleServices } from './services.ts';

/** Sorts of places, by how they are found. What is written and never used is none: nobody misses it. */
export type Sort = 'code' | 'announced' | 'absent' | 'idle' | 'promised';

export interface HalfBuilt extends Unfinished {
  readonly sort: Sort;
  /** Who found it. */
  readonly by: string;
}

type Finder = (facts: Facts) => readonly Unfinished[];

/** Code first, promises last: of several places in one line the first is told. */
const FINDERS: Readonly<Record<Sort, Readonly<Record<string, Finder>>>> = {
  code: {
    stubFunctions: ({ program }) => stubFunctions(program),
    emptyMigrations: ({ program }) => emptyMigrations(program),
    fixedAnswers: ({ routes }) => fixedAnswers(routes),
    cannedAnswers: ({ program, routes }) => cannedAnswers(program, routes),
    hollowFunctions: ({ program, routes }) => hollowFunctions(program, routes),
    idleRoutes: ({ program, routes }) => idleRoutes(program, routes),
    standIns,
    unreadable,
    emptyFiles,
    absentAttributes: attributesIn,
  },
  announced: {
    announcements: ({ program }) => announcements(program),
    openNotes: ({ program }) => openNotes(program),
    gaps,
  },
  absent: {
    absentModules: (facts) => facts.absentModules.filter(({ path }) => isProgram(facts, path)),
    lostStarts: ({ lostStarts }) => lostStarts,
    unboundNames: unboundNamesIn,
    lostRequests: requestsWithoutRoute,
    absentBuilds: ({ containers, present }) => absentBuilds(containers, present).map(once),
    brokenImages: (facts) => imagesOf(facts).flatMap(({ broken }) => (broken ? once(broken) : [])),
    misplacedStarts,
    lostInStages,
    absentScripts,
    absentReferences,
    absentSteps,
    absentCommands,
    absentRoutes,
  },
  idle: {
    idleInputs: ({ program, routes }) => inputsWithoutEffect(program, routes),
    idleButtons: ({ program }) => idleButtons(program),
    idleFields: ({ program }) => idleFields(program),
    idleLinks: ({ program }) => idleLinks(program),
    idleMarkup,
    lostAddresses,
    lostLinks,
    placeholderLinks,
    lostRows: ({ program }) => lostRows(program),
    forgetfulPrograms,
    lostRoutes,
    hollowDeployments,
  },
  promised: {
    absentFeatures: (facts) => absentFeatures(facts, traceOf(facts)),
    idleServices: (facts) => idleServices(facts, traceOf(facts)),
  },
};

const remembered = new WeakMap<Facts, readonly HalfBuilt[]>();

/** All places, each line once. Looked for once per audit. */
export function halfBuilt(facts: Facts): readonly HalfBuilt[] {
  const known = remembered.get(facts) ?? placesIn(facts);
  remembered.set(facts, known);
  return known;
}

function placesIn(facts: Facts): readonly HalfBuilt[] {
  const places = new Map<string, HalfBuilt>();
  const absent = new Set<string>();
  for (const [sort, finders] of entriesOf(FINDERS))
    for (const [by, find] of entriesOf(finders))
      for (const one of find(facts)) {
        const place = `${one.path}:${one.line}`;
        if (places.has(place) || (one.lacks !== undefined && absent.has(one.lacks))) continue;
        if (one.lacks !== undefined) absent.add(one.lacks);
        places.set(place, { ...one, sort, by });
      }
  return [...places.values()];
}

function entriesOf<K extends string, V>(table: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  return Object.entries(table) as [K, V][];
}

/** The same is said of every service that is built so. */
function once(one: Unfinished): Unfinished {
  return { ...one, lacks: one.what };
}

/** A test that fell behind keeps nothing from running. */
function isProgram({ program }: Facts, path: string): boolean {
  const file = program.file(path);
  return file === undefined || program.role(file) !== 'test';
}

/** Modules that stop where they are loaded, and functions where they are run; one place a file. */
function unboundNamesIn({ program, stopOf }: Facts): readonly Unfinished[] {
  return program.filesOf().flatMap((file): readonly Unfinished[] => {
    const first = unboundNames(program, file).find(({ definition, line }) =>
      definition === MODULE
        ? stopOf(file.path, line)?.path === file.path
        : isAlive(program, { file, definition }),
    );
    return first
      ? [{ path: file.path, line: first.line, what: `reads ${first.name}, which nothing binds` }]
      : [];
  });
}

/** What classes do not have, and running code asks of them; one place a class and file. */
function attributesIn({ program }: Facts): readonly Unfinished[] {
  const files = program.filesOf();
  // Of a class that is used, a helper may be that nothing speaks of.
  const isHelper = (file: CodeFile, definition: DefinitionId): boolean => {
    const { kind, name = '', decorators = [], parent = MODULE } = file.definitions[definition] ?? {};
    if (kind !== 'method' || name.startsWith('__') || decorators.length > 0) return false;
    // What a base class asks for is called by it.
    if (file.definitions[parent]?.bases.length !== 0) return false;
    return !files.some((one) => namesRead(one).names.has(name) || namesRead(one).texts.has(name));
  };
  return files.flatMap((file) =>
    absentAttributes(program, file)
      .filter(({ definition }) => isAlive(program, { file, definition }) && !isHelper(file, definition))
      .map(({ path, line, what, owner }) => ({ path, line, what, lacks: `${path} ${owner}` })),
  );
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
  const { forgotten } = changesOf(program, commands, storage);
  const found = new Map<string, Unfinished>();
  for (const { command } of forgotten) {
    const { path } = command.file;
    if (command.kind === 'subcommand' && !found.has(path))
      found.set(path, { path, line: command.line, what: `'${command.name}' changes what is never saved` });
  }
  return [...found.values()];
}

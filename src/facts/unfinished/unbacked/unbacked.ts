/**
 * What the README says and the repository does not bear out. A wrong "not found" insults whoever wrote the project, so
 * whatever could be a trace counts as one, and where something could not be read nothing is said of traces.
 */

import type { Facts } from '../../facts.ts';
import { isReadWhole } from '../../read-whole.ts';
import { type Trace, traceOf } from '../capabilities/capabilities.ts';
import { ABILITIES, CAPABILITIES } from '../capabilities/table.ts';
import { absentCommands, absentPromises, absentReferences } from '../half-built/readme.ts';
import { absentContainers, absentTests } from './commands.ts';
import { coverageFigures } from './coverage.ts';
import { absentLicence, absentPipelines, emptyDemos } from './links.ts';
import { TOOLS } from './tools.ts';

export interface Unbacked {
  /** 'test coverage of 95 %'. */
  readonly claim: string;
  /** Line of the README. */
  readonly line: number;
  /** What would have borne it out, and is not there. */
  readonly lookedFor: string;
}

const MOST = 30;
const LONGEST = 100;
const MOST_PAGES = 400;
const MOST_OF_A_PAGE = 200_000;

/** By line of the README, each line once. */
export function unbackedClaims(facts: Facts): readonly Unbacked[] {
  if (facts.documentation.readme === null) return [];
  const found = [
    ...coverageFigures(facts),
    ...absentTests(facts),
    ...absentContainers(facts),
    ...absentPipelines(facts),
    ...absentLicence(facts),
    ...emptyDemos(facts),
    ...(isReadWhole(facts) ? withoutTrace(facts) : []),
    ...references(facts),
  ];
  const lines = new Map<number, Unbacked>();
  for (const one of found) if (!lines.has(one.line)) lines.set(one.line, one);
  return [...lines.values()].sort((a, b) => a.line - b.line).slice(0, MOST);
}

function withoutTrace(facts: Facts): readonly Unbacked[] {
  const trace = traceOf(facts);
  const pages = pagesOf(facts);
  const promised = [
    ...absentPromises(facts, trace, ABILITIES, CAPABILITIES),
    // What could be used instead, or beside it, is no part of the program.
    ...absentPromises(facts, trace, [], TOOLS).filter(({ text }) => !ALTERNATIVE.test(text)),
  ];
  return promised
    .filter(({ words }) => !pages.some((page) => page.includes(words.toLowerCase())))
    .map(({ text, line, words, capability }) => ({
      claim: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text,
      line,
      lookedFor: capability.shows ?? anyTrace(words.toLowerCase(), trace),
    }));
}

const ALTERNATIVE =
  /\b(?:or|instead|alternative\w*|optional\w*|extensib\w*|extend\w*|compatible|e\.g\.|such as|like|any|migrat\w*|replac\w*|switch\w*|not|no|without|planned|future|soon|inspired|similar|ready)\b/i;

/** It is listed somewhere, a dependency or a service, and no code uses it; or it is nowhere. */
function anyTrace(words: string, { names }: Trace): string {
  const listed = names(new RegExp(words.replace(/[^a-z0-9]+/g, '.?'), 'i'));
  return listed
    ? `code that uses “${words}”: it is listed, and nothing calls it`
    : `any trace of “${words}” in the code, its dependencies, containers and file names`;
}

/** Texts in which a front end is written without a name that the program knows: pages and styles. */
function pagesOf({ files, text }: Facts): readonly string[] {
  return files
    .filter(({ kind }) => kind === 'page' || kind === 'style')
    .slice(0, MOST_PAGES)
    .map(({ path }) => (text(path) ?? '').slice(0, MOST_OF_A_PAGE).toLowerCase());
}

/** Files and commands that it speaks of. */
function references(facts: Facts): readonly Unbacked[] {
  return [...absentReferences(facts), ...absentCommands(facts)].map(({ line, what }) => {
    const [, path] = /^names (.+), which is not there$/.exec(what) ?? [];
    if (path !== undefined) return { claim: `the file ${path}`, line, lookedFor: 'a file of that name' };
    const [, command] = /command '(.+)', which/.exec(what) ?? [];
    if (command !== undefined)
      return { claim: `the command '${command}'`, line, lookedFor: 'a command of that name in the program' };
    return { claim: what.replace(/ that are not there$/, ''), line, lookedFor: 'files of these names' };
  });
}

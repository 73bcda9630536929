/**
 * The catalogue of requirements as cases: tiny repositories, each with the clauses that it shows. Most differ from
 * another one of the same file by the line that decides, so that a pair says what the clause is about.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RuleCase } from '../../src/rule-tests/cases.ts';

const folder = new URL('../rules/law/', import.meta.url);

/** Clauses by verdict and name: `met json`, `partial sqlite, principles.2.lesser`. */
const SHOWN = /^(met|partial|missing|unverifiable) ([\w.-]+(?:, [\w.-]+)*)$/;
const LANGUAGES = { python: /\.(py|ipynb)$/, typescript: /\.(ts|tsx|js|jsx|mjs|cjs)$/ } as const;

const shape = z.array(
  z.strictObject({
    name: z.string(),
    /** By requirement. */
    shows: z.record(z.string(), z.string().regex(SHOWN)),
    fools: z.boolean().default(false),
    commits: z.int().default(6),
    /** Another one of this file, of which it has all files but for what follows. */
    like: z.string().optional(),
    without: z.array(z.string()).default([]),
    /** By path: what is written instead of what. */
    change: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))).default({}),
    files: z.record(z.string(), z.string()).default({}),
  }),
);

const clause = z.union([
  z.string().transform(() => ({ in: [], open: [] })),
  z.strictObject({
    says: z.string(),
    in: z.array(z.enum(['python', 'typescript'])).default([]),
    open: z.array(z.enum(['python', 'typescript', 'any'])).default([]),
  }),
]);
/** By milestone, and `requirement.verdict.name`. */
const clauses = z.record(z.string(), z.record(z.string(), clause));

export type Language = keyof typeof LANGUAGES;

/** A sentence of the catalogue, or a part of one. */
export interface Clause {
  readonly id: string;
  readonly in: readonly Language[];
  /** Where the program does not follow it yet. */
  readonly open: readonly (Language | 'any')[];
}

/** A tiny repository. */
export interface LawCase extends Pick<RuleCase, 'name' | 'fools' | 'commits' | 'files'> {
  readonly milestone: string;
  readonly languages: readonly Language[];
  readonly shows: readonly Shown[];
}

export interface Shown extends Pick<RuleCase, 'verdict'> {
  readonly requirement: string;
  /** Their full names: `blog-api.jwt-auth.partial.no-expiry`. */
  readonly clauses: readonly string[];
}

type Written = z.infer<typeof shape>[number];

/** All cases, milestone by milestone. */
export function lawCases(): readonly LawCase[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('/') && path.endsWith('.yml'))
    .sort()
    .flatMap((path) => casesIn(path));
}

/** Every clause of the catalogue, with the languages in which it must be shown. */
export function lawClauses(): readonly Clause[] {
  const read = clauses.parse(parse(readFileSync(new URL('clauses.yml', folder), 'utf8')));
  return Object.entries(read).flatMap(([milestone, named]) =>
    Object.entries(named).map(
      ([name, one]): Clause => ({ id: `${milestone}.${name}`, in: one.in, open: one.open }),
    ),
  );
}

function casesIn(path: string): readonly LawCase[] {
  const written = shape.parse(parse(readFileSync(new URL(path, folder), 'utf8')));
  const milestone = path.split('/')[0] ?? '';
  const made = new Map<string, RuleCase['files']>();
  return written.map((one) => {
    const files = filesOf(one, made);
    made.set(one.name, files);
    const { name, fools, commits } = one;
    const shows = Object.entries(one.shows).map(([requirement, text]) =>
      shownBy(text, milestone, requirement),
    );
    return { milestone, name, fools, commits, files, languages: languagesOf(files), shows };
  });
}

function shownBy(text: string, milestone: string, requirement: string): Shown {
  const [, verdict = '', names = ''] = SHOWN.exec(text) ?? [];
  const clauses = names
    .split(', ')
    .map((name) =>
      name.startsWith('principles.') ? name : `${milestone}.${requirement}.${verdict}.${name}`,
    );
  return { requirement, verdict: verdict as Shown['verdict'], clauses };
}

function filesOf(one: Written, made: ReadonlyMap<string, RuleCase['files']>): RuleCase['files'] {
  const base = one.like === undefined ? {} : made.get(one.like);
  if (!base) throw new Error(`${one.name}: '${one.like}' does not stand before it`);
  const files: Record<string, string> = { ...base };
  for (const [path, changes] of Object.entries(one.change))
    for (const [before, after] of changes) {
      const text = files[path];
      if (!text?.includes(before)) throw new Error(`${one.name}: ${path} does not say '${before}'`);
      files[path] = text.replace(before, () => after);
    }
  for (const path of one.without) delete files[path];
  return { ...files, ...one.files };
}

/** Of the source files; documents, settings and manifests are of every language. */
function languagesOf(files: RuleCase['files']): readonly Language[] {
  const paths = Object.keys(files);
  return (['python', 'typescript'] as const).filter((one) => paths.some((path) => LANGUAGES[one].test(path)));
}

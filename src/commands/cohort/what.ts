/** What the user means by a cohort: a cohort file, a roster, a folder of repositories, or an organisation. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Assignment, CohortFile } from '../../cohort/file.ts';
import type { Enrolled } from '../../cohort/learners.ts';
import { badOption, noSuchPath, UserError } from '../../errors.ts';
import { visible } from '../../reporters/visible.ts';

export interface WhatOptions {
  readonly milestone?: string;
  readonly org?: string;
  readonly prefix?: string;
  readonly roster?: string;
  readonly starter?: string;
  readonly since?: string;
  readonly title?: string;
}

export interface Cohort extends CohortFile {
  /** Its lines; null where the repositories are the rows. */
  readonly enrolled: readonly Enrolled[] | null;
  /** The folder from which its paths are seen, as a path from the current one; '' for the current one itself. */
  readonly base: string;
}

const FILES = ['COHORT.yml', 'COHORT.yaml', 'cohort.yml', 'cohort.yaml'];
const MOST_BYTES = 16 * 1024 * 1024;

/** Throws a UserError. */
export async function cohortOf(word: string | undefined, options: WhatOptions): Promise<Cohort> {
  const { milestone, starter = null, since = null, title = null } = options;
  const milestones =
    milestone === undefined || milestone === 'auto' ? [] : milestone.split(',').map((id) => id.trim());
  if (since !== null && !isDay(since)) throw badOption('--since', since, 'a day such as 2027-03-01');
  const pattern = organisationPattern(options);
  const named =
    word ??
    (pattern === null && options.roster === undefined ? FILES.find((file) => existsSync(file)) : undefined);
  const assignment = (repositories: string | null): Assignment => ({ milestones, repositories, starter });
  const cohort = (repositories: string | null, roster: string | null, base = ''): Promise<Cohort> =>
    withRoster({ title, since, roster, assignments: [assignment(repositories)] }, base);
  if (named === undefined) {
    if (pattern === null && options.roster === undefined) throw nothingNamed();
    return cohort(pattern, options.roster ?? null);
  }
  if (/\.ya?ml$/i.test(named)) return fromFile(named, options);
  if (/\.(?:csv|tsv)$/i.test(named)) return cohort(pattern, named);
  if (!statSync(named, { throwIfNoEntry: false })?.isDirectory()) throw noSuchPath(named);
  return cohort(join(named, '*'), options.roster ?? null);
}

/** What is typed wins over what the file says. */
async function fromFile(path: string, options: WhatOptions): Promise<Cohort> {
  if (options.milestone !== undefined || options.starter !== undefined || options.org !== undefined)
    throw badOption('COHORT.yml', path, 'no --milestone, --starter or --org beside it: the file says them');
  const { loadCohort } = await import('../../cohort/file.ts');
  const file = await loadCohort(textOf(path), path);
  const base = relative('', dirname(resolve(path)));
  const roster = options.roster ?? (file.roster === null ? null : join(base, file.roster));
  return withRoster(
    { ...file, title: options.title ?? file.title, since: options.since ?? file.since, roster },
    base,
  );
}

async function withRoster(file: CohortFile, base: string): Promise<Cohort> {
  if (file.roster === null) {
    if (file.assignments.every(({ repositories }) => repositories !== null))
      return { ...file, enrolled: null, base };
    throw new UserError({
      code: 'bad-config',
      message: 'Neither a roster nor a pattern of repositories says whose work is meant',
      hint: "Add 'roster: FILE.csv' or 'repositories: owner/prefix-*' to the cohort file.",
      exitCode: 2,
    });
  }
  const [{ parseRoster }, { fits }] = await Promise.all([
    import('../../cohort/roster.ts'),
    import('../../cohort/plan.ts'),
  ]);
  const enrolled = await parseRoster(textOf(file.roster), file.roster);
  const lost = enrolled.find(
    ({ milestone }) => milestone !== null && !file.assignments.some((one) => fits(one, milestone)),
  );
  if (lost !== undefined) {
    throw new UserError({
      code: 'bad-config',
      message: `${file.roster}:${lost.line}: there is no assignment for the milestone '${visible(lost.milestone ?? '')}'`,
      hint: 'Add it to the assignments, or correct the column milestone.',
      exitCode: 2,
    });
  }
  return { ...file, enrolled, base };
}

function organisationPattern({ org, prefix = '' }: WhatOptions): string | null {
  if (org === undefined) {
    if (prefix !== '')
      throw badOption('--prefix', prefix, 'an organisation beside it: --org NAME --prefix blog-');
    return null;
  }
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/.test(org))
    throw badOption('--org', org, 'the name of an organisation or a user');
  if (!/^[\w.-]{0,90}$/.test(prefix))
    throw badOption('--prefix', prefix, 'letters, digits, dots, dashes and underscores');
  return `${org}/${prefix}*`;
}

function textOf(path: string): string {
  try {
    if (statSync(path).size > MOST_BYTES) throw badOption('the file', path, 'at most 16 MB');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw noSuchPath(path);
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function nothingNamed(): UserError {
  return new UserError({
    code: 'empty',
    message: 'There is no COHORT.yml here, and no cohort is named',
    hint: 'Name a folder that holds repositories, a roster (CSV), or an organisation: --org NAME --prefix blog-',
    exitCode: 3,
  });
}

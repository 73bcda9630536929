/** Which column of a roster says what, in the exports that mentors have. */
import type { Learner } from '../model/cohort.ts';

/** A line of a roster. */
export interface Enrolled {
  readonly learner: Learner;
  /** What it names as the learner's repository. */
  readonly repository: string | null;
  readonly milestone: string | null;
  /** Of the file, counted from 1. */
  readonly line: number;
}

type Field = 'id' | 'name' | 'first' | 'last' | 'github' | 'section' | 'repository' | 'url' | 'milestone';

/** GitHub Classroom's roster and grades, Classroom 50's roster, and a table written by hand. Earlier names win. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  id: ['identifier', 'roster_identifier', 'id'],
  name: ['name', 'learner', 'student'],
  first: ['first_name'],
  last: ['last_name'],
  github: ['github_username', 'username', 'login', 'github'],
  section: ['section', 'group'],
  url: ['student_repository_url'],
  repository: ['repository', 'repo', 'student_repository_name'],
  milestone: ['milestone'],
};

/** What a roster must have at least one of. */
const LEAST: readonly Field[] = ['id', 'name', 'github', 'repository', 'url', 'last'];
export const KNOWN_COLUMNS: readonly string[] = Object.values(COLUMNS).flat();

export type Reader = (row: readonly string[], field: Field) => string | null;

/** Reads the cells of a row by field; null where the header names none that says who somebody is. */
export function readerFor(header: readonly string[]): Reader | null {
  const names = header.map((one) => one.trim().toLowerCase().replaceAll(' ', '_'));
  const places = new Map(
    (Object.keys(COLUMNS) as readonly Field[]).flatMap((field) => {
      const at = COLUMNS[field].map((name) => names.indexOf(name)).find((index) => index >= 0);
      return at === undefined ? [] : [[field, at] as const];
    }),
  );
  if (!LEAST.some((field) => places.has(field))) return null;
  return (row, field) => {
    const at = places.get(field);
    return (at === undefined ? '' : (row[at] ?? '').trim()) || null;
  };
}

/** null for a row that names nobody: an empty line of a spreadsheet. */
export function enrolled(row: readonly string[], line: number, read: Reader): Enrolled | null {
  const github = read(row, 'github');
  const repository = read(row, 'url') ?? read(row, 'repository');
  const names = [read(row, 'first'), read(row, 'last')].filter((part) => part !== null).join(' ');
  const name = read(row, 'name') ?? (names || null);
  const id = read(row, 'id') ?? github ?? name ?? repository;
  if (id === null) return null;
  return {
    learner: { id, name: name ?? id, github, section: read(row, 'section') },
    repository,
    milestone: read(row, 'milestone'),
    line,
  };
}

/** Which repositories the user means: named one by one, or by a portfolio file. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { docsPage } from '../../addresses.ts';
import { noSuchPath, UserError } from '../../errors.ts';
import { loadPlan, MOST_PROJECTS, type Plan, type Planned } from '../../portfolio/plan.ts';

/** Looked for where the user names nothing. */
const FILES = ['PORTFOLIO.yml', 'PORTFOLIO.yaml', 'portfolio.yml', 'portfolio.yaml'];
const PLAN_FILE = /\.ya?ml$/i;

/** A repository with its place on this machine, where it has one. */
export interface Task extends Planned {
  /** The folder, or null for what is fetched. */
  readonly folder: string | null;
}

export interface Tasks {
  readonly title: string | null;
  readonly tasks: readonly Task[];
}

/** Throws a UserError where there is nothing to do, or where the portfolio file is not one. */
export async function tasksOf(words: readonly string[], cwd: string): Promise<Tasks> {
  const named = words.length > 0 ? words : FILES.filter((file) => existsSync(join(cwd, file))).slice(0, 1);
  if (named.length === 0) throw nothingNamed();
  const plans = await Promise.all(named.map((word) => planOf(word, cwd)));
  const tasks = withoutDoubles(plans.flatMap((plan) => plan.tasks));
  if (tasks.length > MOST_PROJECTS) throw tooMany(tasks.length);
  return { title: plans.find(({ title }) => title !== null)?.title ?? null, tasks };
}

async function planOf(word: string, cwd: string): Promise<Tasks> {
  const path = resolve(cwd, word);
  if (!PLAN_FILE.test(word) || isFolder(path)) return { title: null, tasks: [taskOf(bare(word), cwd)] };
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw noSuchPath(word);
  }
  const plan: Plan = await loadPlan(text, word);
  // Its folders are seen from the file, so that it can be used from everywhere.
  return { title: plan.title, tasks: plan.projects.map((one) => taskOf(one, dirname(path))) };
}

function bare(source: string): Planned {
  return { source, milestones: [] };
}

function taskOf(planned: Planned, cwd: string): Task {
  const path = resolve(cwd, planned.source);
  return { ...planned, folder: isRemote(planned.source) && !existsSync(path) ? null : path };
}

/** `owner/repo`, or an address: what is no folder of this machine. */
export function isRemote(source: string): boolean {
  return (
    /^(?:https?|ssh|git):\/\//i.test(source) || /^[\w.-]+@[\w.-]+:/.test(source) || REPOSITORY.test(source)
  );
}

/** `owner/repo` as GitHub allows it. */
const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/[A-Za-z0-9_.-]{1,100}$/;

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The first one stays: it may name milestones. */
function withoutDoubles(tasks: readonly Task[]): readonly Task[] {
  const seen = new Set<string>();
  return tasks.filter(({ folder, source }) => {
    const key = folder ?? source.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function nothingNamed(): UserError {
  return new UserError({
    code: 'empty',
    message: 'There is no PORTFOLIO.yml here, and no repository is named',
    hint: `Name folders or owner/repo, or list them in a PORTFOLIO.yml: ${docsPage('reports', 'a-portfolio')} shows one.`,
    exitCode: 3,
  });
}

function tooMany(count: number): UserError {
  return new UserError({
    code: 'bad-option',
    message: `${count} repositories are more than one portfolio can hold`,
    hint: `Audit at most ${MOST_PROJECTS} at a time.`,
    exitCode: 2,
  });
}

/** The cases that are put into other forms: those of tests/rules, or of files that are given. */
import { readdirSync, readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks/index.ts';
import { loadMilestone } from '../../src/milestones/load.ts';
import type { Milestone, Requirement } from '../../src/model.ts';
import { loadRuleTests } from '../../src/rule-tests/cases.ts';
import { lawCases } from '../support/law.ts';
import type { Files } from './form.ts';

export interface FormCase {
  readonly id: string;
  readonly milestone: string;
  /** What it is judged by. */
  readonly requirements: readonly Requirement[];
  readonly files: Files;
  readonly commits: number;
}

const RULES = new URL('../../rules/', import.meta.url);
const TESTS = new URL('../rules/', import.meta.url);

async function milestoneOf(name: string): Promise<Milestone> {
  return loadMilestone(readFileSync(new URL(name, RULES), 'utf8'), `rules/${name}`, CHECKS);
}

/** Every case of tests/rules. */
export async function ruleCases(): Promise<readonly FormCase[]> {
  const cases: FormCase[] = [];
  const names = readdirSync(TESTS).filter((name) => name.endsWith('.yml'));
  for (const name of names.sort()) {
    const { id: milestone, requirements } = await milestoneOf(name);
    const tests = await loadRuleTests(readFileSync(new URL(name, TESTS), 'utf8'), `tests/rules/${name}`);
    for (const one of requirements)
      for (const { name: title, files, commits } of tests[one.id] ?? [])
        cases.push({
          id: `${milestone}/${one.id}: ${title}`,
          milestone,
          requirements: [one],
          files,
          commits,
        });
  }
  return [...cases, ...(await casesOfTheLaw())];
}

/** The cases of tests/rules/law: whole little programs, judged by several requirements. */
async function casesOfTheLaw(): Promise<readonly FormCase[]> {
  const milestones = new Map<string, Milestone>();
  const cases: FormCase[] = [];
  for (const { milestone, name, shows, files, commits } of lawCases()) {
    const rules = milestones.get(milestone) ?? (await milestoneOf(`${milestone}.yml`));
    milestones.set(milestone, rules);
    const requirements = rules.requirements.filter(({ id }) =>
      shows.some(({ requirement }) => requirement === id),
    );
    cases.push({ id: `law/${milestone}: ${name}`, milestone, requirements, files, commits: commits ?? 6 });
  }
  return cases;
}

interface MadeCase {
  readonly id: string;
  readonly milestone: string;
  readonly files: Files;
  readonly commits?: number;
  /** Verdicts by `milestone/requirement`. */
  readonly expect: Readonly<Record<string, string>>;
}

/** The cases of a JSON file: an array of repositories, each with verdicts that it must get. */
export async function madeCases(path: string): Promise<readonly FormCase[]> {
  const cases: FormCase[] = [];
  for (const { id, milestone, files, commits = 6, expect } of JSON.parse(
    readFileSync(path, 'utf8'),
  ) as MadeCase[]) {
    const ids = [...new Set([milestone, ...Object.keys(expect).map((key) => key.split('/')[0] ?? '')])];
    const rules = await Promise.all(ids.map((name) => milestoneOf(`${name}.yml`)));
    const requirements = rules.flatMap((rule) =>
      rule.requirements.filter((one) => `${rule.id}/${one.id}` in expect),
    );
    cases.push({ id, milestone, requirements, files, commits });
  }
  return cases;
}

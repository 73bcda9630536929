/** The cases that are put into other forms: those of tests/rules, or of files that are given. */
import { readdirSync, readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks/index.ts';
import { loadMilestone } from '../../src/milestones/load.ts';
import type { Milestone, Requirement } from '../../src/model.ts';
import { loadRuleTests } from '../../src/rule-tests/cases.ts';
import type { Files } from './form.ts';

export interface FormCase {
  /** `milestone/requirement: name`. */
  readonly id: string;
  readonly milestone: string;
  readonly requirement: Requirement;
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
  const names = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yml'),
  );
  for (const name of names.sort()) {
    const { id: milestone, requirements } = await milestoneOf(`${name.split(/[/.]/)[0]}.yml`);
    const tests = await loadRuleTests(readFileSync(new URL(name, TESTS), 'utf8'), `tests/rules/${name}`);
    for (const requirement of requirements)
      for (const { name: title, files, commits } of tests[requirement.id] ?? [])
        cases.push({
          id: `${milestone}/${requirement.id}: ${title}`,
          milestone,
          requirement,
          files,
          commits,
        });
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
  for (const { id, files, commits = 6, expect } of JSON.parse(readFileSync(path, 'utf8')) as MadeCase[])
    for (const key of Object.keys(expect)) {
      const [milestone = '', wanted] = key.split('/');
      const requirement = (await milestoneOf(`${milestone}.yml`)).requirements.find(
        (one) => one.id === wanted,
      );
      if (requirement) cases.push({ id: `${key}: ${id}`, milestone, requirement, files, commits });
    }
  return cases;
}

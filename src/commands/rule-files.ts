/** Rule files on disk: the built-in ones of a program that runs from its source, and those that a user names. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CHECKS } from '../checks/index.ts';
import { badRuleFile, UserError } from '../errors.ts';
import { loadMilestone } from '../milestones/load.ts';
import { loadSkills, NO_SKILLS } from '../milestones/skills.ts';
import { loadStack, type Stack } from '../milestones/stacks.ts';
import type { Milestone } from '../model.ts';
import { loadRuleTests } from '../rule-tests/cases.ts';
import { type Examples, examplesOf } from '../rule-tests/examples.ts';
import type { Rules } from './installation.ts';
import { isRuleFile, isRuleTest, type RuleFile } from './rule-file.ts';

/** The one built-in rule file that is no milestone. */
const SKILLS = 'rules/skills.yml';
const RULES = /\.ya?ml$/;
const MOST_FILES = 200;
const MOST_BYTES = 1_000_000;

/** Reads and validates every rule file of a folder. Throws a UserError with the places of its mistakes. */
export async function sourceRules(folder: URL): Promise<Rules> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  const files = names.map((name, index) => ({ path: `rules/${name}`, text: texts[index] ?? '' }));
  const skills = files.find(({ path }) => path === SKILLS);
  const milestones = await Promise.all(
    files.filter((file) => file !== skills).map(({ path, text }) => loadMilestone(text, path, CHECKS)),
  );
  return {
    digest: digestOf(texts),
    milestones: byPhase(milestones),
    stacks: await stacksIn(new URL('stacks/', folder), milestones),
    custom: [],
    skills: skills ? await loadSkills(skills.text, SKILLS, CHECKS) : NO_SKILLS,
  };
}

/** Stacks by name; the languages last: code of a framework is nearer to a project. */
async function stacksIn(folder: URL, milestones: readonly Milestone[]): Promise<readonly Stack[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  return Promise.all(
    names.map(async (name) =>
      loadStack(await readFile(new URL(name, folder), 'utf8'), `rules/stacks/${name}`, milestones),
    ),
  );
}

/** Examples of the built-in requirements, out of their tests, by milestone and requirement. */
export async function sourceExamples(
  folder: URL,
): Promise<Readonly<Record<string, Readonly<Record<string, Examples>>>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  const found = names.map(async (name) => {
    const tests = await loadRuleTests(await readFile(new URL(name, folder), 'utf8'), `tests/rules/${name}`);
    return [name.replace(RULES, ''), examplesOf(tests)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/**
 * The built-in rules with a user's own added (at `paths`, and those that were read already), which override a built-in
 * milestone of the same id. Throws a UserError with the place of the first mistake.
 */
export async function customRules(
  paths: readonly string[],
  more: readonly RuleFile[],
  builtIn: Rules,
): Promise<Rules> {
  const files = [...more, ...(await Promise.all(paths.map(ruleFilesAt))).flat()];
  const own = await milestonesOf(files, builtIn.milestones);
  const custom = own.map(({ id }) => id);
  const kept = builtIn.milestones.filter(({ id }) => !custom.includes(id));
  return {
    digest: digestOf([builtIn.digest, ...files.map(({ text }) => text)]),
    milestones: byPhase([...kept, ...own]),
    custom,
    skills: builtIn.skills,
    stacks: builtIn.stacks,
  };
}

/** Loads rule files; one may extend a built-in milestone or one that stands before it. */
export async function milestonesOf(
  files: readonly RuleFile[],
  builtIn: readonly Milestone[],
): Promise<readonly Milestone[]> {
  const own: Milestone[] = [];
  for (const { path, text } of files) {
    const milestone = await loadMilestone(text, path, CHECKS, [...own, ...builtIn]);
    if (own.some(({ id }) => id === milestone.id))
      throw badRuleFile(
        path,
        `there is a milestone '${milestone.id}' already`,
        'Give one of the two files another name and id.',
      );
    own.push(milestone);
  }
  return own;
}

/** A rule file, or the rule files of a folder by name, their tests left out. */
export async function ruleFilesAt(path: string): Promise<readonly RuleFile[]> {
  return filesAt(path, isRuleFile, 'rule file');
}

/** A file of rule tests, or those of a folder by name: `NAME.test.yml` beside `NAME.yml`. */
export async function testFilesAt(path: string): Promise<readonly RuleFile[]> {
  return filesAt(path, isRuleTest, 'file of rule tests (NAME.test.yml)');
}

async function filesAt(
  path: string,
  wanted: (name: string) => boolean,
  what: string,
): Promise<readonly RuleFile[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw noRuleFile(`There is no file or folder ${path}`);
  if (!found.isDirectory()) return [await readRuleFile(path)];
  const names = (await readdir(path)).filter(wanted).sort();
  if (names.length === 0) throw noRuleFile(`There is no ${what} in ${path}`);
  if (names.length > MOST_FILES) throw noRuleFile(`There are more than ${MOST_FILES} files in ${path}`);
  return Promise.all(names.map((name) => readRuleFile(join(path, name))));
}

async function readRuleFile(path: string): Promise<RuleFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw noRuleFile(`${path} is not a file`);
  if (found.size > MOST_BYTES) throw noRuleFile(`${basename(path)} is larger than 1 MB`);
  return { path, text: await readFile(path, 'utf8') };
}

function noRuleFile(message: string): UserError {
  return new UserError({
    code: 'bad-rule-file',
    message,
    hint: `Give a rule file or a folder of them; 'milestone-auditor rules new my-milestone' writes one to start from.`,
    exitCode: 2,
  });
}

function digestOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 12);
}

/** By phase of the roadmap, the portfolio's rules last. */
function byPhase(milestones: readonly Milestone[]): readonly Milestone[] {
  const order = ({ phase }: Milestone) => (phase === 0 ? Number.MAX_SAFE_INTEGER : phase);
  return [...milestones].sort((a, b) => order(a) - order(b));
}

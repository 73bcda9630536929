/** A repository as its own configuration wants it audited. */
import { readFileSync } from 'node:fs';
import { CONFIG_FILE, type Config, OTHER_CONFIG_FILE, parseConfig } from '../config/config.ts';
import { badConfig, badOption, didYouMean, nothingLeft, UserError } from '../errors.ts';
import { visible } from '../reporters/visible.ts';
import type { Repository } from '../repository/repository.ts';
import { withoutPaths } from '../repository/without.ts';
import type { Rules } from './installation.ts';
import { isRuleFile, type RuleFile } from './rule-file.ts';

const MOST_RULE_FILES = 50;

export interface Configured {
  readonly repository: Repository;
  readonly config: Config | null;
  /** Rule files of the repository that its configuration names. */
  readonly ruleFiles: readonly RuleFile[];
  /** Files that say what its own calls mean. */
  readonly knowledgeFiles: readonly RuleFile[];
}

/** `option` as commander gives `--config FILE` and `--no-config`: undefined reads the repository's own file. */
export async function configured(repository: Repository, option?: string | boolean): Promise<Configured> {
  if (option === false) return { repository, config: null, ruleFiles: [], knowledgeFiles: [] };
  const config = typeof option === 'string' ? await configAt(option) : await ownConfig(repository);
  if (config === null) return { repository, config, ruleFiles: [], knowledgeFiles: [] };
  const ruleFiles = await ruleFilesOf(repository, config);
  const knowledgeFiles = await knowledgeFilesOf(repository, config);
  const left = await withoutPaths(repository, config.ignore, config.path);
  if (left.entries.length === 0) throw nothingLeft(config.path);
  return { repository: left, config, ruleFiles, knowledgeFiles };
}

/**
 * Read as every other file of the repository is: no link out of it is followed, and what is large is not read. Rules
 * that a project brings hold no code and no regular expressions; that they were used, its report says.
 */
export async function ruleFilesOf(
  repository: Repository,
  { rules, path }: Config,
): Promise<readonly RuleFile[]> {
  const files: RuleFile[] = [];
  for (const name of rules) {
    const wanted = name.replace(/^\.\//, '').replace(/\/+$/, '');
    const paths = repository.entries
      .map((entry) => entry.path)
      .filter((one) => one === wanted || (isRuleFile(one) && one.startsWith(`${wanted}/`)));
    if (paths.length === 0) throw noRules(path, `rules: there is no rule file at ${visible(name)}`);
    for (const one of paths.slice(0, MOST_RULE_FILES)) {
      const read = await repository.read(one);
      if ('unreadable' in read)
        throw noRules(path, `rules: ${visible(one)} cannot be read: ${read.unreadable}`);
      files.push({ path: one, text: read.text });
    }
  }
  return files;
}

/** What a project says of its own calls. Read as its rules are; that it was used, its report says. */
export async function knowledgeFilesOf(
  repository: Repository,
  { knowledge, path }: Config,
): Promise<readonly RuleFile[]> {
  return Promise.all(
    knowledge.map(async (name) => {
      const wanted = name.replace(/^\.\//, '');
      const listed = repository.entries.some((entry) => entry.path === wanted);
      const read = listed ? await repository.read(wanted) : { unreadable: 'there is no such file' };
      if ('text' in read) return { path: wanted, text: read.text };
      throw new UserError({
        code: 'bad-config',
        message: `${path}: knowledge: ${visible(name)} cannot be read: ${read.unreadable}`,
        hint: 'Give the path of a file of knowledge, relative to the root of the project.',
        exitCode: 2,
      });
    }),
  );
}

/**
 * The milestone that an audit asks for: as it was named, else as the project says, else to be recognised; who brings one
 * milestone of their own wants to be judged by it. Throws a UserError with its place for one of the project's that
 * there is not.
 */
export function chosenMilestone(
  named: string | null | undefined,
  config: Config | null,
  { milestones, custom }: Pick<Rules, 'milestones' | 'custom'>,
): string {
  const wanted = named ?? config?.milestone ?? 'auto';
  if (!named && config?.milestone && config.milestone !== 'auto') {
    const known = milestones.map(({ id }) => id);
    if (!known.includes(config.milestone))
      throw badConfig(
        [`${config.milestonePlace}: there is no milestone '${config.milestone}'`],
        `${didYouMean(config.milestone, known)}The milestones are: ${known.join(', ')}.`,
      );
  }
  const [only, ...others] = custom;
  return wanted === 'auto' && only !== undefined && others.length === 0 ? only : wanted;
}

function noRules(path: string, problem: string): UserError {
  return new UserError({
    code: 'bad-config',
    message: `${path}: ${problem}`,
    hint: 'Give the path of a rule file or of a folder with rule files, relative to the root of the project.',
    exitCode: 2,
  });
}

/** The file of the repository itself; null where there is none. */
export async function ownConfig(repository: Repository, name: string = CONFIG_FILE): Promise<Config | null> {
  const names = name === CONFIG_FILE ? [CONFIG_FILE, OTHER_CONFIG_FILE] : [name];
  const path = names.find((one) => repository.entries.some((entry) => entry.path === one));
  if (path === undefined) return null;
  const read = await repository.read(path);
  if ('text' in read) return parseConfig(read.text, path);
  throw new UserError({
    code: 'bad-config',
    message: `${path} cannot be read: ${read.unreadable}`,
    hint: 'Make it a YAML file of its own, no link.',
    exitCode: 2,
  });
}

async function configAt(file: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw badOption('--config', visible(file), 'a file that exists and that you may read');
  }
  return parseConfig(text, file);
}

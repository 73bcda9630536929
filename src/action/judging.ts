/** By what a run judges: configuration and rules, and who decides about them. */
import type { AuditRequest } from '../audit.ts';
import { chosenMilestone, knowledgeFilesOf, ownConfig, ruleFilesOf } from '../commands/configured.ts';
import type { Installation } from '../commands/installation.ts';
import type { RuleFile } from '../commands/rule-file.ts';
import type { Config } from '../config/config.ts';
import { code } from '../reporters/markdown/escape.ts';
import type { Repository } from '../repository/repository.ts';
import { withoutPaths } from '../repository/without.ts';
import type { Inputs } from './inputs.ts';

export interface Judging {
  readonly request: AuditRequest;
  /** Files by which the project says what its own calls mean. */
  readonly knowledgeFiles: readonly RuleFile[];
  /** A repository as the configuration wants it looked at. */
  readonly prepared: (repository: Repository) => Promise<Repository>;
  readonly notices: readonly string[];
}

/** `head` is null where only its report is there; `base` is that of a review, and null where it cannot be read. */
export interface Sides {
  readonly head: Repository | null;
  readonly base: Repository | null;
  /** Somebody asks for their change to be merged. */
  readonly reviewed: boolean;
}

/** In a review the base decides: else a pull request could lower its own bar. What it would change is called out. */
export async function judgingOf(
  { head, base, reviewed }: Sides,
  inputs: Inputs,
  here: Installation,
): Promise<Judging> {
  const decides = reviewed ? base : head;
  const config = decides === null ? null : await ownConfig(decides, inputs.config);
  const files = decides === null || config === null ? [] : await ruleFilesOf(decides, config);
  const own = decides === null || config === null ? [] : await knowledgeFilesOf(decides, config);
  const rules = await here.rules([], files);
  const notices =
    reviewed && head !== null ? await calledOut(head, base, inputs.config, [...files, ...own]) : [];
  return {
    request: {
      milestones: rules.milestones,
      stacks: rules.stacks,
      milestoneId: chosenMilestone(inputs.milestone, config, rules),
      config,
      reading: await here.reading(own),
      tool: here.tool(rules.digest),
      // Most files of the base are those of the head.
      memory: new Map(),
    },
    knowledgeFiles: own,
    prepared: (repository) => prepared(repository, config),
    notices,
  };
}

async function prepared(repository: Repository, config: Config | null): Promise<Repository> {
  return config === null ? repository : withoutPaths(repository, config.ignore, config.path);
}

async function calledOut(
  head: Repository,
  base: Repository | null,
  config: string,
  rules: readonly { readonly path: string; readonly text: string }[],
): Promise<readonly string[]> {
  const now = await textOf(head, config);
  if (base === null) {
    return now === null
      ? []
      : [`${code(config)} was not used: the one of the base decides, and it could not be read.`];
  }
  const changed = (await textOf(base, config)) === now ? [] : [config];
  for (const { path, text } of rules) if ((await textOf(head, path)) !== text) changed.push(path);
  return changed.map(
    (path) =>
      `This pull request changes ${code(path)}. The one of its base was used; the change counts once it is merged.`,
  );
}

async function textOf(repository: Repository, path: string): Promise<string | null> {
  const read = await repository.read(path);
  return 'text' in read ? read.text : null;
}

/** The command that audits again what a report is about, and says whether it comes to the same. */
import { createHash } from 'node:crypto';
import { audit } from '../../audit.ts';
import { differenceOf } from '../../difference.ts';
import { UserError } from '../../errors.ts';
import { storedMeasurements } from '../../measured/stored.ts';
import type { Report } from '../../model.ts';
import { reportJson } from '../../reporters/json.ts';
import { visible } from '../../reporters/visible.ts';
import { counted } from '../../reporters/words.ts';
import { openRepository } from '../../repository/open.ts';
import type { Repository } from '../../repository/repository.ts';
import { openClone } from '../../repository/revision.ts';
import { EXIT } from '../command.ts';
import { configured } from '../configured.ts';
import { earlierReport } from '../earlier.ts';
import type { Installation } from '../installation.ts';

const PORTFOLIO = 'portfolio';
const MOST_CHANGES = 10;

export interface VerifyOptions {
  readonly config?: string | boolean;
  readonly rules: readonly string[];
}

/** Answers the exit code: 1 where it is not the same. Throws a UserError where it cannot be told. */
export async function verify(
  file: string,
  path: string,
  options: VerifyOptions,
  here: Installation,
): Promise<number> {
  // What was compared with then is none of this.
  const { difference: _, ...said } = (await earlierReport(file)) as Report & {
    readonly difference?: unknown;
  };
  const opened = await repositoryOf(said, path);
  const { repository, config, ruleFiles, knowledgeFiles } = await configured(opened, options.config);
  const rules = await here.rules(options.rules, ruleFiles);
  const [first, ...more] = said.milestones.map(({ id }) => id).filter((id) => id !== PORTFOLIO);
  const found = await audit(repository, {
    milestones: rules.milestones,
    stacks: rules.stacks,
    milestoneId: said.recognition === null ? (first ?? PORTFOLIO) : 'auto',
    also: more,
    config,
    reading: await here.reading(knowledgeFiles),
    tool: here.tool(rules.digest),
    // What was measured then cannot be measured again: it is taken from the report, and what follows from it is checked.
    ...(said.measured === undefined ? {} : { measure: () => storedMeasurements(file, 'report') }),
  });
  const [claimed, own] = [reportJson(said), reportJson(found)];
  const lines = claimed === own ? sameAs(found, own) : differs(said, found);
  process.stdout.write(`${lines.map(visible).join('\n')}\n`);
  return claimed === own ? EXIT.fine : EXIT.gate;
}

/** The commit of the report, whatever is checked out; the folder as it is where the report names none. */
async function repositoryOf({ repository: { revision, folder } }: Report, path: string): Promise<Repository> {
  const here = await openRepository(path);
  if (revision === null || here.revision === revision) return here;
  const commit = await (await openClone(path))?.revision(revision);
  if (commit) return commit;
  throw new UserError({
    code: 'not-readable',
    message: `The report is on ${revision.slice(0, 10)}${folder === '' ? '' : ` in ${folder}`}, and ${path} does not hold that commit`,
    hint: 'Clone the repository that the report is about, or fetch the commit, and name the folder of the clone.',
    exitCode: 2,
  });
}

function sameAs({ repository, tool, milestones, measured }: Report, text: string): readonly string[] {
  const [first] = milestones;
  const score = first === undefined ? '' : `: ${first.title}, ${Math.round(first.score.low * 100)} %`;
  return [
    `The same, to the byte${score}`,
    `  ${repository.name} at ${repository.revision ?? 'no commit'}, by ${tool.name} ${tool.version}`,
    `  digests: program ${tool.program}, rules ${tool.rules}, tree ${repository.tree ?? 'none'}`,
    ...(measured === undefined
      ? []
      : [`  ${counted(measured.length, 'measurement')} taken from the report, as the report tells`]),
    `  sha256 of the report: ${createHash('sha256').update(text).digest('hex')}`,
  ];
}

/** Why, as far as it can be told: another program or other rules may be all there is to it. */
function differs(said: Report, found: Report): readonly string[] {
  const reasons: string[] = [];
  // A report of an earlier version may lack one.
  const told = (what: string, before: string | null | undefined, now: string | null): void => {
    if ((before ?? null) !== now)
      reasons.push(`  ${what}: the report says ${before ?? 'none'}, this is ${now ?? 'none'}`);
  };
  told('version', said.tool.version, found.tool.version);
  told('program', said.tool.program, found.tool.program);
  told('rules', said.tool.rules, found.tool.rules);
  told('repository', said.repository.name, found.repository.name);
  told('commit', said.repository.revision, found.repository.revision);
  told('tree', said.repository.tree, found.repository.tree);
  const changes = differenceOf(said, found).milestones.flatMap((one) => one.changes);
  const shown = changes.slice(0, MOST_CHANGES).map(({ requirement, before, after }) => {
    return `  ${requirement}: the report says ${before ?? 'nothing'}, this says ${after ?? 'nothing'}`;
  });
  const more =
    changes.length > MOST_CHANGES ? [`  … and ${changes.length - MOST_CHANGES} more verdicts`] : [];
  const nothing =
    reasons.length + shown.length === 0 ? ['  No verdict differs: what is shown for them does.'] : [];
  return ['Not the same', ...reasons, ...shown, ...more, ...nothing];
}

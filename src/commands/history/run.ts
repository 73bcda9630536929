/** The history command: readiness over a project's own commits, read from its object store. Nothing is checked out. */
import { audit, type SourceMemory } from '../../audit.ts';
import { badOption, UserError } from '../../errors.ts';
import { followed, pointOf, turnsOf } from '../../history/follow.ts';
import { chosenMoments, type Every } from '../../history/moments.ts';
import type { HistoryReport, Moment } from '../../model/history.ts';
import type { MilestoneReport } from '../../model.ts';
import type { Format } from '../../reporters/formats.ts';
import { historyHtml } from '../../reporters/history/html.ts';
import { historyJson } from '../../reporters/history/json.ts';
import { historyTerminal } from '../../reporters/history/terminal.ts';
import type { ReporterOptions } from '../../reporters/reporter.ts';
import { visible } from '../../reporters/visible.ts';
import { type Clone, openClone } from '../../repository/revision.ts';
import { withoutPaths } from '../../repository/without.ts';
import { chosenMilestone, configured } from '../configured.ts';
import type { Installation } from '../installation.ts';
import { cacheFolder, memoryAt } from '../memory/memory.ts';
import { remembered } from '../memory/remembered.ts';
import { optionsFor, put } from '../output.ts';
import { statusLine } from '../screen.ts';

export interface HistoryOptions {
  readonly every?: string;
  readonly since?: string;
  readonly milestone?: string;
  readonly format: string;
  readonly output?: string;
  readonly config?: string | boolean;
  readonly rules: readonly string[];
  readonly cache: boolean;
}

const REPORTERS: Readonly<Record<string, (history: HistoryReport, options: ReporterOptions) => string>> = {
  terminal: historyTerminal,
  json: historyJson,
  html: historyHtml,
};

export async function historyCommand(
  path: string,
  options: HistoryOptions,
  here: Installation,
): Promise<void> {
  const reporter = Object.hasOwn(REPORTERS, options.format) ? REPORTERS[options.format] : undefined;
  if (reporter === undefined) throw badOption('--format', options.format, Object.keys(REPORTERS));
  const every = readEvery(options.every);
  const status = statusLine(process.stderr);
  try {
    status.say('Looking at the commits …');
    const history = await historyOf(path, every, options, here, status.say);
    status.clear();
    const text = reporter(history, optionsFor(options.output !== undefined, false));
    put(new Map([[options.format as Format, text]]), options.output, 'history');
  } finally {
    status.clear();
  }
}

async function historyOf(
  path: string,
  every: Every,
  options: HistoryOptions,
  here: Installation,
  say: (text: string) => void,
): Promise<HistoryReport> {
  const clone = await cloneAt(path);
  const head = clone.head ?? '';
  const since = options.since === undefined ? null : await clone.commitOf(options.since);
  if (options.since !== undefined && since === null)
    throw badOption('--since', visible(options.since), 'a branch, a tag or a commit of the project');
  const newest = await clone.revision(head);
  const moments: readonly Moment[] = (await clone.timeline(head, since)) ?? [];
  if (newest === null || moments.length === 0) throw noCommits(path);
  // All of it is judged as its newest commit is: by one milestone, one configuration, one set of rules.
  const { config, ruleFiles, knowledgeFiles } = await configured(newest, options.config);
  const rules = await here.rules(options.rules, ruleFiles);
  const tool = here.tool(rules.digest);
  const memory: SourceMemory = new Map();
  const reports = options.cache ? memoryAt(cacheFolder(process.env), path) : null;
  const reading = await here.reading(knowledgeFiles);
  let milestoneId = chosenMilestone(options.milestone, config, rules);
  let count = 0;
  const judge = async (at: number): Promise<MilestoneReport | null> => {
    const repository = await clone.revision(moments[at]?.revision ?? '');
    if (repository === null) return null;
    count += 1;
    say(`Auditing commit ${at + 1} of ${moments.length} (${count} so far) …`);
    const seen = config === null ? repository : await withoutPaths(repository, config.ignore, config.path);
    const { milestones, stacks } = rules;
    const question = { tool, milestoneId, config, knowledgeFiles };
    const report = await remembered(reports, seen, question, () =>
      audit(seen, { milestones, stacks, milestoneId, config, reading, tool, memory }),
    );
    return report.milestones[0] ?? null;
  };
  const now = await judge(moments.length - 1);
  if (now === null) throw noCommits(path);
  milestoneId = now.id;
  const judged = await followed(chosenMoments(moments, every), (at) =>
    at === moments.length - 1 ? Promise.resolve(now) : judge(at),
  );
  return {
    schema: 1,
    kind: 'history',
    tool,
    repository: { name: newest.name, url: newest.remote },
    milestone: { id: now.id, title: now.title },
    commits: moments.length,
    points: judged.flatMap(({ at, milestone }) => {
      const moment = moments[at];
      return moment === undefined ? [] : [pointOf(moment, milestone)];
    }),
    requirements: turnsOf(moments, judged),
  };
}

async function cloneAt(path: string): Promise<Clone> {
  const clone = await openClone(path).catch(() => null);
  if (clone?.head == null) throw noCommits(path);
  return clone;
}

function readEvery(value: string | undefined): Every {
  if (value === undefined) return 'some';
  if (value === 'week' || value === 'tag') return value;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 100_000) return number;
  throw badOption('--every', value, "'week', 'tag' or a whole number of commits");
}

function noCommits(path: string): UserError {
  return new UserError({
    code: 'empty',
    message: `There is no commit to audit in '${visible(path)}'`,
    hint: 'Give the folder of a Git repository that has commits; fetch the whole history of a shallow clone.',
    exitCode: 3,
  });
}

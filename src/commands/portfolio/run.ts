/** Audits the repositories of a portfolio, some at the same time, and tells how far it is. */
import { auditProject, type ProjectRequest } from '../../audit-project.ts';
import { UserError } from '../../errors.ts';
import type { Failure } from '../../model/portfolio.ts';
import type { Judged } from '../../portfolio/assemble.ts';
import { percent, READINESS } from '../../reporters/words.ts';
import { chosenMilestone, configured } from '../configured.ts';
import type { Memory } from '../memory/memory.ts';
import { remembered } from '../memory/remembered.ts';
import type { Task } from './plan.ts';
import { pooled } from './pool.ts';
import type { Opened } from './sources.ts';

/** What to do where a repository does not say which milestone it is. */
const NAME_IT = 'List it in a PORTFOLIO.yml with its milestones.';

export interface Run {
  readonly judged: readonly Judged[];
  readonly failures: readonly Failure[];
}

export interface RunOptions {
  readonly jobs: number;
  readonly request: Omit<ProjectRequest, 'milestoneId' | 'also' | 'progress'>;
  readonly open: (task: Task) => Promise<Opened>;
  /** What earlier runs found out; null where nobody wants to know. */
  readonly memory: (task: Task) => Memory | null;
  /** As commander gives `--no-config`: false leaves out what a repository says of its own audit. */
  readonly config: boolean;
  /** Told of every repository that is done: one line each. */
  readonly done: (text: string) => void;
  /** Told what is being worked on. */
  readonly working: (text: string) => void;
}

/** One that cannot be audited becomes a failure, and the others go on. Throws only for a fault of our own. */
export async function runTasks(tasks: readonly Task[], options: RunOptions): Promise<Run> {
  let finished = 0;
  const results = await pooled(tasks, options.jobs, async (task) => {
    options.working(`${finished} of ${tasks.length} done, reading ${task.source} …`);
    const result = await auditTask(task, options).catch((error: unknown) => failureOf(task, error));
    finished += 1;
    options.done(`${finished}/${tasks.length} ${task.source}: ${outcomeOf(result)}`);
    return result;
  });
  return {
    judged: results.filter((one): one is Judged => 'report' in one),
    failures: results.filter((one): one is Failure => 'reason' in one),
  };
}

async function auditTask(task: Task, { request, open, memory, config: reads }: RunOptions): Promise<Judged> {
  const opened = await open(task);
  const { close } = opened;
  try {
    const { repository, config } = await configured(opened.repository, reads ? undefined : false);
    const [first, ...also] = task.milestones;
    const milestoneId = chosenMilestone(first, config, { milestones: request.milestones, custom: [] });
    const { tool } = request;
    const project = { source: task.source, also };
    const question = { tool, milestoneId, config, knowledgeFiles: [], project };
    return await remembered(memory(task), repository, question, () =>
      auditProject(task.source, repository, { ...request, milestoneId, also, config }),
    );
  } finally {
    close();
  }
}

/** A fault of our own in one repository must not cost the others their report either, and is told as one. */
function failureOf({ source }: Task, error: unknown): Failure {
  if (error instanceof UserError) {
    const hint = error.code === 'unknown-milestone' ? NAME_IT : error.hint;
    return { source, reason: error.message, hint };
  }
  const words = error instanceof Error ? error.message.slice(0, 200) : 'unknown reason';
  return {
    source,
    reason: `this is our fault: ${words}`,
    hint: 'Please report it with the repository and the command that you ran.',
  };
}

function outcomeOf(result: Judged | Failure): string {
  if ('reason' in result) return `not audited: ${result.reason}`;
  const [first] = result.report.milestones;
  return first
    ? `${first.title}, ${percent(first.score.low)} %, ${READINESS[first.score.readiness]}`
    : 'nothing judged';
}

/**
 * milestone-auditor as a library, for programs that run in Node.
 *
 * ```ts
 * import { audit, render } from 'milestone-auditor';
 *
 * const report = await audit('path/to/project', { milestone: 'blog-api' });
 * console.log(render(report, 'markdown'));
 * ```
 */
import { audit as auditRepository } from './audit.ts';
import { chosenMilestone, configured } from './commands/configured.ts';
import { installationAt } from './commands/installation.ts';
import { badOption } from './errors.ts';
import type { Difference } from './model/difference.ts';
import type { Milestone, Report } from './model.ts';
import { FORMATS, type Format } from './reporters/formats.ts';
import { REPORTERS } from './reporters/index.ts';
import { PLAIN } from './reporters/reporter.ts';
import { openRepository } from './repository/open.ts';
import type { Repository } from './repository/repository.ts';

export { differenceOf } from './difference.ts';
export { UserError } from './errors.ts';
export type { Change, Difference, MilestoneDifference } from './model/difference.ts';
export type { Recognition } from './model/repository.ts';
export type {
  Condition,
  Evidence,
  Milestone,
  MilestoneReport,
  NextStep,
  Note,
  Report,
  Requirement,
  RequirementReport,
  Score,
  Verdict,
  Weight,
} from './model.ts';
export { FORMATS, type Format } from './reporters/formats.ts';
export { openRepository } from './repository/open.ts';
export type { Entry, FileText, History, Repository } from './repository/repository.ts';

export interface AuditOptions {
  /** Id of the milestone, or 'auto' to recognise it. By default what `.milestone.yml` says, else 'auto'. */
  readonly milestone?: string;
  /** Rule files or folders of your own, added to the built-in rules. */
  readonly rules?: readonly string[];
  /** A file to read instead of the project's `.milestone.yml`; false to read none. */
  readonly config?: string | false;
  /** Told what is being done, for whoever waits. */
  readonly onProgress?: (text: string) => void;
}

export interface RenderOptions {
  /** Width of the page in terminal columns; 80 by default. Only `terminal` looks at it. */
  readonly columns?: number;
  /** All evidence with its text, what was looked for, and why. */
  readonly verbose?: boolean;
  /** What changed since another report: see {@link differenceOf}. */
  readonly difference?: Difference;
}

const AUDIT_OPTIONS = [
  'milestone',
  'rules',
  'config',
  'onProgress',
] as const satisfies (keyof AuditOptions)[];
const RENDER_OPTIONS = ['columns', 'verbose', 'difference'] as const satisfies (keyof RenderOptions)[];

/** A misspelt option would be ignored: nobody would know that it does nothing. */
function refuseUnknown(options: object, known: readonly string[]): void {
  for (const name of Object.keys(options))
    if (!known.includes(name)) throw badOption('an option', name, known);
}

const here = installationAt(new URL('.', import.meta.url));

/**
 * Audits a folder, or a repository that {@link openRepository} opened: the same files and rules give the same report.
 * Throws a {@link UserError} for what the caller can mend: a path that is not there, a milestone without rules, a rule
 * file with mistakes.
 */
export async function audit(project: string | Repository, options: AuditOptions = {}): Promise<Report> {
  if (project === null || (typeof project !== 'string' && typeof project !== 'object'))
    throw badOption('the project', String(project), 'the path of a folder, or what openRepository gives');
  refuseUnknown(options, AUDIT_OPTIONS);
  const opened = typeof project === 'string' ? await openRepository(project) : project;
  const { repository, config, ruleFiles, knowledgeFiles } = await configured(opened, options.config);
  const rules = await here.rules(options.rules, ruleFiles);
  return auditRepository(repository, {
    milestones: rules.milestones,
    stacks: rules.stacks,
    milestoneId: chosenMilestone(options.milestone, config, rules),
    config,
    reading: await here.reading(knowledgeFiles),
    tool: here.tool(rules.digest),
    ...(options.onProgress ? { progress: options.onProgress } : {}),
  });
}

/** A report in one of {@link FORMATS}, without colours. */
export function render(report: Report, format: Format, options: RenderOptions = {}): string {
  if (!FORMATS.includes(format)) throw badOption('the format', String(format), FORMATS);
  refuseUnknown(options, RENDER_OPTIONS);
  const { columns = 80, verbose = false, difference } = options;
  return REPORTERS[format](report, {
    columns,
    ascii: false,
    verbose,
    palette: PLAIN,
    ...(difference ? { difference } : {}),
  });
}

/** The milestones with their requirements: the built-in ones, and those of rule files of your own. */
export async function milestones(
  options: { readonly rules?: readonly string[] } = {},
): Promise<readonly Milestone[]> {
  return (await here.rules(options.rules)).milestones;
}

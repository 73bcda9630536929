/** The audit of a run, of whatever code it is about: the report, what changed, and whether the gates are met. */
import { type AuditRequest, audit } from '../audit.ts';
import { ownConfig } from '../commands/configured.ts';
import { brokenGates } from '../commands/gates.ts';
import type { Installation, Rules } from '../commands/installation.ts';
import type { Config } from '../config/config.ts';
import { differenceOf } from '../difference.ts';
import { UserError } from '../errors.ts';
import { annotationsOf } from '../github/annotations.ts';
import type { Annotation } from '../github/commands.ts';
import type { Subject } from '../github/event.ts';
import type { Difference, Evidence, Report } from '../model.ts';
import { code } from '../reporters/markdown/escape.ts';
import type { Repository } from '../repository/repository.ts';
import { withoutPaths } from '../repository/without.ts';
import { changedSince } from './changed.ts';
import type { Inputs } from './inputs.ts';
import { openBase, openHead, type Place } from './opened.ts';
import { receivedReport } from './received.ts';

export interface Result {
  readonly report: Report;
  readonly difference: Difference | null;
  /** Sentences for whoever reads the report. Markdown of our own. */
  readonly notices: readonly string[];
  /** Why the gates are not met; null where there is no gate. */
  readonly broken: readonly string[] | null;
  readonly annotations: readonly Annotation[];
}

/** Throws a UserError for what the user can mend. */
export async function resultOf(
  place: Place,
  subject: Subject,
  inputs: Inputs,
  here: Installation,
): Promise<Result> {
  const rules = await here.rules();
  const ruling = requestOf(here, rules);
  const notices: string[] = [];
  const compared = inputs.base && subject.base !== null;
  if (inputs.report !== null) {
    const report = await received(place, subject, inputs.report, ruling);
    const base = compared ? await openBase(place, subject, report.repository.revision ?? '') : null;
    if (compared && base === null) notices.push(NO_BASE);
    const { difference } = await comparedWith(base, report, null, ruling);
    return { report, difference, notices, broken: gatesOf(report, inputs), annotations: [] };
  }
  const opened = await openHead(place, subject);
  notices.push(...opened.notices);
  const head = opened.repository;
  const base = compared ? await openBase(place, subject, subject.head ?? '') : null;
  if (compared && base === null) notices.push(NO_BASE);
  const config = await configOf(head, base, subject, inputs, notices);
  const report = await audit(await withoutPaths(head, config?.ignore ?? [], config?.path ?? ''), {
    ...ruling,
    milestoneId: inputs.milestone ?? config?.milestone ?? 'auto',
    config,
  });
  const { difference, changed } = await comparedWith(base, report, config, ruling, head);
  const annotations =
    difference === null ? [] : annotationsOf(report, difference, { required: inputs.require, changed });
  return { report, difference, notices, broken: gatesOf(report, inputs), annotations };
}

const NO_BASE =
  'What this change starts from could not be read, so nothing is said about what it changes: `fetch-depth: 0` for the checkout, or `contents: read` for the token, makes it readable.';

type Ruling = Omit<AuditRequest, 'milestoneId' | 'config'>;

function requestOf(here: Installation, rules: Rules): Ruling {
  return {
    milestones: rules.milestones,
    grammars: here.grammars,
    tool: { name: 'milestone-auditor', version: here.version, rules: rules.digest },
    // Most files of the base are those of the head.
    memory: new Map(),
  };
}

/**
 * Of a pull request the base decides: else it could lower its own bar. What it wants to change is called out.
 */
async function configOf(
  head: Repository,
  base: Repository | null,
  subject: Subject,
  { config: path }: Inputs,
  notices: string[],
): Promise<Config | null> {
  const reviewed = subject.pull !== null || subject.distrusted;
  if (!reviewed) return ownConfig(head, path);
  const [before, after] = await Promise.all([base === null ? null : textOf(base, path), textOf(head, path)]);
  if (base !== null && before !== after) {
    notices.push(
      `This pull request changes ${code(path)}. The one of its base was used; the change counts once it is merged.`,
    );
  } else if (base === null && after !== null) {
    notices.push(`${code(path)} was not used: the one of the base decides, and it could not be read.`);
  }
  return base === null ? null : ownConfig(base, path);
}

async function textOf(repository: Repository, path: string): Promise<string | null> {
  const read = await repository.read(path);
  return 'text' in read ? read.text : null;
}

async function received(place: Place, { head }: Subject, path: string, ruling: Ruling): Promise<Report> {
  const { forge, api } = place;
  if (forge === null || api === null || head === null) {
    throw new UserError({
      code: 'bad-option',
      message: 'The input `report` needs a token, and an event that follows another workflow',
      hint: 'Use it in a workflow that runs on workflow_run; docs/action.md has one.',
      exitCode: 2,
    });
  }
  const { tool, milestones } = ruling;
  return receivedReport(path, { head, tool, milestones, url: api.url, name: forge.name });
}

/** The base judged by the same rules, the same milestone and the same configuration. */
async function comparedWith(
  base: Repository | null,
  report: Report,
  config: Config | null,
  ruling: Ruling,
  head?: Repository,
): Promise<{ readonly difference: Difference | null; readonly changed: (place: Evidence) => boolean }> {
  const nothing = { difference: null, changed: () => false };
  const [milestone] = report.milestones;
  if (base === null || milestone === undefined) return nothing;
  const before = await audit(await withoutPaths(base, config?.ignore ?? [], config?.path ?? ''), {
    ...ruling,
    milestoneId: milestone.id,
    config,
  });
  const difference = differenceOf(before, report);
  const places = difference.milestones.flatMap(({ against }) => against.flatMap(({ evidence }) => evidence));
  return { difference, changed: head === undefined ? () => false : await changedSince(base, head, places) };
}

function gatesOf(report: Report, { failUnder, require }: Inputs): readonly string[] | null {
  return failUnder === null && require.length === 0
    ? null
    : brokenGates(report, { failUnder, require }, 'require');
}

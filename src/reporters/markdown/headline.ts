/** The first lines: which project, how far it is, how sure that is, and what holds the score down. */

import type { Difference } from '../../model/difference.ts';
import type { MilestoneReport, Report, Score } from '../../model.ts';
import { doubtsOf, standingOf } from '../headline.ts';
import { commitAddress } from '../permalinks.ts';
import { howRecognised } from '../recognised.ts';
import { secretLine } from '../steps.ts';
import { percent, READINESS, range } from '../words.ts';
import { code, linked, prose } from './escape.ts';

/** `## CLI Task Manager: 62 % → 77 %, nearly` and where that was read. */
export function headline(report: Report, difference: Difference | undefined): string {
  const [milestone] = report.milestones;
  if (milestone === undefined) return '## Nothing was judged';
  return [
    `## ${prose(milestone.title)}: ${progress(milestone, difference)}`,
    '',
    `${standing(milestone)} · ${source(report, difference)}`,
    ...recognised(report),
    ...held(milestone.score, report.secrets),
  ].join('\n');
}

/** A milestone that stands beside the first: its score on a line of its own. */
export function subheading(milestone: MilestoneReport, difference: Difference | undefined): string {
  const { title } = milestone;
  return `### ${prose(title)}: ${progress(milestone, difference)}\n\n${standing(milestone)}`;
}

/** `62 % → 77 %`, or the score alone where nothing is known of before. */
function progress(milestone: MilestoneReport, difference: Difference | undefined): string {
  const before = difference?.milestones.find(({ id }) => id === milestone.id)?.before;
  const now = range(milestone.score);
  if (!before) return now;
  if (before.low === milestone.score.low && before.high === milestone.score.high) return `${now}, unchanged`;
  return `${range(before)} → ${now}`;
}

function standing(milestone: MilestoneReport): string {
  return `**${READINESS[milestone.score.readiness]}** · ${standingOf(milestone)}`;
}

function source(report: Report, difference: Difference | undefined): string {
  const { name, revision } = report.repository;
  const at =
    revision === null
      ? ''
      : ` at ${linked(code(revision.slice(0, 7)), commitAddress(report.repository))}${report.repository.uncommitted.length > 0 ? ' + uncommitted changes' : ''}`;
  const base = difference?.base ?? null;
  const compared =
    base === null
      ? ''
      : `, compared with ${linked(code(base.slice(0, 7)), commitAddress({ ...report.repository, revision: base }))}`;
  return `${code(name, 100)}${at}${compared}`;
}

function recognised(report: Report): readonly string[] {
  const how = howRecognised(report);
  const said = [...(how === null ? [] : [how]), ...doubtsOf(report)].map((one) => prose(one, 600));
  return said.length === 0 ? [] : ['', said.join('. ')];
}

function held({ cap, low }: Score, secrets: Report['secrets']): readonly string[] {
  if (cap === null) return [];
  const places = secrets.length > 1 ? secrets.slice(0, 20).map((one) => `> - ${code(secretLine(one))}`) : [];
  return ['', '> [!CAUTION]', `> The score is held down to ${percent(low)} %: ${prose(cap, 500)}`, ...places];
}

/** What the work under review changes: flipped verdicts, and what speaks against a requirement anew. */
import type { Change, Difference, MilestoneDifference } from '../../model/difference.ts';
import type { Report, RequirementReport } from '../../model.ts';
import { counted, isThroughout, THROUGHOUT } from '../words.ts';
import { code, prose, row } from './escape.ts';
import { places, quoted } from './places.ts';
import { SIGN } from './requirements.ts';

/** New places that are named one by one. */
const PLACES = 8;

const EFFECTS = [
  ['better', 'got better'],
  ['worse', 'got worse'],
  ['neither', 'changed'],
] as const;

/** All of it. Where nothing changed it says so: that is worth knowing too. */
export function changesOf(report: Report, difference: Difference): string {
  const blocks = [
    ...(difference.sameRules ? [] : [OTHER_RULES]),
    summaryOf(difference),
    ...table(report, difference),
    ...against(report, difference),
  ];
  return blocks.join('\n\n');
}

/** `**2 requirements got better, 1 got worse.**` */
export function summaryOf({ milestones }: Difference): string {
  const changes = milestones.flatMap((one) => one.changes);
  const parts = EFFECTS.flatMap(([effect, verb]) => {
    const count = changes.filter((one) => one.effect === effect).length;
    return count === 0 ? [] : [{ count, verb }];
  });
  const added = milestones.flatMap((one) => one.added).length;
  const removed = milestones.flatMap((one) => one.removed).length;
  const rest = [
    ...(added > 0 ? [`${counted(added, 'requirement')} asked for the first time`] : []),
    ...(removed > 0 ? [`${counted(removed, 'requirement')} no longer asked`] : []),
  ];
  if (parts.length === 0 && rest.length === 0) return 'No verdict changed.';
  const said = parts.map(
    ({ count, verb }, index) => `${index === 0 ? counted(count, 'requirement') : count} ${verb}`,
  );
  return `**${[...said, ...rest].join(', ')}.**`;
}

const OTHER_RULES =
  '> [!NOTE]\n> The two reports were made by different rules: a verdict may have changed although the code did not.';

function table(report: Report, { milestones }: Difference): readonly string[] {
  const rows = milestones.flatMap((milestone) =>
    milestone.changes.map((change) => changeRow(report, milestone, change)),
  );
  if (rows.length === 0) return [];
  return [[row(['Requirement', 'Verdict', 'Why']), row(['---', '---', '---']), ...rows].join('\n')];
}

function changeRow(report: Report, { id }: MilestoneDifference, change: Change): string {
  const { requirement, title, before, after } = change;
  return row([
    `${prose(title)} ${code(requirement)}`,
    `${SIGN[before]} ${before} → ${SIGN[after]} **${after}**`,
    reasonOf(report, find(report, id, requirement)),
  ]);
}

function reasonOf(report: Report, one: RequirementReport | undefined): string {
  if (one === undefined) return '';
  if (one.verdict === 'met')
    return one.evidence[0] && isThroughout(one.evidence[0]) ? THROUGHOUT : places(report, one.evidence, 2);
  if (one.waiver !== null) return `waived: ${prose(one.waiver.reason, 300)}`;
  const why = one.because ?? one.reason ?? (one.lookedFor === null ? null : `looked for ${one.lookedFor}`);
  return why === null ? places(report, one.evidence, 2) : prose(why.replace(/\.$/, ''), 600);
}

/** Places that are new although the verdict may be the one it was. */
function against(report: Report, { milestones }: Difference): readonly string[] {
  const found = milestones.flatMap((milestone) =>
    milestone.against.flatMap(({ requirement, evidence }) =>
      evidence.map((one) => ({ title: find(report, milestone.id, requirement)?.title ?? requirement, one })),
    ),
  );
  if (found.length === 0) return [];
  const lines = found
    .slice(0, PLACES)
    .map(({ title, one }) => `- ${quoted(report, one)} against _${prose(title)}_`);
  const more = found.length - lines.length;
  if (more > 0) lines.push(`- and ${counted(more, 'more place')}`);
  return [`New in this change:\n\n${lines.join('\n')}`];
}

function find(report: Report, milestone: string, requirement: string): RequirementReport | undefined {
  return report.milestones
    .find(({ id }) => id === milestone)
    ?.requirements.find(({ id }) => id === requirement);
}

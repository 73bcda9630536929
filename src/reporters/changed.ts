/** What changed since an earlier report, in the words that formats without room for more share. */

import type { Change, Difference } from '../model/difference.ts';
import type { PortfolioDifference } from '../model/portfolio.ts';
import { counted, range } from './words.ts';

/** The change of one requirement; undefined where its verdict is what it was. */
export function changeOf(
  difference: Difference | undefined,
  milestone: string,
  requirement: string,
): Change | undefined {
  const found = difference?.milestones.find(({ id }) => id === milestone);
  return found?.changes.find((one) => one.requirement === requirement);
}

/** The difference of one project of a portfolio. */
export function differenceIn(
  difference: PortfolioDifference | undefined,
  source: string,
): Difference | undefined {
  return difference?.projects.find((one) => one.source === source)?.difference;
}

/** `since 0123456: 2 better, 1 worse; CLI Task Manager was 40 %, is 62–71 %`. */
export function changeSentence(difference: Difference): string {
  const since =
    difference.base === null ? 'since the earlier report' : `since ${difference.base.slice(0, 7)}`;
  const scores = difference.milestones.flatMap(({ title, before, after }) =>
    before === null || range(before) === range(after)
      ? []
      : [`${title} was ${range(before)}, is ${range(after)}`],
  );
  const rules = difference.sameRules ? [] : ['the rules are not the same'];
  return `${since}: ${[tally(difference), ...scores, ...rules].join('; ')}`;
}

function tally({ milestones }: Difference): string {
  const changes = milestones.flatMap((one) => one.changes);
  const count = (effect: Change['effect']): number => changes.filter((one) => one.effect === effect).length;
  const parts = [
    [count('better'), 'better'],
    [count('worse'), 'worse'],
    [count('neither'), 'changed'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`);
  return said.length === 0 ? 'no verdict changed' : said.join(', ');
}

/** Sentences on a portfolio: its checkpoint, its projects, its skills; empty where nothing changed. */
export function portfolioChanges(difference: PortfolioDifference): readonly string[] {
  const { before, after, projects, added, removed, skillsGained, skillsLost } = difference;
  const months = (value: number | null): string => (value === null ? 'none' : `${value} months`);
  const moved = projects.filter(({ difference: one }) =>
    one.milestones.some(({ changes }) => changes.length > 0),
  );
  return [
    ...(before === after ? [] : [`Checkpoint: was ${months(before)}, is ${months(after)}`]),
    ...moved.map(({ source, difference: one }) => `${source}, ${changeSentence(one)}`),
    ...added.map((source) => `${source} is new`),
    ...removed.map((source) => `${source} is no longer part of it`),
    ...(skillsGained.length > 0
      ? [`${counted(skillsGained.length, 'skill')} shown for the first time: ${skillsGained.join(', ')}`]
      : []),
    ...(skillsLost.length > 0
      ? [`${counted(skillsLost.length, 'skill')} no longer shown: ${skillsLost.join(', ')}`]
      : []),
  ];
}

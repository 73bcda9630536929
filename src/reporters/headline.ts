/** What every headline says, so that nothing is hidden: how many are met, what is open, and what is in doubt. */
import type { MilestoneReport, Report, RequirementReport, Verdict } from '../model.ts';
import { counted, isUncertain, range } from './words.ts';

/** Milestones of which a reader is told how far it would be as one of them. */
const NEAREST = 2;

const PARTS: readonly (readonly [Verdict, string])[] = [
  ['partial', 'partly'],
  ['waived', 'waived'],
  ['unverifiable', 'cannot be told'],
];

/** `8 of 11 met, 2 partly, 1 waived; 3 not for certain`. */
export function standingOf({ requirements }: Pick<MilestoneReport, 'requirements'>): string {
  const count = (fits: (one: RequirementReport) => boolean): number => requirements.filter(fits).length;
  const parts = PARTS.map(([verdict, words]) => [count((one) => one.verdict === verdict), words] as const);
  const unsure = count(isUncertain);
  const said = [
    `${count(({ verdict }) => verdict === 'met')} of ${requirements.length} met`,
    ...parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`),
  ].join(', ');
  return unsure === 0 ? said : `${said}; ${unsure} not for certain`;
}

/** `task-manager @ 0123456 + uncommitted changes`. */
export function commitOf({ repository: { revision, uncommitted } }: Report): string | null {
  if (revision === null) return null;
  return `${revision.slice(0, 7)}${uncommitted.length > 0 ? ' + uncommitted changes' : ''}`;
}

/** What a reader must know before the score: of the folder, of the milestone, of what was not read. */
export function doubtsOf(report: Report): readonly string[] {
  return [changesIn(report), asOther(report), notesIn(report)].filter((one) => one !== null);
}

function changesIn({ repository: { uncommitted } }: Report): string | null {
  if (uncommitted.length === 0) return null;
  const [first] = uncommitted;
  const more = uncommitted.length > 1 ? ` and ${counted(uncommitted.length - 1, 'more file')}` : '';
  return `Judged with changes that are in no commit: ${first}${more}`;
}

/** Where nobody named the milestone: how far it would be as the nearest others that it could be. */
function asOther({ recognition, milestones }: Report): string | null {
  const others = (recognition?.candidates ?? [])
    .filter(({ id, open }) => open === null && !milestones.some((one) => one.id === id))
    .flatMap(({ as }) => (as ? [as] : []))
    .slice(0, NEAREST);
  if (others.length === 0) return null;
  return `As ${others.map(({ title, score }) => `${title} ${range(score)}`).join(', as ')}`;
}

/** What was not read, left out or cut: its notes stand at the end. */
function notesIn({ notes }: Report): string | null {
  return notes.length === 0 ? null : `${counted(notes.length, 'note')} on what was not read or left out`;
}

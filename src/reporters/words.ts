/** What every reporter says in the same words. */
import type { PortfolioReport } from '../model/portfolio.ts';
import type {
  Effort,
  Evidence,
  NextStep,
  Readiness,
  Report,
  RequirementReport,
  Score,
  Verdict,
  Weight,
} from '../model.ts';

export { counted } from '../model/counted.ts';

/** The order a reader wants: what is there, what is half there, what is not. */
export const VERDICTS: readonly Verdict[] = ['met', 'partial', 'missing', 'unverifiable', 'waived'];

/** How far a project is, as a reader says it. */
export const READINESS = {
  ready: 'ready',
  nearly: 'nearly ready',
  'on the way': 'on the way',
  started: 'started',
} as const satisfies Record<Readiness, string>;

/** What a requirement counts for, as the roadmap calls it: `high` alone would read as a severity. */
export const WEIGHT: Readonly<Record<Weight, string>> = {
  core: 'core',
  high: 'high ROI',
  optional: 'optional',
};

/** In words what model.ts defines. */
export const TIME: Readonly<Record<Effort, string>> = {
  small: 'under an hour',
  medium: 'an afternoon',
  large: 'some days',
};

/** A share as whole percent; 100 only where nothing is left to do. */
export function percent(share: number): number {
  return share >= 1 ? 100 : Math.min(99, Math.round(share * 100));
}

/** `62–71 %`, or one number where both ends read the same. */
export function range(score: Score, dash = '–'): string {
  const low = percent(score.low);
  const high = percent(score.high);
  return low === high ? `${low} %` : `${low}${dash}${high} %`;
}

/** Where something is so of all there is, which no single line shows. */
export const THROUGHOUT = 'throughout';

/** It stands for all that was looked at, by the first line of a file: that line shows nothing. */
export function isThroughout({ whole, line }: Evidence): boolean {
  return whole === true && line === 1;
}

/** Marks a verdict that is not certain. */
export const ABOUT = '≈';

/** It was decided, by a word, a default or a guess about what is not known. */
export function isUncertain({ verdict, confidence }: RequirementReport): boolean {
  return confidence === 'low' && verdict !== 'unverifiable' && verdict !== 'waived';
}

/** `2 of 3 deployed`; where there are more than are asked for, how many. */
export function deployedWords({ projects, atLeast }: PortfolioReport['deployed']): string {
  return `${projects.length}${projects.length > atLeast ? '' : ` of ${atLeast}`} deployed`;
}

/** It speaks of the repository as a whole: its text is all there is. */
export function nowhere({ path }: Pick<Evidence, 'path'>): boolean {
  return path === '' || path === '.';
}

/** It means a file as a whole, which no line stands for. */
export function wholeFile({ line, text }: Evidence): boolean {
  return line === 1 && text === '';
}

/** What a step is about; undefined where the report does not judge it. */
export function requirementOf(report: Report, step: NextStep): RequirementReport | undefined {
  const milestone = report.milestones.find((one) => one.id === step.milestone);
  return milestone?.requirements.find((one) => one.id === step.requirement);
}

/**
 * The report as Markdown that GitHub renders: for a comment, a check run, a job summary or a file. It keeps within a
 * budget by leaving out whole parts, the least needed first, and says that it did: never by cutting.
 */

import type { Difference } from '../model/difference.ts';
import type { MilestoneReport, Report } from '../model.ts';
import { changesOf, summaryOf } from './markdown/changes.ts';
import { claimsOf } from './markdown/claims.ts';
import { headline, subheading } from './markdown/headline.ts';
import { measuredOf } from './markdown/measured.ts';
import { everything, notesOf, requirementTable } from './markdown/requirements.ts';
import { stepsOf } from './markdown/steps.ts';
import type { Reporter } from './reporter.ts';
import { stepsIn } from './steps.ts';

export interface MarkdownOptions {
  readonly difference?: Difference;
  /** All that is known of each requirement, below the tables. */
  readonly verbose?: boolean;
  /** Bytes of UTF-8, and UTF-16 units: the whole text keeps within both. At least 2,000. */
  readonly most?: { readonly bytes?: number; readonly characters?: number };
  /** Markdown that stands before everything, after the headline, and at the end. It counts against the budget. */
  readonly marker?: string;
  readonly notices?: readonly string[];
  readonly footer?: string;
  /** Where what was left out can be read: ends the sentence "The rest is …". */
  readonly rest?: string;
}

/** How much is said: what a budget takes away, step by step. */
const LEVELS = ['everything', 'all', 'not met', 'headline'] as const;
type Level = (typeof LEVELS)[number];

const MOST_NOTES = 50;
const FEW_NOTES = 5;
const MOST_CLAIMS = 30;
const FEW_CLAIMS = 5;
const MOST_MEASURED = 40;
const FEW_MEASURED = 5;

export const reportMarkdown: Reporter = (report, { verbose, difference }) =>
  `${markdownOf(report, { verbose, ...(difference === undefined ? {} : { difference }) })}\n`;

/** The fullest text that keeps within the budget. */
export function markdownOf(report: Report, options: MarkdownOptions = {}): string {
  const levels = options.verbose ? LEVELS : LEVELS.slice(1);
  let text = '';
  for (const level of levels) {
    text = rendered(report, options, level, level !== levels[0]);
    if (fits(text, options.most)) break;
  }
  return text;
}

function fits(text: string, most: MarkdownOptions['most']): boolean {
  const { bytes = Number.POSITIVE_INFINITY, characters = Number.POSITIVE_INFINITY } = most ?? {};
  return (
    text.length <= characters && (text.length * 3 <= bytes || new TextEncoder().encode(text).length <= bytes)
  );
}

function rendered(report: Report, options: MarkdownOptions, level: Level, shortened: boolean): string {
  const { marker = '', notices = [], footer = '', rest } = options;
  const left = shortened
    ? `_This is shortened to keep within a limit.${rest ? ` The rest is ${rest}.` : ''}_`
    : '';
  const parts = [
    headline(report, options.difference),
    ...notices,
    ...(level === 'headline' ? brief(options) : body(report, options, level)),
    left,
    footer,
  ];
  return [marker, parts.filter((part) => part !== '').join('\n\n')].filter((part) => part !== '').join('\n');
}

function brief({ difference }: MarkdownOptions): readonly string[] {
  return difference === undefined ? [] : [summaryOf(difference)];
}

/** Under review the change comes first and what was so before is folded away; else the whole state is shown. */
function body(
  report: Report,
  { difference }: MarkdownOptions,
  level: Exclude<Level, 'headline'>,
): readonly string[] {
  const [first, ...others] = report.milestones;
  if (first === undefined) return [];
  const rest = others.flatMap((one) => [subheading(one, difference), tables(report, one, level)]);
  const state = [tables(report, first, level), ...rest].filter((part) => part !== '').join('\n\n');
  const about = level === 'not met' ? 'What is not met' : 'All requirements';
  return [
    ...(difference === undefined ? [state] : [changesOf(report, difference), folded(about, state)]),
    measuredOf(report, level === 'not met' ? FEW_MEASURED : MOST_MEASURED),
    stepsOf(stepsIn(report, difference), level === 'not met'),
    claimsOf(report, level === 'not met' ? FEW_CLAIMS : MOST_CLAIMS),
    ...(level === 'everything' ? [details(report)] : []),
    notesOf(report, level === 'not met' ? FEW_NOTES : MOST_NOTES),
  ];
}

function tables(report: Report, { id, requirements }: MilestoneReport, level: Level): string {
  const open = requirements.filter(({ verdict }) => verdict !== 'met');
  if (level === 'not met') return requirementTable(report, id, open);
  return requirementTable(report, id, requirements);
}

function details(report: Report): string {
  const parts = report.milestones.flatMap(({ requirements }) =>
    requirements.map((one) => everything(report, one)),
  );
  return folded('Every requirement with all its evidence', parts.join('\n\n'));
}

function folded(title: string, content: string): string {
  return content === '' ? '' : `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** The last line, which is what a small terminal shows: how far it is, what comes next, and where the why is. */
import type { MilestoneReport, Report } from '../../model.ts';
import { commitOf, standingOf } from '../headline.ts';
import type { Step } from '../steps.ts';
import { READINESS, range } from '../words.ts';
import { type Page, paragraph } from './page.ts';

/** `8 of 15 met, 3 partly · next: JWT authentication · explain jwt-auth`. */
export function closingLines(page: Page, report: Report, [step]: readonly Step[]): readonly string[] {
  const [first] = report.milestones;
  if (first === undefined) return [];
  const folder = page.base === '' ? '' : ` ${page.base}`;
  const parts = [
    `${range(first.score, page.symbols.dash)}, ${standingOf(first)}`,
    ...(step === undefined ? [] : [`next: ${step.title}`]),
    ...(step?.id ? [`milestone-auditor explain ${step.id}${folder}`] : []),
  ];
  return paragraph(page, 0, parts.join(` ${page.symbols.dot} `)).map(page.palette.bold);
}

/** A line per milestone and nothing else. */
export function summaryLines(page: Page, report: Report): readonly string[] {
  const at = commitOf(report);
  const name = report.repository.name + (at === null ? '' : ` @ ${at}`);
  return report.milestones.map((one) => page.text(summary(page, one, name)));
}

function summary(page: Page, milestone: MilestoneReport, name: string): string {
  const { id, score } = milestone;
  const words = [
    `${range(score, page.symbols.dash)} ${READINESS[score.readiness]}`,
    standingOf(milestone),
    name,
  ];
  return `${id}  ${words.join(` ${page.symbols.dot} `)}`;
}

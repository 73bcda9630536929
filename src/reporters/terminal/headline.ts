/** The first lines of a milestone: what it is, how far it is. */
import type { MilestoneReport, Report, Score } from '../../model.ts';
import { commitOf, doubtsOf, standingOf } from '../headline.ts';
import { howRecognised } from '../recognised.ts';
import { secretLine } from '../steps.ts';
import { cut, widthOf } from '../width.ts';
import { READINESS, range } from '../words.ts';
import { readinessColour } from './colours.ts';
import { type Page, paragraph } from './page.ts';

const CELLS = 16;

export function headline(page: Page, report: Report, milestone: MilestoneReport, first: boolean): string[] {
  const lines = [titleLine(page, milestone.title, first ? repositoryName(page, report) : '')];
  lines.push(...scoreLines(page, milestone));
  if (milestone.score.cap !== null) {
    lines.push(...paragraph(page, 0, `Held down: ${milestone.score.cap}`).map(page.palette.yellow));
  }
  if (!first) return lines;
  const how = howRecognised(report);
  const said = [...(how === null ? [] : [how]), ...doubtsOf(report)];
  if (report.secrets.length > 1)
    lines.push(
      ...report.secrets.flatMap((one) => paragraph(page, 2, secretLine(one))).map(page.palette.yellow),
    );
  return [...lines, ...said.flatMap((one) => paragraph(page, 0, one)).map(page.palette.dim)];
}

function repositoryName(page: Page, report: Report): string {
  const at = commitOf(report);
  const { name } = report.repository;
  return page.text(at === null ? name : `${name} @ ${at}`);
}

function titleLine(page: Page, title: string, right: string): string {
  const { palette, symbols, columns } = page;
  const left = cut(page.text(title), columns, symbols.more);
  const gap = columns - widthOf(left) - widthOf(right);
  if (right === '' || gap < 2) {
    const below = right === '' ? '' : `\n${palette.dim(cut(right, columns, symbols.more))}`;
    return palette.bold(left) + below;
  }
  return palette.bold(left) + ' '.repeat(gap) + palette.dim(right);
}

/** `█████▒▒░░  62–71 %  on the way · 8 of 12 met, 2 partly` */
function scoreLines(page: Page, milestone: MilestoneReport): string[] {
  const { palette, symbols } = page;
  const { score } = milestone;
  const share = range(score, symbols.dash);
  const decided = standingOf(milestone);
  const colour = readinessColour(page, score.readiness);
  const words = `${colour(palette.bold(share))}  ${colour(READINESS[score.readiness])} ${palette.dim(`${symbols.dot} ${decided}`)}`;
  const plain = `${share}  ${READINESS[score.readiness]} ${symbols.dot} ${decided}`;
  const drawn = bar(page, score, colour);
  if (plain.length > page.columns)
    return [
      drawn,
      `${colour(palette.bold(share))}  ${colour(READINESS[score.readiness])}`,
      ...paragraph(page, 0, decided),
    ];
  if (CELLS + 2 + plain.length > page.columns) return [drawn, words];
  return [`${drawn}  ${words}`];
}

function bar(page: Page, score: Score, colour: (text: string) => string): string {
  const [earned, undecided, open] = page.symbols.bar;
  const full = Math.floor(score.low * CELLS + 1e-9);
  const possible = Math.max(full, Math.floor(score.high * CELLS + 1e-9));
  return (
    colour(earned.repeat(full)) +
    page.palette.dim(undecided.repeat(possible - full) + open.repeat(CELLS - possible))
  );
}

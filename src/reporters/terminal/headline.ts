/** The first lines of a milestone: what it is, how far it is. */
import type { MilestoneReport, Readiness, Report, Score } from '../../model.ts';
import { howRecognised } from '../recognised.ts';
import { cut, widthOf } from '../width.ts';
import { decidedIn, range } from '../words.ts';
import { type Page, paragraph } from './page.ts';

const CELLS = 24;

export function headline(page: Page, report: Report, milestone: MilestoneReport, first: boolean): string[] {
  const lines = [titleLine(page, milestone.title, first ? repositoryName(page, report) : '')];
  lines.push(...scoreLines(page, milestone.score));
  if (milestone.score.cap !== null) {
    lines.push(...paragraph(page, 0, `Held down: ${milestone.score.cap}`).map(page.palette.yellow));
  }
  const how = first ? howRecognised(report) : null;
  if (how !== null) lines.push(...paragraph(page, 0, how, 3).map(page.palette.dim));
  return lines;
}

function repositoryName(page: Page, report: Report): string {
  const { name, revision } = report.repository;
  return page.text(revision === null ? name : `${name} @ ${revision.slice(0, 7)}`);
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

/** `█████▒▒░░  62–71 %  on the way · 11 of 12 decided` */
function scoreLines(page: Page, score: Score): string[] {
  const { palette, symbols } = page;
  const share = range(score, symbols.dash);
  const decided = decidedIn(score);
  const colour = readinessColour(page, score.readiness);
  const words = `${colour(palette.bold(share))}  ${colour(score.readiness)} ${palette.dim(`${symbols.dot} ${decided}`)}`;
  const plain = `${share}  ${score.readiness} ${symbols.dot} ${decided}`;
  const drawn = bar(page, score, colour);
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

function readinessColour(page: Page, readiness: Readiness): (text: string) => string {
  const { palette } = page;
  switch (readiness) {
    case 'ready':
      return palette.green;
    case 'nearly':
      return palette.cyan;
    case 'on the way':
    case 'started':
      return palette.yellow;
    default:
      return readiness satisfies never;
  }
}

/** What got better and worse since an earlier report. */

import type { Change, Difference } from '../../model/difference.ts';
import type { PortfolioDifference } from '../../model/portfolio.ts';
import { changeSentence, portfolioChanges } from '../changed.ts';
import { type Page, paragraph } from './page.ts';

const ORDER = ['better', 'worse', 'neither'] as const;

export function changeLines(page: Page, difference: Difference): string[] {
  const changes = difference.milestones.flatMap((one) => one.changes);
  const sentence = changeSentence(difference);
  return [
    ...paragraph(page, 0, sentence.charAt(0).toUpperCase() + sentence.slice(1)).map(page.palette.bold),
    ...ORDER.flatMap((effect) =>
      changes.filter((one) => one.effect === effect).flatMap((one) => lines(page, one)),
    ),
  ];
}

function lines(page: Page, { title, before, after, effect }: Change): string[] {
  const { palette, symbols } = page;
  const colour = effect === 'better' ? palette.green : effect === 'worse' ? palette.red : palette.dim;
  const text = `${symbols.verdict[before]} ${symbols.verdict[after]}  ${title}: was ${before}, is ${after}`;
  return paragraph(page, 2, text).map(colour);
}

export function portfolioChangeLines(page: Page, changes: PortfolioDifference): string[] {
  const sentences = portfolioChanges(changes);
  const said = sentences.length === 0 ? ['Nothing changed since the earlier report'] : sentences;
  return [page.palette.bold('Since the earlier report'), ...said.flatMap((one) => paragraph(page, 2, one))];
}

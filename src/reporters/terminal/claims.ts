/** What the README says and the repository does not bear out: where it is said, and what was looked for. */
import type { Report } from '../../model.ts';
import { counted } from '../words.ts';
import { oneLine, type Page, paragraph, place } from './page.ts';

const SHOWN = 5;

export function claimLines(page: Page, { claims }: Report): string[] {
  if (claims.length === 0) return [];
  const { palette } = page;
  const shown = page.verbose ? claims : claims.slice(0, SHOWN);
  const lines = shown.flatMap(({ claim, said, lookedFor }) => [
    ...paragraph(page, 2, `${place(page, said)}  ${claim}`),
    ...paragraph(page, 4, `looked for ${lookedFor}`).map(palette.dim),
  ]);
  const rest = claims.length - shown.length;
  if (rest > 0)
    lines.push(palette.dim(oneLine(page, 2, `${counted(rest, 'more claim')}: --verbose shows all`)));
  return [palette.bold('Claimed in the README, not found'), ...lines];
}

/** Verbose: all evidence with its text, what was looked for, and why it matters. */
import type { Evidence, RequirementReport } from '../../model.ts';
import { wrap } from '../width.ts';
import { isUncertain, nowhere } from '../words.ts';
import { oneLine, type Page, paragraph, place } from './page.ts';

const NOT_CERTAIN =
  'not for certain: words or defaults decided, or something that could say more was not understood';

export function everything(page: Page, one: RequirementReport, indent: number): string[] {
  const { palette } = page;
  const places = (all: readonly Evidence[], colour: (text: string) => string): string[] =>
    all.flatMap((evidence) => evidenceLines(page, evidence, colour, indent));
  const said = (label: string, text: string | null): string[] => saidLines(page, indent, label, text);
  const against = places(one.counterEvidence, palette.yellow);
  return [
    ...places(one.evidence, palette.cyan),
    ...(against.length > 0 ? [palette.yellow(`${' '.repeat(indent)}against it:`), ...against] : []),
    ...said('looked for', one.lookedFor),
    ...said('reason', one.reason),
    ...(isUncertain(one) ? said(page.symbols.about, NOT_CERTAIN) : []),
    ...(one.claim === null ? [] : said('README', `${place(page, one.claim)}  ${one.claim.text}`)),
    ...said('why', one.why),
    ...(one.verdict === 'met' ? [] : one.learn.flatMap((link) => said('learn', `${link.title} ${link.url}`))),
  ];
}

function evidenceLines(
  page: Page,
  evidence: Evidence,
  colour: (text: string) => string,
  indent: number,
): string[] {
  const wrapped = wrap(place(page, evidence), page.columns - indent);
  const lines = wrapped.map(
    (line) => ' '.repeat(indent) + colour(wrapped.length === 1 ? page.link(line, evidence.path) : line),
  );
  if (evidence.text !== '' && !nowhere(evidence)) lines.push(oneLine(page, indent + 2, evidence.text));
  return lines;
}

function saidLines(page: Page, indent: number, label: string, text: string | null): string[] {
  if (text === null || text.trim() === '') return [];
  return paragraph(page, indent, `${label}: ${text.trim().replace(/\s+/g, ' ')}`).map(page.palette.dim);
}

/** One requirement: a line with verdict, title, weight and first evidence; more below where it helps. */
import type { Evidence, RequirementReport, Verdict } from '../../model.ts';
import { decidedByMeasuring } from '../measured.ts';
import { cut, pad, widthOf, wrap } from '../width.ts';
import { counted, isUncertain, nowhere, VERDICTS } from '../words.ts';
import { oneLine, type Page, paragraph, place } from './page.ts';

const INDENT = 4;
const WEIGHT = 'optional'.length;
const NOT_CERTAIN =
  'not for certain: words or defaults decided, or something that could say more was not understood';
/** Below this width the weight stands below the title, so that titles keep some room. */
const ROOMY = 60;

export function requirementLines(page: Page, requirements: readonly RequirementReport[]): string[] {
  const longest = Math.max(0, ...requirements.map((one) => widthOf(page.text(one.title))));
  const titles =
    page.columns < ROOMY ? page.columns - INDENT : Math.min(longest, Math.floor(page.columns * 0.44));
  return VERDICTS.flatMap((verdict) => requirements.filter((one) => one.verdict === verdict)).flatMap((one) =>
    lines(page, one, titles),
  );
}

function lines(page: Page, one: RequirementReport, titles: number): string[] {
  const { palette } = page;
  const colour = verdictColour(page, one.verdict);
  const detail = detailOf(page, one);
  const [start = '', ...rest] = wrap(page.text(one.title), titles);
  const about = isUncertain(one) ? page.symbols.about : ' ';
  const symbol = ` ${palette.dim(about)}${colour(page.symbols.verdict[one.verdict])} `;
  const emphasis = one.verdict === 'met' ? (text: string) => text : palette.bold;
  const block: string[] = [];
  const room = page.columns - INDENT - titles - 2 - WEIGHT - 2;
  if (page.columns < ROOMY) {
    block.push(symbol + emphasis(start), ...rest.map((line) => ' '.repeat(INDENT) + emphasis(line)));
    block.push(...below(page, one.weight, detail));
  } else if (widthOf(detail.plain) <= room) {
    block.push(
      `${symbol}${emphasis(pad(start, titles))}  ${palette.dim(pad(one.weight, WEIGHT))}  ${detail.paint(detail.plain)}`.trimEnd(),
    );
    block.push(...rest.map((line) => ' '.repeat(INDENT) + emphasis(line)));
  } else {
    block.push(`${symbol}${emphasis(pad(start, titles))}  ${palette.dim(one.weight)}`);
    block.push(...rest.map((line) => ' '.repeat(INDENT) + emphasis(line)));
    block.push(...below(page, '', detail));
  }
  block.push(...remarks(page, one));
  return page.verbose ? [...block, ...everything(page, one), ''] : block;
}

interface Detail {
  readonly plain: string;
  readonly paint: (text: string) => string;
}

function detailOf(page: Page, one: RequirementReport): Detail {
  const { palette } = page;
  if (one.verdict === 'missing' || one.evidence.length === 0) {
    if (one.claimed && one.verdict === 'missing')
      return { plain: 'claimed, not found', paint: palette.yellow };
    return { plain: one.verdict === 'met' ? '' : one.verdict, paint: palette.dim };
  }
  const [first] = one.evidence;
  const more = one.evidence.length - 1;
  const suffix = more > 0 ? ` +${more}` : '';
  return { plain: first ? place(page, first) + suffix : '', paint: palette.cyan };
}

function below(page: Page, weight: string, detail: Detail): string[] {
  const text = [weight, detail.plain].filter((part) => part !== '').join(` ${page.symbols.dot} `);
  // A path is never cut: half a path cannot be opened.
  return text === ''
    ? []
    : wrap(text, page.columns - INDENT).map((line) => ' '.repeat(INDENT) + detail.paint(line));
}

/** What a reader should know without asking: what speaks against it, what was missing, why it is undecided. */
function remarks(page: Page, one: RequirementReport): string[] {
  const { palette } = page;
  const found: string[] = [];
  const [against] = one.counterEvidence;
  if (against && one.verdict !== 'met') {
    const sample = [place(page, against), nowhere(against) ? '' : page.text(against.text)]
      .filter(Boolean)
      .join('  ');
    const count = one.counterEvidence.length;
    const text = count === 1 ? `but ${sample}` : `but ${counted(count, 'place')} against it: ${sample}`;
    found.push(palette.yellow(cutTo(page, text)));
  }
  if (one.waiver !== null) {
    const until = one.waiver.until === null ? '' : ` until ${one.waiver.until}`;
    found.push(palette.dim(oneLine(page, INDENT, `waived${until}: ${one.waiver.reason}`)));
  }
  const measured = decidedByMeasuring(one);
  if (measured !== null) found.push(palette.dim(oneLine(page, INDENT, measured)));
  if (page.verbose) return found;
  if (one.verdict === 'unverifiable' && one.reason)
    found.push(palette.dim(oneLine(page, INDENT, one.reason)));
  if (one.lookedFor && one.verdict !== 'met') {
    found.push(palette.dim(oneLine(page, INDENT, `looked for ${one.lookedFor}`)));
  }
  return found;
}

function cutTo(page: Page, text: string): string {
  return ' '.repeat(INDENT) + cut(text, page.columns - INDENT, page.symbols.more);
}

/** Verbose: all evidence with its text, what was looked for, and why it matters. */
function everything(page: Page, one: RequirementReport): string[] {
  const { palette } = page;
  const found = one.evidence.flatMap((evidence) => evidenceLines(page, evidence, palette.cyan));
  const against = one.counterEvidence.flatMap((evidence) => evidenceLines(page, evidence, palette.yellow));
  return [
    ...found,
    ...(against.length > 0 ? [palette.yellow(`${' '.repeat(INDENT)}against it:`), ...against] : []),
    ...said(page, 'looked for', one.lookedFor),
    ...said(page, 'reason', one.reason),
    ...(isUncertain(one) ? said(page, page.symbols.about, NOT_CERTAIN) : []),
    ...(one.claimed ? said(page, 'README', 'claims it') : []),
    ...said(page, 'why', one.why),
    ...(one.verdict === 'met'
      ? []
      : one.learn.flatMap((link) => said(page, 'learn', `${link.title} ${link.url}`))),
  ];
}

function evidenceLines(page: Page, evidence: Evidence, colour: (text: string) => string): string[] {
  const lines = wrap(place(page, evidence), page.columns - INDENT).map(
    (line) => ' '.repeat(INDENT) + colour(line),
  );
  if (evidence.text !== '' && !nowhere(evidence)) lines.push(oneLine(page, INDENT + 2, evidence.text));
  return lines;
}

function said(page: Page, label: string, text: string | null): string[] {
  if (text === null || text.trim() === '') return [];
  return paragraph(page, INDENT, `${label}: ${text.trim().replace(/\s+/g, ' ')}`).map(page.palette.dim);
}

function verdictColour(page: Page, verdict: Verdict): (text: string) => string {
  const { palette } = page;
  switch (verdict) {
    case 'met':
      return palette.green;
    case 'partial':
    case 'unverifiable':
      return palette.yellow;
    case 'missing':
      return palette.red;
    case 'waived':
      return palette.dim;
    default:
      return verdict satisfies never;
  }
}

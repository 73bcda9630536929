/** One requirement: a line with verdict, title, weight and id; below it where it is, or why it is not. */
import type { RequirementReport } from '../../model.ts';
import { decidedByMeasuring } from '../measured.ts';
import { pad, widthOf, wrap } from '../width.ts';
import { isThroughout, isUncertain, THROUGHOUT, VERDICTS, WEIGHT } from '../words.ts';
import { verdictColour } from './colours.ts';
import { everything } from './everything.ts';
import { frameLines } from './frame.ts';
import { type Page, paragraph, place } from './page.ts';

const INDENT = 4;
const WEIGHTS = Math.max(...Object.values(WEIGHT).map((one) => one.length));
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
  const [start = '', ...rest] = wrap(page.text(one.title), titles);
  const about = isUncertain(one) ? page.symbols.about : ' ';
  const symbol = ` ${palette.dim(about)}${verdictColour(page, one.verdict)(page.symbols.verdict[one.verdict])} `;
  const emphasis = one.verdict === 'met' ? (text: string) => text : palette.bold;
  const more = rest.map((line) => ' '.repeat(INDENT) + emphasis(line));
  const parts = partsOf(page, one);
  const block =
    page.columns < ROOMY
      ? [
          symbol + emphasis(start),
          ...more,
          ...below(page, [{ text: WEIGHT[one.weight], paint: palette.dim }, ...parts]),
        ]
      : beside(
          page,
          `${symbol}${emphasis(pad(start, titles))}  ${palette.dim(pad(WEIGHT[one.weight], WEIGHTS))}`,
          titles,
          more,
          parts,
        );
  block.push(...remarks(page, one));
  return page.verbose ? [...block, ...everything(page, one, INDENT), ''] : block;
}

interface Part {
  readonly text: string;
  readonly paint: (text: string) => string;
}

/** Where it is, and the id, by which other commands know it. */
function partsOf(page: Page, one: RequirementReport): readonly Part[] {
  const { palette } = page;
  const id: Part = { text: page.text(one.id), paint: palette.dim };
  const [first] = one.evidence;
  if (one.verdict === 'missing' || first === undefined) return [id];
  const more = one.evidence.length > 1 ? ` +${one.evidence.length - 1}` : '';
  if (isThroughout(first)) return [{ text: THROUGHOUT, paint: palette.cyan }, id];
  const shown = place(page, first);
  const where: Part = {
    text: shown + more,
    paint: (text) =>
      palette.cyan(text.startsWith(shown) ? page.link(shown, first.path) + text.slice(shown.length) : text),
  };
  return [where, id];
}

/** On the line of the title as far as they fit, the rest below. A path is never cut: half a path cannot be opened. */
function beside(
  page: Page,
  line: string,
  titles: number,
  more: readonly string[],
  parts: readonly Part[],
): string[] {
  let room = page.columns - INDENT - titles - 2 - WEIGHTS;
  const fitting: Part[] = [];
  for (const part of parts) {
    room -= widthOf(part.text) + 2;
    if (room < 0) break;
    fitting.push(part);
  }
  const head = [line, ...fitting.map(({ text, paint }) => paint(text))].join('  ').trimEnd();
  return [head, ...more, ...below(page, parts.slice(fitting.length))];
}

function below(page: Page, parts: readonly Part[]): string[] {
  const room = page.columns - INDENT;
  const width = parts.reduce((sum, { text }) => sum + widthOf(text) + 2, -2);
  if (parts.length > 0 && width <= room)
    return [' '.repeat(INDENT) + parts.map(({ text, paint }) => paint(text)).join('  ')];
  return parts.flatMap(({ text, paint }) => wrap(text, room).map((line) => ' '.repeat(INDENT) + paint(line)));
}

/** What a reader should know without asking: what the README says, why it is not met, and the code that shows that. */
function remarks(page: Page, one: RequirementReport): string[] {
  const { palette } = page;
  const measured = decidedByMeasuring(one);
  const found = measured === null ? [] : paragraph(page, INDENT, measured).map(palette.dim);
  if (one.verdict === 'met') return found;
  if (one.unkept && one.claim)
    found.push(
      ...paragraph(page, INDENT, `claimed, not found: ${place(page, one.claim)}  ${one.claim.text}`).map(
        palette.yellow,
      ),
    );
  if (one.waiver !== null) {
    const until = one.waiver.until === null ? '' : ` until ${one.waiver.until}`;
    found.push(...paragraph(page, INDENT, `waived${until}: ${one.waiver.reason}`).map(palette.dim));
  }
  const why = one.because ?? one.reason ?? (one.lookedFor === null ? null : `looked for ${one.lookedFor}`);
  if (why !== null) found.push(...paragraph(page, INDENT, why));
  const [against] = one.counterEvidence;
  if (against && !page.verbose) found.push(...frameLines(page, INDENT, against, one.counterEvidence.length));
  return found;
}

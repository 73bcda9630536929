/** What to do next, in its order, each with its first concrete action. */
import { type Block, blocksOf } from '../advice.ts';
import type { Step } from '../steps.ts';
import { type Page, paragraph } from './page.ts';

const INDENT = 5;
const CODE_LINES = 12;

export function stepLines(page: Page, steps: readonly Step[]): string[] {
  if (steps.length === 0) return [];
  const lines = steps.flatMap((step, index) => oneStep(page, index + 1, step));
  return [page.palette.bold('Next steps, in this order'), ...lines];
}

function oneStep(page: Page, number: number, { title, id, gain, time, how }: Step): string[] {
  const { palette, symbols } = page;
  const words = [title, gain, time, ...(id === null ? [] : [id])].join(` ${symbols.dot} `);
  const [head = '', ...rest] = paragraph(page, INDENT, words);
  const blocks = blocksOf(how);
  return [
    `  ${palette.bold(`${number}.`)} ${palette.bold(head.trimStart())}`,
    ...rest.map(palette.bold),
    ...(page.verbose ? blocks : firstAction(blocks)).flatMap((block) => blockLines(page, block)),
  ];
}

/** The first paragraph, and the code that it introduces. */
function firstAction([first, second]: readonly Block[]): readonly Block[] {
  if (first === undefined) return [];
  return first.kind === 'prose' && second?.kind === 'code' ? [first, second] : [first];
}

/** Code is not cut: it is there to be copied. */
function blockLines(page: Page, block: Block): readonly string[] {
  if (block.kind === 'prose') return paragraph(page, INDENT, block.text);
  const most = page.verbose ? block.lines.length : CODE_LINES;
  const indent = ' '.repeat(INDENT + 2);
  const shown = block.lines.slice(0, most).map((line) => page.text(line.trimEnd()));
  const lines = shown.map((line) => (line === '' ? '' : page.palette.cyan(indent + line)));
  return block.lines.length > most ? [...lines, `${indent}${page.symbols.more} --verbose shows all`] : lines;
}

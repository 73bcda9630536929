/** A history for the terminal: a line of blocks, then when each requirement was met. */
import type { HistoryPoint, HistoryReport } from '../../model/history.ts';
import type { ReporterOptions } from '../reporter.ts';
import { oneLine, type Page, pageOf, paragraph } from '../terminal/page.ts';
import { counted, percent, READINESS } from '../words.ts';
import { turnsSentence } from './words.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const PLAIN_BLOCKS = ['_', '.', ':', '-', '=', '+', '*', '#'] as const;
const WIDEST = 60;

export function historyTerminal(history: HistoryReport, options: ReporterOptions): string {
  const page = pageOf(options);
  const { points, milestone, repository, commits, requirements } = history;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '\nThere is no commit to audit.\n';
  const { palette } = page;
  const span = `${first.date.slice(0, 10)} ${page.symbols.dash} ${last.date.slice(0, 10)}`;
  const lines = [
    palette.bold(oneLine(page, 0, `${milestone.title} in ${repository.name}`)),
    `${palette.cyan(sparkline(page, points, options.ascii))}  ${percent(first.low)} % ${options.ascii ? '->' : '→'} ${palette.bold(`${percent(last.low)} %`)}  ${READINESS[last.readiness]}`,
    palette.dim(
      oneLine(page, 0, `${span}: ${counted(commits, 'commit')}, of which ${points.length} were audited`),
    ),
    '',
    ...requirements.flatMap((one) => [
      oneLine(page, 2, `${page.symbols.verdict[one.now]} ${one.title}`),
      ...paragraph(page, 4, turnsSentence(one)).map(palette.dim),
    ]),
  ];
  return `\n${lines.join('\n')}\n`;
}

/** One sign for each stretch of the line of commits, by the newest point in it. */
function sparkline(page: Page, points: readonly HistoryPoint[], ascii: boolean): string {
  const blocks = ascii ? PLAIN_BLOCKS : BLOCKS;
  const width = Math.min(WIDEST, points.length, Math.max(10, page.columns - 40));
  return Array.from({ length: width }, (_, cell) => {
    const at = Math.ceil(((cell + 1) * points.length) / width) - 1;
    return blocks[Math.min(blocks.length - 1, Math.floor((points[at]?.low ?? 0) * blocks.length))];
  }).join('');
}

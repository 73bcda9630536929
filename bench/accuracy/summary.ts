/** The same numbers for whoever waits at the terminal, with the repositories' names. */
import { hundredths, percent } from './document.ts';
import { type Compared, grouped, type Measures, measure, requirementOf } from './measures.ts';
import type { Result } from './result.ts';

/** What is asked of every requirement, and of all together. */
const LEAST_AGREEMENT = 0.8;
const SLOWEST = 5;

export function summaryLines(result: Result, verbose: boolean): readonly string[] {
  const { rows, times, peakMegabytes, recognition, notes, failures } = result;
  const lines: string[] = [];
  const tell = (groups: ReadonlyMap<string, readonly Compared[]>): void => {
    for (const [name, part] of groups) lines.push(line(name, measure(part)));
    lines.push('');
  };
  tell(grouped(rows, requirementOf));
  tell(grouped(rows, ({ label }) => label.milestone));
  lines.push(line('ALL', measure(rows)), '');
  const low = [...grouped(rows, requirementOf)].filter(
    ([, part]) => measure(part).agreement < LEAST_AGREEMENT,
  );
  if (low.length > 0) lines.push(`below 80 %: ${low.map(([name]) => name).join(', ')}`);
  if (verbose) lines.push(...disagreements(rows));
  const { asked, right, open, wrong } = recognition;
  lines.push(`recognised: ${right} of ${asked}; ${open} times it cannot tell`, ...(verbose ? wrong : []));
  const total = times.reduce((sum, one) => sum + one.milliseconds, 0);
  const slow = times.slice(0, SLOWEST).map((one) => `${one.repository} ${seconds(one.milliseconds)}`);
  lines.push(
    `${result.repositories} repositories in ${seconds(total)} of work; the slowest: ${slow.join(', ')}`,
    `at most ${peakMegabytes.toFixed(0)} MB of memory in a process; rules ${result.rules}`,
    ...notes,
    ...failures,
  );
  return lines;
}

function line(name: string, one: Measures): string {
  const cells = [
    name.padEnd(46),
    `n=${String(one.count).padStart(4)}`,
    `agree ${percent(one.agreement).padStart(5)}`,
    `sure ${percent(one.sure).padStart(5)}`,
    `kappa ${hundredths(one.kappa).padStart(5)}`,
    `met P ${percent(one.precision).padStart(5)} R ${percent(one.recall).padStart(5)}`,
    `majority ${percent(one.majority).padStart(5)}`,
  ];
  return cells.join('  ');
}

function disagreements(rows: readonly Compared[]): readonly string[] {
  return rows
    .filter(({ said, label }) => said !== label.verdict)
    .map(({ said, label }) => {
      const { repository, milestone, requirement, verdict, sure, evidence, note } = label;
      const truth = `label ${verdict}${sure ? '' : '?'}`;
      return [repository, `${milestone}/${requirement}`, `said ${said}`, truth, evidence, note].join('\t');
    });
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

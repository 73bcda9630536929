/** `audit --watch`: the whole report once, and after each change what flipped. */
import type { SourceMemory } from '../../audit.ts';
import { differenceOf, differs } from '../../difference.ts';
import { UserError } from '../../errors.ts';
import type { Change } from '../../model/difference.ts';
import type { Report } from '../../model.ts';
import type { Palette } from '../../reporters/reporter.ts';
import { visible } from '../../reporters/visible.ts';
import { range } from '../../reporters/words.ts';
import { paletteFor } from '../screen.ts';
import { watch } from '../watch.ts';

/** Ends with the program only. `audit` judges the folder as it is, `write` shows a whole report. */
export async function watchAudit(
  path: string,
  audit: (sources: SourceMemory) => Promise<Report>,
  write: (report: Report) => void,
): Promise<void> {
  const sources: SourceMemory = new Map();
  let last: Report | null = null;
  await watch([path], async () => {
    try {
      const report = await audit(sources);
      if (last === null) write(report);
      else process.stdout.write(flipped(last, report));
      last = report;
    } catch (error) {
      // Half a file is saved now and then: the next change mends it.
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`${visible(error.message)}\n  ${visible(error.hint)}\n`);
    }
    process.stderr.write('Waiting for changes; Ctrl+C ends.\n');
  });
}

/** `blog-api 62 % → 71 %` and a line for every verdict that is another one now. */
function flipped(before: Report, after: Report): string {
  const palette = paletteFor(process.env, process.stdout.isTTY);
  const difference = differenceOf(before, after);
  if (!differs(difference)) return 'No verdict changed.\n';
  const lines = difference.milestones.flatMap(({ id, before: then, after: now, changes }) => {
    if (changes.length === 0) return [];
    const from = then ? `${range(then)} → ` : '';
    return [palette.bold(`${id}  ${from}${range(now)}`), ...changes.map((one) => changeLine(one, palette))];
  });
  return lines.length === 0 ? 'No verdict changed; what is shown for one did.\n' : `${lines.join('\n')}\n`;
}

function changeLine({ requirement, title, before, after, effect }: Change, palette: Palette): string {
  const paint = effect === 'better' ? palette.green : effect === 'worse' ? palette.red : palette.yellow;
  return paint(`  ${requirement}: ${before} → ${after}  ${visible(title)}`);
}

/** What to do next, the best first, with the first concrete action of each. */
import type { Report } from '../../model.ts';
import { blocksOf } from '../advice.ts';
import { gainOf, requirementOf, TIME } from '../words.ts';
import { advice, fenced, prose } from './escape.ts';

/** '' where nothing is left to do. Brief: the steps without how they are done. */
export function stepsOf(report: Report, brief: boolean): string {
  const steps = report.next.flatMap((step) => {
    const requirement = requirementOf(report, step);
    return requirement ? [{ step, requirement }] : [];
  });
  if (steps.length === 0) return '';
  const parts = steps.map(({ step, requirement }, index) => {
    const head = `**${index + 1}. ${prose(requirement.title)}** · ${prose(gainOf(report, step))}, ${TIME[requirement.effort]}`;
    return brief ? head : [head, ...howOf(requirement.fix)].join('\n\n');
  });
  return ['### Next steps, the best first', ...parts].join('\n\n');
}

function howOf(fix: string): readonly string[] {
  return blocksOf(fix).map((block) =>
    block.kind === 'code' ? fenced(block.lines, block.language) : advice(block.text),
  );
}

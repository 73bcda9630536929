/** What to do next, in its order, with the first concrete action of each. */
import { blocksOf } from '../advice.ts';
import type { Step } from '../steps.ts';
import { advice, code, fenced, prose } from './escape.ts';

/** '' where nothing is left to do. Brief: the steps without how they are done. */
export function stepsOf(steps: readonly Step[], brief: boolean): string {
  if (steps.length === 0) return '';
  const parts = steps.map(({ title, id, gain, time, how }, index) => {
    const named = id === null ? '' : ` ${code(id)}`;
    const head = `**${index + 1}. ${prose(title)}**${named} · ${prose(gain)}, ${time}`;
    return brief ? head : [head, ...howOf(how)].join('\n\n');
  });
  return ['### Next steps, in this order', ...parts].join('\n\n');
}

function howOf(fix: string): readonly string[] {
  return blocksOf(fix).map((block) =>
    block.kind === 'code' ? fenced(block.lines, block.language) : advice(block.text),
  );
}

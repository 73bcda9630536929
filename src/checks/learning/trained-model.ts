import { isAlive } from '../../program/life/alive.ts';
import { defineCheck, no, yes } from '../define.ts';

export const trainedModel = defineCheck({
  name: 'trained-model',
  summary:
    'The code fits a model: a classifier or any, to a table or to anything, in a program or in a notebook too.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      task: z.enum(['classification', 'any']),
      data: z.enum(['table', 'any']),
      in: z.enum(['program', 'any']),
    }),
  ask: (facts, { task, data, in: place }) => {
    const { program } = facts;
    const fits = facts.trainings.filter(
      ({ call }) =>
        place === 'any' ||
        (!call.file.notebook && isAlive(program, { file: call.file, definition: call.call.definition })),
    );
    const right = fits.filter(
      (one) => (task === 'any' || one.task === task) && (data === 'any' || one.data === data),
    );
    const show = (list: typeof fits) =>
      list.slice(0, 3).map(({ call }) => facts.evidence(call.file.path, call.call.line));
    if (right.length > 0) return yes(show(right));
    const what = task === 'any' ? 'a model' : 'a classifier';
    const on = data === 'any' ? '' : ' on tabular data';
    const where = place === 'any' ? '' : ' by a program';
    return no(
      `${what} that is fitted${on}${where} (.fit, train)`,
      show(facts.trainings.filter((one) => !right.includes(one))),
    );
  },
});

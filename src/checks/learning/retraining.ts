import type { Facts } from '../../facts/facts.ts';
import { retrainings } from '../../facts/learning/retraining.ts';
import { baseName } from '../../reading/text-file.ts';
import { defineCheck, found } from '../define.ts';

/** Whether a README names a script, by its file or as a module. */
function isDocumented({ documentation, text, files }: Facts, script: string): boolean {
  const name = baseName(script).replace(/\.\w+$/, '');
  const makefiles = files.filter((file) => /(^|\/)(Makefile|justfile|package\.json)$/.test(file.path));
  const texts = [...documentation.documents, ...makefiles].map(({ path }) => text(path) ?? '');
  return texts.some((one) => one.includes(name));
}

export const retraining = defineCheck({
  name: 'retraining',
  summary:
    'A route or a documented command trains on newly supplied data; of “same”, training can be run again.',
  reads: ['code', 'documents'],
  parameters: (z) => z.strictObject({ data: z.enum(['new', 'same']) }),
  ask: (facts, { data }) => {
    if (data === 'same')
      return found(
        facts.trainings.slice(0, 2).map(({ call }) => facts.evidence(call.file.path, call.call.line)),
        'code that trains the model',
      );
    const ways = retrainings(facts.program, facts.routes, facts.commands, facts.trainings);
    const way = ways.find(({ script }) => script === null || isDocumented(facts, script));
    return found(
      way ? [facts.evidence(way.file.path, way.line)] : [],
      'a route, or a command that the README names, that trains on data handed to it',
    );
  },
});

import type { Facts } from '../../facts/facts.ts';
import { retrainings } from '../../facts/learning/retraining.ts';
import { drawsAtStart, makesAnother } from '../../facts/learning/served.ts';
import { defineCheck, found } from '../define.ts';

/** Whether a README names a script: by its file, as a module, or by the command that is installed for it. */
function isDocumented({ documentation, dependencies, text, files }: Facts, script: string): boolean {
  const names = namesOf(script);
  const installed = dependencies.scripts
    .filter(({ target }) => names.includes(target.split(':')[0]?.split(/[./]/).at(-1) ?? ''))
    .map(({ name }) => name);
  const makefiles = files.filter((file) => /(^|\/)(Makefile|justfile|package\.json)$/.test(file.path));
  const texts = [...documentation.documents, ...makefiles].map(({ path }) => text(path) ?? '');
  return [...names, ...installed].some((name) => texts.some((one) => one.includes(name)));
}

/** `train.py` and `train`; a package's `__main__` goes by the package. */
function namesOf(script: string): readonly string[] {
  const [name = '', folder] = script.split('/').reverse();
  const stem = name.replace(/\.\w+$/, '');
  return stem === '__main__' && folder ? [folder, stem] : [stem];
}

export const retraining = defineCheck({
  name: 'retraining',
  summary:
    'A route or a documented command trains on newly supplied data; of “same”, training can be run again.',
  reads: ['code', 'documents'],
  parameters: (z) => z.strictObject({ data: z.enum(['new', 'same']) }),
  ask: (facts, { data }) => {
    const paths = facts.files.map(({ path }) => path);
    if (data === 'same')
      return found(
        facts.trainings
          .filter(
            (one) =>
              !makesAnother(facts.program, paths, one.call) &&
              !drawsAtStart(facts.program, facts.routes, one),
          )
          .slice(0, 2)
          .map(({ call }) => facts.evidence(call.file.path, call.call.line)),
        'code that trains the model which is served, on data that are there',
      );
    const ways = retrainings(facts.program, facts.routes, facts.commands, facts.trainings);
    const way = ways.find(
      ({ scripts }) => scripts.length === 0 || scripts.some((script) => isDocumented(facts, script)),
    );
    return found(
      way ? [facts.evidence(way.file.path, way.line)] : [],
      'a route, or a command that the README names, that trains on data handed to it',
    );
  },
});

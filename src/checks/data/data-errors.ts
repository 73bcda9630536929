import { handledTroubles, handlerOfAll } from '../../facts/data/tables/handled.ts';
import { anyTrouble, refusals, type Trouble } from '../../facts/data/tables/refused.ts';
import { defineCheck, found, no, yes } from '../define.ts';

const TROUBLES: readonly Trouble[] = ['type', 'empty', 'malformed'];

export const dataErrors = defineCheck({
  name: 'data-errors',
  summary:
    'A file of the wrong type, an empty and a malformed one get a 4xx of their own; of “some”, anything is said about trouble with the file.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ answers: z.enum(['all', 'some']) }),
  ask: (facts, { answers }) => {
    const { program, uploads } = facts;
    const all = [...refusals(program, uploads), ...(uploads.length > 0 ? handledTroubles(program) : [])];
    const firsts = TROUBLES.flatMap((trouble) => all.find((one) => one.trouble === trouble) ?? []);
    const evidence = firsts.map(({ file, line }) => facts.evidence(file.path, line));
    if (answers === 'all') {
      const absent = TROUBLES.filter(
        (trouble) => !all.some((one) => one.trouble === trouble || one.also.includes(trouble)),
      );
      if (absent.length === 0) return yes(evidence);
      return no(
        `a 4xx for a file that is of the wrong type, empty or malformed: none for ${absent.join(', ')}`,
        evidence,
      );
    }
    const handler = uploads.length > 0 ? handlerOfAll(program) : null;
    const place = anyTrouble(program, uploads) ?? handler;
    return found(
      evidence.length > 0 ? evidence : place ? [facts.evidence(place.file.path, place.line)] : [],
      'an answer to a file that cannot be processed',
    );
  },
});

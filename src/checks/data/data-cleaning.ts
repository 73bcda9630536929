import { DEFECTS, handlings } from '../../facts/data/tables/cleaning.ts';
import { defineCheck, no, yes } from '../define.ts';

export const dataCleaning = defineCheck({
  name: 'data-cleaning',
  summary:
    'Nulls, duplicates and type errors in the data are all handled in running code; of “some”, one of them is handled.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ handles: z.enum(['all', 'some']) }),
  ask: (facts, { handles }) => {
    const right = handlings(facts.program, facts.routes);
    const evidence = right.map(({ file, line }) => facts.evidence(file.path, line));
    if (evidence.length > 0 && (handles === 'some' || right.length === DEFECTS.length)) return yes(evidence);
    const absent = DEFECTS.filter((defect) => !right.some((one) => one.defect === defect));
    return no(`running code that handles ${absent.join(', ')} in the data`, evidence, [
      {
        kind: 'lacks',
        has: right.map(({ defect, file, line }) => ({
          what: `handling of ${defect}`,
          at: facts.evidence(file.path, line),
        })),
        lacks: absent.map((defect) => `code that runs and handles ${defect}`),
      },
    ]);
  },
});

import { anyStores, storedRows } from '../../facts/data/tables/stores.ts';
import { defineCheck, found } from '../define.ts';

export const storedRowsCheck = defineCheck({
  name: 'stored-rows',
  summary: 'Rows that were read are written to a database; of “anything”, something is written on the way.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ of: z.enum(['data', 'anything']) }),
  ask: (facts, { of }) => {
    const { program, routes } = facts;
    const calls = of === 'data' ? storedRows(program, routes).calls : anyStores(program, routes);
    return found(
      calls.slice(0, 2).map((call) => facts.evidence(call.file.path, call.call.line)),
      of === 'data' ? 'a write to the database that holds the rows that were read' : 'a write to a database',
    );
  },
});

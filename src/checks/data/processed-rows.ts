import { workTold } from '../../facts/data/tables/counts.ts';
import { queryFile } from '../../facts/data/tables/query-files.ts';
import { rowsAnswered, rowsShown } from '../../facts/data/tables/rows.ts';
import { defineCheck, found } from '../define.ts';

export const processedRows = defineCheck({
  name: 'processed-rows',
  summary:
    'A route answers with processed rows or results as JSON; of “any”, as a file, a page, in an interface, or only told of.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ as: z.enum(['json', 'any']) }),
  ask: (facts, { as }) => {
    const { program, routes } = facts;
    const hit = rowsAnswered(
      program,
      routes,
      as === 'json' ? ['json'] : ['json', 'html', 'file'],
      queryFile(facts),
    );
    if (hit)
      return found(
        [facts.evidence(hit.route.file.path, hit.route.line), facts.evidence(hit.file.path, hit.line)],
        '',
      );
    const shown =
      as === 'any'
        ? [
            ...rowsShown(program).map(({ file, call }) => ({ file, line: call.line })),
            ...workTold(program, routes),
          ]
        : [];
    return found(
      shown.slice(0, 2).map(({ file, line }) => facts.evidence(file.path, line)),
      'a route whose answer holds rows of the data',
    );
  },
});

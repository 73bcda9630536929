import { rowsAnswered, rowsShown } from '../../facts/data/tables/rows.ts';
import { defineCheck, found } from '../define.ts';

export const processedRows = defineCheck({
  name: 'processed-rows',
  summary:
    'A route answers with processed rows or results as JSON; of “any”, as a file, a page or in an interface.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ as: z.enum(['json', 'any']) }),
  ask: (facts, { as }) => {
    const { program, routes } = facts;
    const hit = rowsAnswered(program, routes, as === 'json' ? ['json'] : ['json', 'html', 'file']);
    if (hit)
      return found(
        [
          facts.evidence(hit.route.file.path, hit.route.line),
          facts.evidence(hit.route.handler?.file.path ?? hit.route.file.path, hit.line),
        ],
        '',
      );
    const shown = as === 'any' ? rowsShown(program) : [];
    return found(
      shown.slice(0, 2).map((call) => facts.evidence(call.file.path, call.call.line)),
      'a route whose answer holds rows of the data',
    );
  },
});

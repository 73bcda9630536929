import { analysesOf, modelCallsOnTables } from '../../facts/language-models/questions/questions.ts';
import { defineCheck, found } from '../define.ts';

export const dataQuestions = defineCheck({
  name: 'data-questions',
  summary:
    'A model answers questions about a table: by an analysis of it (an agent, code or a query that is run), or by any text.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ by: z.enum(['analysis', 'any']) }),
  ask: (facts, { by }) => {
    const analyses = analysesOf(facts);
    const places = by === 'analysis' ? analyses : [...analyses, ...modelCallsOnTables(facts)];
    return found(
      places.slice(0, 3).map(({ path, line }) => facts.evidence(path, line)),
      by === 'analysis'
        ? 'a question that a model turns into an analysis: an agent on the table, code or a query that is run'
        : 'a model that is asked about a table',
    );
  },
});

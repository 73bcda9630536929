import { onlyCarriedOut } from '../../facts/language-models/questions/findings.ts';
import {
  analysesOf,
  modelCalls,
  modelCallsOnTables,
  tableReads,
} from '../../facts/language-models/questions/questions.ts';
import { defineCheck, found } from '../define.ts';

export const dataInsights = defineCheck({
  name: 'data-insights',
  summary:
    'Findings are written from the data by a model that is told about them; or tables are all there is.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ written: z.boolean() }),
  ask: (facts, { written }) => {
    const texts = [...modelCallsOnTables(facts), ...analysesOf(facts)];
    const tables = facts.interfaces.of('table').map(({ path, line }) => ({ path, line }));
    const described = facts.program
      .callsAs('table.summary')
      .filter(({ file }) => !file.notebook)
      .map(({ file, call }) => ({ path: file.path, line: call.line }));
    const places = written
      ? onlyCarriedOut(facts, new Set(modelCalls(facts)))
        ? []
        : texts
      : tableReads(facts).length > 0
        ? [...texts, ...tables, ...described]
        : texts;
    return found(
      places.slice(0, 3).map(({ path, line }) => facts.evidence(path, line)),
      written ? 'findings in words, made from the data' : 'a table or a summary of the data',
    );
  },
});

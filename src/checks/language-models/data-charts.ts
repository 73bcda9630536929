import { chartsMade, chartsShown } from '../../facts/language-models/questions/charts.ts';
import { defineCheck, found } from '../define.ts';

export const dataCharts = defineCheck({
  name: 'data-charts',
  summary:
    'Charts are made of the data and shown in the interface or an answer; or only made, or ready-made.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ shown: z.boolean() }),
  ask: (facts, { shown }) => {
    const places = shown ? chartsShown(facts) : [...chartsShown(facts), ...chartsMade(facts)];
    return found(
      places.slice(0, 3).map(({ path, line }) => facts.evidence(path, line)),
      shown ? 'a chart of the data that users see' : 'a chart or a picture of data',
    );
  },
});

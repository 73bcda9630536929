import { costViews } from '../../facts/language-models/cost-views.ts';
import { costsReckoned } from '../../facts/language-models/costs.ts';
import { defineCheck, found } from '../define.ts';

export const costView = defineCheck({
  name: 'cost-view',
  summary: 'What models or infrastructure cost can be looked at, or is at least reckoned.',
  reads: ['code', 'configuration', 'pages'],
  parameters: (z) =>
    z.strictObject({
      costs: z
        .enum(['shown', 'reckoned'])
        .describe('shown: on a page, at an endpoint, on a dashboard. reckoned: computed or logged'),
    }),
  ask: (facts, { costs }) => {
    const places = costs === 'shown' ? costViews(facts) : [...costViews(facts), ...costsReckoned(facts)];
    return found(
      places.slice(0, 3).map(({ path, line }) => facts.evidence(path, line)),
      costs === 'shown'
        ? 'a page, an endpoint or a dashboard that shows what models or infrastructure cost'
        : 'code that reckons what model calls or infrastructure cost',
    );
  },
});

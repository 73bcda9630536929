import { type Used, usageShown } from '../../facts/interfaces/usage.ts';
import { defineCheck, no, yes } from '../define.ts';

const BOTH: readonly Used[] = ['tokens', 'cost'];

export const usageDisplay = defineCheck({
  name: 'usage-display',
  summary: 'The interface shows token usage and cost: both, or one of them.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ atLeast: z.number().int().min(1).max(2) }),
  ask: (facts, { atLeast }) => {
    const shown = usageShown(facts);
    const evidence = [...shown.values()].map(({ path, line }) => facts.evidence(path, line));
    if (shown.size >= atLeast) return yes(evidence);
    const absent = BOTH.filter((one) => !shown.has(one));
    return no(`${absent.join(' and ')} shown in the interface`, evidence, [
      {
        kind: 'lacks',
        has: [...shown].map(([what, { path, line }]) => ({
          what: `a display of ${what}`,
          at: facts.evidence(path, line),
        })),
        lacks: absent.map((one) => `a display of ${one}`),
      },
    ]);
  },
});

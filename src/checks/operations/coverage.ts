import { defineCheck, found } from '../define.ts';

export const coverage = defineCheck({
  name: 'coverage',
  summary: 'A committed report shows, or an enforced threshold demands, so much test coverage.',
  reads: ['configuration', 'tests'],
  parameters: (z) => z.strictObject({ atLeast: z.number().min(0).max(100).describe('percent') }),
  ask: (facts, { atLeast }) =>
    found(
      facts.coverage.list
        .filter((item) => item.percent !== null && item.percent >= atLeast && item.kind !== 'measured')
        .slice(0, 3)
        .map((item) => facts.evidence(item.path, item.line)),
      `a committed coverage report or an enforced threshold of at least ${atLeast} %`,
    ),
});

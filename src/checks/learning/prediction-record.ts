import { outcomeKept, requestLogged } from '../../facts/learning/records.ts';
import { defineCheck, found } from '../define.ts';

export const predictionRecord = defineCheck({
  name: 'prediction-record',
  summary:
    'What the model predicted is logged, stored or counted for each request (outcome); of “request”, something is logged about requests.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ of: z.enum(['outcome', 'request']) }),
  ask: (facts, { of }) => {
    for (const serving of facts.servings) {
      const call =
        of === 'outcome'
          ? outcomeKept(facts.program, serving, facts.routes)
          : requestLogged(facts.program, serving);
      if (call) return found([facts.evidence(call.file.path, call.call.line)], '');
    }
    return found([], 'a log line, row or metric that carries the prediction');
  },
});

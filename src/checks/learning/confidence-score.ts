import { confidenceBehind, confidenceIn } from '../../facts/learning/confidence.ts';
import { defineCheck, found } from '../define.ts';

export const confidenceScore = defineCheck({
  name: 'confidence-score',
  summary:
    'Predictions carry how sure the model is in their answer; of “computation”, it is computed on the way.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ in: z.enum(['answer', 'computation']) }),
  ask: (facts, { in: place }) => {
    for (const serving of facts.servings) {
      const call = (place === 'answer' ? confidenceIn : confidenceBehind)(facts.program, serving);
      if (call)
        return found(
          [facts.evidence(call.file.path, call.call.line), facts.evidence(serving.file.path, serving.line)],
          '',
        );
    }
    return found([], 'a probability (predict_proba, softmax …) that reaches the answer of a prediction');
  },
});

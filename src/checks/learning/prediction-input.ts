import { constrainedInput, typedInput } from '../../facts/learning/inputs.ts';
import { defineCheck, found } from '../define.ts';

export const predictionInput = defineCheck({
  name: 'prediction-input',
  summary:
    'The request of a prediction goes through a schema with ranges, choices or validators (constraints), or one with types or checks by hand (types).',
  reads: ['code'],
  parameters: (z) => z.strictObject({ checked: z.enum(['constraints', 'types']) }),
  ask: (facts, { checked }) => {
    for (const serving of facts.servings) {
      const place = (checked === 'constraints' ? constrainedInput : typedInput)(facts.program, serving);
      if (place) return found([facts.evidence(place.file.path, place.line)], '');
    }
    return found(
      [],
      `a request schema of a prediction route${checked === 'constraints' ? ' with constraints' : ''}`,
    );
  },
});

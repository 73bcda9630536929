import { choicesIn } from '../../facts/interfaces/choices.ts';
import { defineCheck, found } from '../define.ts';

export const assistantSettings = defineCheck({
  name: 'assistant-settings',
  summary:
    'Users choose in the interface how the assistant works: its model, or any parameter; and the choice is used.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ of: z.enum(['model', 'any']) }),
  ask: (facts, { of }) =>
    found(
      choicesIn(facts)
        .filter((choice) => of === 'any' || choice.of === 'model')
        .slice(0, 3)
        .map(({ path, line }) => facts.evidence(path, line)),
      of === 'model'
        ? 'a field in which the user picks among models, and whose value is used'
        : 'a field for a parameter of the model: temperature, length, system prompt …',
    ),
});

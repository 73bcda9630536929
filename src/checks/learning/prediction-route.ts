import type { Facts } from '../../facts/facts.ts';
import type { Serving } from '../../facts/learning/serving.ts';
import { answersOf } from '../../facts/web/answers.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, no, yes } from '../define.ts';

/** A route that takes input in its body, runs the model and answers with data, not with a page. */
function isApi(facts: Facts, { route }: Serving): boolean {
  if (!route || route.method === 'GET' || route.method === 'DELETE') return false;
  const answers = answersOf(facts.program, route);
  return answers.length === 0 || answers.some(({ form }) => form === 'json' || form === 'file');
}

export const predictionRoute = defineCheck({
  name: 'prediction-route',
  summary:
    'A POST route runs the model and answers with data; of “any”, a page, an interface or another method too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ answer: z.enum(['data', 'any']) }),
  ask: (facts, { answer }) => {
    const right = facts.servings.filter((one) => answer === 'any' || isApi(facts, one));
    const show = (list: readonly Serving[]): Evidence[] =>
      list
        .slice(0, 2)
        .flatMap(({ file, line, predicts }) => [
          facts.evidence(file.path, line),
          ...predicts.slice(0, 1).map((call) => facts.evidence(call.file.path, call.call.line)),
        ]);
    if (right.length > 0) return yes(show(right));
    return no(
      'a POST route that reaches model.predict (or what runs a model) and answers with JSON',
      show(facts.servings),
    );
  },
});

import { defineCheck, found } from '../define.ts';

export const answeringRoute = defineCheck({
  name: 'answering-route',
  summary: 'The program has an API backend: a route that answers by a model, or routes at all.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ model: z.boolean().default(false) }),
  ask: (facts, { model }) => {
    const answers = facts.answering.answers.filter((one) => one.via === 'route');
    const shown = answers.map((one) => facts.evidence(one.file.path, one.line));
    const routes = model
      ? []
      : facts.routes.filter((one) => one.mounted).map((one) => facts.evidence(one.file.path, one.line));
    const served = model
      ? []
      : facts.program.callsAs('http.served').map((ref) => facts.evidence(ref.file.path, ref.call.line));
    return found(
      [...shown, ...routes, ...served].slice(0, 2),
      model ? 'a route that answers by a language model' : 'a route of an API backend',
    );
  },
});

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
      : facts.program.callsTo(SERVED).map((ref) => facts.evidence(ref.file.path, ref.call.line));
    return found(
      [...shown, ...routes, ...served].slice(0, 2),
      model ? 'a route that answers by a language model' : 'a route of an API backend',
    );
  },
});

/** Frameworks that add their routes by one call. One line each: extend here. */
const SERVED: readonly string[] = [
  'inngest.*.serve',
  'inngest/*.serve',
  'langserve.add_routes',
  'chainlit.utils.mount_chainlit',
  'bentoml.service',
  'ray.serve.run',
  'modal.*endpoint',
  'fastapi.FastAPI',
  'flask.Flask',
];

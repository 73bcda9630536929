import type { Facts } from '../../facts/facts.ts';
import { statusesIn } from '../../facts/web/refusals.ts';
import type { StatusAnswer } from '../../facts/web/statuses.ts';
import { regionFrom } from '../../program/life/region.ts';
import { decoratorCalls } from '../../program/link/qualified.ts';
import { defineCheck, found } from '../define.ts';

/** What tells a caller that the input is wrong or the model is not there. */
const TELLING = new Set([400, 404, 406, 413, 415, 422, 503]);

/** Handlers of errors that the application registers for all routes. */
function byHandlers({ program }: Facts): readonly StatusAnswer[] {
  const handlers = program
    .definitions()
    .filter((ref) => decoratorCalls(program, ref).some((call) => program.means(call, 'http.handles-errors')));
  const added = program.callsAs('http.error-handler').flatMap((call) =>
    call.call.arguments.flatMap(({ value }) => {
      const target = program.resolve(value, { file: call.file, definition: call.call.definition });
      return target.kind === 'definition' && target.ref.definition.kind !== 'class' ? [target.ref] : [];
    }),
  );
  return [...handlers, ...added].flatMap(({ file, id }) =>
    statusesIn(program, regionFrom(program, { file, definition: id })),
  );
}

export const predictionErrors = defineCheck({
  name: 'prediction-errors',
  summary: 'Prediction routes answer bad input or a model that is not loaded with a 4xx or 503 of their own.',
  reads: ['code'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const routed = facts.servings.filter(({ route }) => route !== null);
    const regions =
      routed.length > 0
        ? routed.map(({ region }) => region)
        : facts.routes.flatMap(({ mounted, handler, method }) =>
            mounted && handler && method !== 'GET'
              ? [regionFrom(facts.program, { file: handler.file, definition: handler.id })]
              : [],
          );
    const answers = [
      ...regions.flatMap((region) => statusesIn(facts.program, region)),
      ...byHandlers(facts),
    ].filter(({ status }) => TELLING.has(status));
    const statuses = new Map(answers.map((answer) => [answer.status, answer]));
    return found(
      [...statuses.values()].slice(0, 3).map(({ file, line }) => facts.evidence(file.path, line)),
      'an explicit 400, 404, 422 or 503 on the way of a prediction',
    );
  },
});

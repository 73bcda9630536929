import type { Facts } from '../../facts/facts.ts';
import type { Answering } from '../../facts/language-models/model-answers.ts';
import { streamsOver } from '../../facts/web/streaming.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

/** The places that show it: the route, the model's stream, the response. */
function shown(facts: Facts, answer: Answering): readonly Evidence[] {
  const { program } = facts;
  const model =
    answer.models.find((one) => one.streams)?.call ??
    answer.region.calls.find((call) => program.means(program.nameOf(call), 'llm.stream-handler'));
  const response = answer.region.calls.find((call) => program.means(program.nameOf(call), 'http.stream'));
  return [
    facts.evidence(answer.file.path, answer.line),
    ...[model, response].flatMap((ref) => (ref ? [facts.evidence(ref.file.path, ref.call.line)] : [])),
  ];
}

export const streamedAnswers = defineCheck({
  name: 'streamed-answers',
  summary:
    'What the model writes is passed on piece by piece: over `http` (SSE, chunks), over a `websocket`, or within the process of the `interface`.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ over: z.array(z.enum(['http', 'websocket', 'interface'])).min(1) }),
  ask: (facts, { over }) => {
    const answers = facts.answering.answers.filter((answer) => {
      const way = streamsOver(facts.program, answer);
      return way !== null && over.includes(way);
    });
    const [first] = answers;
    return found(first ? shown(facts, first) : [], `model output that is streamed over ${over.join(' or ')}`);
  },
});

import { defineCheck, found } from '../define.ts';

export const answerEvaluation = defineCheck({
  name: 'answer-evaluation',
  summary:
    'Code measures the answers’ relevance or faithfulness, or the precision or recall of retrieval (`quality`); with `any`, latency shown or users’ feedback counts too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ of: z.enum(['quality', 'any']) }),
  ask: (facts, { of }) =>
    found(
      facts.answering.evaluation
        .filter((one) => of === 'any' || one.of === 'quality')
        .slice(0, 2)
        .map((one) => facts.evidence(one.file.path, one.line)),
      of === 'quality'
        ? 'ragas, deepeval or own functions that compute relevance, faithfulness, precision or recall'
        : 'any measurement of answers: quality, latency that is shown, feedback of users',
    ),
});

import { defineCheck, found } from '../define.ts';

export const chunking = defineCheck({
  name: 'chunking',
  summary:
    'Text is split into chunks: `careful` by structure, sentences, tokens, meaning or with overlap; `any` by plain slices or pages too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ manner: z.enum(['careful', 'any']) }),
  ask: (facts, { manner }) =>
    found(
      facts.answering.chunking
        .filter((one) => manner === 'any' || one.careful)
        .slice(0, 2)
        .map((one) => facts.evidence(one.file.path, one.line)),
      manner === 'careful'
        ? 'a splitter by structure, tokens or sentences, or slices that overlap'
        : 'text that is cut into chunks',
    ),
});

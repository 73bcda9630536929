import { defineCheck, found } from '../define.ts';

export const citations = defineCheck({
  name: 'citations',
  summary:
    'Answers carry their sources, which can be told apart by file, page, title or link (`identified`); with `any`, the retrieved text alone counts too.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ sources: z.enum(['identified', 'any']) }),
  ask: (facts, { sources }) =>
    found(
      facts.answering.citations
        .filter((one) => sources === 'any' || one.identified)
        .slice(0, 2)
        .map((one) => facts.evidence(one.file.path, one.line)),
      sources === 'identified'
        ? 'a file, page, title or link of what was retrieved, in the answer or beside it'
        : 'what was retrieved, in the answer or beside it',
    ),
});

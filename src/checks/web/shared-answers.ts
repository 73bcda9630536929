import { sharingIn } from '../../facts/interfaces/sharing.ts';
import { defineCheck, found } from '../define.ts';

export const sharedAnswers = defineCheck({
  name: 'shared-answers',
  summary: 'A conversation or an answer can leave the interface: as a file or by a link, or in any way.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ by: z.enum(['file-or-link', 'any']) }),
  ask: (facts, { by }) =>
    found(
      sharingIn(facts)
        .filter((one) => by === 'any' || one.by !== 'copy')
        .slice(0, 3)
        .map(({ path, line }) => facts.evidence(path, line)),
      by === 'any'
        ? 'a way to share an answer: a link, a file, a copy button'
        : 'a link to a conversation or an answer, or its export to a file',
    ),
});

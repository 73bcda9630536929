import { historyOf, threadsOf } from '../../facts/interfaces/conversations.ts';
import { defineCheck, found, no, yes } from '../define.ts';

export const conversations = defineCheck({
  name: 'conversations',
  summary: 'The interface keeps a conversation and shows it: several that can be switched, or one.',
  reads: ['code', 'pages'],
  parameters: (z) => z.strictObject({ keeps: z.enum(['several', 'one']) }),
  ask: (facts, { keeps }) => {
    if (keeps === 'one') {
      const history = historyOf(facts);
      return history
        ? yes([facts.evidence(history.path, history.line)])
        : no('a conversation that is shown message by message');
    }
    return found(
      threadsOf(facts)
        .slice(0, 3)
        .map(({ path, line }) => facts.evidence(path, line)),
      'several conversations that are kept, with a list or a select box that switches between them',
    );
  },
});

import { matchesPath } from '../../reading/glob.ts';
import { defineCheck, found } from '../define.ts';

const MOST_SHOWN = 5;
const MOST_LINES = 50_000;
/** Lines that are a comment in one of the languages that this check reads. */
const COMMENT = /^\s*(?:\/\/|\/\*|\*|#(?!\[|!|include|define|if|pragma)|--|;|<!--|%|"""|''')/;

export const text = defineCheck({
  name: 'text',
  summary:
    'A line of such files holds one of the texts; whole-line comments do not count. For languages and formats that no other check reads.',
  reads: ['anything'],
  parameters: (z) =>
    z.strictObject({
      match: z
        .array(z.string().min(1).max(200))
        .min(1)
        .max(20)
        .describe('Patterns: * and ? within a name, ** for any folders.'),
      contains: z
        .array(z.string().min(1).max(200))
        .min(1)
        .max(50)
        .describe('Texts as they stand, no patterns; upper and lower case are the same.'),
    }),
  ask: (facts, { match, contains }) => {
    const wanted = contains.map((one) => one.toLowerCase());
    const evidence = facts.files
      .filter(
        ({ path, role }) => !/^(vendored|generated|artifact|example)$/.test(role) && matchesPath(path, match),
      )
      .flatMap(({ path }) => {
        const lines = (facts.text(path) ?? '').split('\n').slice(0, MOST_LINES);
        const index = lines.findIndex((line) => {
          const lower = line.toLowerCase();
          return wanted.some((one) => lower.includes(one)) && !COMMENT.test(line);
        });
        return index < 0 ? [] : [facts.evidence(path, index + 1)];
      });
    return found(evidence.slice(0, MOST_SHOWN), `${contains.join(' or ')} in ${match.join(' or ')}`);
  },
});

import { matchesPath } from '../../reading/glob.ts';
import { defineCheck, no, yes } from '../define.ts';

const MOST_SHOWN = 5;

export const files = defineCheck({
  name: 'files',
  summary: 'The repository has files at such paths; vendored and empty ones do not count.',
  reads: ['listing'],
  written: true,
  parameters: (z) =>
    z.strictObject({
      match: z
        .array(z.string().min(1).max(200))
        .min(1)
        .max(20)
        .describe('Patterns: * and ? within a name, ** for any folders.'),
      atLeast: z.int().min(1).default(1),
    }),
  ask: (facts, { match, atLeast }) => {
    const found = facts.files.filter(
      ({ path, role, size, link }) =>
        size > 0 && !link && !/^(vendored|artifact)$/.test(role) && matchesPath(path, match),
    );
    if (found.length < atLeast)
      return no(
        `${atLeast === 1 ? 'a file' : `${atLeast} files`} at ${match.join(' or ')}: there are ${found.length}`,
      );
    return yes(found.slice(0, MOST_SHOWN).map(({ path }) => facts.evidence(path, 1)));
  },
});

import { isCommandLine } from '../../facts/cli/command-line.ts';
import { defineCheck, found } from '../define.ts';

export const published = defineCheck({
  name: 'published',
  summary: 'The README leads to where a program for the command line can be installed from.',
  reads: ['documents'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    found(
      facts.documentation.publicUrls
        .filter(({ kind, inCode }) => kind === 'own-package' && !inCode && isCommandLine(facts))
        .slice(0, 1)
        .map(({ path, line }) => facts.evidence(path, line)),
      'the page of its own package, where it is a program for the command line',
    ),
});

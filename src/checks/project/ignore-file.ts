import { defineCheck, foundOr } from '../define.ts';

export const ignoreFile = defineCheck({
  name: 'ignore-file',
  summary: 'There is a .gitignore with at least one pattern.',
  reads: ['configuration'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    foundOr(
      facts.environment.ignoreFiles
        .filter((file) => file.patterns.length > 0)
        .slice(0, 1)
        .map((file) => facts.evidence(file.path, 1)),
      'a .gitignore that is not empty',
      [{ kind: 'none', what: 'there is no .gitignore, or it is empty' }],
    ),
});

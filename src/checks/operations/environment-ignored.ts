import { defineCheck, found } from '../define.ts';

export const environmentIgnored = defineCheck({
  name: 'environment-ignored',
  summary: 'Git ignores the .env file.',
  reads: ['configuration'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    found(
      facts.environment.ignoreFiles.flatMap(({ path, ignoresEnv }) =>
        ignoresEnv === null ? [] : [facts.evidence(path, ignoresEnv)],
      ),
      'a line in .gitignore that covers .env',
    ),
});

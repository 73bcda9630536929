import { defineCheck, found } from '../define.ts';

export const publicUrl = defineCheck({
  name: 'public-url',
  summary: 'The address of the running program is documented.',
  reads: ['documents'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) =>
    found(
      facts.documentation.publicUrls
        .filter((url) => url.kind === 'app' && !url.inCode)
        .slice(0, 2)
        .map((url) => facts.evidence(url.path, url.line)),
      'a public URL of the running program in the README or the manifest’s homepage',
    ),
});

import { defineCheck, found } from '../define.ts';

const MEDIA = ['video', 'gif', 'recording', 'screenshot'] as const;

export const demo = defineCheck({
  name: 'demo',
  summary: 'The program is shown at work: a video, GIF, terminal recording, or at least screenshots.',
  reads: ['documents'],
  parameters: (z) => z.strictObject({ media: z.array(z.enum(MEDIA)).min(1) }),
  ask: (facts, { media }) =>
    found(
      facts.documentation.media
        .filter((item) => (media as readonly string[]).includes(item.kind))
        .slice(0, 3)
        .map((item) => ({
          path: item.path,
          line: item.line,
          text: `${item.kind}: ${item.url}`.slice(0, 200),
        })),
      `a ${media.join(', ')} of the program, linked, embedded or committed`,
    ),
});

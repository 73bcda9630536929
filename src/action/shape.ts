/** What is taken of a report that comes from outside: every string bounded, everything else refused. */
import type * as Zod from 'zod';
import { measurementsShape } from '../measured/shape.ts';

const MOST_PLACES = 100;
const MOST_NOTES = 200;
const MOST_CLAIMS = 50;

export type Received = Zod.infer<ReturnType<typeof reportShape>>;

export function reportShape(z: typeof Zod) {
  const line = z.int().min(1).max(10_000_000);
  // A path that leaves the repository, or comes from its root, is no path of a report.
  const path = z
    .string()
    .max(500)
    .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\u0000-\u001f]*$/s);
  const measured = z.literal(true).optional();
  const evidence = z
    .object({ path, line, endLine: line.optional(), text: z.string().max(200), measured })
    .transform(({ endLine, measured, ...rest }) => ({
      ...rest,
      ...(endLine === undefined ? {} : { endLine }),
      ...(measured === undefined ? {} : { measured }),
    }));
  const places = z.array(evidence).max(MOST_PLACES);
  const sentence = z.string().max(4000).nullable();
  const judgement = {
    verdict: z.enum(['met', 'partial', 'missing', 'unverifiable', 'waived']),
    confidence: z.enum(['high', 'low']),
    unkept: z.boolean(),
    because: sentence,
    evidence: places,
    counterEvidence: places,
    lookedFor: sentence,
    reason: sentence,
  };
  const requirement = z
    .object({
      ...judgement,
      id: z.string().max(100),
      claimed: z.boolean(),
      claim: evidence.nullable(),
      byFiles: z.object(judgement).optional(),
      waiver: z.object({ reason: z.string().max(500), until: z.iso.date().nullable() }).nullable(),
    })
    .transform(({ byFiles, ...rest }) => (byFiles === undefined ? rest : { ...rest, byFiles }));
  return z.object({
    schema: z.literal(1),
    tool: z.object({
      version: z.string().max(50),
      program: z.string().max(64),
      rules: z.string().max(64),
    }),
    repository: z.object({
      revision: z
        .string()
        .regex(/^[0-9a-f]{40,64}$/)
        .nullable(),
      tree: z
        .string()
        .regex(/^[0-9a-f]{40,64}$/)
        .nullable(),
      folder: path,
      languages: z.array(z.enum(['python', 'typescript', 'javascript'])).max(3),
    }),
    milestones: z
      .array(
        z.object({
          id: z.string().max(100),
          score: z.object({ cap: z.string().max(500).nullable() }),
          requirements: z.array(requirement).max(200),
        }),
      )
      .min(1)
      .max(2),
    claims: z
      .array(z.object({ claim: z.string().max(300), said: evidence, lookedFor: z.string().max(1000) }))
      .max(MOST_CLAIMS),
    notes: z
      .array(z.object({ path: path.nullable(), line: line.nullable(), text: z.string().max(1000) }))
      .max(MOST_NOTES),
    measured: measurementsShape(z).optional(),
  });
}

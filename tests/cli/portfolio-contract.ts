/** The contract of the JSON report on a portfolio, written out so that a change of it is noticed. */
import * as z from 'zod';
import { EVIDENCE, REPORT, SCORE } from './contract.ts';

const requirement = z.strictObject({
  id: z.string(),
  title: z.string(),
  weight: z.enum(['core', 'high', 'optional']),
  effort: z.enum(['small', 'medium', 'large']),
  main: z.literal(true).optional(),
  verdict: z.enum(['met', 'partial', 'missing', 'unverifiable', 'waived']),
  evidence: EVIDENCE.nullable(),
});

const proof = z.strictObject({
  milestone: z.string(),
  title: z.string(),
  status: z.enum(['shown', 'begun', 'absent']),
  project: z.string().nullable(),
  score: SCORE.nullable(),
  open: z.array(requirement),
});

export const PORTFOLIO = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('portfolio'),
  tool: z.strictObject({ name: z.string(), version: z.string(), program: z.string(), rules: z.string() }),
  title: z.string().nullable(),
  projects: z.array(
    z.strictObject({
      source: z.string(),
      report: REPORT,
      others: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          score: SCORE,
          requirements: z.array(requirement),
        }),
      ),
    }),
  ),
  failures: z.array(z.strictObject({ source: z.string(), reason: z.string(), hint: z.string().nullable() })),
  required: z.array(proof).length(4),
  deployed: z.strictObject({ atLeast: z.literal(3), projects: z.array(z.string()) }),
  reached: z.union([z.literal(3), z.literal(6), z.literal(9), z.literal(12)]).nullable(),
  checkpoints: z
    .array(
      z.strictObject({
        months: z.number(),
        title: z.string(),
        reached: z.boolean(),
        proofs: z.array(proof),
        atLeast: z.number(),
      }),
    )
    .length(4),
  skills: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      tag: z.enum(['core', 'high', 'optional', 'advanced']),
      phase: z.number(),
      phaseTitle: z.string(),
      section: z.string(),
      shown: z.array(z.strictObject({ project: z.string(), evidence: EVIDENCE, places: z.number() })),
    }),
  ),
});

/** The JSON report's contract, on which other tools rely: written out here, so that a change of it is noticed. */
import * as z from 'zod';

export const EVIDENCE = z.strictObject({
  path: z.string(),
  line: z.int().min(1),
  endLine: z.int().min(1).optional(),
  text: z.string().max(200),
  measured: z.literal(true).optional(),
  whole: z.literal(true).optional(),
  frame: z
    .strictObject({ line: z.int().min(1), lines: z.array(z.string().max(200)).min(1).max(3) })
    .optional(),
});
const share = z.number().min(0).max(1);

const VERDICT = z.enum(['met', 'partial', 'missing', 'unverifiable', 'waived']);
const judged = {
  verdict: VERDICT,
  confidence: z.enum(['high', 'low']),
  evidence: z.array(EVIDENCE),
  counterEvidence: z.array(EVIDENCE),
  lookedFor: z.string().nullable(),
  reason: z.string().nullable(),
  because: z.string().min(1).nullable(),
  unkept: z.boolean(),
};

const requirement = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(1),
    weight: z.enum(['core', 'high', 'optional']),
    effort: z.enum(['small', 'medium', 'large']),
    main: z.literal(true).optional(),
    ...judged,
    claimed: z.boolean(),
    byFiles: z.strictObject(judged).optional(),
    claim: EVIDENCE.nullable(),
    waiver: z.strictObject({ reason: z.string().min(1), until: z.iso.date().nullable() }).nullable(),
    why: z.string().min(1),
    fix: z.string().min(1),
    learn: z.array(z.strictObject({ title: z.string(), url: z.url() })),
    after: z.array(z.string()),
  })
  .refine((one) => one.verdict !== 'met' || one.evidence.length > 0, 'met without evidence')
  .refine((one) => !/missing|partial/.test(one.verdict) || one.because !== null, 'not met without a reason')
  .refine((one) => one.verdict !== 'unverifiable' || one.confidence === 'low', 'sure of what it cannot tell');

export const SCORE = z
  .strictObject({
    earned: z.number().min(0),
    possible: z.number().min(0),
    low: share,
    high: share,
    decided: z.int(),
    uncertain: z.int().min(0),
    total: z.int(),
    readiness: z.enum(['ready', 'nearly', 'on the way', 'started']),
    cap: z.string().nullable(),
  })
  .refine(
    (one) => one.low <= one.high && one.uncertain <= one.decided && one.decided <= one.total,
    'a score that contradicts itself',
  );

export const REPORT = z.strictObject({
  schema: z.literal(1),
  tool: z.strictObject({
    name: z.literal('milestone-auditor'),
    version: z.string(),
    program: z.string().min(6),
    rules: z.string().min(8),
  }),
  repository: z.strictObject({
    name: z.string(),
    revision: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .nullable(),
    tree: z
      .string()
      .regex(/^[0-9a-f]{40}$/)
      .nullable(),
    url: z.url().nullable(),
    folder: z.string(),
    languages: z.array(z.enum(['python', 'typescript', 'javascript'])),
    about: z.string().min(1).max(300).nullable(),
    live: z.url().nullable(),
    history: z
      .strictObject({
        commits: z.int().min(1),
        authors: z.int().min(1),
        first: z.iso.date().nullable(),
        last: z.iso.date(),
      })
      .nullable(),
    uncommitted: z.array(z.string()),
  }),
  recognition: z
    .strictObject({
      milestone: z.string().nullable(),
      also: z.array(z.string()),
      confidence: share,
      candidates: z.array(
        z.strictObject({
          id: z.string(),
          share,
          signals: z.array(z.string()),
          open: z
            .strictObject({ id: z.string(), title: z.string(), unread: z.literal(true).optional() })
            .nullable(),
          as: z.strictObject({ title: z.string(), score: SCORE }).optional(),
        }),
      ),
    })
    .nullable(),
  milestones: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      score: SCORE,
      requirements: z.array(requirement).min(1),
    }),
  ),
  next: z.array(
    z.strictObject({
      milestone: z.string(),
      requirement: z.string().nullable(),
      gain: share,
      points: z.number().min(0),
    }),
  ),
  secrets: z.array(z.strictObject({ what: z.string(), path: z.string(), line: z.int().min(1) })),
  claims: z.array(z.strictObject({ claim: z.string().min(1), said: EVIDENCE, lookedFor: z.string().min(1) })),
  notes: z.array(
    z.strictObject({ path: z.string().nullable(), line: z.int().nullable(), text: z.string().min(1) }),
  ),
  measured: z
    .array(
      z.strictObject({
        what: z.string().min(1),
        source: z.string().min(1),
        at: z.iso.datetime(),
        value: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1)
    .optional(),
});

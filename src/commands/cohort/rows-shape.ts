/** The shape of stored rows: parts travel as artifacts, and what is read back is looked at before it is believed. */
import type * as Zod from 'zod';

export function headerShape(z: typeof Zod) {
  return z.looseObject({
    schema: z.literal(1),
    kind: z.literal('cohort-part'),
    tool: z.object({ name: z.string(), version: z.string(), program: z.string(), rules: z.string() }),
  });
}

export function storedShape(z: typeof Zod) {
  const text = z.string();
  return z.looseObject({
    key: text,
    stamp: text.nullable(),
    tag: text.nullable(),
    prints: z.object({ files: z.array(text), marks: z.array(z.int().min(0)) }),
    outcome: outcomeShape(z),
  });
}

/** As much of an outcome as reports and comparisons rely on. */
export function outcomeShape(z: typeof Zod) {
  const text = z.string();
  const place = z.looseObject({ path: text, line: z.int(), text });
  const cell = z.looseObject({
    requirement: text,
    verdict: z.enum(['met', 'partial', 'missing', 'unverifiable', 'waived']),
    claimed: z.boolean(),
    reason: text,
    place: place.nullable(),
    places: z.int(),
  });
  const share = z.number().min(0).max(1);
  const score = z.looseObject({
    earned: z.number(),
    possible: z.number(),
    low: share,
    high: share,
    readiness: z.enum(['ready', 'nearly', 'on the way', 'started']),
    cap: text.nullable(),
  });
  const optional = text.nullable();
  const repository = z.looseObject({
    name: text,
    revision: optional,
    url: optional,
    folder: text,
    day: optional,
    renamed: optional,
  });
  const next = z.looseObject({ requirement: text, gain: z.number() }).nullable();
  return z.discriminatedUnion('kind', [
    z.looseObject({
      kind: z.literal('judged'),
      repository,
      milestone: text,
      score,
      cells: z.array(cell),
      next,
      notes: z.int(),
    }),
    z.looseObject({ kind: z.literal('absent'), reason: text }),
    z.looseObject({ kind: z.literal('failed'), reason: text, hint: optional }),
  ]);
}

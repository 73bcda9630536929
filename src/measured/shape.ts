/** The shape of measurements that come from a file: every string bounded, everything else refused. */
import type * as Zod from 'zod';
import type { Measured, What } from '../model/measured.ts';

const MOST = 2000;

/** A list of measurements. Unknown kinds are refused: a newer version wrote them. */
export function measurementsShape(z: typeof Zod) {
  const kinds = Object.entries(valuesOf(z)).map(([what, value]) =>
    z.strictObject({
      what: z.literal(what),
      source: z.string().max(500),
      at: z.iso.datetime(),
      value: z.union([value, z.strictObject({ unmeasured: z.string().max(500) })]),
    }),
  );
  return z.array(z.union(kinds)).max(MOST);
}

/** A new kind of measurement without a shape does not compile. */
function valuesOf(z: typeof Zod): { readonly [W in What]: Zod.ZodType<Measured[W]> } {
  const words = z.string().max(500);
  // It is shown as a link: nothing else than the web's own.
  const address = z.url({ protocol: /^https?$/ }).max(2000);
  const count = z.int().min(0).max(100_000_000);
  const share = z.strictObject({ covered: count, found: count });
  return {
    coverage: z.strictObject({
      formats: z.array(words).max(50),
      digests: z.array(words).max(50),
      percent: z.number().min(0).max(100),
      lines: share,
      files: share,
      changed: share.nullable(),
    }),
    tests: z.strictObject({
      digests: z.array(words).max(50),
      total: count,
      failed: count,
      skipped: count,
      failures: z.array(words).max(10),
    }),
    address: z.strictObject({
      status: count.nullable(),
      down: words.nullable(),
      url: address.nullable(),
      waited: z.boolean(),
      certificate: z
        .union([z.strictObject({ issuer: words, until: words }), z.literal('refused')])
        .nullable(),
      health: words.nullable(),
      docs: words.nullable(),
      operations: share.nullable(),
    }),
    pipeline: z.strictObject({
      path: words,
      branch: words,
      commit: words,
      conclusion: words,
      jobs: z.array(z.strictObject({ name: words, conclusion: words })).max(100),
    }),
    checks: z.strictObject({
      commit: words,
      passed: count,
      failed: count,
      running: count,
      failures: z.array(words).max(10),
    }),
    deployment: z.strictObject({
      environment: words,
      state: words,
      url: address.nullable(),
      commit: words,
      production: z.boolean(),
    }),
    pages: z.strictObject({ url: address, https: z.boolean() }),
    releases: z.strictObject({ count, latest: words.nullable(), on: words.nullable() }),
    repository: z.strictObject({
      homepage: address.nullable(),
      topics: z.array(words).max(50),
      branch: words,
    }),
    protection: z.strictObject({
      branch: words,
      protected: z.boolean(),
      required: z.array(words).max(100),
    }),
  };
}

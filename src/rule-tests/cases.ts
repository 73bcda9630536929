/** Rule tests as data: tiny repositories, and the verdict that each must get. One YAML file per milestone. */
import type * as Zod from 'zod';
import type { JsonSchema } from '../milestones/schema.ts';
import { readShaped } from '../milestones/shaped.ts';
import type { Verdict } from '../model.ts';

export interface RuleCase {
  /** What is special about it, in a few words. */
  readonly name: string;
  readonly verdict: Exclude<Verdict, 'waived'>;
  /** It looks met (or partial) and is not: a comment, a docstring, an unused import, a vendored copy. */
  readonly fools: boolean;
  /** Number of commits in the history; 0 for a folder outside git. */
  readonly commits: number;
  /** Contents by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Evidence that must be shown, as `path:line`. */
  readonly evidence: readonly string[];
  /** Shown in the documentation as a good (met) or bad (missing) example. */
  readonly example: boolean;
}

/** Cases by the id of the requirement. */
export type RuleTests = Readonly<Record<string, readonly RuleCase[]>>;

function ruleTestsShape(z: typeof Zod): Zod.ZodType<RuleTests> {
  const one = z.strictObject({
    name: z.string().trim().min(1),
    verdict: z.enum(['met', 'partial', 'missing', 'unverifiable']),
    fools: z.boolean().default(false),
    commits: z.int().min(0).max(1000).default(6),
    files: z.record(z.string(), z.string()),
    evidence: z.array(z.string().regex(/:\d+$/, 'must be path:line')).default([]),
    example: z.boolean().default(false),
  });
  return z.record(z.string(), z.array(one).min(1));
}

/**
 * Reads a file of rule tests; `path` is its name in messages. Throws a {@link RuleFileError} with the place of every
 * mistake.
 */
export async function loadRuleTests(text: string, path: string): Promise<RuleTests> {
  return readShaped(text, { path, shape: ruleTestsShape, schema: ruleTestsSchema });
}

async function ruleTestsSchema(): Promise<JsonSchema> {
  const z = await import('zod');
  return z.toJSONSchema(ruleTestsShape(z), { io: 'input' }) as JsonSchema;
}

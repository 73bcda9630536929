/** The portfolio file: which repositories, and what each one claims to be. */
import type * as Zod from 'zod';
import { CATALOGUE } from '../milestones/catalogue.ts';
import type { JsonSchema } from '../milestones/schema.ts';
import { readShaped } from '../milestones/shaped.ts';

export interface Plan {
  /** Whose portfolio or which class it is. */
  readonly title: string | null;
  readonly projects: readonly Planned[];
}

export interface Planned {
  /** A folder, `owner/repo` or an address. */
  readonly source: string;
  /** Ids of milestones, the project's own first; empty where it is to be recognised. */
  readonly milestones: readonly string[];
}

/** More would take hours, and is a mistake. */
export const MOST_PROJECTS = 1_000;

const HINT =
  'A portfolio file has a list `projects`; each one is a folder, owner/repo or an address, or has the keys source and milestones.';

/** `text` is the content of the file, `path` its name in messages. Throws a `RuleFileError`. */
export async function loadPlan(text: string, path: string): Promise<Plan> {
  return readShaped(text, { path, shape, schema: planSchema, hint: HINT });
}

function shape(z: typeof Zod): Zod.ZodType<Plan> {
  const source = z.string().trim().min(1).max(500);
  const ids = CATALOGUE.map(({ id }) => id);
  const project = z.strictObject({
    source: source.describe('A folder beside the file, owner/repo, or an address.'),
    milestones: z.array(z.enum(ids)).default([]).describe('What it claims to be, the first one above all.'),
  });
  return z.strictObject({
    title: z.string().trim().min(1).max(200).nullable().default(null),
    projects: z
      .array(z.union([source.transform((one) => ({ source: one, milestones: [] })), project]))
      .min(1)
      .max(MOST_PROJECTS),
  });
}

/** From which editors complete a portfolio file. */
export async function planSchema(): Promise<JsonSchema> {
  const z = await import('zod');
  return z.toJSONSchema(shape(z), { io: 'input' }) as JsonSchema;
}

/** The shape of `.milestone.yml`. zod is handed in, so that a project without the file never loads it. */
import type * as Zod from 'zod';
import type { JsonSchema } from '../milestones/schema.ts';

type ZodModule = typeof Zod;

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const REQUIREMENT = /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/)?[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MOST_WAIVERS = 100;
const MOST_PATTERNS = 200;
const MOST_RULES = 20;
const LONGEST_REASON = 500;

/** The file as it is written. */
export interface WrittenConfig {
  readonly milestone?: string | undefined;
  readonly ignore?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly knowledge?: string | readonly string[] | undefined;
  readonly waivers?:
    | readonly {
        readonly requirement: string;
        readonly reason: string;
        readonly until?: string | undefined;
      }[]
    | undefined;
}

export function configShape(z: ZodModule): Zod.ZodType<WrittenConfig> {
  const waiver = z.strictObject({
    requirement: z
      .string()
      .regex(REQUIREMENT, 'must be the id of a requirement: lower-case words joined by hyphens'),
    // A waiver without a reason would be a verdict without evidence.
    reason: z.string().trim().min(1).max(LONGEST_REASON),
    until: z.iso.date('must be a date like 2026-12-31').optional(),
  });
  return z.strictObject({
    milestone: z
      .string()
      .regex(ID, 'must be the id of a milestone: lower-case words joined by hyphens')
      .optional(),
    rules: z
      .array(z.string().trim().min(1).max(200))
      .max(MOST_RULES)
      .optional()
      .describe('Rule files or folders of the repository.'),
    knowledge: z
      .union([z.string().trim().min(1).max(200), z.array(z.string().trim().min(1).max(200)).max(MOST_RULES)])
      .optional()
      .describe('Files of the repository that say what its own calls mean.'),
    ignore: z.array(z.string().trim().min(1).max(200)).max(MOST_PATTERNS).optional(),
    waivers: z.array(waiver).max(MOST_WAIVERS).optional(),
  });
}

/** As the wording of mistakes needs it, to tell which keys there are. */
export function configSchema(z: ZodModule): JsonSchema {
  return z.toJSONSchema(configShape(z), { io: 'input' }) as JsonSchema;
}

/** COHORT.yml: which milestones, whose work, and where it lies. */
import type * as Zod from 'zod';
import { CATALOGUE } from '../milestones/catalogue.ts';
import type { JsonSchema } from '../milestones/schema.ts';
import { readShaped } from '../milestones/shaped.ts';

export interface CohortFile {
  readonly title: string | null;
  /** A CSV file beside it. */
  readonly roster: string | null;
  /** Day: whoever has no better verdict since is stuck. */
  readonly since: string | null;
  readonly assignments: readonly Assignment[];
}

export interface Assignment {
  /** Ids; one is recognised among several, and among all where it is empty. */
  readonly milestones: readonly string[];
  /** Where the repositories are: `class/blog-*` on GitHub or in folders, `*` for the learner. null: the roster says it. */
  readonly repositories: string | null;
  /** The code that everybody was given. */
  readonly starter: string | null;
}

const HINT =
  'docs/cohorts.md shows the shape of a cohort file: title, roster, since, and a list of assignments.';
const MOST_ASSIGNMENTS = 50;

/** `text` is the content of the file, `path` its name in messages. Throws a `RuleFileError`. */
export async function loadCohort(text: string, path: string): Promise<CohortFile> {
  return readShaped(text, { path, shape, schema: cohortSchema, hint: HINT });
}

function shape(z: typeof Zod): Zod.ZodType<CohortFile> {
  const text = z.string().trim().min(1).max(500);
  const id = z.enum(CATALOGUE.map((one) => one.id));
  const assignment = z
    .strictObject({
      milestone: z
        .union([id, z.array(id).max(CATALOGUE.length)])
        .optional()
        .describe('An id, or several to recognise one of; recognised among all where it is left out.'),
      repositories: text
        .refine((one) => one.split('*').length === 2, "needs one '*', for the learner")
        .optional()
        .describe('class-2027/blog-* on GitHub, or submissions/* in a folder; * is the learner.'),
      starter: text.optional().describe('The code that everybody was given: a folder, or owner/name.'),
    })
    .transform(
      ({ milestone = [], repositories = null, starter = null }): Assignment => ({
        milestones: typeof milestone === 'string' ? [milestone] : milestone,
        repositories,
        starter,
      }),
    );
  return z
    .strictObject({
      title: text.max(200).optional().describe('What the cohort is called.'),
      roster: text.optional().describe('A CSV file of learners beside this file.'),
      since: z.iso.date().optional().describe('A day: whoever has no better verdict since is stuck.'),
      assignments: z.array(assignment).min(1).max(MOST_ASSIGNMENTS),
    })
    .transform(({ title = null, roster = null, since = null, assignments }) => ({
      title,
      roster,
      since,
      assignments,
    }));
}

/** The same as a JSON Schema, for editors. */
export async function cohortSchema(): Promise<JsonSchema> {
  const z = await import('zod');
  return z.toJSONSchema(shape(z), { io: 'input' }) as JsonSchema;
}

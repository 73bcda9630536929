/** The shapes of `knowledge/roles.yml` and of the fields beside it: the loader checks by them, editors complete by them. */
import type * as Zod from 'zod';
import type { JsonSchema } from '../milestones/schema.ts';
import type { RoleKind } from '../program/knowledge.ts';

type ZodModule = typeof Zod;

/** A row as it is written. */
export interface WrittenRow {
  readonly call?: string | undefined;
  readonly class?: string | undefined;
  readonly decorator?: string | undefined;
  readonly module?: string | undefined;
  readonly package?: string | undefined;
  readonly also?: readonly string[] | undefined;
  readonly role: string;
  readonly takes?: Readonly<Record<string, Places>> | undefined;
  readonly about?: Readonly<Record<string, string>> | undefined;
}

/** One place, or those to look at in turn. */
export type Places = number | string | readonly (number | string)[];

export type WrittenRoles = Readonly<
  Record<
    string,
    | string
    | {
        readonly means: string;
        readonly takes?: Readonly<Record<string, Places>> | undefined;
        readonly about?: Readonly<Record<string, readonly string[]>> | undefined;
      }
  >
>;

const ROLE = /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/;
const WORD = /^[a-z][a-zA-Z-]*$/;
const KEYWORD = /^[A-Za-z_$][\w$.-]*$/;
const MOST_ROWS = 3000;
const LONGEST = 200;
/** Characters of what else is known: a list of names, at most. */
const LONGEST_ABOUT = 400;
/** No name of a module holds these; a regular expression would, and there are none here. */
const NAME = /^[^\s,()[\]|+^\\]+$/;

export function rolesShape(z: ZodModule): Zod.ZodType<WrittenRoles> {
  const means = z.string().trim().min(1).describe('What it is, in one sentence.');
  return z.record(
    z.string().regex(ROLE, 'must be a field and a noun: http.route'),
    z.union([
      means,
      z.strictObject({
        means,
        // No place at all: every row tells its own.
        takes: z.record(z.string().regex(WORD), placesShape(z, 0)).optional(),
        about: z.record(z.string().regex(WORD), z.array(z.string())).optional(),
      }),
    ]),
  );
}

/** A file of rows whose roles are these. */
export function rowsShape(
  z: ZodModule,
  roles: Readonly<Record<string, RoleKind>>,
): Zod.ZodType<readonly WrittenRow[]> {
  const name = z
    .string()
    .min(1)
    .max(LONGEST)
    .regex(NAME, 'must be a qualified name, with * for any characters of one name and ** for any names');
  const row = z.strictObject({
    call: name
      .optional()
      .describe('What is called, fully qualified: qdrant_client.QdrantClient.query_points.'),
    class: name.optional().describe('A class that is inherited from, or named as the type of something.'),
    decorator: name.optional().describe('What is written above a definition.'),
    module: name.optional().describe('What is imported: whatever comes from it is of the library.'),
    package: name.optional().describe('What a manifest asks for, by the name of the package.'),
    also: z
      .array(name)
      .min(1)
      .optional()
      .describe('Other names of the same: asynchronous, older, re-exported.'),
    role: z.enum(Object.keys(roles).sort() as [string, ...string[]]).describe('One of knowledge/roles.yml.'),
    takes: z
      .record(z.string().regex(WORD), placesShape(z))
      .optional()
      .describe('Where each argument stands: its position from 0, its keyword, or a list of both.'),
    about: z.record(z.string().regex(WORD), z.string().min(1).max(LONGEST_ABOUT)).optional(),
  });
  return z.array(row).max(MOST_ROWS);
}

function placesShape(z: ZodModule, least = 1) {
  const place = z.union([z.int().min(0).max(20), z.string().regex(KEYWORD).max(LONGEST)]);
  return z.union([place, z.array(place).min(least)]);
}

/** The JSON Schema of a field's file, for editors. */
export function knowledgeSchema(z: ZodModule, roles: Readonly<Record<string, RoleKind>>): JsonSchema {
  return {
    ...z.toJSONSchema(rowsShape(z, roles), { io: 'input' }),
    title: 'A field of knowledge of milestone-auditor',
    description: 'What calls, classes, decorators and packages of libraries mean.',
  } as JsonSchema;
}

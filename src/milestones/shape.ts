/**
 * The shape of a rule file: the loader checks by it, and the JSON Schema for editors is made of it. zod is handed in,
 * so that an audit by the built-in rules never loads it.
 */
import type * as Zod from 'zod';
import type { Check, ZodModule } from '../checks/define.ts';
import type { Condition, Milestone, Requirement } from '../model.ts';
import { CLAIM_CHECK } from './claim.ts';

export type CheckTable = ReadonlyMap<string, Check>;

export const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NO_CONDITION = 'must be one check with its parameters, or a list of conditions behind all, any or none';
const GROUPS = ['all', 'any', 'none'] as const;
export const STANDS_ALONE =
  'needs a condition that shows something: finding nothing is never a pass, so a none goes into an all beside one';

export interface RuleFileShapes {
  /** A whole file. What it gives is the milestone as the engine takes it. */
  readonly whole: Zod.ZodType<Milestone>;
  /** A file that changes another milestone. Its new requirements are held to the whole shape once they are merged. */
  readonly extension: Zod.ZodType<Extension>;
}

/** Both kinds of rule file; a file with the key `extends` is an extension. */
export function ruleFileShapes(z: ZodModule, checks: CheckTable): RuleFileShapes {
  const { id: fileId, title, phase, summary } = fileKeys(z);
  const { id, ...keys } = requirementKeys(z, checks);
  const requirement = z
    .strictObject({
      id,
      ...keys,
      main: keys.main.default(false),
      stack: keys.stack.default(null),
      drawn: keys.drawn.default(null),
      learn: keys.learn.default([]),
      after: keys.after.default([]),
      uncertain: keys.uncertain.default([]),
      spoken: keys.spoken.default([]),
    })
    .superRefine(standsAlone)
    .transform(({ partial, claim, says, ...read }) => ({
      ...read,
      partial: partial ?? null,
      says: says ?? null,
      claim: claim ?? null,
    }));
  const change = z.strictObject({ id, ...z.object(keys).partial().shape }).superRefine(standsAlone);
  return {
    whole: z.strictObject({ id: fileId, title, phase, summary, requirements: z.array(requirement).min(1) }),
    extension: z.strictObject({
      id: fileId,
      extends: id.describe('The milestone that this one changes or adds to.'),
      title: title.optional(),
      phase: phase.optional(),
      summary: summary.optional(),
      without: z.array(id).default([]).describe('Requirements that are left out.'),
      requirements: z
        .array(change)
        .default([])
        .describe('Those of the other milestone with what is different, and new ones in full.'),
    }),
  };
}

/** What a file that extends another says. */
export interface Extension {
  readonly id: string;
  readonly extends: string;
  readonly title?: string | undefined;
  readonly phase?: number | undefined;
  readonly summary?: string | undefined;
  readonly without: readonly string[];
  readonly requirements: readonly RequirementChange[];
}

/** A requirement's id, and what is different; of a new one everything. */
export type RequirementChange = { readonly id: string } & {
  readonly [Key in Exclude<keyof Requirement, 'id'>]?: Requirement[Key] | undefined;
};

function fileKeys(z: ZodModule) {
  const text = z.string().trim().min(1);
  return {
    id: idShape(z).describe('The name of the file.'),
    title: text,
    phase: z.int().min(0).max(99).describe('Phase of the roadmap; 0 for rules of every project.'),
    summary: text,
  };
}

function idShape(z: ZodModule) {
  return z.string().regex(KEBAB, 'must be lower-case words joined by hyphens');
}

function requirementKeys(z: ZodModule, checks: CheckTable) {
  const condition = conditionShape(z, checks);
  const text = z.string().trim().min(1);
  const link = z.strictObject({
    title: text,
    url: z.string().regex(/^https?:\/\/[^\s/]+\S*$/, 'must be an http(s) address'),
  });
  return {
    id: idShape(z),
    title: text,
    weight: z.enum(['core', 'high', 'optional']).describe('Points: core 3, high 2, optional 1.'),
    main: z
      .boolean()
      .describe(
        'It is what the milestone is about: while it is missing, nothing is recognised as the milestone.',
      ),
    effort: z
      .enum(['small', 'medium', 'large'])
      .describe('Of the first concrete step: under an hour, an afternoon, days.'),
    met: condition,
    partial: condition.optional(),
    claim: claimShape(z, checks),
    says: saysShape(z),
    after: z.array(idShape(z)).describe('Requirements of this milestone that come first.'),
    uncertain: z
      .array(z.enum(['met', 'partial', 'missing']))
      .describe(
        'Verdicts that are never certain: too many of them were wrong on code that nobody had tuned the rule for.',
      ),
    spoken: z
      .array(z.string().regex(/^[a-z0-9]+\*?$/))
      .describe(
        'Words of what does it (`stem*`): while the repository uses them often, `missing` is not certain.',
      ),
    why: text.describe('One or two sentences, for a learner.'),
    fix: text.describe('The first concrete step, with a snippet.'),
    learn: z.array(link),
    stack: z
      .string()
      .regex(/^[a-z]+$/)
      .nullable()
      .describe('The stack that the code of `fix` is for.'),
    drawn: z.enum(['architecture']).nullable().describe('What is drawn of the project itself.'),
  };
}

/** Each level of a requirement in a sentence: what a reader is told instead of the conditions themselves. */
function saysShape(z: ZodModule) {
  const sentence = z.string().trim().min(1).max(300);
  return z
    .strictObject({
      met: sentence.describe('What the project does when it is met.'),
      partial: sentence.nullable().default(null).describe('What is there when it is partial.'),
    })
    .optional();
}

/** What the README would say that claims it, as the check of that name takes it. */
function claimShape(z: ZodModule, checks: CheckTable): Zod.ZodType<unknown> {
  const said = checks.get(CLAIM_CHECK)?.parameters(z) ?? z.never();
  return z.optional(said).describe('A promise of READMEs that claims this requirement.');
}

function standsAlone(
  read: { readonly met?: Condition | undefined; readonly partial?: Condition | undefined },
  context: Zod.core.$RefinementCtx,
): void {
  for (const key of ['met', 'partial'] as const) {
    const value = read[key];
    if (value && !shows(value)) context.addIssue({ code: 'custom', path: [key], message: STANDS_ALONE });
  }
}

/** Exactly one key: a check with its parameters, or a group of conditions. */
export function conditionShape(z: ZodModule, checks: CheckTable): Zod.ZodType<Condition> {
  const condition: Zod.ZodType<Condition> = z.lazy(() => shape);
  const list = z.array(condition).min(1);
  const keys: Record<string, Zod.ZodType> = {
    all: list.describe('Every one of these holds.').optional(),
    any: list.describe('At least one of these holds.').optional(),
    none: list
      .describe('None of these holds. Only in an all, beside a condition that shows something.')
      .optional(),
  };
  for (const check of checks.values()) {
    keys[check.name] = parametersShape(z, check).describe(check.summary).optional();
  }
  const known = Object.keys(keys);
  const shape = z
    .looseObject(keys, { error: ({ code }) => (code === 'invalid_type' ? NO_CONDITION : undefined) })
    .superRefine((read, context) => {
      const given = Object.keys(read);
      // Said as zod itself says it, so that there is one wording for unknown keys.
      const unknown = given.filter((key) => !known.includes(key));
      if (unknown.length > 0) {
        context.addIssue({ code: 'unrecognized_keys', keys: unknown, input: read });
      } else if (given.length !== 1) {
        const found = given.length === 0 ? 'nothing' : given.join(' and ');
        context.addIssue({
          code: 'custom',
          message: `${NO_CONDITION}; found ${found}`,
        });
      }
    })
    .transform(conditionOf)
    .meta({ id: 'condition', additionalProperties: false, minProperties: 1, maxProperties: 1 });
  return condition;
}

/** A check that needs no parameters may also be written `check: true`. */
function parametersShape(z: ZodModule, check: Check): Zod.ZodType {
  const parameters = check.parameters(z);
  if (!parameters.safeParse({}).success) return parameters;
  return z.union([parameters, z.literal(true).transform(() => parameters.parse({}))]);
}

function conditionOf(read: Readonly<Record<string, unknown>>): Condition {
  const [key = '', value] = Object.entries(read)[0] ?? [];
  const group = GROUPS.find((word) => word === key);
  if (group === undefined) return { check: key, parameters: value };
  const parts = value as readonly Condition[];
  return group === 'all' ? { all: parts } : group === 'any' ? { any: parts } : { none: parts };
}

/** Whether a yes of this condition comes with evidence, whatever the facts are. */
export function shows(condition: Condition): boolean {
  // An empty list is a mistake of its own.
  if ('all' in condition) return condition.all.length === 0 || condition.all.some(shows);
  if ('any' in condition) return condition.any.every(shows);
  return !('none' in condition);
}

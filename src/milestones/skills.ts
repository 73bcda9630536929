/** The roadmap's skills, each with the condition under which a repository shows it: `rules/skills.yml`. */
import type * as Zod from 'zod';
import type { ZodModule } from '../checks/define.ts';
import type { SkillTag } from '../model/portfolio.ts';
import type { Condition } from '../model.ts';
import type { JsonSchema } from './schema.ts';
import { type CheckTable, conditionShape, KEBAB, STANDS_ALONE, shows } from './shape.ts';
import { type Mistake, readShaped } from './shaped.ts';
import type { Source } from './source.ts';

export interface Skill {
  readonly id: string;
  readonly title: string;
  readonly tag: SkillTag;
  readonly shown: Condition;
}

interface Section {
  readonly title: string;
  readonly skills: readonly Skill[];
}

interface Phase {
  readonly phase: number;
  readonly title: string;
  readonly sections: readonly Section[];
}

export interface SkillCatalogue {
  readonly phases: readonly Phase[];
}

export const NO_SKILLS: SkillCatalogue = { phases: [] };

/** Every skill in the roadmap's order. */
export function allSkills({ phases }: SkillCatalogue): readonly Skill[] {
  return phases.flatMap(({ sections }) => sections.flatMap(({ skills }) => skills));
}

/** Throws a `RuleFileError`. */
export async function loadSkills(text: string, path: string, checks: CheckTable): Promise<SkillCatalogue> {
  return readShaped(text, {
    path,
    shape: (z) => skillsShape(z, checks),
    schema: () => skillsSchema(checks),
    mistakes: sameTwice,
  });
}

/** The JSON Schema of `rules/skills.yml`, which editors use. */
export async function skillsSchema(checks: CheckTable): Promise<JsonSchema> {
  const z = await import('zod');
  const schema = z.toJSONSchema(skillsShape(z, checks), { io: 'input' });
  return {
    ...schema,
    title: 'The skills of milestone-auditor',
    description: 'Skills of the roadmap, and what shows each of them.',
  } as JsonSchema;
}

function skillsShape(z: ZodModule, checks: CheckTable): Zod.ZodType<SkillCatalogue> {
  const text = z.string().trim().min(1);
  const skill = z
    .strictObject({
      id: z.string().regex(KEBAB, 'must be lower-case words joined by hyphens'),
      title: text,
      tag: z.enum(['core', 'high', 'optional', 'advanced']).describe("The roadmap's own tag."),
      shown: conditionShape(z, checks),
    })
    .superRefine(({ shown }, context) => {
      if (!shows(shown)) context.addIssue({ code: 'custom', path: ['shown'], message: STANDS_ALONE });
    });
  const section = z.strictObject({ title: text, skills: z.array(skill).min(1) });
  const phase = z.strictObject({
    phase: z.int().min(1).max(99),
    title: text,
    sections: z.array(section).min(1),
  });
  return z.strictObject({ phases: z.array(phase).min(1) });
}

function sameTwice({ phases }: SkillCatalogue, source: Source): readonly Mistake[] {
  const seen = new Set<string>();
  const mistakes: Mistake[] = [];
  for (const [at, { sections }] of phases.entries()) {
    for (const [below, { skills }] of sections.entries()) {
      for (const [index, { id }] of skills.entries()) {
        const place = source.place(['phases', at, 'sections', below, 'skills', index, 'id']);
        if (seen.has(id)) mistakes.push({ ...place, problem: `there is a skill '${id}' already` });
        seen.add(id);
      }
    }
  }
  return mistakes;
}

/** The plan as a file that travels from job to job. */
import { readFileSync } from 'node:fs';
import type { CohortPlan } from '../../cohort/plan.ts';
import { sameTool } from '../../difference.ts';
import { UserError } from '../../errors.ts';
import type { Report } from '../../model.ts';
import { visible } from '../../reporters/visible.ts';

/** Throws a UserError where it is none, or one of other rules. */
export async function readPlan(path: string, tool: Report['tool']): Promise<CohortPlan> {
  const z = await import('zod');
  const text = z.string();
  const learner = z.looseObject({ id: text, name: text, github: text.nullable(), section: text.nullable() });
  const shape = z.looseObject({
    schema: z.literal(1),
    kind: z.literal('cohort-plan'),
    tool: z.object({ name: text, version: text, program: text, rules: text }),
    title: text.nullable(),
    since: text.nullable(),
    shards: z.int().min(1),
    strays: z.array(text),
    assignments: z.array(
      z.looseObject({ milestones: z.array(text), repositories: text.nullable(), starter: text.nullable() }),
    ),
    entries: z.array(
      z.looseObject({
        key: text,
        learner,
        assignment: z.int().min(0),
        milestones: z.array(text),
        source: text.nullable(),
        shard: z.int().min(1),
      }),
    ),
  });
  const read = shape.safeParse(parsed(path));
  if (!read.success) throw refused(path, "it is no plan that 'cohort plan' wrote");
  const { version, program, rules } = read.data.tool;
  if (!sameTool(read.data.tool, tool))
    throw refused(
      path,
      `it was made by version ${version} (${program}) with rules ${rules}, and this is ${tool.version} (${tool.program}) with ${tool.rules}`,
    );
  return read.data as unknown as CohortPlan;
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw refused(path, 'there is no JSON file');
  }
}

function refused(path: string, why: string): UserError {
  return new UserError({
    code: 'bad-option',
    message: `--plan: ${visible(path)} cannot be used: ${visible(why)}`,
    hint: 'Plan, audit and merge with the same version and the same rules.',
    exitCode: 2,
  });
}

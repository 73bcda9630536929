/** Reads the rule file of a milestone, which may extend another one. */
import type { Milestone } from '../model.ts';
import { extend } from './extend.ts';
import { ruleFileSchema } from './schema.ts';
import { type CheckTable, type Extension, ruleFileShapes } from './shape.ts';
import { type Mistake, readShaped } from './shaped.ts';
import type { Source } from './source.ts';

export type { CheckTable } from './shape.ts';

/**
 * `text` is the content of the file, `path` its name in messages; the id of the milestone must be its base name.
 * `bases` are the milestones that it may extend. Throws a `RuleFileError`.
 */
export async function loadMilestone(
  text: string,
  path: string,
  checks: CheckTable,
  bases: readonly Milestone[] = [],
): Promise<Milestone> {
  let milestone: Milestone | null = null;
  const read = await readShaped<Milestone | Extension>(text, {
    path,
    shape: (z, data) => ruleFileShapes(z, checks)[kindOf(data)],
    schema: (data) => ruleFileSchema(checks, kindOf(data)),
    mistakes: (found, source) => {
      const misplaced = misnamed(found, path, source);
      if (misplaced.length > 0) return misplaced;
      if (!('extends' in found))
        return [...unknownPrerequisites(found, source), ...secondMain(found, found, source)];
      const extended = extend(found, bases);
      if ('mistakes' in extended)
        return extended.mistakes.map(({ at, problem }) => ({ ...source.place(at), problem }));
      milestone = extended.milestone;
      return secondMain(extended.milestone, found, source);
    },
  });
  return milestone ?? (read as Milestone);
}

function kindOf(data: unknown): 'extension' | 'whole' {
  return typeof data === 'object' && data !== null && 'extends' in data ? 'extension' : 'whole';
}

/** What comes first must be a requirement of the same milestone. */
function unknownPrerequisites({ id, requirements }: Milestone, source: Source): readonly Mistake[] {
  const known = requirements.map((one) => one.id);
  return requirements.flatMap((one, index) =>
    one.after.flatMap((before, at) =>
      known.includes(before) && before !== one.id
        ? []
        : [
            {
              ...source.place(['requirements', index, 'after', at]),
              problem: `'${id}' has no other requirement '${before}'`,
            },
          ],
    ),
  );
}

/** A milestone is about one thing. */
function secondMain(
  milestone: Milestone,
  { requirements }: Milestone | Extension,
  source: Source,
): readonly Mistake[] {
  const [first, second] = milestone.requirements.filter(({ main }) => main);
  if (!first || !second) return [];
  const at = requirements.findIndex(({ id }) => id === second.id);
  const place = source.place(at < 0 ? ['requirements'] : ['requirements', at, 'main']);
  return [{ ...place, problem: `'${first.id}' is the main requirement already` }];
}

/** Ids that stand twice, or that are not what the file is called. */
function misnamed(milestone: Milestone | Extension, path: string, source: Source): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.ya?ml$/, '');
  if (milestone.id !== name) {
    mistakes.push({ ...source.place(['id']), problem: `the id must be the name of the file, '${name}'` });
  }
  const seen = new Set<string>();
  for (const [index, { id }] of milestone.requirements.entries()) {
    if (seen.has(id)) {
      const place = source.place(['requirements', index, 'id']);
      mistakes.push({ ...place, problem: `there is a requirement '${id}' already` });
    }
    seen.add(id);
  }
  return mistakes;
}

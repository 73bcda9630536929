/** Reads a rule file. Every mistake is told with its place (`rules/x.yml:12:7`) and what was expected. */
import { badRuleFile, UserError } from '../errors.ts';
import type { Milestone } from '../model.ts';
import { extend } from './extend.ts';
import { ruleFileSchema } from './schema.ts';
import { type CheckTable, type Extension, ruleFileShapes } from './shape.ts';
import { type Place, parseSource, type Source } from './source.ts';
import { complaintsOf } from './wording.ts';

export type { CheckTable } from './shape.ts';

const HINT =
  'docs/architecture.md shows the shape of a rule file; rules/schema.json lets an editor check it.';
/** More mistakes than this are not told: they are mostly echoes of the first. */
const MOST_MISTAKES = 20;

/** All mistakes of one rule file, in the order of their places: `rules/x.yml:12:7: unknown key 'wieght'; …`. */
export class RuleFileError extends UserError {
  readonly mistakes: readonly string[];

  constructor(path: string, mistakes: readonly (Place & { readonly problem: string })[]) {
    const sorted = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
    const told = [
      ...new Set(sorted.map(({ line, column, problem }) => `${path}:${line}:${column}: ${problem}`)),
    ].slice(0, MOST_MISTAKES);
    const [first] = sorted;
    const more = told.length > 1 ? ` (and ${told.length - 1} more)` : '';
    super(
      badRuleFile(
        `${path}:${first?.line ?? 1}:${first?.column ?? 1}`,
        `${first?.problem ?? ''}${more}`,
        HINT,
      ),
    );
    this.mistakes = told;
  }
}

/**
 * `text` is the content of the file, `path` its name in messages; the id of the milestone must be its base name.
 * `bases` are the milestones that it may extend. Throws a {@link RuleFileError}.
 */
export async function loadMilestone(
  text: string,
  path: string,
  checks: CheckTable,
  bases: readonly Milestone[] = [],
): Promise<Milestone> {
  const parsed = await parseSource(text);
  if ('mistakes' in parsed) {
    throw new RuleFileError(
      path,
      parsed.mistakes.map(({ place, problem }) => ({ ...place, problem })),
    );
  }
  const { source } = parsed;
  const z = await import('zod');
  const kind = isExtension(source.data) ? 'extension' : 'whole';
  const read = ruleFileShapes(z, checks)[kind].safeParse(source.data);
  if (!read.success) {
    const schema = await ruleFileSchema(checks, kind);
    const complaints = read.error.issues
      .slice(0, MOST_MISTAKES)
      .flatMap((issue) => complaintsOf(issue, source.data, schema));
    throw new RuleFileError(
      path,
      complaints.map(({ path: at, key, problem }) => ({
        ...(key === undefined ? source.place(at) : source.placeOfKey(at, key)),
        problem,
      })),
    );
  }
  const mistakes = misnamed(read.data, path, source);
  if (mistakes.length > 0) throw new RuleFileError(path, mistakes);
  if (!('extends' in read.data)) return read.data;
  const extended = extend(read.data, bases);
  if ('milestone' in extended) return extended.milestone;
  throw new RuleFileError(
    path,
    extended.mistakes.map(({ at, problem }) => ({ ...source.place(at), problem })),
  );
}

function isExtension(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'extends' in data;
}

/** Ids that stand twice, or that are not what the file is called. */
function misnamed(
  milestone: Milestone | Extension,
  path: string,
  source: Source,
): (Place & { readonly problem: string })[] {
  const mistakes: (Place & { readonly problem: string })[] = [];
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

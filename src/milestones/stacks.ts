/**
 * Frameworks for which there is code in a first step: one file each, `rules/stacks/flask.yml`. Advice for another stack
 * helps nobody, so a project gets code of what it is made with, or words alone.
 */
import type * as Zod from 'zod';
import type { Milestone, Requirement } from '../model.ts';
import type { JsonSchema } from './schema.ts';
import { readShaped } from './shaped.ts';

export interface Stack {
  readonly id: string;
  readonly title: string;
  /** Of one kind a project has mostly one: code for another of the same kind is not for it. */
  readonly kind: 'language' | 'web' | 'interface' | 'vectors';
  readonly language: 'python' | 'typescript';
  /** Packages by which it is known. */
  readonly uses: readonly string[];
  /** Stacks that it stands on: whoever is made with it writes no code for those. */
  readonly over?: readonly string[] | undefined;
  /** Code by `milestone/requirement`. */
  readonly snippets: Readonly<Record<string, string>>;
}

/** Throws a RuleFileError, also for a snippet of a requirement that there is not. */
export async function loadStack(
  text: string,
  path: string,
  milestones: readonly Milestone[],
): Promise<Stack> {
  const known = milestones.flatMap((one) => one.requirements.map(({ id }) => `${one.id}/${id}`));
  return readShaped(text, {
    path,
    shape,
    schema: async () => {
      const z = await import('zod');
      return z.toJSONSchema(shape(z), { io: 'input' }) as JsonSchema;
    },
    mistakes: ({ snippets }, source) =>
      Object.keys(snippets)
        .filter((id) => !known.includes(id))
        .map((id) => ({
          ...source.placeOfKey(['snippets'], id),
          problem: `there is no requirement '${id}'`,
        })),
  });
}

function shape(z: typeof Zod): Zod.ZodType<Stack> {
  return z.strictObject({
    id: z.string().regex(/^[a-z]+$/),
    title: z.string().trim().min(1),
    kind: z.enum(['language', 'web', 'interface', 'vectors']),
    language: z.enum(['python', 'typescript']),
    uses: z.array(z.string().trim().min(1)),
    over: z.array(z.string()).optional(),
    snippets: z.record(z.string(), z.string().min(1)),
  });
}

/** What a project is made with. */
export interface Made {
  readonly languages: readonly Stack['language'][];
  readonly packages: ReadonlySet<string>;
}

/** Those of a project, in the order of the table: the first that has code for a requirement gives it. */
export function stacksOf({ languages, packages }: Made, all: readonly Stack[]): readonly Stack[] {
  const own = all.filter(
    ({ kind, language, uses }) =>
      languages.includes(language) && (kind === 'language' || uses.some((name) => packages.has(name))),
  );
  return own.filter(({ id }) => !own.some(({ over }) => over?.includes(id)));
}

/**
 * The first step of a requirement for a project: the rule's words, with code of its own stack. `all` are those that there
 * are, `own` the project's. Where the rule's code is for a stack that the project is not made with, words alone.
 */
export function stepFor(
  milestone: string,
  { id, fix, stack }: Requirement,
  own: readonly Stack[],
  all: readonly Stack[],
): string {
  const meant = all.find((one) => one.id === stack);
  if (meant === undefined || own.includes(meant)) return fix;
  const found = own
    .filter(({ kind }) => kind !== 'language')
    .concat(own.filter(({ kind }) => kind === 'language'))
    .find(({ snippets }) => snippets[`${milestone}/${id}`] !== undefined);
  const code = found?.snippets[`${milestone}/${id}`];
  if (code !== undefined) return `${wordsOf(fix)}\n\n${indented(code)}`;
  const fits =
    own.some(({ language }) => language === meant.language) && !own.some(({ kind }) => kind === meant.kind);
  return fits ? fix : wordsOf(fix);
}

/** The prose before the code: what follows it speaks of the code. */
export function wordsOf(fix: string): string {
  const lines = fix.split('\n');
  const end = lines.findIndex((line) => /^(?: {4}|```)/.test(line));
  const words = lines
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
  return words.replace(/:$/, '.');
}

function indented(code: string): string {
  return code
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

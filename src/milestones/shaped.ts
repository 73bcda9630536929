/** Reads a YAML file of a known shape. Every mistake is told with its place (`rules/x.yml:12:7`) and what was expected. */
import type * as Zod from 'zod';
import { docsPage } from '../addresses.ts';
import type { ZodModule } from '../checks/define.ts';
import { badRuleFile, UserError } from '../errors.ts';
import type { JsonSchema } from './schema.ts';
import { type Place, parseSource, type Source } from './source.ts';
import { complaintsOf } from './wording.ts';

const HINT = `The shape of a rule file: ${docsPage('writing-rules')}; rules/schema.json lets an editor check it.`;
/** More mistakes than this are not told: they are mostly echoes of the first. */
const MOST_MISTAKES = 20;

/** All mistakes of one rule file, in the order of their places: `rules/x.yml:12:7: unknown key 'wieght'; …`. */
export class RuleFileError extends UserError {
  readonly mistakes: readonly string[];

  constructor(path: string, mistakes: readonly Mistake[], hint: string = HINT) {
    const [first] = mistakes;
    const told = toldOf(path, mistakes);
    const more = told.length > 1 ? ` (and ${told.length - 1} more)` : '';
    super(
      badRuleFile(
        `${path}:${first?.line ?? 1}:${first?.column ?? 1}`,
        `${first?.problem ?? ''}${more}`,
        hint,
      ),
    );
    this.mistakes = told;
  }
}

export type Mistake = Place & { readonly problem: string };

export interface Shape<Data> {
  readonly shape: (z: ZodModule, data: unknown) => Zod.ZodType<Data>;
  /** The same as a JSON Schema, from which a misspelt key learns what there is. */
  readonly schema: (data: unknown) => Promise<JsonSchema>;
  /** What no shape can say: ids that stand twice, say. */
  readonly mistakes?: (data: Data, source: Source) => readonly Mistake[];
}

export interface ShapedFile<Data> extends Shape<Data> {
  /** Its name in messages. */
  readonly path: string;
  /** What to do about a mistake, where it is no file of rules. */
  readonly hint?: string;
}

/** Throws a {@link RuleFileError}. */
export async function readShaped<Data>(text: string, file: ShapedFile<Data>): Promise<Data> {
  const read = await parseShaped(text, file);
  if ('mistakes' in read) throw new RuleFileError(file.path, read.mistakes, file.hint);
  return read.data;
}

/** The data with the places of its parts, or all mistakes, in the order of their places. */
export async function parseShaped<Data>(
  text: string,
  file: Shape<Data>,
): Promise<{ readonly data: Data; readonly source: Source } | { readonly mistakes: readonly Mistake[] }> {
  const parsed = await parseSource(text);
  if ('mistakes' in parsed) {
    return { mistakes: sorted(parsed.mistakes.map(({ place, problem }) => ({ ...place, problem }))) };
  }
  const { source } = parsed;
  const read = file.shape(await import('zod'), source.data).safeParse(source.data);
  if (!read.success) {
    const schema = await file.schema(source.data);
    const complaints = read.error.issues
      .slice(0, MOST_MISTAKES)
      .flatMap((issue) => complaintsOf(issue, source.data, schema));
    const mistakes = complaints.map(({ path, key, problem }) => ({
      ...(key === undefined ? source.place(path) : source.placeOfKey(path, key)),
      problem,
    }));
    return { mistakes: sorted(mistakes) };
  }
  const mistakes = file.mistakes?.(read.data, source) ?? [];
  return mistakes.length > 0 ? { mistakes: sorted(mistakes) } : { data: read.data, source };
}

/** `rules/x.yml:12:7: unknown key 'wieght'`, one for each mistake, each once. */
export function toldOf(path: string, mistakes: readonly Mistake[]): string[] {
  const told = mistakes.map(({ line, column, problem }) => `${path}:${line}:${column}: ${problem}`);
  return [...new Set(told)].slice(0, MOST_MISTAKES);
}

function sorted(mistakes: readonly Mistake[]): Mistake[] {
  return [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
}

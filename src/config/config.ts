/** What a project says of its own audit, in `.milestone.yml`: its milestone, paths left out, requirements waived. */
import { badConfig } from '../errors.ts';
import { parseSource } from '../milestones/source.ts';
import { complaintsOf } from '../milestones/wording.ts';
import type { Waiver } from '../model.ts';
import { configSchema, configShape } from './shape.ts';

/** Where it lies in the audited folder, where nobody says otherwise. */
export const CONFIG_FILE = '.milestone.yml';

export interface Config {
  /** The file, as messages and notes name it. */
  readonly path: string;
  /** An id, or null to let the milestone be named elsewhere, or recognised. */
  readonly milestone: string | null;
  /** Patterns as in `.gitignore`. */
  readonly ignore: readonly string[];
  /** Rule files or folders of the repository, as they are written. */
  readonly rules: readonly string[];
  readonly waivers: readonly ConfiguredWaiver[];
}

export interface ConfiguredWaiver extends Waiver {
  /** `jwt-auth`, or `blog-api/jwt-auth`. */
  readonly requirement: string;
  readonly line: number;
}

interface Mistake {
  readonly line: number;
  readonly column: number;
  readonly problem: string;
}

const MOST_MISTAKES = 10;

/** Reads the text of a file. Throws a UserError that tells every mistake with its place. */
export async function parseConfig(text: string, path: string): Promise<Config> {
  const parsed = await parseSource(text);
  if ('mistakes' in parsed) {
    throw refused(
      path,
      parsed.mistakes.map(({ place, problem }) => ({ ...place, problem })),
    );
  }
  const { source } = parsed;
  // A file that holds nothing, or comments only, configures nothing.
  const data = source.data ?? {};
  const z = await import('zod');
  const read = configShape(z).safeParse(data);
  if (!read.success) {
    const schema = configSchema(z);
    const mistakes = read.error.issues.slice(0, MOST_MISTAKES).flatMap((issue) =>
      complaintsOf(issue, data, schema).map(({ path: at, key, problem }) => ({
        ...(key === undefined ? source.place(at) : source.placeOfKey(at, key)),
        problem,
      })),
    );
    throw refused(path, mistakes);
  }
  const { milestone = null, ignore = [], rules = [], waivers = [] } = read.data;
  const placed = waivers.map(({ requirement, reason, until = null }, index) => ({
    requirement,
    reason,
    until,
    line: source.place(['waivers', index]).line,
  }));
  const twice = placed.filter((one, index) =>
    placed.slice(0, index).some(({ requirement }) => requirement === one.requirement),
  );
  if (twice.length > 0) {
    throw refused(
      path,
      twice.map(({ requirement, line }) => ({
        line,
        column: 1,
        problem: `'${requirement}' is waived already`,
      })),
    );
  }
  return { path, milestone, ignore, rules, waivers: placed };
}

function refused(path: string, mistakes: readonly Mistake[]): Error {
  const sorted = [...mistakes].sort((a, b) => a.line - b.line || a.column - b.column);
  return badConfig(
    sorted
      .slice(0, MOST_MISTAKES)
      .map(({ line, column, problem }) => `${path}:${line}:${column}: ${problem}`),
  );
}

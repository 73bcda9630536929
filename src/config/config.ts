/** What a project says of its own audit, in `.milestone.yml`: its milestone, paths left out, requirements waived. */
import { badConfig } from '../errors.ts';
import { type Mistake, parseShaped, toldOf } from '../milestones/shaped.ts';
import type { Source } from '../milestones/source.ts';
import type { Waiver } from '../model.ts';
import { configSchema, configShape, type WrittenConfig } from './shape.ts';

/** Where it lies in the audited folder, where nobody says otherwise. */
export const CONFIG_FILE = '.milestone.yml';

export interface Config {
  /** The file, as messages and notes name it. */
  readonly path: string;
  /** An id, or null to let the milestone be named elsewhere, or recognised. */
  readonly milestone: string | null;
  /** Where the milestone is named: `.milestone.yml:1:12`. */
  readonly milestonePlace: string;
  /** Patterns as in `.gitignore`. */
  readonly ignore: readonly string[];
  /** Rule files or folders of the repository, as they are written. */
  readonly rules: readonly string[];
  /** Files of the repository that say what its own calls mean, as they are written. */
  readonly knowledge: readonly string[];
  readonly waivers: readonly ConfiguredWaiver[];
}

/** Read where there is no `.milestone.yml`: the other usual ending of YAML. */
export const OTHER_CONFIG_FILE = '.milestone.yaml';

export interface ConfiguredWaiver extends Waiver {
  /** `jwt-auth`, or `blog-api/jwt-auth`. */
  readonly requirement: string;
  readonly line: number;
}

/** Reads the text of a file. Throws a UserError that tells every mistake with its place. */
export async function parseConfig(text: string, path: string): Promise<Config> {
  const read = await parseShaped(text, {
    // A file that holds nothing, or comments only, configures nothing.
    shape: (z) => z.preprocess((data) => data ?? {}, configShape(z)),
    schema: async () => configSchema(await import('zod')),
    mistakes: waivedTwice,
  });
  if ('mistakes' in read) throw badConfig(toldOf(path, read.mistakes));
  const { milestone = null, ignore = [], rules = [], knowledge = [], waivers = [] } = read.data;
  const placed = waivers.map(({ requirement, reason, until = null }, index) => ({
    requirement,
    reason,
    until,
    line: read.source.place(['waivers', index]).line,
  }));
  const { line, column } = read.source.place(['milestone']);
  const milestonePlace = `${path}:${line}:${column}`;
  return { path, milestone, milestonePlace, ignore, rules, knowledge: [knowledge].flat(), waivers: placed };
}

function waivedTwice({ waivers = [] }: WrittenConfig, source: Source): Mistake[] {
  const first = new Map<string, number>();
  for (const [index, { requirement }] of waivers.entries()) {
    if (!first.has(requirement)) first.set(requirement, index);
  }
  return waivers.flatMap(({ requirement }, index) =>
    first.get(requirement) === index
      ? []
      : [{ ...source.place(['waivers', index]), problem: `'${requirement}' is waived already` }],
  );
}

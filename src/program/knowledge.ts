/** What libraries mean, as data: the rows of `knowledge/*.yml` as they are handed to the linked program. */
import type { RoleName } from './role-names.ts';

/**
 * How a name is used: called, inherited from or named as a type, written above a definition, imported
 * (whatever comes from a module is of its library), asked for by a manifest (packages go by their own names).
 */
export const USES = ['call', 'class', 'decorator', 'module', 'package'] as const;
export type Use = (typeof USES)[number];

/** A place of an argument: its position, or its keyword (which is also the key of an options object). */
export type ArgumentPlace = number | string;

/** One meaning, and all the names that have it. */
export interface Meaning {
  readonly use: Use;
  /** Fully qualified, as the program resolves them. `*`: any characters within one name; `**`: any names, also none. */
  readonly names: readonly string[];
  readonly role: RoleName;
  /** Where each argument stands, by what it is for; the first place that is filled counts. */
  readonly takes: Readonly<Record<string, readonly ArgumentPlace[]>>;
  /** What else is known: the engine of a store, the format of a file. */
  readonly about: Readonly<Record<string, string>>;
  /** The field that it stands in: the name of its file. */
  readonly field: string;
  /** The project itself says so: only then may it speak of the program's own definitions. */
  readonly own?: true;
}

/** What a role is, and what may be said of whatever has it. */
export interface RoleKind {
  /** One sentence. */
  readonly means: string;
  /** The arguments that it has, with the places that count where a row tells none. */
  readonly takes: Readonly<Record<string, readonly ArgumentPlace[]>>;
  /** Keys of {@link Meaning.about} with the values that they may have; any where there are none. */
  readonly about: Readonly<Record<string, readonly string[]>>;
}

export interface Knowledge {
  readonly roles: Readonly<Record<string, RoleKind>>;
  /** By field and place; where one name has the same role twice, the first counts. */
  readonly meanings: readonly Meaning[];
}

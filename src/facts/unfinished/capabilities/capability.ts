/** One promise, and the ways in which a repository may show that it is kept. */
import type { Trace } from './capabilities.ts';

export interface Capability {
  readonly promise: RegExp;
  readonly shown: (trace: Trace) => boolean;
  /** What would show it, in words: 'a Dockerfile with several stages'. Any trace of its name where that is left out. */
  readonly shows?: string;
}

/** Something is called so: a name or text in the code, a dependency, an image, a file, a route. */
export const named =
  (pattern: RegExp) =>
  ({ names }: Trace): boolean =>
    names(pattern);
/** The code itself imports, calls or hands it on: a dependency that is only listed is none. */
export const used =
  (pattern: RegExp) =>
  ({ uses }: Trace): boolean =>
    uses(pattern);
/** A file's path says so. */
export const filed =
  (pattern: RegExp) =>
  ({ facts }: Trace): boolean =>
    facts.files.some((file) => file.size > 0 && pattern.test(file.path));

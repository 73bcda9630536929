/** Languages that nothing here reads, and whether an application is written in them. */
import type { RepositoryFile } from './roles.ts';

/** The endings of their files, lower case without the dot. */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ['C', 'c h'],
  ['C#', 'cs'],
  ['C++', 'cc cpp cxx hpp'],
  ['Clojure', 'clj cljs cljc'],
  ['Dart', 'dart'],
  ['Elixir', 'ex exs'],
  ['Erlang', 'erl'],
  ['F#', 'fs'],
  ['Go', 'go'],
  ['Groovy', 'groovy'],
  ['Haskell', 'hs'],
  ['Java', 'java'],
  ['Julia', 'jl'],
  ['Kotlin', 'kt'],
  ['Lua', 'lua'],
  ['Objective-C', 'm mm'],
  ['OCaml', 'ml'],
  ['Perl', 'pl'],
  ['PHP', 'php'],
  ['R', 'r'],
  ['Ruby', 'rb'],
  ['Rust', 'rs'],
  ['Scala', 'scala'],
  ['Swift', 'swift'],
  ['Visual Basic', 'vb'],
  ['Zig', 'zig'],
];

const BY_ENDING: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(([language, endings]) => endings.split(' ').map((ending) => [ending, language] as const)),
);

/** Endings of code that is not read. */
export const FOREIGN_ENDINGS: readonly string[] = [...BY_ENDING.keys()];

/** With less of its code than this an application has a by-part in other languages: a binding, a script, a launcher. */
const REAL_PART = 0.1;

/** The languages in which a real part of the application is written and that are not read, the largest first; else none. */
export function foreignLanguages(files: readonly RepositoryFile[]): readonly string[] {
  const bytes = new Map<string, number>();
  let all = 0;
  for (const { kind, role, link, path, size } of files) {
    if (kind !== 'code' || role !== 'application' || link) continue;
    all += size;
    const language = foreignLanguage(path);
    if (language !== null) bytes.set(language, (bytes.get(language) ?? 0) + size);
  }
  const foreign = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  if (foreign === 0 || foreign < REAL_PART * all) return [];
  return [...bytes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
}

/** The language of a file, where it is one that is not read. */
export function foreignLanguage(path: string): string | null {
  return BY_ENDING.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? null;
}

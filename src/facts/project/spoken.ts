/**
 * What a repository speaks of: the words of its names, texts and paths. They show nothing that is done, and so they never
 * raise a verdict; but where much is said of what no check found, it may be there in a form that none knows.
 */
import type { RepositoryFile } from './roles.ts';

export interface Spoken {
  /** How often any of the words stands there, and the first file that has one; `stem*` is the beginning of a word. */
  of(words: readonly string[]): { readonly times: number; readonly path: string | null };
}

/** Characters of all files together, those of the application first. */
const MOST_TEXT = 2_000_000;
/** `camelCase`, `snake_case` and `ALLCAPS` in their parts. */
const WORD = /[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g;

export function spokenIn(
  files: readonly RepositoryFile[],
  text: (path: string) => string | undefined,
): Spoken {
  const index = new Map<string, { times: number; readonly path: string }>();
  let left = MOST_TEXT;
  for (const { path } of inOrder(files)) {
    const said = `${path}\n${text(path) ?? ''}`.slice(0, left);
    left -= said.length;
    for (const [word] of said.matchAll(WORD)) {
      const key = word.toLowerCase();
      const known = index.get(key);
      if (known === undefined) index.set(key, { times: 1, path });
      else known.times += 1;
    }
  }
  const found = (word: string): readonly { readonly times: number; readonly path: string }[] => {
    if (word.endsWith('*'))
      return [...index].flatMap(([key, one]) => (key.startsWith(word.slice(0, -1)) ? [one] : []));
    const one = index.get(word);
    return one === undefined ? [] : [one];
  };
  return {
    of(words) {
      const all = words.flatMap(found);
      return { times: all.reduce((sum, { times }) => sum + times, 0), path: all[0]?.path ?? null };
    },
  };
}

function inOrder(files: readonly RepositoryFile[]): readonly RepositoryFile[] {
  const said = files.filter(
    ({ role, kind }) => (role === 'application' && kind !== 'style') || (role === 'test' && kind === 'code'),
  );
  return [
    ...said.filter(({ role }) => role === 'application'),
    ...said.filter(({ role }) => role === 'test'),
  ];
}

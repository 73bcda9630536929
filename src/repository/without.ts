/** A repository without some of its paths, as its configuration asks. That they are left out is said, always. */
import type { Note } from '../model.ts';
import { patternsOf } from '../reading/patterns.ts';
import { counted } from './limits.ts';
import type { Repository } from './repository.ts';

/** `patterns` are those of a `.gitignore`, of the file `source`. */
export async function withoutPaths(
  repository: Repository,
  patterns: readonly string[],
  source: string,
): Promise<Repository> {
  if (patterns.length === 0) return repository;
  const { default: ignore } = await import('ignore');
  const { test, refused } = patternsOf(patterns, ignore);
  const dropped = new Set(repository.entries.map(({ path }) => path).filter((path) => isIgnored(path, test)));
  const entries = repository.entries.filter(({ path }) => !dropped.has(path));
  const left = dropped.size;
  const files = left === 1 ? '1 file is' : `${counted(left)} files are`;
  const note = (text: string): Note => ({ path: source, line: null, text });
  const notes = [
    note(
      left === 0 ? 'no file fits a pattern of its ignore list' : `${files} left out, as its ignore list asks`,
    ),
    ...(refused === 0
      ? []
      : [note(`patterns of its ignore list with too many stars were not used: ${refused}`)]),
  ];
  return {
    ...repository,
    entries,
    omitted: [...dropped],
    unread: (repository.unread ?? []).filter(({ path }) => path === null || !isIgnored(path, test)),
    get notes() {
      return [...notes, ...repository.notes.filter(({ path }) => path === null || !dropped.has(path))];
    },
    read: async (path) =>
      dropped.has(path) ? { unreadable: 'not a file of the repository' } : repository.read(path),
  };
}

type Test = ReturnType<typeof patternsOf>['test'];

/** A file in a folder that is ignored cannot be taken back, as with Git. */
function isIgnored(path: string, test: Test): boolean {
  const longest = path.split('/').reduce((most, part) => (part.length > most.length ? part : most), '');
  return test(path, longest).ignored;
}

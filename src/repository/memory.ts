/** A repository out of literals: what an audit sees, without a disk. Rule tests are made of them. */
import { byCodePoint } from './order.ts';
import type { Commit, Entry, FileText, History, Repository } from './repository.ts';

export interface LiteralRepository {
  /** Contents by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Number of commits; 0 for a folder outside git. */
  readonly commits?: number;
}

export function repositoryOf({ files, commits = 6 }: LiteralRepository): Repository {
  const texts = new Map(Object.entries(files));
  const entries: Entry[] = [...texts].map(([path, text]) => ({
    path,
    size: new TextEncoder().encode(text).length,
    id: null,
    link: false,
    tracked: true,
  }));
  entries.sort((a, b) => byCodePoint(a.path, b.path));
  const made = (index: number): Commit => ({
    id: index.toString(16).padStart(40, '0'),
    author: 'dev',
    date: '2026-01-01T00:00:00Z',
    subject: `step ${index}`,
  });
  const history: History | null =
    commits === 0
      ? null
      : {
          commits: Array.from({ length: commits }, (_, index) => made(commits - index)),
          count: commits,
          authors: 1,
          date: made(commits).date,
          shallow: false,
        };
  return {
    name: 'project',
    revision: history ? made(commits).id : null,
    tree: null,
    remote: null,
    folder: '',
    entries,
    history,
    notes: [],
    read: async (path): Promise<FileText> => {
      const text = texts.get(path);
      return text === undefined ? { unreadable: 'no such file' } : { text, encoding: 'utf-8' };
    },
  };
}

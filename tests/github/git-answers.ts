/** What the loopback GitHub tells of commits, out of a real repository. */
import { execFileSync } from 'node:child_process';
import type { Answer, Asked } from './store.ts';

export function gitAnswers({ route, path, query }: Asked, folder: string | undefined): Answer | null {
  if (folder === undefined) return null;
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    switch (route) {
      case 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}': {
        const sha = path.commit_sha ?? '';
        const [tree = '', date = ''] = git('show', '-s', '--format=%T%n%aI', sha).trim().split('\n');
        return { status: 200, data: { sha, tree: { sha: tree }, author: { date, name: 'a', email: 'a@b' } } };
      }
      case 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}': {
        const lines = git('ls-tree', '-r', '-t', '-l', '-z', '--full-tree', path.tree_sha ?? '')
          .split('\0')
          .filter(Boolean);
        const tree = lines.map((line) => {
          const [info = '', name = ''] = line.split('\t');
          const [mode, type, sha, size] = info.split(/ +/);
          return { path: name, mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) };
        });
        return { status: 200, data: { sha: path.tree_sha, tree, truncated: false } };
      }
      case 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}': {
        const content = execFileSync('git', ['-C', folder, 'cat-file', 'blob', path.file_sha ?? ''], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        return { status: 200, data: { content: content.toString('base64'), encoding: 'base64' } };
      }
      case 'GET /repos/{owner}/{repo}/commits':
        return commits(git, query);
      case 'GET /repos/{owner}/{repo}/compare/{basehead}': {
        const [base = '', head = ''] = (path.basehead ?? '').split('...');
        return { status: 200, data: { merge_base_commit: { sha: git('merge-base', base, head).trim() } } };
      }
      default:
        return null;
    }
  } catch {
    return { status: 404, data: { message: 'Not Found' } };
  }
}

function commits(git: (...words: readonly string[]) => string, query: URLSearchParams): Answer {
  const where = query.get('path');
  const log = git(
    'log',
    '--format=%H%x09%an%x09%ae%x09%aI%x09%s',
    query.get('sha') ?? '',
    '--',
    ...(where ? [where] : []),
  );
  const all = log.trim().split('\n').filter(Boolean);
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const last = Math.ceil(all.length / size);
  const data = all.slice(0, size).map((line) => {
    const [sha, name, email, date, message] = line.split('\t');
    return { sha, commit: { author: { name, email, date }, message } };
  });
  const headers =
    last > 1 ? { link: `<http://loopback/commits?page=${last}&per_page=${size}>; rel="last"` } : {};
  return { status: 200, data, headers };
}

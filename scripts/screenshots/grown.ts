/** A repository of 300 commits: the example task manager, as somebody may have written it, with a slip on the way. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('../../examples/task-manager/', import.meta.url));
const COMMITS = 300;
const FIRST = Date.UTC(2026, 0, 5, 9) / 1000;
const HALF_DAY = 12 * 60 * 60;
const IGNORED = '__pycache__/\n.venv/\n*.log\n';

interface Step {
  readonly subject: string;
  readonly path: string;
  /** null takes the file away. */
  readonly text: string | null;
}

/** Writes the repository into a folder, which is made. `commits` at least as many as the example has parts. */
export function growRepository(folder: string, commits = COMMITS): void {
  mkdirSync(folder, { recursive: true });
  const git = (input: string, ...words: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, ...words], { input, stdio: ['pipe', 'ignore', 'ignore'] });
  git('', 'init', '-q', '-b', 'main');
  git(streamOf(stepsOf(commits)), 'fast-import', '--quiet');
  git('', 'reset', '-q', '--hard');
}

/** Each file grows by its paragraphs; between them stand days on which only notes were taken. */
function stepsOf(commits: number): readonly Step[] {
  const parts = FILES.flatMap((path) => grown(path, readFileSync(join(EXAMPLE, path), 'utf8')));
  const slip: Readonly<Record<number, Step>> = {
    [Math.floor(commits * 0.12)]: { subject: 'Ignore what tools make', path: '.gitignore', text: IGNORED },
    [Math.floor(commits * 0.55)]: { subject: 'Clean up', path: '.gitignore', text: null },
    [Math.floor(commits * 0.7)]: { subject: 'Bring .gitignore back', path: '.gitignore', text: IGNORED },
  };
  let notes = '# Notes\n';
  return Array.from({ length: commits }, (_, at): Step => {
    const own = slip[at];
    if (own !== undefined) return own;
    const due = Math.floor((at * parts.length) / (commits * 0.9));
    const next =
      due > Math.floor(((at - 1) * parts.length) / (commits * 0.9)) || at === 0 ? parts[due] : undefined;
    if (next !== undefined) return next;
    notes += `- day ${at}: thought about the next command\n`;
    return { subject: `Take notes of day ${at}`, path: 'docs/notes.md', text: notes };
  });
}

const FILES = [
  'README.md',
  'pyproject.toml',
  ...readdirSync(join(EXAMPLE, 'jot'))
    .sort()
    .map((name) => `jot/${name}`),
  'tests/test_store.py',
];

/** The first paragraph, the first two, and so on: a paragraph of code ends where an unindented line begins. */
function grown(path: string, text: string): readonly Step[] {
  const paragraphs = text.split(/\n\n+(?=\S)/);
  return paragraphs.map((_, count) => ({
    subject: count === 0 ? `Begin ${path}` : `Go on with ${path}`,
    path,
    text: `${paragraphs
      .slice(0, count + 1)
      .join('\n\n')
      .trimEnd()}\n`,
  }));
}

/** In the words of `git fast-import`: one process for all commits. */
function streamOf(steps: readonly Step[]): string {
  return steps
    .map(({ subject, path, text }, at) => {
      const who = `Ada <ada@example.org> ${FIRST + at * HALF_DAY} +0000`;
      const change = text === null ? `D ${path}` : `M 100644 inline ${path}\n${data(text)}`;
      const tag = (at + 1) % 100 === 0 ? `\nreset refs/tags/v0.${(at + 1) / 100}\nfrom :${at + 1}\n` : '';
      return `commit refs/heads/main\nmark :${at + 1}\nauthor ${who}\ncommitter ${who}\n${data(subject)}\n${change}\n${tag}`;
    })
    .join('\n');
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/**
 * Plays a pull request to the example project against a GitHub on loopback, and leaves what would be posted as files to
 * look at: the comment, the job summary and the check run, as Markdown and as pages; the log; every request.
 *
 *   npm run action:try [-- FOLDER] [--picture FILE.png]
 *
 * The picture of the comment needs Chromium (Debian: apt-get install chromium).
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Loopback, startLoopback } from '../tests/github/loopback.ts';
import { runStep, type Step } from '../tests/github/step.ts';
import { page } from './action-try/page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const pictureAt = words.indexOf('--picture');
const picture = pictureAt < 0 ? null : resolve(words.splice(pictureAt, 2)[1] ?? 'comment.png');
const out = resolve(words[0] ?? join(ROOT, 'action-try'));

/** Lines that the pull request replaces, file by file. */
const CHANGE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'jot/store.py': [
    ['import json\n', 'import json\nimport logging\n'],
    [
      'from jot.models import Task\n',
      'from jot.models import Task\n\nlogger = logging.getLogger(__name__)\n',
    ],
    [
      'print("Could not read the tasks, starting with an empty list")',
      'logger.exception("could not read %s", self.path)',
    ],
    ['print(f"saved {len(rows)} tasks to {self.path}")', 'logger.info("saved %d tasks", len(rows))'],
    ['    def export(self, path):\n        raise NotImplementedError\n', ''],
    ['def save(self):', 'def save(self) -> None:'],
    ['def complete(self, number):', 'def complete(self, number: int) -> Task:'],
    ['def delete(self, number):', 'def delete(self, number: int) -> None:'],
  ],
  'jot/cli.py': [
    ['import argparse\n', 'import argparse\nimport logging\n'],
    [
      'def main(argv=None):\n',
      'def main(argv: list[str] | None = None) -> int:\n    logging.basicConfig(filename="jot.log", level=logging.INFO)\n    logging.debug("at most %d tasks are brought in", read_count("100"))\n',
    ],
    ['from jot.store', 'from jot.imports import read_count\nfrom jot.store'],
  ],
};

const NEW_FILE = `"""Brings tasks in from other programs."""


def read_count(text: str) -> int:
    try:
        return int(text)
    except:
        return 0
`;

/** What `pytest --cov --cov-report=xml` of the step before would have written: nobody tests the new file. */
const COVERAGE = `<coverage>${Object.entries({
  'jot/store.py': Array.from({ length: 40 }, (_, at) => Number(at % 7 !== 3)),
  'jot/imports.py': [0, 0, 0, 1, 1, 1, 0, 0].map((hits, at) => (at < 3 ? -1 : hits)),
})
  .map(
    ([path, hits]) =>
      `<class filename="${path}"><lines>${hits.map((count, at) => `<line number="${at + 1}" hits="${count}"/>`).join('')}</lines></class>`,
  )
  .join('')}</coverage>`;

interface Commits {
  readonly base: string;
  readonly head: string;
}

/** The example as it is, then what the pull request makes of it. */
function writeRepository(folder: string): Commits {
  cpSync(join(ROOT, 'examples', 'task-manager'), folder, { recursive: true });
  const git = (...args: readonly string[]): string =>
    execFileSync(
      'git',
      ['-C', folder, '-c', 'user.name=example', '-c', 'user.email=example@example.org', ...args],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          ...process.env,
          GIT_AUTHOR_DATE: '2026-05-06T07:08:09Z',
          GIT_COMMITTER_DATE: '2026-05-06T07:08:09Z',
        },
      },
    ).trim();
  const commit = (subject: string): string => {
    git('add', '--all');
    git('commit', '-q', '-m', subject);
    return git('rev-parse', 'HEAD');
  };
  git('init', '-q');
  git('remote', 'add', 'origin', 'https://github.com/learner/task-manager');
  writeFileSync(join(folder, '.gitignore'), '__pycache__/\n*.log\n');
  const base = commit('Keep tasks in a file');
  for (const [path, edits] of Object.entries(CHANGE)) {
    const text = readFileSync(join(folder, path), 'utf8');
    const changed = edits.reduce((now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`examples/task-manager/${path} no longer holds: ${from}`);
      return now.replace(from, to);
    }, text);
    writeFileSync(join(folder, path), changed);
  }
  writeFileSync(join(folder, 'jot', 'imports.py'), NEW_FILE);
  return { base, head: commit('Log, and say what functions take') };
}

async function play(
  folder: string,
  temp: string,
): Promise<{ readonly github: Loopback; readonly step: Step }> {
  const { base, head } = writeRepository(folder);
  const repository = 'learner/task-manager';
  const pull = { number: 7, head, base, label: 'learner:logging', from: repository };
  const github = await startLoopback({ repository, git: folder, pulls: [pull] });
  const repo = { full_name: repository };
  const payload = {
    pull_request: { number: 7, head: { sha: head, repo }, base: { sha: base, repo } },
  };
  writeFileSync(join(folder, 'coverage.xml'), COVERAGE);
  const inputs = {
    milestone: 'cli-task-manager',
    'report-path': join(out, 'report.json'),
    coverage: 'coverage.xml',
  };
  return {
    github,
    step: await runStep(
      { github, event: 'pull_request', payload, workspace: folder, sha: head, inputs },
      temp,
    ),
  };
}

const scratch = mkdtempSync(join(tmpdir(), 'action-try-'));
const temp = join(scratch, 'temp');
mkdirSync(temp);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { github, step } = await play(join(scratch, 'repository'), temp);
github.close();
rmSync(scratch, { recursive: true, force: true });

const comment = github.store.comments[0]?.body ?? '';
const check = github.store.checks[0];
const leave = (name: string, text: string): void => writeFileSync(join(out, name), text);
leave('comment.md', comment);
leave('comment.html', page('Comment', comment));
leave('summary.md', step.summary);
leave('summary.html', page('Job summary', step.summary));
leave('check-run.json', `${JSON.stringify(check, null, 2)}\n`);
leave('check-run.html', page(check?.output.title ?? '', check?.output.summary ?? ''));
leave('log.txt', step.stdout + step.stderr);
leave(
  'requests.txt',
  github.seen.map(({ status, path, route }) => `${status} ${route.split(' ')[0]} ${path}\n`).join(''),
);
console.log(`The step ended with ${step.code}. What it posted lies in ${out}:`);
console.log('  comment.html, summary.html, check-run.html, log.txt, requests.txt, report.*');
if (picture !== null) {
  const { takePicture } = await import('./action-try/picture.ts');
  await takePicture(join(out, 'comment.html'), picture);
  console.log(`  and a picture of the comment: ${picture}`);
}
process.exitCode = step.code ?? 1;

/** A pull request in a real repository: what it starts from, what it wants, what is checked out. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TASKS } from '../cli/run.ts';
import { folderWith, git, write } from '../repository/git-folder.ts';
import type { PullRequest } from './store.ts';

export interface Story {
  /** Holds every commit. */
  readonly origin: string;
  readonly base: string;
  readonly head: string;
  /** Of head into base, as GitHub makes it for a run. */
  readonly merge: string;
}

export type Files = Readonly<Record<string, string>>;

/** Logging comes in, and a helper that swallows what is wrong with what was typed. */
export const CHANGE: Files = {
  'tasks.py': TASKS['tasks.py']!.replace('import json\n', 'import json\nimport logging\n')
    .replace(
      '\nFILE = Path("tasks.json")\n',
      'from extra import helper\nFILE = Path("tasks.json")\nlogging.basicConfig(filename="tasks.log", level=logging.INFO)\nlogger = logging.getLogger(__name__)\n',
    )
    .replace(
      'def save(tasks: list[Task]) -> None:\n',
      'def save(tasks: list[Task]) -> None:\n    logger.info("saving")\n',
    )
    .replace('Task(arguments.title)', 'Task(arguments.title, helper(arguments.title) == 1)'),
  'extra.py':
    'def helper(x: str) -> int | None:\n    try:\n        return int(x)\n    except:\n        pass\n',
};

/** `null` takes a file away. The base moves on after the change was begun, as bases do. */
export function story(
  before: Files = TASKS,
  change: Readonly<Record<string, string | null>> = CHANGE,
): Story {
  const origin = folderWith(before);
  const sha = (): string => git(origin, 'rev-parse', 'HEAD').trim();
  git(origin, 'init');
  save(origin, 'first');
  git(origin, 'branch', '-M', 'main');
  git(origin, 'checkout', '-q', '-b', 'change');
  write(
    origin,
    Object.fromEntries(Object.entries(change).filter((one): one is [string, string] => one[1] !== null)),
  );
  for (const [path, text] of Object.entries(change)) if (text === null) rmSync(join(origin, path));
  save(origin, 'change');
  const head = sha();
  git(origin, 'checkout', '-q', 'main');
  write(origin, { 'docs/notes.md': 'The base has moved on.\n' });
  save(origin, 'meanwhile');
  const base = sha();
  git(origin, 'checkout', '-q', '-b', 'merged');
  git(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'change');
  const merge = sha();
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  return { origin, base, head, merge };
}

function save(folder: string, subject: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--allow-empty', '-q', '-m', subject);
}

/** What actions/checkout leaves: one commit, or all of them. */
export function checkout({ origin }: Story, commit: string, depth: 'one commit' | 'all' = 'all'): string {
  const folder = join(folderWith({}), 'work');
  const quietly = { stdio: 'ignore' } as const;
  execFileSync('git', ['init', '-q', folder], quietly);
  execFileSync('git', ['-C', folder, 'remote', 'add', 'origin', `file://${origin}`], quietly);
  const words = depth === 'all' ? ['+refs/heads/*:refs/remotes/origin/*'] : ['--depth=1', commit];
  execFileSync('git', ['-C', folder, 'fetch', '-q', 'origin', ...words], quietly);
  execFileSync('git', ['-C', folder, 'checkout', '-q', commit], quietly);
  execFileSync(
    'git',
    ['-C', folder, 'remote', 'set-url', 'origin', 'https://github.com/owner/name'],
    quietly,
  );
  return folder;
}

export function pullOf({ head, base }: Story, change: Partial<PullRequest> = {}): PullRequest {
  return { number: 7, head, base, label: 'owner:change', from: 'owner/name', ...change };
}

/** The payload of `pull_request` and `pull_request_target`. */
export function payloadOf({ number, head, base, from }: PullRequest): unknown {
  const repo = from === null ? null : { full_name: from };
  return {
    pull_request: {
      number,
      head: { sha: head, repo },
      base: { sha: base, repo: { full_name: 'owner/name' } },
    },
  };
}

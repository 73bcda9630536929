/** Runs the built command line as a user does, on repositories made for the occasion. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CLI = join(ROOT, 'dist', 'cli.js');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly node?: string;
}

/** Colours, width and letters of the machine that runs the tests stay out, and what earlier runs found out. */
const PLAIN = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  XDG_CACHE_HOME: '/dev/null',
  LANG: 'C.UTF-8',
  COLUMNS: '80',
};

export function cli(words: readonly string[], options: RunOptions = {}): Run {
  const run = spawnSync(options.node ?? process.execPath, [CLI, ...words], {
    cwd: options.cwd ?? ROOT,
    env: { ...PLAIN, ...options.env },
    encoding: 'utf8',
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  made.push(folder);
  return folder;
}

/** A git repository with one commit of the files. */
export function repository(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const identity = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'first'],
  ]) {
    execFileSync('git', ['-C', folder, ...identity, ...words], { stdio: 'pipe' });
  }
  return folder;
}

export const TASKS: Readonly<Record<string, string>> = {
  'README.md':
    '# Task CLI\n\nA command-line task manager with type hints and logging.\n\n## Usage\n\n`python tasks.py add x`\n',
  '.gitignore': '__pycache__/\n',
  'tasks.py': `import argparse
import json
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path("tasks.json")


@dataclass
class Task:
    title: str
    done: bool = False


def load() -> list[Task]:
    try:
        return [Task(**row) for row in json.loads(FILE.read_text())]
    except FileNotFoundError:
        return []


def save(tasks: list[Task]) -> None:
    FILE.write_text(json.dumps([asdict(task) for task in tasks]))


def main() -> None:
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("add").add_argument("title")
    commands.add_parser("list")
    arguments = parser.parse_args()
    tasks = load()
    if arguments.command == "add":
        save([*tasks, Task(arguments.title)])
    for task in tasks:
        print(task.title)


if __name__ == "__main__":
    main()
`,
};

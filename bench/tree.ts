/** Writes a Python project of a given size: the same bytes for the same size, and code as people write it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mainFile, modelFile, type Numbers, routerFile, serviceFile, testFile } from './templates.ts';

export const NOUNS = [
  'post',
  'user',
  'comment',
  'tag',
  'invoice',
  'order',
  'product',
  'ticket',
  'event',
  'message',
];

/** mulberry32: small, seeded, good enough to vary code. */
export function numbers(seed: number): Numbers {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Writes `count` source files and what belongs around them into a folder, and makes it a git repository. */
export function writeTree(folder: string, count: number): void {
  const below = numbers(count);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const packages = Math.max(1, Math.round(count / 20));
  const routers: string[] = [];
  let made = 1;
  for (let index = 0; made < count; index += 1) {
    const noun = NOUNS[index % NOUNS.length] ?? 'post';
    const name = index < NOUNS.length ? noun : `${noun}_${Math.floor(index / NOUNS.length)}`;
    const base = `app/part_${index % packages}`;
    const files: readonly (readonly [string, string])[] = [
      [`${base}/routers/${name}.py`, routerFile(name, `app.part_${index % packages}`, below)],
      [`${base}/models/${name}.py`, modelFile(name, below)],
      [`${base}/services/${name}.py`, serviceFile(name, `app.part_${index % packages}`, below)],
      [`tests/test_${name}.py`, testFile(name)],
    ];
    for (const [path, text] of files.slice(0, count - made)) write(path, text);
    made += Math.min(files.length, count - made);
    routers.push(`from app.part_${index % packages}.routers import ${name}`);
  }
  write('app/main.py', mainFile(routers));
  write(
    'requirements.txt',
    'fastapi==0.115.0\nsqlalchemy==2.0.35\npsycopg[binary]==3.2.3\npyjwt==2.9.0\npytest==8.3.3\n',
  );
  write(
    'Dockerfile',
    'FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nCMD ["uvicorn", "app.main:app"]\n',
  );
  write(
    'README.md',
    '# Bench blog\n\nA blog API that exists to be measured.\n\n## Usage\n\nRun `uvicorn app.main:app`.\n',
  );
  write('.gitignore', '__pycache__/\n.env\n');
  commitAll(folder);
}

/** Makes a folder a Git repository of one commit. */
export function commitAll(folder: string): void {
  const git = (...words: string[]): void => {
    const identity = [
      '-c',
      'user.name=bench',
      '-c',
      'user.email=bench@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    execFileSync('git', ['-C', folder, ...identity, ...words], { stdio: 'ignore' });
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'tree to measure');
}

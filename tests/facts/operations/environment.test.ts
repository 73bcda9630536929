import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../src/facts/operations/settings/environment.ts';
import { repositoryWith, write } from '../../repository/git-folder.ts';

const PATTERNS = [
  '.env',
  ' .env',
  '.env ',
  '.env\t',
  '.env\r',
  'a\r.env',
  './.env',
  '/.env',
  '\\.env',
  '[!a]env',
  '.[!a]nv',
  '.en[v]',
  '.e?v',
  '*.env',
  '.env*',
  '**/.env',
  '.*',
  '**',
  '.env/',
  'env',
  '.ENV',
  '".env"',
  '.env # secret',
  '\\.env\n!.env',
  '*\n!.env',
  '.env\n\\!.env',
  '#.env',
  '{.env,b}',
];

describe('env files', () => {
  test.each([
    ['.env.example', 'example'],
    ['env.example', 'example'],
    ['example.env', 'example'],
    ['backend/.env.sample', 'example'],
    ['.env.template', 'example'],
    ['.env.dist', 'example'],
    ['.env.local.example', 'example'],
    ['.env-example', 'example'],
    ['.env', 'real'],
    ['.env.production', 'real'],
    ['prod.env', 'real'],
    ['env.py', undefined],
    ['environment.yml', undefined],
    ['src/env.config.ts', undefined],
    ['.envrc.md', undefined],
  ])('%s is %s', async (path, kind) => {
    expect((await readEnvironment([{ path, text: 'A=1\n' }])).files[0]?.kind).toBe(kind);
  });

  const read = async (line: string) =>
    (await readEnvironment([{ path: '.env.example', text: `${line}\n` }])).files[0]?.entries[0];

  test.each<[string, string | null, boolean]>([
    ['A=', null, false],
    ['A=your_key_here', 'your_key_here', true],
    ['export A="<token>"', '<token>', true],
    ['A=changeme # set it', 'changeme', true],
    ['A=8000', '8000', false],
    ['A=true', 'true', false],
    ['A=http://localhost:8000/api', 'http://localhost:8000/api', false],
    ['A=postgresql://user:hunter2@db:5432/app?sslmode=x', 'postgresql://***@db:5432/app', false],
    [
      'A=https://hooks.test/services/T00000000/abcdefghijklmnopqrstuvwxyz',
      'https://hooks.test/services/T00000000/***',
      false,
    ],
    ['A=hunter2hunter2', null, false],
    ["A='q w'", null, false],
    [`A=\${OTHER}`, `\${OTHER}`, false],
  ])('%s keeps %s', async (line, value, placeholder) => {
    expect(await read(line)).toMatchObject({ key: 'A', filled: line !== 'A=', value, placeholder, line: 1 });
  });

  test('comments and text are no entries; keys of examples are documented, those of real files are not', async () => {
    const facts = await readEnvironment([
      { path: '.env.example', text: '# A=1\n\nB = 2\nnot an entry\nA=\n' },
      { path: 'x/.env.example', text: 'A=\n' },
      { path: '.env', text: 'SECRET=x\n' },
    ]);
    expect(facts.documentedKeys).toEqual(['A', 'B']);
    expect(facts.files[0]?.entries.map((one) => one.line)).toEqual([3, 5]);
  });
});

describe('.gitignore', () => {
  test.each<[string, number | null]>([
    ['.env\n', 1],
    ['# env\n\n/.env\n', 3],
    ['*.env\n', 1],
    ['.env*\n!.env.example\n', 1],
    ['**/.env\n', 1],
    ['.env\n!.env\n', null],
    ['.env.local\n', null],
    ['.env/\n', null],
    ['# .env\n', null],
    ['env\nvenv/\n', null],
    ['(.env\n', null],
    ['.vscode/*\n', null],
    ['backend/.env\n', 1],
    [`${'*'.repeat(500)}x\n`, null],
    ['', null],
  ])('%j ignores .env by line %s', async (text, line) => {
    expect((await readEnvironment([{ path: '.gitignore', text }])).ignoreFiles[0]?.ignoresEnv).toBe(line);
  });

  /** Each is asked of Git itself: what a tool thinks of a pattern is worth nothing. */
  test('is read as Git reads it', async () => {
    const folder = repositoryWith({ 'a.txt': '' });
    const answers: { text: string; git: boolean; read: boolean }[] = [];
    for (const text of PATTERNS) {
      write(folder, { '.gitignore': text });
      const { status } = spawnSync('git', ['-C', folder, 'check-ignore', '--quiet', '--no-index', '.env']);
      const [file] = (await readEnvironment([{ path: '.gitignore', text }])).ignoreFiles;
      answers.push({ text, git: status === 0, read: file?.ignoresEnv !== null });
    }
    expect(answers.filter(({ git, read }) => git !== read)).toEqual([]);
    expect(answers.filter(({ git }) => git).length).toBeGreaterThan(8);
  });

  test('an ignore file of comments has no pattern', async () => {
    const [file] = (await readEnvironment([{ path: '.gitignore', text: '# one\n\n' }])).ignoreFiles;
    expect(file?.patterns).toEqual([]);
  });
});

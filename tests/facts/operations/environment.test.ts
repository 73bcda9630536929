import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../../../src/facts/operations/settings/environment.ts';

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
  ])('%s is %s', (path, kind) => {
    expect(readEnvironment([{ path, text: 'A=1\n' }]).files[0]?.kind).toBe(kind);
  });

  const read = (line: string) =>
    readEnvironment([{ path: '.env.example', text: `${line}\n` }]).files[0]?.entries[0];

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
  ])('%s keeps %s', (line, value, placeholder) => {
    expect(read(line)).toMatchObject({ key: 'A', filled: line !== 'A=', value, placeholder, line: 1 });
  });

  test('comments and text are no entries; keys of examples are documented, those of real files are not', () => {
    const facts = readEnvironment([
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
  ])('%j ignores .env by line %s', (text, line) => {
    expect(readEnvironment([{ path: '.gitignore', text }]).ignoreFiles[0]?.ignoresEnv).toBe(line);
  });

  test('an ignore file of comments has no pattern', () => {
    const [file] = readEnvironment([{ path: '.gitignore', text: '# one\n\n' }]).ignoreFiles;
    expect(file?.patterns).toEqual([]);
  });
});

/** Commands do what stands behind their names, through every runner of tasks. */
import { describe, expect, test } from 'vitest';
import { readPipelines } from '../../../src/facts/operations/pipelines/pipelines.ts';
import { readTasks } from '../../../src/facts/operations/tasks/tasks.ts';

const scripts = (all: Readonly<Record<string, string>>): string => JSON.stringify({ scripts: all });

/** What a workflow with one command does, in a repository with these files. */
async function does(
  command: string,
  files: Readonly<Record<string, string>>,
  folder?: string,
): Promise<readonly string[]> {
  const where = folder === undefined ? '' : `\n        working-directory: ${folder}`;
  const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ${JSON.stringify(command)}${where}`;
  const all = Object.entries({ ...files, '.github/workflows/ci.yml': text }).map(([path, content]) => ({
    path,
    text: content,
  }));
  const { list } = await readPipelines(all, await readTasks(all));
  return (list[0]?.work ?? []).map(({ what }) => what);
}

describe('npm scripts', () => {
  test.each([
    ['npm test', { test: 'jest' }, ['test']],
    ['npm t', { test: 'node --test' }, ['test']],
    ['npm test', { test: 'echo "Error: no test specified" && exit 1' }, []],
    ['npm test', { test: 'eslint .' }, ['lint']],
    ['npm test', {}, []],
    [
      'npm run ci',
      {
        ci: 'npm run lint && npm run test:unit',
        lint: 'biome ci',
        'test:unit': 'npm run unit -- --run',
        unit: 'vitest',
      },
      ['lint', 'test'],
    ],
    [
      'npm run check',
      { check: 'run-s "check:*"', 'check:a': 'tsc --noEmit', 'check:b': 'mocha' },
      ['lint', 'test'],
    ],
    ['yarn test', { test: 'ava' }, ['test']],
    ['yarn verify', { verify: 'tap test/*.js' }, ['test']],
    ['pnpm test', { pretest: 'eslint .', test: 'react-scripts test' }, ['lint', 'test']],
    ['bun run spec', { spec: 'bun test' }, ['test']],
    ['CI=true npx cross-env A=1 npm run --silent test', { test: 'vitest run' }, ['test']],
    ['npm run loop', { loop: 'npm run loop' }, []],
    [
      'npm run ship',
      { ship: 'npm run build && vercel deploy --prod', build: 'next build' },
      ['build', 'deploy'],
    ],
  ] as const)('%s of %j', async (command, all, expected) => {
    expect(await does(command, { 'package.json': scripts(all) })).toEqual(expected);
  });

  test('run where the step says, or in every package', async () => {
    const files = {
      'package.json': scripts({ test: 'turbo run test' }),
      'api/package.json': scripts({ test: 'vitest run' }),
      'web/package.json': scripts({ test: 'eslint .' }),
    };
    expect(await does('npm test', files, './web')).toEqual(['lint']);
    expect(await does('npm test --prefix api', files)).toEqual(['test']);
    expect(await does('cd web && npm test', files)).toEqual(['lint']);
    expect(await does('npm test', files)).toEqual(['test', 'lint']);
    expect(await does('pnpm --filter api test', files)).toEqual(['test', 'lint']);
  });
});

describe('other runners', () => {
  const makefile =
    'PY ?= python\n.PHONY: check\n\nall: lint\n\ncheck: lint unit\n\t@echo done\n\nlint:\n\t-ruff check .\n\nunit:\n\t@$(PY) -m pytest \\\n\t  -q\n\nci: ; $(MAKE) check\n';
  test.each([
    ['make check', { Makefile: makefile }, ['lint', 'test']],
    ['make', { Makefile: makefile }, ['lint']],
    ['make ci', { Makefile: makefile }, ['lint', 'test']],
    ['make test', { Makefile: makefile }, []],
    ['make -C api unit', { 'api/Makefile': makefile }, ['test']],
    [
      'just test',
      {
        justfile:
          'py := "python"\n\ntest *args: lint\n    {{py}} -m pytest {{args}}\n\nlint:\n    ruff check .\n',
      },
      ['lint', 'test'],
    ],
    [
      'task test',
      {
        'Taskfile.yml':
          'version: 3\ntasks:\n  test:\n    deps: [lint]\n    cmds:\n      - pytest\n  lint: ruff check .\n',
      },
      ['lint', 'test'],
    ],
    [
      'uv run poe check',
      {
        'pyproject.toml':
          '[tool.poe.tasks]\ntest = "pytest"\nlint = { cmd = "ruff check ." }\ncheck = ["lint", "test"]\n',
      },
      ['lint', 'test'],
    ],
    [
      'hatch run test:cov',
      { 'pyproject.toml': '[tool.hatch.envs.test.scripts]\ncov = ["coverage run -m pytest"]\n' },
      ['test', 'coverage'],
    ],
    [
      'pdm run test',
      { 'pyproject.toml': '[tool.pdm.scripts]\ntest = {composite = ["ruff check", "pytest"]}\n' },
      ['lint', 'test'],
    ],
    [
      './scripts/ci.sh',
      { 'scripts/ci.sh': '#!/bin/sh\nset -e\nruff check .\npytest -q\n' },
      ['lint', 'test'],
    ],
    ['bash scripts/test.sh', { 'scripts/test.sh': 'echo nothing\n' }, []],
    ['deno task test', { 'deno.json': '{ "tasks": { "test": "deno test -A" } }' }, ['test']],
  ] as const)('%s', async (command, files, expected) => {
    expect(await does(command, files as unknown as Readonly<Record<string, string>>)).toEqual(expected);
  });

  test('a script that starts itself comes to an end', async () => {
    const loop = `${'./a.sh\n'.repeat(400)}pytest\n`;
    expect(await does('./a.sh', { 'a.sh': loop })).toBeInstanceOf(Array);
  });
});

/** What starts code from outside, by its place and by what it does. */
import { expect, test } from 'vitest';
import { actsWhenLoaded, isStartedByPlace, runsExports } from '../../../src/program/life/entries.ts';
import { programOf } from '../../support/program.ts';

async function fileAt(path: string, text = 'export const a = 1;\n') {
  const program = await programOf({ [path]: text });
  const file = program.file(path);
  if (!file) throw new Error(`no file ${path}`);
  return { program, file };
}

test.each([
  ['app/dashboard/page.tsx', true],
  ['app/dashboard/helpers.ts', false],
  ['app/routes/posts.tsx', true],
  ['pages/about.vue', true],
  ['src/lib/format.ts', false],
  ['server.prod.ts', true],
])('%s is started by its place: %s', async (path, started) => {
  const { file } = await fileAt(path);
  expect(isStartedByPlace(file, false)).toBe(started);
});

test('a module of Python that others import is no page by its folder', async () => {
  const { file } = await fileAt('app/routes/posts.py', 'POSTS = []\n');
  expect(isStartedByPlace(file, false)).toBe(true);
  expect(isStartedByPlace(file, true)).toBe(false);
});

test('functions in the cloud are run by what they export', async () => {
  expect(runsExports((await fileAt('netlify/ask.ts')).file)).toBe(true);
  expect(runsExports((await fileAt('src/lib/ask.ts')).file)).toBe(false);
});

test.each([
  ['def run():\n    print("x")\n', false],
  ['print("x")\n', true],
  ['from fastapi import FastAPI\n\napp = FastAPI()\n', true],
  ['try:\n    import json\nexcept ImportError:\n    json = None\n', false],
])('%j does more than to define: %s', async (text, acts) => {
  const { program, file } = await fileAt('lib/tool.py', text);
  expect(actsWhenLoaded(program, file)).toBe(acts);
});

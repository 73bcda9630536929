import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { readNotebook } from '../../src/program/notebook/notebook.ts';
import { loadPython } from '../../src/program/python/python.ts';

const { resolve } = createRequire(import.meta.url);
const parser = await loadPython({
  runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
});

const code = (source: unknown, more: object = {}) => ({ cell_type: 'code', ...more, source });
const read = (content: unknown) =>
  readNotebook('a.ipynb', typeof content === 'string' ? content : JSON.stringify(content, null, 1), parser);
const called = (...cells: readonly unknown[]) => {
  const file = read({ cells });
  expect(file.errors).toEqual([]);
  return file.calls.map((each) => (each.callee.kind === 'name' ? each.callee.name : '?'));
};

describe('lines are those of the .ipynb file', () => {
  test('one string for each line', () => {
    const text = JSON.stringify(
      {
        cells: [
          { cell_type: 'markdown', source: ['# Title\n', 'first()\n'] },
          code(['x = 1\n', '\n', 'first()'], { outputs: [{ data: { source: ['first()', 'x'] } }] }),
          code([]),
          code(['\n', 'second("é <b>")\n', 'third()']),
        ],
        metadata: { source: ['x'] },
      },
      null,
      1,
    ).replace('<b>', '\\u003cb\\u003e');
    const lines = text.split('\n');
    const file = readNotebook('a.ipynb', text, parser);
    expect(file).toMatchObject({ path: 'a.ipynb', notebook: true, language: 'python', errors: [] });
    expect(file.calls.map((each) => lines[each.line - 1]?.trim().replaceAll(/[",]|\\n/g, ''))).toEqual([
      'first()',
      'second(\\é \\u003cb\\u003e\\)',
      'third()',
    ]);
    expect(lines[(file.calls[0]?.line ?? 0) - 2]).toContain('"\\n"');
  });

  test('one string for a whole cell', () => {
    const file = read({ cells: [code('a()\nb()'), code('c()\n')] });
    expect(file.calls.map((each) => each.line)).toEqual([5, 5, 9]);
  });

  test('format 3', () => {
    const file = read({
      nbformat: 3,
      worksheets: [{ cells: [{ cell_type: 'code', input: ['a()\n', 'b()'] }] }],
    });
    expect(file.calls.map((each) => each.line)).toEqual([9, 10]);
  });
});

test.each<[string, unknown, readonly string[]]>([
  ['line magics', '%matplotlib inline\n!pip install x \\\n  y\n?help\nf.head??\na()', ['a']],
  ['an indented magic', 'if a():\n    !ls\nb()', ['a', 'b']],
  ['an assigned command', 'files = !ls\nx = %pwd\na(files)', ['a']],
  ['a timed cell', '%%time\na()', ['a']],
  ['a shell cell', '%%bash\necho $(a)', []],
  ['the modulo operator', 'x = (a()\n  % b())', ['a', 'b']],
  ['an awaited call at the top', 'await a()', ['a']],
])('%s', (_, source, expected) => expect(called(code(source))).toEqual(expected));

test.each<[string, unknown, string]>([
  ['broken JSON', '{"cells": [', 'not a notebook: broken JSON'],
  ['an empty file', '', 'an empty notebook file'],
  ['JSON of another kind', '[1]', 'not a notebook: not a JSON object'],
  ['no cells', {}, 'not a notebook: it has no cells'],
  [
    'another language',
    { metadata: { kernelspec: { language: 'R' } }, cells: [code('f()')] },
    'not a Python notebook: its language is R',
  ],
])('%s', (_, content, reason) =>
  expect(read(content)).toMatchObject({ notebook: true, errors: [{ line: 1, reason }], calls: [] }),
);

test('cells of any shape do no harm', () => {
  const cells = [null, 3, 'x', {}, code(null), code([1, 'a()\n', null, 'b()']), { source: 'c()' }];
  expect(called(...cells)).toEqual(['a', 'b']);
});

test('a syntax error stands on its line', () => {
  const file = read({ cells: [code(['x = = 1\n', 'a()'])] });
  expect(file.errors[0]?.line).toBe(6);
});

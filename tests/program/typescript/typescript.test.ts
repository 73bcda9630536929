import { describe, expect, test } from 'vitest';
import { readTypeScript } from '../../../src/program/typescript/typescript.ts';
import { calls } from './show.ts';

describe('comments', () => {
  test('of every form, and nothing that only looks like one', () => {
    const source = [
      '#!/usr/bin/env node',
      '/** Loads.',
      ' * @returns all */',
      "const url = 'http://a'; // TODO: b",
      `const r = /\\/\\/x/; const t = \`// no \${c /* yes */}\`;`,
      'const e = <a>http://text {/* in jsx */}</a>;',
      '/* last',
    ];
    expect(readTypeScript('a.jsx', source.join('\n')).comments).toEqual([
      { text: 'Loads.\n@returns all', docstring: true, line: 2, endLine: 3 },
      { text: 'TODO: b', docstring: false, line: 4, endLine: 4 },
      { text: 'yes', docstring: false, line: 5, endLine: 5 },
      { text: 'in jsx', docstring: false, line: 6, endLine: 6 },
      { text: 'last', docstring: false, line: 7, endLine: 7 },
    ]);
  });
});

describe('kinds of file', () => {
  test.each([
    ['a.ts', 'const a = <T>b', 'typescript'],
    ['a.MTS', 'let a: string', 'typescript'],
    ['a.tsx', 'const a = <b />', 'typescript'],
    ['a.js', 'const a = <b />', 'javascript'],
    ['a.cjs', '\uFEFFconst a = 1', 'javascript'],
  ])('%s', (path, source, language) => {
    expect(readTypeScript(path, source)).toMatchObject({ path, language, errors: [], lines: 1 });
  });

  test('the scripts of a Vue file stand at their own lines', () => {
    const source = [
      '<!-- <script>no()</script> -->',
      '<template><p @click="no()">{{ no() }}</p></template>',
      '<script setup lang="ts" generic="T extends A<B>">',
      'const a: string = f()',
      '</script>',
      '<script type="application/json">{"no": 1}</script>',
      '<SCRIPT>',
      'g()',
      '</SCRIPT>',
      '<style>p { color: red }</style>',
    ];
    const file = readTypeScript('a.vue', source.join('\n'));
    expect(file).toMatchObject({ language: 'typescript', errors: [], lines: 10 });
    expect(file.calls.map(({ line }) => line)).toEqual([4, 8]);
    expect(calls(file)).toEqual(['f()', 'g()']);
  });

  test('a Svelte file without a script is empty', () => {
    expect(readTypeScript('a.svelte', '<p>no()</p>')).toMatchObject({ language: 'javascript', calls: [] });
  });
});

describe('what does not parse', () => {
  test('is an error with its line; the rest is still read', () => {
    const file = readTypeScript('a.ts', 'f()\nconst = 1\ng()');
    expect(file.errors[0]).toMatchObject({ line: 2 });
    expect(calls(file)).toEqual(['f()', 'g()']);
  });

  test('at most 20 errors are kept', () => {
    expect(readTypeScript('a.ts', 'const = ;\n'.repeat(100)).errors).toHaveLength(20);
  });

  test.each([
    ['parentheses', '('.repeat(50_000)],
    ['blocks', 'a();'.concat('{'.repeat(900), 'b()', '}'.repeat(900))],
    ['arrows', `x = ${'() => '.repeat(900)}1`],
    ['elements', `x = ${'<a>'.repeat(5_000)}`],
    ['calls', `x${'.f()'.repeat(5_000)}`],
    ['patterns', `const ${'{a:'.repeat(300)}b${'}'.repeat(300)} = x`],
    ['types', `type A = ${'('.repeat(900)}a${')'.repeat(900)}`],
    ['operators', `x = ${'a + b - '.repeat(2_000)}c`],
  ])('nesting of %s is cut with an error', (_, source) => {
    const file = readTypeScript('a.tsx', source);
    expect(file.errors.length).toBeGreaterThan(0);
    expect(() => JSON.stringify(file)).not.toThrow();
  });

  test('a file that is too large is said to be', () =>
    expect(readTypeScript('a.ts', `f(${'"",'.repeat(200_000)});`).errors).toEqual([
      { line: 1, reason: 'too large to parse' },
    ]));

  test.each([
    ['strings that are added up', `x = ${'a + '.repeat(20_000)}f()`, 1],
    ['expressions with commas', `${'f(), '.repeat(2_000)}f()`, 2_001],
    ['branches', `${'if (a) { f() } else '.repeat(1_000)}{ f() }`, 1_001],
  ])('a long row of %s is no nesting', (_, source, expected) => {
    const file = readTypeScript('a.ts', source);
    expect(file.errors).toEqual([]);
    expect(file.calls).toHaveLength(expected);
  });
});

import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/program/file.ts';
import { readTypeScript } from '../../../src/program/typescript/typescript.ts';
import { blocks, statements, table } from './show.ts';

table('statements', statements, [
  [`'use client'`, ['expression "use client"']],
  [`function f() { return g(); }`, ['return g()']],
  [`const f = () => g()`, ['return g()']],
  [`throw new A('b')`, ['raise new A("b")']],
  [`delete a.b[c]`, ['delete a.b[c]']],
  [`function* f() { const a = yield b; yield* c }`, ['yield b', 'yield c']],
  [`for (;;) { if (a) break; continue }`, ['break -', 'continue -']],
]);

table('blocks', blocks, [
  [`if (a) { b() } else if (c) d(); else { e() }`, ['if -1 -1 a', 'if -1 0 c', 'else -1 1 -']],
  [`if (a) { if (b) {} }`, ['if -1 -1 a', 'if 0 -1 b']],
  [`for (const a of b()) {} for (const k in o) {}`, ['for -1 -1 b()', 'for -1 -1 o']],
  [`for (let i = 0; i < 3; i++) {} for (;;) {}`, ['for -1 -1 (< i 3)', 'while -1 -1 true']],
  [`while (a) {} do {} while (b)`, ['while -1 -1 a', 'while -1 -1 b']],
  [`try { a() } catch (e) {} finally { b() }`, ['try -1 -1 -', 'except -1 0 -', 'finally -1 0 -']],
  [`switch (a.b) { case 'x': c(); default: d() }`, ['case -1 -1 (== a.b "x")', 'case -1 -1 -']],
]);

describe('what a block is', () => {
  const rows: readonly [string, number, Partial<Block>][] = [
    [`try {\n a()\n} catch (e) {\n}`, 1, { binds: 'e', catches: [], empty: true, line: 3, endLine: 4 }],
    [`try {\n a()\n} catch {\n // no\n}`, 1, { binds: null, empty: true }],
    [`try {\n a()\n} catch (e) { b(e) }`, 0, { empty: false, line: 1, endLine: 3 }],
    [`if (a) {\n b()\n} else if (c) {\n d()\n}`, 0, { line: 1, endLine: 3 }],
    [`if (a) {\n b()\n} else if (c) {\n d()\n}`, 1, { line: 3, endLine: 5 }],
    [`switch (a) { case 1: case 2: b() }`, 0, { empty: true }],
  ];
  test.each(rows)('%s: %i', (source, index, expected) => {
    expect(readTypeScript('a.ts', source).blocks[index]).toMatchObject(expected);
  });
});

import { describe, expect, test } from 'vitest';
import type { Call } from '../../../src/program/file.ts';
import { readTypeScript } from '../../../src/program/typescript/typescript.ts';
import { calls, show, table } from './show.ts';

table('calls', calls, [
  [`a.b(c, ...d)`, ['a.b(c, (... d))']],
  [`new A.B(1); new C`, ['new A.B(1)', 'new C()']],
  [`require('m')({ a: 1 })`, ['require("m")({"a": 1})', 'require("m")']],
  [`f().then(g).catch(h)`, ['f() . then(g) . catch(h)', 'f() . then(g)', 'f()']],
  [`sql\`select \${x}\``, ['sql(`select <x>`)']],
  [`app.get('/', (req, res) => res.json(1))`, ['app.get("/", lambda)', 'res.json(1)']],
  [`const { a = f() } = g()`, ['f()', 'g()']],
  [`super(a); (() => 1)()`, ['super(a)', 'lambda()']],
  [
    `a = <Foo.Bar b="c" d {...e} f={g()}>text {h && <i />}{/* no */}</Foo.Bar>`,
    ['jsx Foo.Bar(b="c", d=true, (... e), f=g(), children=["text", (and h jsx i())])', 'g()', 'jsx i()'],
  ],
  [`a = <><b /><c>\n  two\n  words </c></>`, ['jsx b()', 'jsx c(children=["two words"])']],
  [`const f: Set<string> = x as Set<string>; type A = B<typeof c>`, []],
  [`// f()\nconst a = 'g()'; /* h() */`, []],
]);

describe('where a call stands', () => {
  const rows: readonly [string, string, Partial<Call>][] = [
    [`if (f()) g()`, 'f', { block: -1, definition: -1, statement: false }],
    [`if (f()) g()`, 'g', { block: 0, statement: true }],
    [`async function a() { await f() }`, 'f', { definition: 0, statement: true }],
    [`void f()`, 'f', { statement: true }],
    [`a && f(); b ? 1 : g()`, 'g', { statement: true }],
    [`a = f()`, 'f', { statement: false }],
    [`f().g()`, 'f', { statement: false }],
    [`try {} catch (e) { f(e) }`, 'f', { block: 1 }],
    [`try { h(() => { f() }) } catch {}`, 'f', { block: -1, definition: 0 }],
    [`@f() class A { m() {} }`, 'f', { definition: -1 }],
    [`class A { @f() m(a = 1) {} }`, 'f', { definition: 0 }],
    [`class A { m(@f() a) {} }`, 'f', { definition: 0 }],
    [`class A { m(a = f()) {} }`, 'f', { definition: 1 }],
    [`class A { a = f() }`, 'f', { definition: 0 }],
    [`a\n  .b()\n  .f(\n1)`, '', { line: 1, endLine: 4 }],
  ];
  test.each(rows)('%s: %s', (source, callee, expected) => {
    const file = readTypeScript('a.ts', source);
    const found = file.calls.find((each) => callee === '' || show(file, each.callee) === callee);
    expect(found).toMatchObject(expected);
  });
});

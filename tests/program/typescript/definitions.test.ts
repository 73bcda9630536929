import { describe, expect, test } from 'vitest';
import type { Definition } from '../../../src/program/file.ts';
import { readTypeScript } from '../../../src/program/typescript/typescript.ts';
import { definitions, fields, parameters, show, table } from './show.ts';

table('definitions', definitions, [
  [`const f = () => 1`, ['function f']],
  [`const f = function g() {}`, ['function f']],
  [`run(function () {}); run(() => 1)`, ['lambda', 'lambda']],
  [`const o = { m() {}, n: () => 1, get p() { return 1 } }`, ['function m', 'function n', 'function p']],
  [`exports.a = () => 1; A.prototype.b = function () {}`, ['function a', 'function b']],
  [`module.exports = function () {}`, ['lambda']],
  [
    `function f() { function g() { class A { m() {} } } }`,
    ['function f', 'function f.g', 'class f.g.A', 'method f.g.A.m'],
  ],
  [
    `class A { constructor() { x() } m() {} p = async () => 1; get q() { return 1 } }`,
    ['class A', 'method A.constructor', 'method A.m', 'method A.p', 'method A.q'],
  ],
  [`interface I { f(): void } type T = { g(): void }`, ['interface I', 'method I.f', 'type T', 'method T.g']],
]);

table('fields', fields, [
  [
    `class A { a = 1; b?: string; private readonly c: Map<string, T> = new Map() }`,
    ['a: - = 1', 'b: string = -', 'c: Map[string, T] = new Map()'],
  ],
  [`class A { constructor(private readonly tasks: TaskService, other: B) {} }`, ['tasks: TaskService = -']],
  [`interface I { a: string; b?: number[] }`, ['a: string = -', 'b: Array[number] = -']],
  [`type T = Base & { a: 'x' | null }`, ['a: (| "x" null) = -']],
  [`enum E { A = 'a', B }`, ['A: - = "a"', 'B: - = -']],
]);

table('parameters', parameters, [
  [
    `function f(a: string, b = 1, c?: X, ...d: T[]) {}`,
    ['normal a: string = -', 'normal b?: - = 1', 'normal c?: X = -', 'rest d: Array[T] = -'],
  ],
  [`const f = ({ a }: P, [b]) => 1`, ['names {}0: P = -', 'names {}1: - = -']],
  [
    `class A { m(@Body() dto: Dto, @Param('id', Pipe) id) {} }`,
    ['normal dto: Annotated[Dto, Body()] = -', 'normal id: Annotated[?, Param("id", Pipe)] = -'],
  ],
]);

describe('what a definition is', () => {
  const rows: readonly [string, Partial<Definition>][] = [
    [`export const f =\n  async () => 1`, { line: 1, endLine: 2, async: true, kind: 'function' }],
    [`@Dec()\nexport class A {\n}`, { line: 2, endLine: 3, kind: 'class' }],
    [`function* f() { yield 1 }`, { generator: true }],
    [`function f() {}`, { stub: true }],
    [`function f() { /* later */ }`, { stub: true }],
    [`function f() { throw new Error('Not implemented yet') }`, { stub: true }],
    [`function f() { throw new NotImplementedException() }`, { stub: true }],
    [`function f() { throw new Error('no such task') }`, { stub: false }],
    [`function f() { return }`, { stub: false }],
    [`declare function f(): void`, { stub: false }],
    [`interface I {}`, { stub: false }],
  ];
  test.each(rows)('%s', (source, expected) => {
    expect(readTypeScript('a.ts', source).definitions[0]).toMatchObject(expected);
  });

  test('modifiers, bases, decorators and a constructor that only makes fields', () => {
    const file = readTypeScript(
      'a.ts',
      `@Controller('tasks') abstract class A<T> extends B<T> implements C, d.E {
         constructor(private x: X) {}
         static async s(): Promise<void> {}
         abstract q(): void;
         @Get(':id') get g() { return 1 }
       }`,
    );
    const [owner, made, s, q, g] = file.definitions;
    expect(owner!.bases.map((base) => show(file, base))).toEqual(['B[T]', 'C', 'd.E']);
    expect(owner!.decorators.map((each) => show(file, each))).toEqual(['Controller("tasks")']);
    expect(owner!.abstract).toBe(true);
    expect(made!.stub).toBe(false);
    expect(s).toMatchObject({ static: true, async: true, stub: true });
    expect(show(file, s!.returns)).toBe('Promise[void]');
    expect(q).toMatchObject({ abstract: true, stub: false });
    expect(g).toMatchObject({ accessor: true });
    expect(g!.decorators.map((each) => show(file, each))).toEqual(['Get(":id")']);
  });
});

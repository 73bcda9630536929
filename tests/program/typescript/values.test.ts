import { annotations, assignments, table } from './show.ts';

table('annotations', annotations, [
  [`let a: Promise<Task[]>`, ['Promise[Array[Task]]']],
  [`let a: readonly string[] | undefined`, ['(| Array[string] undefined)']],
  [`let a: 'x' | 1 | null | true`, ['(| "x" 1 null true)']],
  [`let a: { b: string; 'c-d'?: number }`, ['{"b": string, "c-d": number}']],
  [`let a: (x: string) => void`, ['?']],
  [`let a: z.infer<typeof schema>`, ['z.infer[(typeof schema)]']],
  [`let a: [string, ...number[]]`, ['[string, (... Array[number])]']],
  [`let a: keyof T; let b: T['x']; let c: A & B`, ['(keyof T)', 'T["x"]', '(& A B)']],
  [`let a: { [K in keyof T]: T[K] }`, ['?']],
]);

table('assignments', assignments, [
  [`const a = x.y.z; let b; c.d = e['f']`, ['a = x.y.z', 'b = -', 'c.d = e["f"]']],
  [`a += 1; b ??= c; d++`, ['a augmented 1', 'b = c', 'd augmented 1']],
  [`a = b = 1`, ['a = 1', 'b = 1']],
  [`const { a, b: c } = x.y`, ['a destructure x.y.a', 'c destructure x.y.b']],
  [`const { a: { b }, ...rest } = x`, ['b destructure x.a.b', 'rest destructure x']],
  [
    `const { a = 1, 'b-c': d, [k]: e } = x`,
    ['a destructure (?? x.a 1)', 'd destructure x["b-c"]', 'e destructure x[k]'],
  ],
  [`const { a } = await f()`, ['a destructure f() . a']],
  [`const [a, , b] = x`, ['a destructure x[0]', 'b destructure x[2]']],
  [`({ a, b: c.d } = x); [e] = y`, ['a destructure x.a', 'c.d destructure x.b', 'e destructure y[0]']],
  [`function f({ a }, { b = 2 }) {}`, ['a destructure {}0.a', 'b destructure (?? {}1.b 2)']],
  [`for (const a of b.c) {} for (d in e) {}`, ['a for b.c', 'd for e']],
  [`for (const { a } of b) {}`, ['a destructure b[?] . a']],
  [`try {} catch ({ message }) {}`, ['message destructure {}.message']],
  [`const m = require('m')`, []],
  [`import X = A.B`, ['X = A.B']],
]);

table('values', assignments, [
  [`a = b?.c!.d; a = (await b as T).c`, ['a = b.c.d', 'a = b.c']],
  [`a = f().b.c`, ['a = f() . b . c']],
  [`a = this.b; a = super.c; a = import.meta.env.D`, ['a = this.b', 'a = super.c', 'a = import.meta.env.D']],
  [`a = b === c && d !== e || !f`, ['a = (or (and (== b c) (!= d e)) (not f))']],
  [`a = 'x' + b + 'y' + c`, ['a = (+ "x" b "y" c)']],
  [`a = b ? c : d ?? e`, ['a = (?: b c (?? d e))']],
  [
    `a = b instanceof C; a = typeof b; a = 'k' in b`,
    ['a = (instanceof b C)', 'a = (typeof b)', 'a = (in "k" b)'],
  ],
  [`a = \`x\${b}y\${c}\`; a = \`plain\``, ['a = `x<b>y<c>`', 'a = "plain"']],
  [`a = /b\\/c/gi; a = -1; a = 0x10; a = 1_000n`, ['a = "/b\\\\/c/gi"', 'a = -1', 'a = 16', 'a = 1000']],
  [
    `a = [1, ...b]; a = { b, 'c': 1, ...d, [e]: 2, 3: 4 }`,
    ['a = [1, (... b)]', 'a = {"b": b, "c": 1, ...: d, e: 2, 3: 4}'],
  ],
  [`a = null; a = undefined; a = true`, ['a = null', 'a = undefined', 'a = true']],
  [`a = (f(), b)`, ['a = b']],
]);

import { describe, expect, test } from 'vitest';
import { assigned, read, show } from './reading.ts';

describe('expressions', () => {
  test.each([
    ['a.b.c', 'a.b.c'],
    ['connect().cursor', 'connect().cursor'],
    ['f(1, k=x, *a, **b)', 'f(1, k=x, (... a), (... b))'],
    ['(await (f)(x for x in y))', 'f((comprehension x, y))'],
    ['a[1:, ::2, k]', 'a[(slice 1, null), (slice null, null, 2), k]'],
    ['"a\\n\\x41" \'b\'', '"a\\nAb"'],
    ['r"\\d" b"x"', '"\\\\dx"'],
    ['"""two\nlines"""', '"two\\nlines"'],
    ['f"a{b!r:>{w}}c{{}}" "d"', 'fa<b>c{}d'],
    ['f"plain"', '"plain"'],
    ['0x1F', '31'],
    ['-1_000.5', '-1000.5'],
    ['0777L', '511'],
    ['a + b + c * d', '(+ a, b, (* c, d))'],
    ['a < b is not c', '(and (< a, b), (is not b, c))'],
    ['a not in b and not c or d', '(or (and (not in a, b), (not c)), d)'],
    ['a if b else c', '(?: b, a, c)'],
    ['[1, *a]', '[1, (... a)]'],
    ['{"a": 1, **b}', '{"a": 1, -: b}'],
    ['{k: v for k, v in d() if v}', '(comprehension {k: v}, d(), v)'],
    ['(n := f())', 'f()'],
    ['lambda q: q', 'function 0'],
    ['...', 'Ellipsis'],
    ['1j', '?'],
    ['None', 'null'],
  ])('%s', (source, expected) => {
    const file = read(`value = ${source}`);
    expect(show(file, file.assignments.at(-1)?.value ?? null)).toBe(expected);
    expect(file.errors).toEqual([]);
  });
});

describe('assignments', () => {
  test.each<[string, readonly string[]]>([
    ['a = b = f()', ['a = f()', 'b = f()']],
    ['a, (b, *c) = x', ['a destructure x', 'b destructure x', 'c destructure x']],
    ['a, b = 1, x', ['a = 1', 'b = x']],
    ['x: int', ['x: int = -']],
    ['self.a[0]["k"] += 1', ['self.a[0]["k"] augmented 1']],
    ['for i, (k, v) in e(q): pass', ['i for e(q)', 'k for e(q)', 'v for e(q)']],
    ['rows = [r for r in q()]', ['r for q()', 'rows = (comprehension r, q())']],
    ['with open(p) as f, g() as (a, b): pass', ['f with open(p)', 'a with g()', 'b with g()']],
    ['if (n := f()) > 1: pass', ['n = f()']],
    ['global g', []],
  ])('%s', (source, expected) => expect(assigned(source)).toEqual(expected));
});

test.each([
  ['"Task"', 'Task'],
  ['"list[Task] | None"', '(| list[Task], null)'],
  ['Optional[\'list["T"]\']', 'Optional[list[T]]'],
  ['Literal["a b", "c"]', 'Literal["a b", "c"]'],
  ['Annotated["User", Depends(get, "x")]', 'Annotated[User, Depends(get, "x")]'],
  ['dict[str, a.b[int]] | None', '(| dict[str, a.b[int]], null)'],
  ['Callable[["T"], None]', 'Callable[[T], null]'],
  ['"not a type!"', '"not a type!"'],
])('annotation %s', (source, expected) => {
  const file = read(`def f(a: ${source} = 1) -> ${source}: return a`);
  expect(show(file, file.definitions[0]?.parameters[0]?.annotation ?? null)).toBe(expected);
  expect(show(file, file.definitions[0]?.returns ?? null)).toBe(expected);
});

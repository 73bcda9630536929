import { describe, expect, test } from 'vitest';
import { assigned, read, show } from './reading.ts';

test.each<[string, readonly string[]]>([
  ['import a.b, c as d', ['a=a', '=a.b', 'd=c']],
  ['from ..m import (x as y,\n  z)', ['y=..m:x', 'z=..m:z']],
  ['from . import x', ['x=.:x']],
  ['from m import *', ['*=m:*']],
  ['from __future__ import annotations', ['annotations=__future__:annotations']],
  ['importlib.import_module("plug.in")', ['=plug.in']],
  ['if TYPE_CHECKING:\n  import t\nelse:\n  import u', ['t=t (types)', 'u=u']],
])('imports: %s', (source, expected) => {
  const shown = read(source).imports.map(
    (each) =>
      `${each.local}=${each.module}${each.name ? `:${each.name}` : ''}${each.typeOnly ? ' (types)' : ''}`,
  );
  expect(shown).toEqual(expected);
});

describe('definitions', () => {
  test('a class with fields, methods and an inner class', () => {
    const file = read(
      [
        '@dataclass(frozen=True)',
        'class Task(Base, metaclass=M):',
        '    """A task."""',
        '    id: Mapped[int] = mapped_column()',
        '    a, b = 1, 2',
        '    class Meta:',
        '        ordering = ["-id"]',
        '    @property',
        '    def title(self): return self.x',
        '    @staticmethod',
        '    async def make(n, /, *rest: int, k=1, **more): yield n',
      ].join('\n'),
    );
    const [task, meta, title, make] = file.definitions;
    expect(task).toMatchObject({ kind: 'class', line: 2, endLine: 11, block: -1, stub: false });
    expect(task?.decorators.map((each) => show(file, each))).toEqual(['dataclass(frozen=true)']);
    expect(task?.bases.map((each) => show(file, each))).toEqual(['Base']);
    expect(task?.fields.map((each) => `${each.name} ${show(file, each.value)}`)).toEqual([
      'id mapped_column()',
      'a 1',
      'b 2',
    ]);
    expect(meta).toMatchObject({ qualifiedName: 'Task.Meta', parent: 0, fields: [{ name: 'ordering' }] });
    expect(title).toMatchObject({ kind: 'method', qualifiedName: 'Task.title', accessor: true });
    expect(make).toMatchObject({ async: true, generator: true, static: true, accessor: false });
    expect(make?.parameters.map((each) => `${each.kind} ${each.name} ${each.optional}`)).toEqual([
      'normal n false',
      'rest rest false',
      'normal k true',
      'keywords more false',
    ]);
    expect(file.calls.map((each) => each.definition)).toEqual([-1, 0]);
    expect(file.assignments).toEqual([]);
    expect(file.comments).toEqual([{ text: 'A task.', docstring: true, line: 3, endLine: 3 }]);
  });

  test('a lambda returns its body', () => {
    const file = read('def f():\n    return lambda q, *w: q.go()');
    expect(file.definitions[1]).toMatchObject({ kind: 'lambda', name: '', parent: 0 });
    expect(file.statements.map((each) => [each.kind, each.definition, show(file, each.value)])).toEqual([
      ['return', 0, 'function 1'],
      ['return', 1, 'q.go()'],
    ]);
    expect(file.calls[0]?.definition).toBe(1);
  });

  test.each<[string, boolean]>([
    ['def f(): pass', true],
    ['def f():\n  "says"\n  ...', true],
    ['def f():\n  # TODO\n  raise NotImplementedError("later")', true],
    ['class A:\n  "says"', true],
    ['def f(): return None', false],
    ['def f(): raise ValueError', false],
    ['class NotFound(Exception): pass', false],
    ['@abstractmethod\ndef f(self): ...', false],
    ['@typing.overload\ndef f(a: int) -> int: ...', false],
  ])('stub: %s', (source, stub) => expect(read(source).definitions[0]?.stub).toBe(stub));

  test('protocols and .pyi files only declare', () => {
    expect(read('class P(Protocol[T]):\n  def f(self): ...').definitions[1]?.stub).toBe(false);
    expect(read('def f(): ...', 'app.pyi').definitions[0]?.stub).toBe(false);
  });
});

describe('blocks', () => {
  const blocks = (text: string) => {
    const file = read(text);
    return file.blocks.map((each) =>
      [each.kind, each.parent, each.of, show(file, each.test), each.line, each.empty ? 'empty' : '']
        .join(' ')
        .trim(),
    );
  };
  test.each<[string, string, readonly string[]]>([
    [
      'elif and else hang on the branch before',
      'for x in y:\n  if a: p()\n  elif b: pass\n  else: q()',
      ['for -1 -1 y 1', 'if 0 -1 a 2', 'if 0 1 b 3 empty', 'else 0 2 - 4'],
    ],
    [
      'try and its parts',
      'try: f()\nexcept: pass\nelse: g()\nfinally: h()',
      ['try -1 -1 - 1', 'except -1 0 - 2 empty', 'else -1 0 - 3', 'finally -1 0 - 4'],
    ],
    ['a loop and its else', 'while x: ...\nelse: f()', ['while -1 -1 x 1 empty', 'else -1 -1 - 2']],
    [
      'match',
      'match c:\n case "a" | -1: f()\n case P(x=0) if g: f()\n case [m.A, *_]: f()\n case other: f()',
      [
        'case -1 -1 (== c, (| "a", -1)) 2',
        'case -1 -1 (and (== c, (instanceof P, 0)), g) 3',
        'case -1 -1 (== c, [m.A, (... )]) 4',
        'case -1 -1 - 5',
      ],
    ],
  ])('%s', (_, source, expected) => expect(blocks(source)).toEqual(expected));

  test.each<[string, readonly string[], string | null]>([
    ['except:', [], null],
    ['except json.JSONDecodeError as e:', ['json.JSONDecodeError'], 'e'],
    ['except (A, b.C):', ['A', 'b.C'], null],
    ['except* A:', ['A'], null],
    ['except E, e:', ['E'], 'e'],
    ['except A, B:', ['A', 'B'], null],
  ])('handler %s', (clause, catches, binds) =>
    expect(read(`try: f()\n${clause} g()`).blocks[1]).toMatchObject({ catches, binds, empty: false }),
  );

  test('what stands in a block names it; its condition does not', () => {
    const file = read('if a():\n  with b() as x:\n    c()\nd()');
    expect(file.calls.map((each) => [show(file, each.callee), each.block])).toEqual([
      ['a', -1],
      ['b', 1],
      ['c', 1],
      ['d', -1],
    ]);
    expect(file.assignments[0]?.block).toBe(1);
  });

  test('a match binds what it captures', () =>
    expect(assigned('match c:\n case {"a": x} as y: pass\n case z: pass')).toEqual([
      'x destructure c',
      'y = c',
      'z = c',
    ]));
});

describe('statements', () => {
  test.each<[string, readonly string[]]>([
    ['raise X(1) from e', ['raise X(1)']],
    ['raise', ['raise -']],
    ['del a, b[0]', ['delete a', 'delete b[0]']],
    ['assert f(x), "message"', ['assert f(x)']],
    ['x = yield y', ['yield y']],
    ['while 1:\n  break', ['break -']],
    ['f()\n"stray"', ['expression "stray"']],
    ['"docstring"\nf()', []],
  ])('%s', (source, expected) => {
    const file = read(source);
    expect(file.statements.map((each) => `${each.kind} ${show(file, each.value)}`)).toEqual(expected);
  });

  test.each<[string, readonly boolean[]]>([
    ['f(g())', [true, false]],
    ['await f()', [true]],
    ['x = f()', [false]],
    ['(x := f())', [false]],
    ['f().g()', [true, false]],
  ])('thrown away: %s', (source, expected) =>
    expect(read(source).calls.map((each) => each.statement)).toEqual(expected),
  );

  test('Python 2', () => {
    const file = read('print "a" % b\nprint >>sys.stderr, x\nexec code\nraise E, "m"');
    const shown = file.calls.map((_, call) => show(file, { kind: 'call', call, line: 1 }));
    expect(shown).toEqual(['print((% "a", b))', 'print(x, file=sys.stderr)', 'exec(code)']);
    expect(show(file, file.statements[0]?.value ?? null)).toBe('E');
    expect(file.errors).toEqual([]);
  });
});

describe('text', () => {
  test.each([
    ['CRLF', 'x = 1\r\nf()\r\n'],
    ['lone CR', 'x = 1\rf()\r'],
    ['byte order mark', '\uFEFFx = 1\nf()\n'],
    ['line continuation', 'x = \\\n  1 # c\n\nf()'],
  ])('%s', (name, source) => {
    const file = read(source);
    expect(file.errors).toEqual([]);
    expect(file.assignments[0]).toMatchObject({ line: 1, value: { value: 1 } });
    expect(file.calls[0]?.line).toBe(name === 'line continuation' ? 4 : 2);
  });

  test('comments, and what only looks like one', () => {
    const file = read('# one\nx = "# no"  # two\ny = """\n# no\n"""\n    # three\n');
    expect(file.comments.map((each) => [each.line, each.text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [6, 'three'],
    ]);
  });

  test('an empty file', () => expect(read('')).toMatchObject({ lines: 0, errors: [], calls: [] }));

  describe('what goes too deep for the parser hurts nothing that is read after it:', () => {
    const text = 'def f(a):\n    return g(a, [one for one in a if one])\n'.repeat(500);
    const before = read(text);
    const deep = '"""Usage:\n'.repeat(11_000);

    // The parser's C code calls itself for each of them, and once wrote over its own memory.
    test('strings that do not end', () => {
      expect(read(deep).errors.length).toBeGreaterThan(0);
      expect(read(text)).toEqual(before);
    });

    test('the end of the stack', () => {
      const atTheEnd = (): readonly string[] => {
        try {
          return atTheEnd();
        } catch {
          return read(deep).errors.map(({ reason }) => reason);
        }
      };
      expect(atTheEnd()).toEqual(['too broken to parse']);
      expect(read(text)).toEqual(before);
    });
  });

  test('a file that is too large is said to be', () =>
    expect(read('x\n'.repeat(750_001)).errors).toEqual([{ line: 1, reason: 'too large to parse' }]));

  test('is too much to parse long before where it is code', () =>
    expect(read(`${'*'.repeat(60)}x\n`.repeat(9_000)).errors).toEqual([
      { line: 1, reason: 'too large to parse' },
    ]));

  test('what does not parse is said, and the rest is still there', () => {
    const file = read('import os\nx = = 3\ndef f(:\n  pass\n\ndef g():\n  h()\n');
    expect(file.errors.length).toBeGreaterThan(0);
    expect(file.errors[0]).toEqual({ line: 2, reason: 'syntax error' });
    expect(file.imports).toHaveLength(1);
    expect(file.definitions.map((each) => each.name)).toContain('g');
    expect(read('a b\n'.repeat(100)).errors.length).toBeLessThanOrEqual(20);
  });

  test.each([
    ['parentheses', `${'('.repeat(100_000)}x${')'.repeat(100_000)}\nf()`],
    ['a chain', `x = a${'.b()'.repeat(20_000)}\nf()`],
    ['a sum', `x = ${'a + '.repeat(20_000)}a\nf()`],
  ])('deep nesting: %s', (_, source) => {
    const file = read(source);
    expect(file.errors).toContainEqual({ line: 1, reason: 'nested deeper than 400 levels' });
    expect(show(file, file.calls.at(-1)?.callee ?? null)).toBe('f');
  });

  test('a file that is commented out costs no more than its length', () => {
    const file = read(`if x:\n    f()\n${'# commented out, line by line\n'.repeat(20_000)}g()\n`);
    expect(file.comments).toHaveLength(20_000);
    expect(file.calls.at(-1)?.line).toBe(20_003);
  });

  test('a long text that is never closed is told, and costs no more than its length', () => {
    const file = read(`f()\n'''${'# a line of the text\n'.repeat(10_000)}g()\n`);
    expect(file.errors.map(({ line }) => line)).toContain(2);
    expect(file.calls.map(({ line }) => line)).toEqual([1]);
  });

  test('a long text that is closed where the file ends is a text', () => {
    const file = read(`f()\n'''${'a line of the text\n'.repeat(10_000)}'''`);
    expect(file.errors).toEqual([]);
    expect(file.calls.map(({ line }) => line)).toEqual([1]);
  });
});

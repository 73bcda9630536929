/** What must fail on a fresh checkout, by the files alone. */
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/facts/read.ts';
import { repositoryOf } from '../../../src/repository/memory.ts';
import { reading } from '../../support/program.ts';

/** The reason at a line of a file, where there is one. */
async function stopAt(
  files: Readonly<Record<string, string>>,
  path: string,
  line = 1,
): Promise<string | null> {
  const facts = await readFacts(repositoryOf({ files }), reading);
  return facts.stopOf(path, line)?.what ?? null;
}

describe('a file stops where', () => {
  test.each([
    ['it does not parse', { 'main.py': 'import os\nx = connect(<name>)\n' }, 'the file does not parse'],
    [
      'nothing binds a name',
      { 'main.py': 'app = FastAPI()\napp.run()\n' },
      'reads FastAPI, which nothing binds',
    ],
    [
      'a file that it imports stops',
      { 'main.py': 'import models\nmodels.go()\n', 'models.py': 'class A(Base):\n    pass\n' },
      'reads Base, which nothing binds',
    ],
  ] as const)('%s', async (_, files, expected) => {
    expect(await stopAt(files, 'main.py')).toBe(expected);
  });

  test.each([
    ['a name of Python', 'print(len(__name__), NotImplementedError)\n'],
    [
      'a name bound by a pattern, a loop, a handler',
      'for i in x():\n    print(i)\n\n\ndef x():\n    try:\n        return [j for j in range(3)]\n    except ValueError as e:\n        raise RuntimeError(e)\n',
    ],
    ['a star that may bind it', 'from tkinter import *\nTk()\n'],
    ['a guarded import', 'try:\n    import fast\nexcept ImportError:\n    fast = None\nprint(fast)\n'],
    ['a lambda and a walrus', 'print((lambda a: a)(1))\nif (n := int("1")) > 0:\n    print(n)\n'],
    [
      'match',
      'def f(p):\n    match p:\n        case {"x": x, **rest}:\n            return x, rest\n        case [first, *others]:\n            return first, others\nprint(f(1))\n',
    ],
  ])('not for %s', async (_, text) => {
    expect(await stopAt({ 'main.py': text }, 'main.py')).toBeNull();
  });
});

test('an own module is not there', async () => {
  const files = { 'app/__init__.py': 'A = 1\n', 'app/main.py': 'from .mail import send\nsend()\n' };
  expect(await stopAt(files, 'app/main.py')).toBe('imports .mail, which is not there');
});

test('a function fails by itself where it reads what nothing binds', async () => {
  const files = {
    'main.py': 'def a():\n    return Path(".")\n\n\ndef b():\n    return 1\n\n\nprint(a(), b())\n',
  };
  expect(await stopAt(files, 'main.py', 2)).toBe('reads Path, which nothing binds');
  expect(await stopAt(files, 'main.py', 6)).toBeNull();
});

test('pieces of settings that nothing imports may share what others bind', async () => {
  const files = {
    'settings/base.py': 'from split_settings.tools import include\ninclude("parts/*.py")\n',
    'settings/parts/jwt.py': 'LIFETIME = timedelta(days=1)\n',
  };
  expect(await stopAt(files, 'settings/parts/jwt.py')).toBeNull();
});

/** Names are found however the program is cut: enums, dotted modules, base classes, own decorators, handing on. */
import { describe, expect, it } from 'vitest';
import { doerOf } from '../../src/program/flow/doer.ts';
import { isStartedByDecorator, keepsArguments } from '../../src/program/life/decorated.ts';
import { namesOn, programOf } from '../support/program.ts';

async function functionNamed(text: string, name: string) {
  const program = await programOf({ 'app.py': text });
  const ref = program.definitions().find(({ definition }) => definition.name === name);
  if (!ref) throw new Error(`no function ${name}`);
  return { program, ref };
}

it('folds a member of an enum by its value', async () => {
  const program = await programOf({
    'names.py': 'from enum import Enum\nclass Names(Enum):\n    HOST = "localhost"\n',
    'app.py': 'from names import Names\nconnect(Names.HOST.value)',
  });
  const call = program.file('app.py')?.calls[0];
  const site = { file: program.file('app.py')!, definition: -1 };
  expect(program.constant(call!.arguments[0]!.value, site)).toBe('localhost');
});

it('finds an own module by its dotted name, though its folder is no package', async () => {
  const program = await programOf({
    'shop/prices.py': 'import json\nwrite = json.dumps',
    'shop/stock.py': 'count = len',
    'app.py': 'import shop.prices\nimport shop.stock\nshop.prices.write(1)\nshop.stock.count([])',
  });
  expect(namesOn(program, 'app.py', 3)).toEqual(['json.dumps']);
  expect(namesOn(program, 'app.py', 4)).toEqual(['len']);
});

it('finds what an object has in the class that extends its base', async () => {
  const program = await programOf({
    'app.py':
      'from redis import Redis\nclass Base:\n    def read(self, key):\n        return self.client.get(key)\nclass Store(Base):\n    def __init__(self):\n        self.client = Redis()\n',
  });
  expect(namesOn(program, 'app.py', 4)).toEqual(['redis.Redis.get']);
});

describe('a decorator', () => {
  const WRAPS =
    'import functools\ndef traced(function):\n    @functools.wraps(function)\n    def inner(*args, **kwargs):\n        print(function.__name__)\n        return function(*args, **kwargs)\n    return inner\n';
  const INJECTS =
    'def traced(function):\n    def inner(request):\n        return function(open_session(), request)\n    return inner\n';
  const KEEPS =
    'COMMANDS = {}\ndef traced(function):\n    COMMANDS[function.__name__] = function\n    return function\n';

  it.each([
    [
      'a framework’s',
      'from flask import Flask\napp = Flask("a")\n@app.get("/")\ndef home(): pass',
      true,
      false,
    ],
    ['one of its own that wraps', `${WRAPS}@traced\ndef home(): pass`, false, true],
    ['one of its own that hands in more', `${INJECTS}@traced\ndef home(): pass`, false, false],
    ['one of its own that keeps it', `${KEEPS}@traced\ndef home(): pass`, true, false],
  ])('%s', async (_, text, starts, keeps) => {
    const { program, ref } = await functionNamed(text, 'home');
    expect(isStartedByDecorator(program, ref)).toBe(starts);
    expect(keepsArguments(program, ref)).toBe(keeps);
  });
});

describe('the function that does the work', () => {
  it.each([
    ['def work(a): return a * 2\ndef home(a): return work(a)', 'work'],
    [
      'def last(a): pass\ndef work(a): return last(a)\ndef home(a):\n    """Doubles."""\n    return work(a)',
      'last',
    ],
    ['def work(a): return a\ndef home(a):\n    check(a)\n    return work(a)', 'home'],
    ['def work(a): return a\ndef home(a):\n    if a:\n        return work(a)', 'home'],
    ['def work(): return 1\ndef home(a): return work(a)', 'home'],
    ['def home(a): return home(a)', 'home'],
  ])('%s', async (text, name) => {
    const { program, ref } = await functionNamed(text, 'home');
    expect(doerOf(program, ref).definition.name).toBe(name);
  });
});

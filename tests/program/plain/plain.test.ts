/** Each file is linked in the plainest form that means the same. */
import { describe, expect, it } from 'vitest';
import type { CodeFile } from '../../../src/program/file.ts';
import { namesRead } from '../../../src/program/link/names-read.ts';
import { namesOn, programOf } from '../../support/program.ts';

async function linked(text: string, path = 'app.py'): Promise<CodeFile> {
  const file = (await programOf({ [path]: text })).file(path);
  if (!file) throw new Error(`no file ${path}`);
  return file;
}

function decoratorsOf(file: CodeFile, name: string): number {
  return file.definitions.find((one) => one.name === name)?.decorators.length ?? 0;
}

describe('decorators that are applied by hand', () => {
  it.each([
    'def home(): return {}\nhome = app.get("/")(home)',
    'def home(): return {}\napp.get("/")(home)',
    'def home(): return {}\nhome = cached(home)',
  ])('%s', async (text) => {
    expect(decoratorsOf(await linked(text), 'home')).toBe(1);
  });

  it.each([
    'def home(): return {}\nother = cached(home)',
    'home = app.get("/")(home)\ndef home(): return {}',
    'def home(): return {}\napp.get("/")(home, 1)',
    'def around():\n    def home(): return {}\napp.get("/")(home)',
  ])('are none in %s', async (text) => {
    expect(decoratorsOf(await linked(text), 'home')).toBe(0);
  });

  it('leave the name to the function', async () => {
    const { assignments } = await linked('def home(): return {}\nhome = cached(home)');
    expect(assignments).toEqual([]);
  });
});

describe('arguments that are bound before the call', () => {
  const given = (file: CodeFile) => file.calls.at(-1)?.arguments.map(({ name }) => name);

  it.each([
    [
      'from functools import partial\nask = partial(client.create, model="m")\nask(1, top=2)',
      [null, 'model', 'top'],
    ],
    ['import functools as f\nask = f.partial(client.create, 0)\nask(1)', [null, null]],
    ['from functools import partial\nask = partial(client.create, model="m")\nask(model="n")', ['model']],
  ])('%s', async (text, names) => {
    const file = await linked(text);
    expect(given(file)).toEqual(names);
    expect(file.calls.at(-1)?.callee).toMatchObject({ name: 'client.create' });
  });

  it.each([
    'from own import partial\nask = partial(client.create, model="m")\nask(1)',
    'from functools import partial\nask = partial(client.create, model="m")\nask = other\nask(1)',
    'from functools import partial\nask = partial(client.create, model="m")\ndef f(ask):\n    ask(1)',
  ])('are left alone in %s', async (text) => {
    expect(given(await linked(text))).toEqual([null]);
  });
});

describe('loops over a table that is written out', () => {
  it.each([
    ['for path in ["/a", "/b"]:\n    app.mount(path)', 'app.py', ['/a', '/b']],
    [
      'TABLE = {"/a": one, "/b": two}\nfor path, made in TABLE.items():\n    app.mount(path, made)',
      'app.py',
      ['/a', '/b'],
    ],
    ["for (const [path, made] of [['/a', one], ['/b', two]]) app.mount(path, made);", 'app.ts', ['/a', '/b']],
    ["const TABLE = ['/a', '/b'];\nfor (const path of TABLE) app.mount(path);", 'app.ts', ['/a', '/b']],
  ])('%s', async (text, path, rows) => {
    const calls = (await linked(text, path)).calls.filter(
      ({ callee }) => callee.kind === 'name' && callee.name === 'app.mount',
    );
    expect(calls.map((call) => call.arguments[0]?.value)).toEqual(
      rows.map((value) => expect.objectContaining({ value })),
    );
  });

  it('hold for what is nested in the round', async () => {
    const { calls } = await linked('for name in ["a", "b"]:\n    show(load(name))');
    const shown = calls.filter(({ callee }) => callee.kind === 'name' && callee.name === 'show');
    const loaded = shown.map(({ arguments: [only] }) =>
      only?.value.kind === 'call' ? calls[only.value.call] : null,
    );
    expect(loaded.map((call) => call?.arguments[0]?.value)).toEqual([
      expect.objectContaining({ value: 'a' }),
      expect.objectContaining({ value: 'b' }),
    ]);
  });

  it('are as they are over what is not written out, and over data', async () => {
    const long = Array.from({ length: 500 }, (_, index) => index).join(', ');
    for (const text of ['for row in load():\n    show(row)', `for row in [${long}]:\n    show(row)`])
      expect(
        (await linked(text)).calls.filter(({ callee }) => callee.kind === 'name' && callee.name === 'show'),
      ).toHaveLength(1);
  });

  it('stay bounded', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => index).join(', ');
    const body = Array.from({ length: 60 }, () => '    show(row)').join('\n');
    const { calls } = await linked(`for row in [${rows}]:\n${body}`);
    expect(calls.length).toBeLessThan(1500);
  });
});

describe('names that carry a value to its one use', () => {
  const returned = async (text: string, path?: string) =>
    (await linked(text, path)).statements.at(-1)?.value?.kind;

  it.each([
    ['def f():\n    body = {"a": 1}\n    return body', 'app.py', 'dict'],
    ['def f(): pair = x, 400; return pair', 'app.py', 'list'],
    ['function f() { const body = { a: 1 }; return body; }', 'app.ts', 'dict'],
    [
      'def f():\n    if x:\n        out = [1]\n        return out\n    out = {"a": 1}\n    return out',
      'app.py',
      'dict',
    ],
  ])('%s', async (text, path, kind) => {
    expect(await returned(text, path)).toBe(kind);
  });

  it.each([
    'def f():\n    body = {}\n    body["a"] = 1\n    return body',
    'def f(body):\n    body = {"a": 1}\n    return body',
    'def f():\n    body = {"a": 1}\n    if x:\n        body = {}\n    return body',
    'def f():\n    global body\n    body = {"a": 1}\n    return body',
    'def f():\n    return body\n    body = {"a": 1}',
    'def f():\n    row = load()\n    return row',
  ])('are names still in %s', async (text) => {
    expect((await linked(text)).statements.find(({ kind }) => kind === 'return')?.value?.kind).toBe('name');
  });

  it('are read there all the same', async () => {
    expect(namesRead(await linked('def f():\n    body = {"a": 1}\n    send(body)')).names).toContain('body');
  });
});

describe('aliases of what is imported', () => {
  it('give way to the name', async () => {
    const file = await linked('from fastapi import Depends as needs\ndef f(user=needs(read)): pass');
    expect(file.calls[0]?.callee).toMatchObject({ name: 'Depends' });
  });

  it.each([
    'from fastapi import Depends as needs\nDepends = 1\nneeds(read)',
    'from fastapi import Depends as needs\nneeds = 1\nneeds(read)',
    'from fastapi import Depends as needs\ndef f(needs):\n    needs(read)',
  ])('stay where a name means something else: %s', async (text) => {
    expect((await linked(text)).calls.at(-1)?.callee).toMatchObject({ name: 'needs' });
  });

  it('give way to the name of a module of the standard library', async () => {
    const { calls } = await linked(
      'import os as system\nimport numpy as np\nsystem.getenv("A")\nnp.array([])',
    );
    expect(calls.map(({ callee }) => callee)).toMatchObject([{ name: 'os.getenv' }, { name: 'np.array' }]);
  });

  it('can be imported from here', async () => {
    const program = await programOf({
      'here.py': 'from json import dumps as write\nwrite(1)',
      'there.py': 'from here import write\nwrite(2)',
    });
    expect(namesOn(program, 'there.py', 2)).toEqual(['json.dumps']);
  });
});

describe('texts that are formatted', () => {
  const shown = async (text: string) =>
    (await linked(text)).calls.find(({ callee }) => callee.kind === 'name' && callee.name === 'show');

  it.each([
    ['show("{} of {}".format(a, b))', [{ name: 'a' }, ' of ', { name: 'b' }]],
    ['show("{1:.2f}{{{0!r}}}".format(a, b))', [{ name: 'b' }, '{', { name: 'a' }, '}']],
    ['show("{name} is in".format(name=a))', [{ name: 'a' }, ' is in']],
  ])('%s', async (text, parts) => {
    expect((await shown(text))?.arguments[0]?.value).toMatchObject({ kind: 'template', parts });
  });

  it.each([
    'show("{0.name}".format(a))',
    'show("{}".format(*a))',
    'show("{} {}".format(a))',
    'show(text.format(a))',
  ])('stay a call: %s', async (text) => {
    expect((await shown(text))?.arguments[0]?.value.kind).toBe('call');
  });
});

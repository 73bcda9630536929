import { describe, expect, it } from 'vitest';
import { flowsFrom, origins, returnedValues } from '../../src/program/flow/flow.ts';
import type { CallRef, Program } from '../../src/program/program.ts';
import { programOf } from '../support/program.ts';

/** The arguments of the calls of a function `sink`, and whether a call of `source` flows into each of them. */
async function sinks(sources: Record<string, string>): Promise<boolean[]> {
  const program = await programOf(sources);
  return program
    .calls()
    .filter((call) => calls(program, call, 'sink'))
    .map(({ file, call }) => {
      const value = call.arguments[0]?.value;
      if (!value) throw new Error('sink without an argument');
      const site = { file, definition: call.definition };
      return flowsFrom(program, value, site, (one) => calls(program, one, 'source')) !== null;
    });
}

function calls(program: Program, call: CallRef, name: string): boolean {
  return program.nameOf(call).split('.').at(-1) === name;
}

const FLOWS: readonly (readonly [string, Record<string, string>, readonly boolean[]])[] = [
  [
    'through a context of React, from its provider to whoever asks for it',
    {
      'context.ts':
        "import { createContext } from 'react';\nexport const Open = createContext(null);\nexport const Other = createContext(null);",
      'Provider.tsx':
        "import { Open, Other } from './context';\nexport const Provider = ({ children }) => (\n  <Open.Provider value={{ made: source(), plain: 1 }}><Other.Provider value={1}>{children}</Other.Provider></Open.Provider>\n);",
      'Shown.tsx':
        "import { useContext } from 'react';\nimport { Open as Handed, Other } from './context';\nexport function Shown() {\n  const { made } = useContext(Handed);\n  sink(made);\n  sink(useContext(Other));\n  return null;\n}",
    },
    [true, false],
  ],
  [
    'through a function that is wrapped to be remembered',
    {
      'App.tsx':
        "import { useCallback, memo } from 'react';\nexport const App = memo(() => {\n  const open = useCallback((id) => { sink(id); }, []);\n  return <button onClick={() => open(source())}>Open</button>;\n});",
    },
    [true],
  ],
  [
    'through assignments',
    { 'a.py': 'x = source()\ny = x + 1\nsink(f"<{y}>")\nz = 2\nsink(z)' },
    [true, false],
  ],
  [
    'through a loop and a comprehension',
    { 'a.py': 'for row in source():\n    sink([c.name for c in row])' },
    [true],
  ],
  [
    'through a default export, of a name or of an expression',
    {
      'a.ts': 'const made = source();\nexport default made;',
      'b.ts': 'export default { first: source(), second: 1 };',
      'c.ts':
        "import one from './a';\nimport two from './b';\nsink(one);\nsink(two.first);\nsink(two.second);",
    },
    [true, true, false],
  ],
  [
    'through what CommonJS exports',
    {
      'a.js': 'const made = source();\nmodule.exports = made;',
      'b.js': 'const made = source();\nmodule.exports = { first: made, second: 1 };',
      'c.js':
        "const one = require('./a');\nconst two = require('./b');\nsink(one);\nsink(two.first);\nsink(two.second);",
    },
    [true, true, false],
  ],
  [
    'through modules that hand on another, under another name too',
    {
      'a.ts': 'export const made = source();\nexport const other = 1;',
      'b.ts': "export * from './a';",
      'c.ts': "export { made as first } from './b';\nexport { other as second } from './a';",
      'd.ts':
        "import { made } from './b';\nimport * as c from './c';\nsink(made);\nsink(c.first);\nsink(c.second);",
    },
    [true, true, false],
  ],
  [
    'through packages of Python that hand on their modules',
    {
      'a/__init__.py': 'from .made import one\nfrom .more import *',
      'a/made.py': 'one = source()',
      'a/more.py': 'two = source()\nthree = 1',
      'b.py':
        'import a\nfrom a import one\nfrom a import *\nsink(one)\nsink(a.one)\nsink(two)\nsink(a.three)',
    },
    [true, true, true, false],
  ],
  [
    'through what an application keeps for its handlers',
    {
      'a.py':
        'from fastapi import FastAPI, Request\ndef start(app: FastAPI):\n    app.state.model = source()\n    app.state.name = 1\ndef ask(request: Request):\n    sink(request.app.state.model)\n    sink(request.app.state.name)\napp = FastAPI(lifespan=start)\nsink(app.state.model)',
    },
    [true, false, true],
  ],
  [
    'through changes in place',
    { 'a.py': 'rows = []\nrows.append(source())\nsink(rows)\nother = []\nsink(other)' },
    [true, false],
  ],
  [
    'through items of a dict',
    { 'a.py': 'out = {}\nout["a"] = source()\nsink(out)\nsink(out["a"])\nsink(out["b"])' },
    [true, true, false],
  ],
  [
    'a literal gives only the key that is read',
    { 'a.py': 'out = {"a": source(), "b": 1}\nsink(out["a"])\nsink(out["b"])' },
    [true, false],
  ],
  [
    'a parameter takes the argument of the call that it came through',
    { 'a.py': 'def same(x):\n    return x\nsink(same(source()))\nsink(same(1))' },
    [true, false],
  ],
  [
    'a parameter of any call where it starts in the function',
    { 'a.py': 'def show(x):\n    sink(x)\nshow(1)\nshow(x=source())' },
    [true],
  ],
  [
    'attributes of an object, from another module',
    {
      'store.py':
        'class Store:\n    def __init__(self):\n        self.items = []\n        self.size = 0\n    def add(self, x):\n        self.items.append(x)',
      'main.py':
        'from store import Store\nstore = Store()\nstore.add(source())\nsink(store.items)\nsink(store.size)',
    },
    [true, false],
  ],
  [
    'a variable of another module',
    {
      'state.py': 'history = []',
      'a.py': 'from state import history\nhistory.append(source())',
      'b.py': 'import state\nsink(state.history)',
    },
    [true],
  ],
  [
    'a session that a framework keeps',
    {
      'app.py':
        'import streamlit as st\nst.session_state.messages.append(source())\nsink(st.session_state["messages"])\nsink(st.session_state.name)',
    },
    [true, false],
  ],
  [
    'a list that was taken out of a store',
    {
      'a.py':
        'store = {}\ndef add(key):\n    rows = store[key]\n    rows.append(source())\ndef get(key):\n    sink(store.get(key, []))',
    },
    [true],
  ],
  [
    'what a promise resolves with',
    {
      'a.js':
        'const load = () => new Promise((resolve) => { const rows = []; rows.push(source()); done(() => resolve(rows)); });\nasync function go() { sink(await load()); }\ngo();',
    },
    [true],
  ],
  [
    'what is handed to a function that runs later',
    {
      'a.py':
        'import asyncio\nclass Store:\n    def keep(self, x):\n        sink(x)\ndef go(tasks, store):\n    tasks.add_task(store.keep, source())',
    },
    [true],
  ],
  [
    'what a generator yields',
    { 'a.py': 'def parts():\n    for part in source():\n        yield part.text\nsink(parts())' },
    [true],
  ],
  [
    'what an unused argument hands in does not come out',
    { 'a.py': 'def one(x):\n    return 1\nsink(one(source()))' },
    [false],
  ],
  ['through a receiver', { 'a.py': 'chain = prompt | source() | parser\nsink(chain.invoke(1))' }, [true]],
  [
    'a default that a framework fills in',
    {
      'a.py':
        'from fastapi import Depends\ndef load():\n    return source()\ndef route(data=Depends(load)):\n    sink(data)',
    },
    [true],
  ],
  ['a callback takes what it is called for', { 'a.ts': 'source().map((doc) => sink(doc.title));' }, [true]],
  ['what a callback gives back', { 'a.ts': 'sink(rows.map((row) => source(row)));' }, [true]],
  [
    "React's state and its setter",
    {
      'a.tsx':
        'import { useState } from "react";\nexport function App() {\n  const [rows, setRows] = useState([]);\n  const [name] = useState("");\n  const load = async () => setRows(await source());\n  sink(rows);\n  sink(name);\n  return <p onClick={load} />;\n}',
    },
    [true, false],
  ],
  [
    'through destructuring',
    { 'a.ts': 'const { data } = await source();\nconst [first] = data;\nsink(first + 1);' },
    [true],
  ],
  [
    'not from all that was put into a module whose function is called',
    { 'app.py': 'import streamlit as st\nst.session_state.rows = source()\nsink(st.text_input("name"))\n' },
    [false],
  ],
  [
    'not from a function that calls itself',
    { 'a.py': 'def loop(x):\n    return loop(x)\nsink(loop(1))' },
    [false],
  ],
];

describe('flowsFrom', () => {
  it.each(FLOWS)('%s', async (_, sources, expected) => {
    expect(await sinks(sources)).toEqual(expected);
  });
});

describe('origins', () => {
  it('stops at the number of values that it is given', async () => {
    const program = await programOf({ 'a.py': `x = [${'f(), '.repeat(500)}]\nsink(x)` });
    const call = program.callsTo(['sink'])[0];
    const value = call?.call.arguments[0]?.value;
    if (!call || !value) throw new Error('no sink');
    const site = { file: call.file, definition: call.call.definition };
    expect(origins(program, value, site, { most: 50 })).toHaveLength(50);
    expect(origins(program, value, site).length).toBeGreaterThan(500);
  });
});

describe('returnedValues', () => {
  it("are the function's own, nested functions left out", async () => {
    const program = await programOf({
      'a.py': 'def f():\n    def g():\n        return 1\n    yield 2\n    return 3',
    });
    const ref = program.definitions().find((one) => one.definition.name === 'f');
    if (!ref) throw new Error('no f');
    const values = returnedValues(ref).map(({ value }) =>
      value.kind === 'literal' ? value.value : value.kind,
    );
    expect(values).toEqual([2, 3]);
  });
});

it('leaves out what it is told to skip, with all behind it', async () => {
  const program = await programOf({
    'a.py': 'score = source()\nlabel = "yes" if score > 0.5 else "no"\nsink(label)\n',
  });
  const [sink] = program.callsTo(['sink']);
  const value = sink?.call.arguments[0]?.value;
  if (!sink || !value) throw new Error('no sink');
  const site = { file: sink.file, definition: sink.call.definition };
  const from = (skip: boolean) =>
    flowsFrom(program, value, site, (one) => calls(program, one, 'source'), {
      skip: (origin) => skip && origin.value.kind === 'operation' && origin.value.operator === '>',
    });
  expect([from(false) !== null, from(true)]).toEqual([true, null]);
});

/** Checks that the skills map asks: what counts, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { readFacts } from '../../src/facts/read.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

async function ask(check: string, parameters: unknown, files: Readonly<Record<string, string>>) {
  const facts = await readFacts(repositoryOf({ files }), reading);
  const found = CHECKS.get(check);
  if (!found) throw new Error(`no check ${check}`);
  const z = await import('zod');
  const answer = found.ask(facts, found.parameters(z).parse(parameters));
  return answer.answer === 'yes' ? answer.evidence.map(({ path, line }) => `${path}:${line}`) : answer.answer;
}

const PYTHON = `import functools
from contextlib import suppress


class Store(dict):
    """rows = [row for row in rows]"""

    def __init__(self, path="tasks.json"):
        self.rows = [row for row in self.read()]  # while True: pass

    @property
    def size(self):
        with suppress(KeyError):
            return len(self.rows)


async def load(*paths):
    for path in paths:
        yield path
`;

const API = `from fastapi import Depends, FastAPI, Header
from pydantic import BaseModel

app = FastAPI(lifespan=None)


class Post(BaseModel):
    title: str


@app.get("/posts/{post_id}")
def read(post_id: int, token: str = Header()):
    return {"role": "reader"}


@app.post("/posts")
def create(post: Post, user=Depends(read)):
    return post


@app.delete("/posts/{post_id}")
def delete(post_id: int):
    return {}
`;

const COMPOSE = `services:
  web:
    build: .
    environment: { PORT: "8000" }
    depends_on: [database]
  database:
    image: postgres:16
    volumes: ["data:/var/lib/postgresql/data"]
`;

type Case = readonly [
  check: string,
  parameters: unknown,
  files: Readonly<Record<string, string>>,
  expected: unknown,
];

const CASES: readonly Case[] = [
  ['construct', { of: ['comprehension'] }, { 'a.py': PYTHON }, ['a.py:9']],
  ['construct', { of: ['comprehension'] }, { 'a.py': '# [x for x in y]\ntext = "[x for x in y]"\n' }, 'no'],
  ['construct', { of: ['comprehension'] }, { 'tests/test_a.py': PYTHON }, 'no'],
  ['construct', { of: ['comprehension'], atLeast: 2 }, { 'a.py': PYTHON }, 'no'],
  ['construct', { of: ['inheritance'] }, { 'a.py': PYTHON }, ['a.py:5']],
  ['construct', { of: ['property'] }, { 'a.py': PYTHON }, ['a.py:12']],
  ['construct', { of: ['context-manager'] }, { 'a.py': PYTHON }, ['a.py:13']],
  ['construct', { of: ['async', 'generator'] }, { 'a.py': PYTHON }, ['a.py:17']],
  ['construct', { of: ['rest-parameters'] }, { 'a.py': PYTHON }, ['a.py:17']],
  ['construct', { of: ['special-method'] }, { 'a.py': PYTHON }, ['a.py:8']],
  ['construct', { of: ['class'] }, { 'a.ts': 'export class Store { size = 1; }\n' }, ['a.ts:1']],
  ['declared', { bases: ['pydantic.BaseModel'] }, { 'a.py': API }, ['a.py:7']],
  [
    'declared',
    { bases: ['pydantic.BaseModel'] },
    { 'a.py': 'from pydantic import BaseModel\n\n\nclass A:\n    """BaseModel"""\n' },
    'no',
  ],
  ['declared', { types: ['fastapi.Depends'] }, { 'a.py': API }, ['a.py:17']],
  ['declared', { types: ['fastapi.Depends'] }, { 'a.py': 'from fastapi import Depends\n' }, 'no'],
  [
    'declared',
    { decorators: ['functools.cache'] },
    { 'a.py': 'from functools import cache\n\n\n@cache\ndef a():\n    return 1\n' },
    ['a.py:5'],
  ],
  [
    'served-routes',
    { methods: ['GET', 'POST', 'DELETE'] },
    { 'a.py': API },
    ['a.py:11', 'a.py:16', 'a.py:21'],
  ],
  ['served-routes', { methods: ['GET', 'PUT'] }, { 'a.py': API }, 'no'],
  ['served-routes', { schema: true }, { 'a.py': API }, ['a.py:16']],
  ['served-routes', { path: 'webhook' }, { 'a.py': API }, 'no'],
  ['served-routes', { variable: true }, { 'a.py': `"""\n${API}"""\n` }, 'no'],
  [
    'sql-statement',
    { with: ['join'] },
    {
      'a.py':
        'import sqlite3\nsqlite3.connect("x").execute("""SELECT a.id FROM a\nJOIN b ON a.id = b.id""")\n',
    },
    ['a.py:2'],
  ],
  [
    'sql-statement',
    { with: ['join'] },
    { 'a.py': '"""SELECT a FROM b JOIN c ON d"""\n# SELECT a FROM b JOIN c ON d\n' },
    'no',
  ],
  ['sql-statement', { with: ['where'] }, { 'a.sql': 'SELECT a FROM b WHERE c = 1;\n' }, ['a.sql:1']],
  ['container', { uses: ['compose'] }, { 'compose.yml': COMPOSE }, ['compose.yml:2', 'compose.yml:6']],
  ['container', { uses: ['volumes'] }, { 'compose.yml': COMPOSE }, ['compose.yml:6']],
  [
    'container',
    { uses: ['stages'] },
    { Dockerfile: 'FROM node AS build\nFROM nginx\nCMD ["nginx"]\n' },
    ['Dockerfile:2'],
  ],
  [
    'container',
    { uses: ['stages', 'user'] },
    { Dockerfile: '# FROM node AS build\nFROM nginx\nUSER root\nCMD ["nginx"]\n' },
    'no',
  ],
  [
    'pipeline-work',
    { does: ['test'] },
    { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    steps:\n      - run: pytest\n' },
    ['.github/workflows/ci.yml:5'],
  ],
  [
    'pipeline-work',
    { does: ['test'] },
    { '.github/workflows/ci.yml': 'on: push\njobs:\n  a:\n    if: false\n    steps:\n      - run: pytest\n' },
    'no',
  ],
  [
    'model-use',
    { purposes: ['chat'] },
    {
      'a.py':
        'from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model="m", messages=[], stream=True)\n',
    },
    ['a.py:3'],
  ],
  [
    'model-use',
    { streams: true },
    {
      'a.py':
        'from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.create(model="m", messages=[])\n',
    },
    'no',
  ],
  [
    'model-use',
    { libraries: ['anthropic'] },
    { 'a.py': 'import anthropic\n# anthropic.Anthropic().messages.create()\n' },
    'no',
  ],
  [
    'vector-use',
    { does: ['add'] },
    {
      'a.py':
        'import chromadb\nclient = chromadb.PersistentClient("x")\nitems = client.get_or_create_collection("a")\nitems.add(documents=["a"])\n',
    },
    ['a.py:4'],
  ],
  [
    'vector-use',
    { does: ['filter'] },
    {
      'a.py':
        'import chromadb\nitems = chromadb.PersistentClient("x").get_or_create_collection("a")\nitems.query(query_texts=["a"])\n',
    },
    'no',
  ],
  ['option', { names: ['lifespan'] }, { 'a.py': API }, ['a.py:4']],
  ['option', { names: ['role'], is: ['system'] }, { 'a.py': API }, 'no'],
  [
    'option',
    { names: ['role'], is: ['system'] },
    { 'a.ts': 'send([{ role: "system", content: "x" }]);\n' },
    ['a.ts:1'],
  ],
  [
    'used-name',
    { names: ['streamlit.session_state'] },
    { 'a.py': 'import streamlit as st\nst.session_state.messages = []\n' },
    ['a.py:2'],
  ],
  [
    'used-name',
    { names: ['streamlit.session_state'] },
    { 'a.py': 'import streamlit as st\n# st.session_state.messages = []\nst.title("session_state")\n' },
    'no',
  ],
];

describe('a check of skills', () => {
  it.each(CASES)('%s %j %#', async (check, parameters, files, expected) => {
    expect(await ask(check, parameters, files)).toEqual(expected);
  });
});

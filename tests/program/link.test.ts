import { describe, expect, it } from 'vitest';
import { namesOn, programOf } from '../support/program.ts';

/** Each case: sources, the place of a call, and the qualified names on that line. */
const NAMES: readonly {
  readonly says: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly at: readonly [string, number];
  readonly names: readonly string[];
}[] = [
  {
    says: 'an aliased module',
    sources: { 'a.py': 'import pandas as pd\npd.read_csv("x")\n' },
    at: ['a.py', 2],
    names: ['pandas.read_csv'],
  },
  {
    says: 'an imported name',
    sources: { 'a.py': 'from pandas import read_csv as rc\nrc("x")\n' },
    at: ['a.py', 2],
    names: ['pandas.read_csv'],
  },
  {
    says: 'a built-in',
    sources: { 'a.py': 'print(open("x").read())\n' },
    at: ['a.py', 1],
    names: ['print', 'open.read', 'open'],
  },
  {
    says: 'a name of one’s own hides the built-in',
    sources: { 'a.py': 'def print(x): ...\nprint(1)\n' },
    at: ['a.py', 2],
    names: ['print'],
  },
  {
    says: 'a variable carries what it was made with',
    sources: { 'a.py': 'from fastapi import FastAPI\napp = FastAPI()\napp.get("/")\n' },
    at: ['a.py', 3],
    names: ['fastapi.FastAPI.get'],
  },
  {
    says: 'a library that is called as the package around its user',
    sources: {
      'src/web/jwt/__init__.py': '',
      'src/web/jwt/tokens.py': 'import jwt\njwt.encode({}, "k")\n',
      'app.py': 'from src.web.jwt.tokens import jwt\n',
    },
    at: ['src/web/jwt/tokens.py', 2],
    names: ['jwt.encode'],
  },
  {
    says: 'a package around its user that goes by a short name as well',
    sources: {
      'backend/app/__init__.py': 'from flask import Flask\nweb = Flask(__name__)\n',
      'backend/app/routes.py': 'from app import web\nfrom app.db import engine\nweb.route("/")\n',
      'backend/app/db.py': 'engine = 1\n',
      'tests/test_app.py': 'from backend.app.routes import web\n',
    },
    at: ['backend/app/routes.py', 3],
    names: ['flask.Flask.route'],
  },
  {
    says: 'a variable of another module',
    sources: {
      'app/core.py': 'from flask import Flask\nweb = Flask(__name__)\n',
      'app/main.py': 'from app.core import web as site\nsite.route("/")\n',
    },
    at: ['app/main.py', 2],
    names: ['flask.Flask.route'],
  },
  {
    says: 'a relative import of a module',
    sources: {
      'app/__init__.py': '',
      'app/db.py': 'import sqlite3\nconnection = sqlite3.connect("x")\n',
      'app/main.py': 'from . import db\ndb.connection.cursor().execute("select 1")\n',
    },
    at: ['app/main.py', 2],
    names: ['sqlite3.connect.cursor.execute', 'sqlite3.connect.cursor'],
  },
  {
    says: 'a re-export by __init__',
    sources: {
      'shop/__init__.py': 'from .items import Item\n',
      'shop/items.py': 'class Item:\n    def price(self): ...\n',
      'main.py': 'from shop import Item\nItem().price()\n',
    },
    at: ['main.py', 2],
    names: ['Item.price', 'Item'],
  },
  {
    says: 'self, an attribute and its annotation',
    sources: {
      'a.py':
        'class Store:\n    def save(self): ...\nclass Manager:\n    def __init__(self, store: Store):\n        self.store = store\n    def add(self):\n        self.store.save()\n',
    },
    at: ['a.py', 7],
    names: ['Store.save'],
  },
  {
    says: 'a parameter that only its callers explain',
    sources: {
      'a.py': 'class Store:\n    def save(self): ...\ndef run(store):\n    store.save()\nrun(Store())\n',
    },
    at: ['a.py', 4],
    names: ['Store.save'],
  },
  {
    says: 'the return of a function of one’s own',
    sources: {
      'a.py':
        'import logging\ndef get_logger():\n    return logging.getLogger("x")\nlog = get_logger()\nlog.info("hi")\n',
    },
    at: ['a.py', 5],
    names: ['logging.getLogger.info'],
  },
  {
    says: 'a dependency that yields',
    sources: {
      'a.py':
        'from fastapi import Depends\nfrom sqlalchemy.orm import Session\ndef db():\n    yield Session()\ndef route(session=Depends(db)):\n    session.add(1)\n',
    },
    at: ['a.py', 6],
    names: ['sqlalchemy.orm.Session.add'],
  },
  {
    says: 'an annotated dependency behind an alias',
    sources: {
      'a.py':
        'from typing import Annotated\nfrom fastapi import Depends\nfrom sqlalchemy.orm import Session\ndef get(): ...\nDb = Annotated[Session, Depends(get)]\ndef route(db: Db):\n    db.commit()\n',
    },
    at: ['a.py', 7],
    names: ['sqlalchemy.orm.Session.commit'],
  },
  {
    says: 'an inherited method, and one from an outside base',
    sources: {
      'a.py':
        'from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\nclass Post(db.Model): ...\nPost.query.all()\n',
    },
    at: ['a.py', 4],
    names: ['flask_sqlalchemy.SQLAlchemy.Model.query.all'],
  },
  {
    says: 'items of an annotated list',
    sources: {
      'a.py':
        'class Task:\n    def done(self): ...\ndef all(tasks: list[Task]):\n    for task in tasks:\n        task.done()\n',
    },
    at: ['a.py', 5],
    names: ['Task.done'],
  },
  {
    says: 'a standard module is never a file of the same name deeper down',
    sources: { 'app/logging.py': 'def info(x): ...\n', 'app/main.py': 'import logging\nlogging.info("x")\n' },
    at: ['app/main.py', 2],
    names: ['logging.info'],
  },
  {
    says: 'an unknown receiver says its method only',
    sources: { 'a.py': 'def run(thing):\n    thing.go()\n' },
    at: ['a.py', 2],
    names: ['?.go'],
  },
  {
    says: 'names that turn in a circle end',
    sources: { 'a.py': 'a = b\nb = a\na.go()\n' },
    at: ['a.py', 3],
    names: ['?.go'],
  },
  {
    says: 'a default import is the module',
    sources: { 'a.ts': "import express from 'express';\nconst app = express();\napp.get('/', x);\n" },
    at: ['a.ts', 3],
    names: ['express.get'],
  },
  {
    says: 'node: is dropped',
    sources: { 'a.ts': "import { readFileSync } from 'node:fs';\nreadFileSync('x');\n" },
    at: ['a.ts', 2],
    names: ['fs.readFileSync'],
  },
  {
    says: 'require, whole and in parts',
    sources: { 'a.js': "const { sign } = require('jsonwebtoken');\nsign({});\n" },
    at: ['a.js', 2],
    names: ['jsonwebtoken.sign'],
  },
  {
    says: 'a router of another file',
    sources: {
      'src/router.ts': "import { Router } from 'express';\nexport const router = Router();\n",
      'src/app.ts': "import { router } from './router.js';\nrouter.post('/', h);\n",
    },
    at: ['src/app.ts', 2],
    names: ['express.Router.post'],
  },
  {
    says: 'a path alias',
    sources: {
      'src/db/client.ts':
        "import { PrismaClient } from '@prisma/client';\nexport default new PrismaClient();\n",
      'src/app.ts': "import db from '@/db/client';\ndb.post.create({});\n",
    },
    at: ['src/app.ts', 2],
    names: ['@prisma/client.PrismaClient.post.create'],
  },
  {
    says: 'a parameter property of a class',
    sources: {
      'a.ts':
        'class Store { save() {} }\nclass Service {\n  constructor(private readonly store: Store) {}\n  add() {\n    this.store.save();\n  }\n}\n',
    },
    at: ['a.ts', 5],
    names: ['Store.save'],
  },
  {
    says: 'a function of an object is no variable',
    sources: { 'a.ts': "const api = { fetch: () => 1 };\nfetch('x');\n" },
    at: ['a.ts', 2],
    names: ['fetch'],
  },
];

describe('the name of a call', () => {
  for (const { says, sources, at, names } of NAMES) {
    it(says, async () => {
      expect(namesOn(await programOf(sources), ...at)).toEqual(names);
    });
  }
});

describe('the call graph', () => {
  const reaches = async (sources: Readonly<Record<string, string>>, from: string, wanted: string) => {
    const program = await programOf(sources);
    const start = program.definitions().find((ref) => ref.definition.qualifiedName === from);
    if (!start) throw new Error(`no definition ${from}`);
    return (
      program
        .reach(start, (call) => program.nameOf(call) === wanted)
        ?.trail.map((ref) => ref.definition.qualifiedName) ?? null
    );
  };
  it('follows calls across modules', async () => {
    const sources = {
      'store.py':
        'import json\ndef save(x):\n    write(x)\ndef write(x):\n    json.dump(x, open("f", "w"))\n',
      'cli.py': 'from store import save\ndef add():\n    save(1)\n',
    };
    expect(await reaches(sources, 'add', 'json.dump')).toEqual(['add', 'save', 'write']);
  });
  it('follows a callback that is handed on', async () => {
    expect(
      await reaches(
        { 'a.py': 'def hit():\n    print(1)\ndef start(runner):\n    runner.go(hit)\n' },
        'start',
        'print',
      ),
    ).toEqual(['start', 'hit']);
  });
  it('follows a decorator of one’s own', async () => {
    expect(
      await reaches(
        {
          'a.py':
            'import jwt\ndef guard(f):\n    def inner():\n        jwt.decode("x")\n        return f()\n    return inner\n@guard\ndef route(): ...\n',
        },
        'route',
        'jwt.decode',
      ),
    ).toEqual(['route', 'guard']);
  });
  it('follows an interface to what implements it', async () => {
    const source =
      'from abc import ABC\nclass Store(ABC):\n    def save(self): ...\nclass Json(Store):\n    def save(self):\n        print("saved")\ndef add(store: Store):\n    store.save()\n';
    expect(await reaches({ 'a.py': source }, 'add', 'print')).toEqual(['add', 'Json.save']);
  });
  it('follows a dispatch table', async () => {
    expect(
      await reaches(
        { 'a.py': 'def hit():\n    print(1)\nTABLE = {"hit": hit}\ndef main(name):\n    TABLE[name]()\n' },
        'main',
        'print',
      ),
    ).toEqual(['main', 'hit']);
  });
  it('stops where nothing leads on', async () => {
    expect(await reaches({ 'a.py': 'def a():\n    b()\ndef b():\n    a()\n' }, 'a', 'print')).toBeNull();
  });
});

describe('constants', () => {
  const CONSTANTS: readonly (readonly [string, string | undefined])[] = [
    ['x = "a" + "b"', 'ab'],
    ['import os\nx = os.getenv("URL", "sqlite:///x")', 'sqlite:///x'],
    ['import os\nx = os.environ.get("URL") or "postgresql://db"', 'postgresql://db'],
    ['import os\nname = "tasks"\nx = os.path.join("data", f"{name}.json")', 'data/tasks.json'],
    ['from pathlib import Path\nx = Path(__file__).parent / "t.json"', '{}/t.json'],
    ['x = unknown()', undefined],
  ];
  for (const [source, expected] of CONSTANTS) {
    it(`${source.split('\n').at(-1)} → ${expected}`, async () => {
      const program = await programOf({ 'a.py': `${source}\n` });
      const linked = program.file('a.py');
      const value = linked?.assignments.at(-1)?.value;
      expect(value && linked ? program.constant(value, { file: linked, definition: -1 }) : null).toBe(
        expected,
      );
    });
  }
});

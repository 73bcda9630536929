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

const MODELS =
  'from flask_sqlalchemy import SQLAlchemy\ndb = SQLAlchemy()\nclass User(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\n    name = db.Column(db.String)\n    posts = db.relationship("Post", backref="author")\nclass Post(db.Model):\n    id = db.Column(db.Integer, primary_key=True)\n';

describe('a function fails where a class does not have what it asks for', () => {
  test.each([
    ['of one record', 'user = User.query.filter_by(id=1).first()\n    return user.mail', 'User.mail'],
    ['of a class', 'return User.query.filter(User.mail == "a").all()', 'User.mail'],
    ['of a record made', 'return User(mail="a")', 'User.mail'],
    ['by a keyword of a query', 'return User.query.filter_by(mail="a").first()', 'User.mail'],
    ['of each of several', 'for user in User.query.all():\n        print(user.mail)', 'User.mail'],
  ])('%s', async (_, body, name) => {
    const files = {
      'models.py': MODELS,
      'main.py': `from models import User\ndef show():\n    ${body}\nprint(1)\n`,
    };
    expect(await stopAt(files, 'main.py', 2)).toBe(`uses ${name}, which User does not have`);
  });

  test.each([
    [
      'a column, what a base brings, what the other side of a relation names',
      'return [User.query.get(1).name, User.metadata, Post.query.first().author]',
    ],
    ['what is set before', 'user = User.query.first()\n    user.mail = 1\n    return user.mail'],
    [
      'what is asked for before',
      'user = User.query.first()\n    return user.mail if hasattr(user, "mail") else None',
    ],
    [
      'what is caught',
      'try:\n        return User.query.first().mail\n    except AttributeError:\n        return None',
    ],
    [
      'something that may be another',
      'user = User.query.first()\n    if not user:\n        user = guest()\n    return user.mail',
    ],
    ['rows of several columns', 'return db.session.query(User, Post).first().mail'],
    ['a query that adds to its records', 'return User.query.annotate(mail=1).first().mail'],
  ])('not %s', async (_, body) => {
    const main = `from models import Post, User, db\nfrom others import guest\ndef show():\n    ${body}\nprint(1)\n`;
    expect(await stopAt({ 'models.py': MODELS, 'main.py': main }, 'main.py', 3)).toBeNull();
  });

  test.each([
    ['takes anything', 'class Form(BaseModel):\n    model_config = ConfigDict(extra="allow")\n    a: int\n'],
    [
      'answers for names',
      'class Form(BaseModel):\n    a: int\n    def __getattr__(self, name):\n        return 1\n',
    ],
    ['is built on what is not known', 'class Form(BaseModel, Other):\n    a: int\n'],
    ['is given it by who extends it', 'class Form(BaseModel):\n    a: int\nclass Wide(Form):\n    b: int\n'],
  ])('not where the class %s', async (_, text) => {
    const main = `from pydantic import BaseModel, ConfigDict\nfrom other import Other\n${text}def show():\n    return Form(a=1).b\nprint(1)\n`;
    expect(await stopAt({ 'main.py': main }, 'main.py', main.split('\n').length - 3)).toBeNull();
  });

  test('what runs it fails too, under the condition under which it does', async () => {
    const files = {
      'models.py': MODELS,
      'main.py':
        'from models import User\ndef show():\n    return User.query.first().mail\ndef page():\n    return show()\ndef maybe(x):\n    if x:\n        return show()\n    return 1\n',
    };
    const lines = await Promise.all([5, 6, 8, 9].map((line) => stopAt(files, 'main.py', line)));
    expect(lines.map((one) => one !== null)).toEqual([true, false, true, false]);
  });
});

/** Imports that nothing in the project installs: the program stops where it is started. */
import { describe, expect, test } from 'vitest';
import { startsFrom, staysBelow } from '../../../src/facts/project/packages/versions.ts';
import { readFacts } from '../../../src/facts/read.ts';
import { repositoryOf } from '../../../src/repository/memory.ts';
import { reading } from '../../support/program.ts';

type Files = Readonly<Record<string, string>>;

/** The modules that are told, by file and line. */
async function undeclared(files: Files): Promise<readonly string[]> {
  const facts = await readFacts(repositoryOf({ files }), reading);
  return facts.undeclaredImports.map(({ path, line, what }) => `${path}:${line} ${what.split(/[ ,]+/)[1]}`);
}

/** What is told of one program beside a list of what it needs. */
async function of(requirements: string, code: string, more: Files = {}): Promise<readonly string[]> {
  return undeclared({ 'requirements.txt': requirements, 'main.py': code, ...more });
}

describe('an import is told where nothing asks for its package', () => {
  test.each([
    ['of its own name', 'fastapi\n', 'import pandas\n', 'main.py:1 pandas'],
    ['of another name', 'fastapi\n', 'import os\nfrom PIL import Image\n', 'main.py:2 PIL'],
    ['in a namespace', 'flask\n', 'from google import genai\n', 'main.py:1 google'],
    [
      'that a package no longer brings',
      'langchain==0.3.7\n',
      'from langchain_community.vectorstores import FAISS\n',
      'main.py:1 langchain_community.vectorstores',
    ],
    ['beside a stranger that hardly brings it', 'weather-client\n', 'import gtts\n', 'main.py:1 gtts'],
    ['without the extra', 'uvicorn\n', 'import dotenv\n', 'main.py:1 dotenv'],
  ] as const)('%s', async (_, requirements, code, expected) => {
    expect(await of(requirements, code)).toEqual([expected]);
  });

  test('whatever the project keeps its list in', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "a"\ndependencies = ["flask"]\n',
      'a/__init__.py': '',
      'a/main.py': 'import httpx\n',
    };
    expect(await undeclared(files)).toEqual(['a/main.py:1 httpx']);
  });
});

describe('nothing is told where', () => {
  test.each([
    ['it is asked for by another name', 'Pillow>=10\npython-dotenv\n', 'import PIL\nimport dotenv\n'],
    [
      'something that is asked for brings it',
      'fastapi\n',
      'import starlette\nimport pydantic\nimport anyio\n',
    ],
    ['an extra brings it', 'uvicorn[standard]\n', 'import dotenv\nimport yaml\n'],
    ['it came with an earlier version', 'langchain<0.2\n', 'import langchain_community\n'],
    ['nobody knows its package', 'fastapi\n', 'import frobnicate\n'],
    ['a stranger may bring it', 'weather-client\n', 'import requests\n'],
    ['a stranger is made for it', 'streamlit-weather\n', 'import streamlit\n'],
    ['it is part of Python', 'fastapi\n', 'import sqlite3\n'],
    [
      'the program is ready for it',
      'fastapi\n',
      'try:\n    import redis\nexcept ImportError:\n    redis = None\n',
    ],
    ['it is imported under a condition', 'fastapi\n', 'import os\nif os.getenv("X"):\n    import redis\n'],
    ['only a function imports it', 'fastapi\n', 'def load():\n    import redis\n    return redis\n'],
    ['the platform has it', 'fastapi\n', 'import boto3\n'],
    [
      'the script says what it needs',
      'fastapi\n',
      '# /// script\n# dependencies = ["redis"]\n# ///\nimport redis\n',
    ],
    ['the list is not read whole', 'fastapi\n-r base.txt\n', 'import redis\n'],
  ] as const)('%s', async (_, requirements, code) => {
    expect(await of(requirements, code)).toEqual([]);
  });

  test.each([
    [
      'a Dockerfile installs it',
      'Dockerfile',
      'FROM python:3.12\nRUN pip install --no-cache-dir \\\n    "redis>=5"\n',
    ],
    ['the README installs it', 'README.md', '# App\n\n```bash\npip install fastapi redis\n```\n'],
    [
      'a pipeline installs it',
      '.github/workflows/ci.yml',
      'jobs:\n  a:\n    steps:\n      - run: uv pip install redis && pytest\n',
    ],
    ['the base image may hold it', 'Dockerfile', 'FROM somebody/fastapi-redis:1\n'],
    ['another part of the repository asks for it', 'worker/requirements.txt', 'redis\n'],
    ['a list of another name is installed', 'Dockerfile', 'FROM python:3.12\nRUN pip install -r needs.txt\n'],
    ['a folder is called so', 'redis/notes.md', 'Notes.\n'],
  ] as const)('%s', async (_, path, text) => {
    expect(await of('fastapi\n', 'import redis\n', { [path]: text, 'needs.txt': 'redis\n' })).toEqual([]);
  });

  test('there is no list at all', async () => {
    expect(await undeclared({ 'main.py': 'import redis\n' })).toEqual([]);
  });

  test('a lock file holds what others bring', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "a"\ndependencies = ["weather-client"]\n',
      'uv.lock':
        '[[package]]\nname = "weather-client"\nversion = "1.0"\n\n[[package]]\nname = "gtts"\nversion = "2.5"\n',
      'main.py': 'import gtts\n',
    };
    expect(await undeclared(files)).toEqual([]);
  });
});

test('a frozen list names all that is installed: no stranger in it brings more', async () => {
  const frozen =
    'annotated-types==0.7.0\nanyio==4.12.1\nclick==8.3.1\nfastapi==0.135.1\nh11==0.16.0\nidna==3.11\npydantic==2.12.5\nstarlette==0.52.1\ntransformers==5.3.0\ntyping_extensions==4.15.0\nweather-client==1.0\n';
  expect(await of(frozen, 'import requests\n')).toEqual(['main.py:1 requests']);
  expect(await of(frozen.replace('5.3.0', '4.57.0'), 'import requests\n')).toEqual([]);
});

test('the code that it stops does not run', async () => {
  const files = {
    'requirements.txt': 'flask\n',
    'main.py': 'import store\nstore.save()\n',
    'store.py': 'import redis\n\n\ndef save():\n    redis.Redis().set("a", 1)\n',
  };
  const facts = await readFacts(repositoryOf({ files }), reading);
  expect(facts.stopOf('store.py', 5)?.what).toBe('imports redis, which no dependency file asks for');
  expect(facts.stopOf('main.py', 2)?.path).toBe('store.py');
});

test.each([
  ['==0.1.4', '0.2', true],
  ['==0.2.0', '0.2', false],
  ['>=0.1,<0.2', '0.2', true],
  ['<=0.1.9', '0.2', true],
  ['<0.3', '0.2', false],
  ['~=0.1.4', '0.2', true],
  ['~=0.1', '0.2', false],
  ['^0.1.4', '0.2', true],
  ['^4.30', '5', true],
  ['0.1.0', '0.2', true],
  ['>=0.1', '0.2', false],
  [null, '0.2', false],
] as const)('%s stays below %s: %s', (specifier, version, expected) => {
  expect(staysBelow(specifier, version)).toBe(expected);
});

test.each([
  ['==2.5.0', '2', true],
  ['>=2,<3', '2', true],
  ['~=2.1', '2', true],
  ['^2.1', '2', true],
  ['2.5', '2', true],
  ['>=1.10', '2', false],
  ['<3', '2', false],
  ['!=2.1', '2', false],
  [null, '2', false],
] as const)('%s starts from %s: %s', (specifier, version, expected) => {
  expect(startsFrom(specifier, version)).toBe(expected);
});

describe('a name that the version asked for no longer has stops the file', () => {
  const stopOf = async (requirements: string, code: string, more: Files = {}) => {
    const facts = await readFacts(
      repositoryOf({ files: { 'requirements.txt': requirements, 'main.py': code, ...more } }),
      reading,
    );
    return facts.stopOf('main.py', 3)?.what ?? null;
  };
  const code = 'from pydantic import BaseSettings\nclass Settings(BaseSettings): pass\nprint(Settings())\n';

  test.each([
    ['by its version', 'pydantic==2.5.0\n', 'imports pydantic.BaseSettings, which is gone since pydantic 2'],
    ['not where an older one may be installed', 'pydantic>=1.10\n', null],
    ['not where the version is left open', 'pydantic\n', null],
    ['not of the version before', 'pydantic==1.10.2\n', null],
  ])('%s', async (_, requirements, expected) => {
    expect(await stopOf(requirements, code)).toBe(expected);
  });

  test('a module, with all that is in it', async () => {
    expect(await stopOf('langchain>=1.0\n', 'from langchain.chains.llm import LLMChain\n\nprint(1)\n')).toBe(
      'imports langchain.chains.llm.LLMChain, which is gone since langchain 1',
    );
  });

  test('not where another import is tried first, nor of an own module of that name', async () => {
    const tried = `try:\n    ${code.split('\n')[0]}\nexcept ImportError: pass\n`;
    expect(await stopOf('pydantic==2.5.0\n', tried)).toBe(null);
    expect(await stopOf('pydantic==2.5.0\n', code, { 'pydantic.py': 'class BaseSettings: pass\n' })).toBe(
      null,
    );
  });
});

describe('in TypeScript', () => {
  const PROJECT: Files = {
    'package.json':
      '{ "name": "blog", "dependencies": { "express": "^4.0.0" }, "devDependencies": { "@types/node": "*" } }',
    'package-lock.json':
      '{\n  "packages": {\n    "": {\n      "name": "blog"\n    },\n    "node_modules/express": {\n      "version": "4.0.0"\n    },\n    "node_modules/qs": {\n      "version": "6.0.0"\n    }\n  }\n}\n',
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@web/*": ["./web/*"] } } }',
    'src/store.ts': 'export const save = () => 1;\n',
  };
  const told = async (code: string, more: Files = {}) =>
    undeclared({ ...PROJECT, 'src/app.ts': `import express from 'express';\n${code}`, ...more });

  test('an import is told that no package.json and no lock file has', async () => {
    expect(await told("import mongoose from 'mongoose';\n")).toEqual(['src/app.ts:2 mongoose']);
    expect(await told("import { x } from '@prisma/client/edge';\n")).toEqual([
      'src/app.ts:2 @prisma/client/edge',
    ]);
  });

  test.each([
    ['a lock file has it', "import qs from 'qs';\n"],
    ['Node.js has it', "import fs from 'fs/promises';\nimport path from 'node:path';\n"],
    ['it is an own module', "import { save } from './store';\nimport { other } from 'src/store';\n"],
    ['it is an alias', "import { a } from '@/store';\nimport { b } from '@web/b';\nimport c from '#c';\n"],
    ['a bundler makes it', "import x from 'virtual:pages';\nimport 'bun:test';\n"],
    ['only types are imported', "import type { Pool } from 'pg';\n"],
    ['only a function imports it', "export const load = async () => import('mongoose');\n"],
  ] as const)('not where %s', async (_, code) => {
    expect(await told(code)).toEqual([]);
  });

  test('not where a workspace asks for it, nor where no lock file tells', async () => {
    const code = "import mongoose from 'mongoose';\n";
    const other = { 'packages/db/package.json': '{ "name": "db", "dependencies": { "mongoose": "*" } }' };
    expect(await told(code, other)).toEqual([]);
    expect(await told(code, { 'package-lock.json': '' })).toEqual([]);
  });

  test('the code that it stops does not run', async () => {
    const files = { ...PROJECT, 'src/app.ts': "import mongoose from 'mongoose';\nmongoose.connect('x');\n" };
    const facts = await readFacts(repositoryOf({ files }), reading);
    expect(facts.stopOf('src/app.ts', 2)).toMatchObject({ path: 'src/app.ts', line: 1, doubtful: true });
    expect(facts.stopOf('src/store.ts', 1)).toBeNull();
  });
});

/** First steps for the stack that a project is made with. */
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import type { Rules } from '../../src/commands/installation.ts';
import { sourceRules } from '../../src/commands/rule-files.ts';
import { loadStack, stepFor } from '../../src/milestones/stacks.ts';
import type { RequirementReport } from '../../src/model.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await sourceRules(new URL('../../rules/', import.meta.url));
});

async function judged(
  files: Readonly<Record<string, string>>,
  milestoneId: string,
): Promise<ReadonlyMap<string, RequirementReport>> {
  const report = await audit(repositoryOf({ files }), {
    milestones: rules.milestones,
    stacks: rules.stacks,
    milestoneId,
    reading,
    tool: { name: 'milestone-auditor', version: '0', program: '0123456789ab', rules: 'test' },
  });
  return new Map(report.milestones.flatMap((one) => one.requirements.map((each) => [each.id, each])));
}

const FASTAPI = { 'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n' };
const FLASK = { 'main.py': 'from flask import Flask\napp = Flask(__name__)\n' };
const NEST = {
  'package.json': '{ "dependencies": { "@nestjs/core": "10.0.0", "@nestjs/common": "10.0.0" } }',
  'src/main.ts': 'import { NestFactory } from "@nestjs/core";\nNestFactory.create(AppModule);\n',
};
const REACT = {
  'package.json': '{ "dependencies": { "react": "18.0.0" } }',
  'src/App.tsx': 'export const App = () => <main>Hello</main>;\n',
};
const BARE = { 'main.py': 'print("hello")\n' };

describe('the code of a first step', () => {
  it.each([
    ['FastAPI', FASTAPI, 'blog-api', 'rate-limiting', '@limiter.limit("5/minute")'],
    ['Flask', FLASK, 'blog-api', 'rate-limiting', 'Limiter(get_remote_address, app=app)'],
    ['NestJS', NEST, 'blog-api', 'rate-limiting', 'ThrottlerModule'],
    ['React', REACT, 'full-stack-ai-app', 'error-messages', '<p role="alert">'],
  ])('is for %s where the project is made with it', async (_, files, milestone, id, code) => {
    expect((await judged(files, milestone)).get(id)?.fix).toContain(code);
  });

  it('a project of Nest that takes types of Express gets code of Nest', async () => {
    const guard = { 'src/guard.ts': 'import { Request } from "express";\nexport type Asked = Request;\n' };
    const found = await judged({ ...NEST, ...guard }, 'blog-api');
    expect(found.get('protected-writes')?.fix).toContain('@UseGuards');
    expect(found.get('protected-writes')?.fix).not.toContain('router.');
  });

  it('is for no other stack: words alone', async () => {
    const fix = (await judged(REACT, 'blog-api')).get('rate-limiting')?.fix;
    expect(fix).toBe('Put a limit on the public routes, login first.');
    const chroma = { ...FASTAPI, 'store.py': 'import pinecone\nindex = pinecone.Pinecone().Index("x")\n' };
    expect((await judged(chroma, 'rag-system')).get('metadata-filtering')?.fix).toContain('index.query');
  });

  it('is the rule\u2019s own where the project has no framework of that kind yet', async () => {
    expect((await judged(BARE, 'blog-api')).get('rate-limiting')?.fix).toContain('@limiter.limit');
  });
});

describe('a sketch of the architecture', () => {
  it('is drawn of the project\u2019s own parts', async () => {
    const files = {
      'shop/api/main.py':
        'from fastapi import FastAPI\nfrom shop.db import store\napp = FastAPI()\n\n@app.get("/a")\ndef a():\n    return store.load()\n',
      'shop/db/store.py': 'import json\ndef load():\n    return json.load(open("a.json"))\n',
      'shop/__init__.py': '',
    };
    const fix = (await judged(files, 'blog-api')).get('architecture-diagram')?.fix ?? '';
    expect(fix).toContain('```mermaid\nflowchart LR\n');
    expect(fix).toContain('API (1 route)');
    expect(fix).toContain('p_api["api"] --> p_db["db"]');
    expect(fix).not.toContain('tasks.json');
  });

  it('holds no sign of a name that would end it', async () => {
    const files = { 'a"]x/m.py': 'x = 1\n', 'b/n.py': 'y = 1\n' };
    const fix = (await judged(files, 'blog-api')).get('architecture-diagram')?.fix ?? '';
    expect(fix).not.toContain('"]x');
  });
});

it('a snippet of a requirement that there is not is told with its place', async () => {
  const text =
    'id: x\ntitle: X\nkind: web\nlanguage: python\nuses: [x]\nsnippets:\n  blog-api/gone: "x = 1"\n';
  await expect(loadStack(text, 'rules/stacks/x.yml', rules.milestones)).rejects.toThrow(
    "rules/stacks/x.yml:7:3: there is no requirement 'blog-api/gone'",
  );
});

it('every stack that a rule names is there', () => {
  const named = rules.milestones.flatMap((one) => one.requirements.flatMap(({ stack }) => stack ?? []));
  const known = rules.stacks.map(({ id }) => id);
  expect(named.filter((id) => !known.includes(id))).toEqual([]);
  const [requirement] = rules.milestones[0]?.requirements ?? [];
  if (requirement)
    expect(stepFor('x', { ...requirement, stack: null }, [], rules.stacks)).toBe(requirement.fix);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { readFacts } from '../../src/facts/read.ts';
import { judge } from '../../src/milestones/judge.ts';
import { RuleFileError } from '../../src/milestones/shaped.ts';
import { allSkills, loadSkills, skillsSchema } from '../../src/milestones/skills.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

const RULES = readFileSync('rules/skills.yml', 'utf8');
const load = (text: string) => loadSkills(text, 'rules/skills.yml', CHECKS);

async function shownBy(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const facts = await readFacts(repositoryOf({ files, commits: 1 }), reading);
  return allSkills(await load(RULES))
    .filter(({ shown }) => judge({ met: shown, partial: null }, facts, CHECKS).verdict === 'met')
    .map(({ id }) => id);
}

describe('the built-in skills', () => {
  it('cover the phases of the roadmap, with its tags', async () => {
    const catalogue = await load(RULES);
    expect(catalogue.phases.map(({ phase }) => phase)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(allSkills(catalogue).length).toBeGreaterThan(180);
    expect(new Set(allSkills(catalogue).map(({ tag }) => tag))).toEqual(
      new Set(['core', 'high', 'optional', 'advanced']),
    );
  });

  it('are shown by code', async () => {
    const shown = await shownBy({
      'requirements.txt': 'fastapi\npyjwt\ntenacity\n',
      'app.py': `import re
import jwt
from fastapi import Depends, FastAPI, WebSocket
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel
from tenacity import retry, wait_exponential

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"])


class Question(BaseModel):
    text: str


@app.post("/ask")
def ask(question: Question, user=Depends(dict)):
    return {"words": [word for word in re.findall("a", question.text)]}


@app.websocket("/ws")
async def talk(socket: WebSocket):
    await socket.accept()


@retry(wait=wait_exponential())
def fetch():
    return 1
`,
    });
    expect(shown).toEqual(
      expect.arrayContaining([
        'comprehensions',
        'api-framework',
        'request-models',
        'dependency-injection',
        'cors',
        'websockets',
        'regular-expressions',
        'backoff',
      ]),
    );
    expect(shown).not.toEqual(expect.arrayContaining(['docker-compose']));
  });

  it('are not shown by words about code', async () => {
    const shown = await shownBy({
      'README.md':
        '# App\n\nFastAPI, WebSockets, CORS, JWT, Redis, Celery, LoRA, Docker Compose, RAG and agents.\n',
      'requirements.txt': 'fastapi\nredis\ncelery\npeft\nchromadb\n',
      'app.py':
        '"""from fastapi import FastAPI\napp = FastAPI()"""\nimport redis\nimport celery\n\n# redis.Redis()\n# TODO: app.websocket("/ws")\nNAME = "FastAPI()"\n',
    });
    expect(shown).toEqual(['declared-dependencies']);
  });

  it('have a schema for editors', () => {
    return expect(skillsSchema(CHECKS)).resolves.toMatchObject({ title: 'The skills of milestone-auditor' });
  });
});

describe('mistakes', () => {
  const file = (skill: string) =>
    `phases:\n  - phase: 1\n    title: One\n    sections:\n      - title: A\n        skills:\n          - ${skill}\n`;
  it.each([
    [
      '{ id: a, title: A, tag: core, shown: { commits: { atLeast: 1 } } }\n          - { id: a, title: A, tag: core, shown: { commits: { atLeast: 1 } } }',
      /:8:\d+: there is a skill 'a' already/,
    ],
    ['{ id: a, title: A, tag: kore, shown: { commits: { atLeast: 1 } } }', /did you mean 'core'/],
    [
      '{ id: a, title: A, tag: core, shown: { comits: { atLeast: 1 } } }',
      /there is no check 'comits'.*'commits'/,
    ],
    [
      '{ id: a, title: A, tag: core, shown: { none: [ { commits: { atLeast: 1 } } ] } }',
      /finding nothing is never a pass/,
    ],
  ])('are told with their place: %#', async (skill, expected) => {
    const error = await load(file(skill)).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(RuleFileError);
    expect((error as RuleFileError).mistakes.join('\n')).toMatch(expected);
  });
});

/** What a report says of a person's work, seen by whoever runs the program: nothing false, and no doubt hidden. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEPLOYED_RAG } from '../cli/deployed-rag.ts';
import { PORTFOLIO } from '../cli/portfolio-contract.ts';
import { cli, ROOT, repository, TASKS } from '../cli/run.ts';

interface Judged {
  readonly id: string;
  readonly verdict: string;
  readonly claimed: boolean;
  readonly unkept: boolean;
  readonly because: string | null;
  readonly counterEvidence: readonly { readonly path: string; readonly line: number }[];
}

function judged(folder: string, milestone: string): Readonly<Record<string, Judged>> {
  const { stdout } = cli([folder, '-m', milestone, '-f', 'json']);
  const { milestones }: { milestones: readonly { requirements: readonly Judged[] }[] } = JSON.parse(stdout);
  return Object.fromEntries(
    milestones.flatMap(({ requirements }) => requirements.map((one) => [one.id, one])),
  );
}

const EMBEDS = `from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI()


def embed(text):
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding
`;

it.each([
  ['production-deployment', 'See https://shop.example.com for more.'],
  ['research-assistant', 'Smart Research Crew is a name. It should reduce token usage.'],
  ['production-deployment', '**Live demo:** https://shop.example.org'],
  ['data-analysis-tool', 'Iris demo, with `demo_user`. Demo modu.'],
  ['blog-api', 'Watch the official video courses at https://courses.example.org.'],
])('%s: nobody is accused of a claim for the bare words of "%s"', (milestone, line) => {
  const folder = repository({
    'README.md': `# Smart Research Crew\n\n${line}\n`,
    'main.py':
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/items")\ndef items():\n    return []\n',
  });
  const accused = Object.values(judged(folder, milestone)).filter((one) => one.unkept);
  expect(accused.map(({ id }) => id)).toEqual([]);
  expect(cli([folder, '-m', milestone]).stdout).not.toContain('not found:');
});

it('who claims what the code does not do is quoted, with the line', () => {
  const folder = repository({
    ...TASKS,
    'README.md':
      '# Task CLI\n\nA task manager.\n\n## Features\n\n- All actions are logged with the logging module\n',
  });
  const { stdout } = cli([folder, '-m', 'cli-task-manager']);
  expect(stdout).toContain('README.md:7');
  expect(judged(folder, 'cli-task-manager').logging).toMatchObject({ verdict: 'missing', unkept: true });
});

it.each([
  [
    'a list of stages that is kept in a variable',
    `from pymongo import MongoClient

db = MongoClient("mongodb://db")["shop"]


@app.get("/search")
def search(q: str):
    pipeline = [{"$vectorSearch": {"index": "v", "path": "e", "queryVector": embed(q), "limit": 5}}]
    return list(db["docs"].aggregate(pipeline))


@app.post("/docs")
def add(text: str):
    db["docs"].insert_one({"text": text, "e": embed(text)})
`,
  ],
  [
    'the asynchronous twin of an index',
    `from redisvl.index import AsyncSearchIndex
from redisvl.query import VectorQuery

index = AsyncSearchIndex.from_yaml("schema.yaml")


@app.get("/search")
async def search(q: str):
    return await index.query(VectorQuery(vector=embed(q), vector_field_name="e"))


@app.post("/docs")
async def add(text: str):
    await index.load([{"text": text, "e": embed(text)}])
`,
  ],
])('a vector database is seen by %s', (_, code) => {
  const folder = repository({ 'main.py': `${EMBEDS}\n\n${code}` });
  expect(judged(folder, 'rag-system')['vector-store']).toMatchObject({ verdict: 'met', unkept: false });
});

it('a field for files is one to every milestone that asks for it, whoever drew the field', () => {
  const folder = repository({
    'package.json':
      '{ "name": "sheet", "dependencies": { "next": "15.0.0", "react": "19.0.0", "papaparse": "5.4.1" } }',
    'components/ui/input.tsx':
      "import * as React from 'react';\nexport function Input(props: React.ComponentProps<'input'>) {\n  return <input {...props} />;\n}\n",
    'app/page.tsx': `'use client';
import { useState } from 'react';
import Papa from 'papaparse';
import { Input } from '@/components/ui/input';

export default function Page() {
  const [rows, setRows] = useState<unknown[]>([]);
  const take = (event: React.ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) Papa.parse(file, { header: true, complete: (result) => setRows(result.data) });
  };
  return (
    <main>
      <Input type="file" accept=".csv" onChange={take} />
      <p>{rows.length} rows</p>
    </main>
  );
}
`,
  });
  expect(judged(folder, 'data-analysis-tool')['csv-upload']?.verdict).toBe('met');
  const { verdict, because } = judged(folder, 'full-stack-ai-app')['upload-progress'] ?? {};
  expect({ verdict, because }).toEqual({
    verdict: 'partial',
    because: expect.stringContaining('app/page.tsx:14'),
  });
});

/** All that an API can have in common with a task manager: types, a store, a log, a history; but no command. */
const API_OF_TASKS = {
  'README.md': '# Shelf\n\nAn API for a list of books.\n',
  '.gitignore': '__pycache__/\n',
  'main.py': `import json
import logging
from dataclasses import asdict, dataclass
from pathlib import Path

from fastapi import FastAPI, HTTPException

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger(__name__)
FILE = Path("items.json")
app = FastAPI()


@dataclass
class Item:
    title: str
    done: bool = False


def load() -> list[Item]:
    try:
        return [Item(**row) for row in json.loads(FILE.read_text())]
    except FileNotFoundError:
        logger.warning("nothing is stored yet")
        return []


def save(items: list[Item]) -> None:
    FILE.write_text(json.dumps([asdict(item) for item in items]))


@app.post("/items")
def add(title: str) -> dict[str, str]:
    if not title.strip():
        raise HTTPException(422, "the title must not be empty")
    save([*load(), Item(title)])
    return {"title": title}


@app.delete("/items/{number}")
def remove(number: int) -> dict[str, int]:
    items = load()
    if number >= len(items):
        raise HTTPException(404, "there is no such item")
    items.pop(number)
    save(items)
    return {"left": len(items)}
`,
};

it('a portfolio shows no task manager by a project without commands, whatever else it has', () => {
  const folder = repository(API_OF_TASKS);
  for (let more = 0; more < 6; more += 1) {
    writeFileSync(join(folder, `notes${more}.md`), `${more}\n`);
    execFileSync('git', ['-C', folder, 'add', '-A']);
    const identity = [
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.org',
      '-c',
      'commit.gpgsign=false',
    ];
    execFileSync('git', ['-C', folder, ...identity, 'commit', '-q', '-m', `note ${more}`]);
  }
  const { stdout } = cli(['portfolio', folder, '-f', 'json']);
  const { required, projects } = PORTFOLIO.parse(JSON.parse(stdout));
  expect(required.find(({ milestone }) => milestone === 'cli-task-manager')?.status).not.toBe('shown');
  expect(projects[0]?.others.map(({ id }) => id)).not.toContain('cli-task-manager');
  // Named by its owner it is judged, and is not nearly ready.
  const { milestones } = JSON.parse(cli([folder, '-m', 'cli-task-manager', '-f', 'json']).stdout);
  expect(milestones[0].score.low).toBeGreaterThanOrEqual(0.7);
  expect(milestones[0].score.readiness).toBe('on the way');
});

it.each(['terminal', 'html', 'markdown', 'csv', 'junit', 'sarif'])(
  '%s says by what the milestone was recognised, and what else it is',
  (format) => {
    const text = cli([repository(DEPLOYED_RAG), '-f', format]).stdout.replace(/\s+/g, ' ');
    expect(text).toContain('Recognised by');
    expect(text).toContain('it is rag-system as well');
  },
);

it.each(['terminal', 'html', 'markdown', 'csv', 'junit', 'sarif', 'json'])(
  '%s tells changes that are in no commit, and links no line that the commit does not have',
  (format) => {
    const folder = repository(TASKS);
    execFileSync('git', ['-C', folder, 'remote', 'add', 'origin', 'https://github.com/ada/tasks.git']);
    const revision = execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    const clean = cli([folder, '-m', 'cli-task-manager', '-f', format]).stdout;
    writeFileSync(join(folder, 'tasks.py'), `# changed\n${readFileSync(join(folder, 'tasks.py'), 'utf8')}`);
    const changed = cli([folder, '-m', 'cli-task-manager', '-f', format]).stdout;
    expect(changed).not.toContain(`blob/${revision}/tasks.py`);
    if (format === 'csv') expect(changed).toContain(`"${revision}","yes"`);
    else if (format === 'json') expect(JSON.parse(changed).repository.uncommitted).toEqual(['tasks.py']);
    else expect(changed).toMatch(/uncommitted|in no commit/);
    expect(clean).not.toMatch(/uncommitted changes|in no commit/);
  },
);

it('who prints that future versions will do it has announced it, and has shown nothing', () => {
  const folder = repository({
    'README.md': '# Tasks\n',
    'task_manager.py': `import argparse


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.parse_args()
    print("Command received. Future versions will implement this functionality.")


if __name__ == "__main__":
    main()
`,
  });
  const { complete } = judged(folder, 'cli-task-manager');
  expect(complete).toMatchObject({ verdict: 'missing' });
  expect(complete?.because).toMatch(/^Its main job is not there: .*\. Announces: Command received/);
  expect(complete?.counterEvidence).toContainEqual(
    expect.objectContaining({ path: 'task_manager.py', line: 8 }),
  );
  const page = cli([folder, '-m', 'cli-task-manager', '-f', 'html']).stdout;
  const proofs = page.slice(page.indexOf('Strongest proof'), page.indexOf('Honest gaps'));
  expect(proofs).not.toContain('half-built');
});

it('shows what a tag holds that is opened on a line of its own', () => {
  const folder = repository({
    'package.json': '{ "name": "sheet", "dependencies": { "react": "19.0.0", "papaparse": "5.4.1" } }',
    'src/main.tsx': `import { createRoot } from 'react-dom/client';
import Papa from 'papaparse';

createRoot(document.body).render(
  <main>
    <input
      type="file"
      accept=".csv"
      onChange={(event) => Papa.parse(event.target.files[0], { header: true, complete: console.log })}
    />
  </main>,
);
`,
  });
  const { stdout } = cli([folder, '-m', 'data-analysis-tool', '-f', 'html']);
  const proof = stdout.slice(stdout.indexOf('Strongest proof'), stdout.indexOf('Honest gaps'));
  expect(proof.replace(/<[^>]*>/g, '')).toMatch(
    /6&lt;input\s+7 +type=&quot;file&quot;\s+8 +accept=&quot;\.csv&quot;/,
  );
});

it('calls a project that lies elsewhere by the name that it was called by', () => {
  const folder = repository(TASKS);
  const { stdout } = cli([folder, '-m', 'cli-task-manager'], { cwd: ROOT, env: { COLUMNS: '300' } });
  expect(stdout).toContain(`${folder}/tasks.py:`);
  expect(stdout).not.toContain('../');
  expect(cli(['.', '-m', 'cli-task-manager'], { cwd: folder }).stdout).toMatch(/ tasks\.py:\d/);
});

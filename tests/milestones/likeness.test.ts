import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { CATALOGUE } from '../../src/milestones/catalogue.ts';
import { type Likeness, likenesses } from '../../src/milestones/likeness.ts';
import { SIGNALS } from '../../src/milestones/signals.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

async function looks(name: string, files: Readonly<Record<string, string>>): Promise<readonly Likeness[]> {
  return likenesses(await readFacts(repositoryOf({ files }), reading), name);
}

const API = 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n';

const PROJECTS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'cli-task-manager',
    'jot',
    { 'README.md': '# jot\n\nA task manager for the terminal.\n', 'jot.py': 'import click\n' },
  ],
  [
    'blog-api',
    'backend',
    {
      'main.py': `${API}@app.post("/posts")\ndef create() -> None:\n    pass\n`,
      'posts.py': '',
      'README.md': '# Blog\n',
    },
  ],
  [
    'data-pipeline',
    'csv-service',
    { 'main.py': `import pandas\n${API}@app.post("/upload")\ndef upload() -> None:\n    pass\n` },
  ],
  [
    'ml-api',
    'iris',
    {
      'train.py': 'from sklearn.svm import SVC\n',
      'main.py': `${API}@app.post("/predict")\ndef predict() -> None:\n    pass\n`,
    },
  ],
  ['rag-system', 'my-rag', { 'chunking.py': 'import chromadb\nimport openai\n' }],
  ['full-stack-ai-app', 'pdf-chatbot', { 'app.py': 'import streamlit\nimport openai\n' }],
  [
    'production-deployment',
    'rag-on-aws',
    { 'main.py': 'import openai\n', '.github/workflows/deploy.yml': 'on: push\n', 'infra/main.tf': '' },
  ],
  ['data-analysis-tool', 'data-analyst', { 'app.py': 'import pandas\nimport openai\nimport plotly\n' }],
  ['research-assistant', 'deep-research', { 'agents/planner.py': 'import langgraph\nimport openai\n' }],
  ['realtime-chat', 'realtime-chat', { 'main.py': 'import websockets\nimport openai\n' }],
];

describe('likeness', () => {
  it.each(PROJECTS)('knows a %s', async (id, name, files) => {
    const found = await looks(name, files);
    expect(found[0]?.id, JSON.stringify(found)).toBe(id);
  });

  it('is not moved by whose it is', async () => {
    const files = { 'a.py': 'import argparse\n', 'README.md': '# todo\n\nTasks in the terminal.\n' };
    for (const name of ['blogger/todo', 'rag-labs+todo']) {
      expect((await looks(name, files)).map(({ id }) => id)).toEqual(['cli-task-manager']);
    }
  });

  it('takes a model server for one, however well it is deployed', async () => {
    const files = {
      'README.md': '# Churn\n\nPredicts churn.\n\n## Deploy to AWS\n\nPush.\n',
      'main.py': `import prometheus_client\nimport sklearn\n${API}@app.post("/predict")\ndef predict() -> None:\n    pass\n`,
      Dockerfile: 'FROM python:3.12\nCMD ["uvicorn", "main:app"]\n',
      'k8s/deployment.yaml': 'kind: Deployment\n',
    };
    expect((await looks('churn', files))[0]?.id).toBe('ml-api');
  });

  it('reads what a pipeline does, not what its file is called', async () => {
    const workflow = (step: string): string =>
      `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${step}\n`;
    const with_ = async (step: string): Promise<readonly string[]> => {
      const files = { 'a.py': 'import openai\n', '.github/workflows/deploy.yml': workflow(step) };
      const found = await looks('cloud', files);
      return found.find((one) => one.id === 'production-deployment')?.signals ?? [];
    };
    expect(await with_('flyctl deploy --remote-only')).toContain('a pipeline does: deploy');
    expect(await with_('echo deploy')).not.toContain('a pipeline does: deploy');
  });

  it('reads the list of features where there is no other prose', async () => {
    const files = {
      'README.md': '## Features\n\n- Real-time chat with WebSocket\n',
      'a.py': 'import openai\n',
    };
    expect((await looks('django-ai', files))[0]?.id).toBe('realtime-chat');
  });

  it('does not take vendored code and comments for signals', async () => {
    const found = await looks('project', {
      'node_modules/openai/index.js': "require('openai')\n",
      'a.py': '# import sklearn\n',
    });
    expect(found).toEqual([]);
  });
});

describe('the table', () => {
  it('speaks of every milestone, and of no other', () => {
    const spoken = new Set(SIGNALS.map((one) => one.milestone));
    expect([...spoken].sort()).toEqual(CATALOGUE.map((one) => one.id).sort());
  });

  it('gives every signal exactly one thing to look at', () => {
    for (const { milestone, weight, ...looks } of SIGNALS) {
      expect(Object.keys(looks), `${milestone} ${weight}`).toHaveLength(1);
    }
  });
});

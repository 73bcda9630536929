/** Images that cannot be built or started from a fresh checkout. */
import { describe, expect, test } from 'vitest';
import { imagesOf } from '../../../../src/facts/operations/images/images.ts';
import { readFacts } from '../../../../src/facts/read.ts';
import { repositoryOf } from '../../../../src/repository/memory.ts';
import { reading } from '../../../support/program.ts';

type Files = Readonly<Record<string, string>>;

const APP = 'from fastapi import FastAPI\napp = FastAPI()\n\n\n@app.get("/")\ndef home():\n    return {}\n';

/** Why the only image is broken; null where it is not. */
async function broken(copy: string, more: Files = {}): Promise<string | null> {
  const files = {
    Dockerfile: `FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY app/ ./app/\n${copy}\nCMD ["uvicorn", "app.main:app"]\n`,
    'requirements.txt': 'fastapi\nuvicorn\n',
    'app/main.py': APP,
    ...more,
  };
  const facts = await readFacts(repositoryOf({ files }), reading);
  return imagesOf(facts)[0]?.broken?.what ?? null;
}

describe('what is copied and not there', () => {
  test.each([
    ['a folder', 'COPY data/ ./data/', 'copies data, which is not there'],
    ['a file of data', 'COPY models/churn.pkl ./models/', 'copies models/churn.pkl, which is not there'],
    ['a script', 'COPY entrypoint.sh .', 'copies entrypoint.sh, which is not there'],
  ] as const)('%s', async (_, copy, expected) => {
    expect(await broken(copy)).toBe(expected);
  });

  test.each([
    ['it is there', 'COPY data/ ./data/', { 'data/words.txt': 'a\n' }],
    ['everybody writes it for himself', 'COPY .env .', {}],
    ['git leaves it out', 'COPY data/ ./data/', { '.gitignore': 'data/\n' }],
    ['it is a pattern', 'COPY data* ./data/', {}],
    ['another stage has it', 'COPY --from=build /data ./data/', {}],
    [
      'a document says where it comes from',
      'COPY data/ ./data/',
      { 'README.md': 'Put your files into `data/`.\n' },
    ],
    [
      'a script writes it',
      'COPY models/ ./models/',
      { 'train.py': 'import joblib\njoblib.dump({}, "models/churn.pkl")\n' },
    ],
    [
      'a build makes it',
      'COPY web/dist ./dist',
      { 'web/package.json': '{ "scripts": { "build": "vite build" } }\n' },
    ],
    ['it is kept beside Git', 'COPY data ./data', { 'data.dvc': 'outs:\n' }],
  ] as const)('not where %s', async (_, copy, more) => {
    expect(await broken(copy, more)).toBeNull();
  });

  test('what the program itself makes later is not there while it is built', async () => {
    const app = `import os\n${APP}\n\n@app.post("/")\ndef save():\n    os.makedirs("data", exist_ok=True)\n    return {}\n`;
    expect(await broken('COPY data/ ./data/', { 'app/main.py': app })).toBe(
      'copies data, which is not there',
    );
  });
});

test('an image does not start where its program imports what nothing installs', async () => {
  const app = `import redis\n${APP}`;
  expect(await broken('', { 'app/main.py': app })).toBe('imports redis, which no dependency file asks for');
});

test('what an image makes that cannot be built is not made', async () => {
  const files = {
    Dockerfile:
      'FROM python:3.12\nCOPY data/ ./data/\nCOPY . .\nRUN mkdir -p logs\nCMD ["uvicorn", "main:app"]\n',
    'main.py': `import logging\nlogging.basicConfig(filename="logs/app.log")\n${APP}`,
  };
  const facts = await readFacts(repositoryOf({ files }), reading);
  expect(facts.stopOf('main.py', 1)?.what).toBe('needs the folder logs, which is not there');
  const whole = { ...files, 'data/words.txt': 'a\n' };
  expect((await readFacts(repositoryOf({ files: whole }), reading)).stopOf('main.py', 1)).toBeNull();
});

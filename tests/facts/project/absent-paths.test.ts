/** Files and folders that a program opens while it is loaded, and that nobody has made by then. */
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/facts/read.ts';
import { repositoryOf } from '../../../src/repository/memory.ts';
import { reading } from '../../support/program.ts';

type Files = Readonly<Record<string, string>>;

async function stopIn(files: Files, path = 'main.py'): Promise<string | null> {
  const facts = await readFacts(repositoryOf({ files }), reading);
  return facts.stopOf(path, 1)?.what ?? null;
}

const LOG = 'import logging\nlogging.basicConfig(handlers=[logging.FileHandler("logs/app.log")])\n';
const PAGES =
  'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\napp = FastAPI()\napp.mount("/static", StaticFiles(directory="static"), name="static")\n';

describe('a file stops where it', () => {
  test.each([
    ['logs into a folder that is not there', LOG, 'needs the folder logs, which is not there'],
    ['hands out a folder that is not there', PAGES, 'needs the folder static, which is not there'],
    [
      'writes into a folder that is not there',
      'log = open("out/log.txt", "a")\n',
      'needs the folder out, which is not there',
    ],
    [
      'does so in a function that is called at once',
      'import os\nHERE = os.path.dirname(__file__)\n\n\ndef load():\n    with open(os.path.join(HERE, "words.json")) as file:\n        return file.read()\n\n\nWORDS = load()\n',
      'needs the file words.json, which is not there',
    ],
    [
      'makes the folder too late',
      `${LOG}import os\nfrom fastapi import FastAPI\napp = FastAPI()\n\n\n@app.on_event("startup")\ndef start():\n    os.makedirs("logs", exist_ok=True)\n`,
      'needs the folder logs, which is not there',
    ],
  ] as const)('%s', async (_, text, expected) => {
    expect(await stopIn({ 'main.py': text })).toBe(expected);
  });
});

describe('it does not where', () => {
  test.each([
    ['the folder is made before', `import os\nos.makedirs("logs", exist_ok=True)\n${LOG}`],
    ['some folder is made before', `import os\nos.makedirs(os.environ["LOGS"], exist_ok=True)\n${LOG}`],
    ['a path makes its folder', `from pathlib import Path\nPath("logs").mkdir(exist_ok=True)\n${LOG}`],
    [
      'the program is ready for it',
      'try:\n    words = open("words.json").read()\nexcept OSError:\n    words = ""\n',
    ],
    [
      'it is asked for first',
      'import os\nif os.path.exists("words.json"):\n    words = open("words.json").read()\n',
    ],
    ['it is a model that its user brings', 'import joblib\nmodel = joblib.load("models/churn.pkl")\n'],
    ['it is a table that its user brings', 'import pandas\nframe = pandas.read_csv("rows.csv")\n'],
    ['only a request needs it', 'def read():\n    return open("words.json").read()\n'],
    ['the handler waits', 'import logging\nhandler = logging.FileHandler("logs/app.log", delay=True)\n'],
    ['the place is not known', 'import os\nwords = open(os.environ["WORDS"]).read()\n'],
    ['it lies elsewhere', 'words = open("/usr/share/dict/words").read()\n'],
    ['it writes beside itself', 'log = open("log.txt", "a")\n'],
    [
      'the folder is checked later',
      'from fastapi.staticfiles import StaticFiles\nfiles = StaticFiles(directory="static", check_dir=False)\n',
    ],
  ] as const)('%s', async (_, text) => {
    expect(await stopIn({ 'main.py': text })).toBeNull();
  });

  test.each([
    ['the folder is committed', 'app/static/style.css', 'a {}'],
    ['the image makes it', 'Dockerfile', 'FROM python:3.12\nRUN mkdir -p /app/static\n'],
    ['the README says how', 'README.md', '# App\n\nCreate a folder `static` first.\n'],
    [
      'compose mounts it',
      'docker-compose.yml',
      'services:\n  web:\n    build: .\n    volumes:\n      - ./static:/app/static\n',
    ],
  ] as const)('%s', async (_, path, text) => {
    expect(await stopIn({ 'main.py': PAGES, [path]: text })).toBeNull();
  });

  test.each([
    ['another script writes it', 'train.py', 'import joblib\njoblib.dump({}, "models/churn.pkl")\n'],
    ['the README tells of it', 'README.md', '# App\n\nDownload churn.pkl from the releases.\n'],
    ['it is committed', 'models/churn.pkl', 'x'],
  ] as const)('%s', async (_, path, text) => {
    const main = 'import joblib\nmodel = joblib.load("models/churn.pkl")\n';
    expect(await stopIn({ 'main.py': main, [path]: text })).toBeNull();
  });
});

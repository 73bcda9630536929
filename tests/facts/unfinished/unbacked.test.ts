import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/facts/read.ts';
import { unbackedClaims } from '../../../src/facts/unfinished/unbacked/unbacked.ts';
import { repositoryOf } from '../../../src/repository/memory.ts';
import { reading } from '../../support/program.ts';

type Files = Readonly<Record<string, string>>;

async function claimsIn(readme: string, files: Files = {}): Promise<string[]> {
  const all = { 'app.py': 'import fastapi\n', 'README.md': `# App\n\n${readme}\n`, ...files };
  const facts = await readFacts(repositoryOf({ files: all }), reading);
  return unbackedClaims(facts).map(({ line, claim }) => `${line} ${claim}`);
}

const TESTS: Files = { 'tests/test_app.py': 'def test_a():\n    assert True\n' };
/** Of a hundred lines of the application, so many ran. */
function cobertura(covered: number): string {
  const lines = Array.from(
    { length: 100 },
    (_, at) => `<line number="${at + 1}" hits="${at < covered ? 1 : 0}"/>`,
  );
  return `<coverage><class filename="app.py"><lines>${lines.join('')}</lines></class></coverage>`;
}

const BADGE = '![CI](https://github.com/a/b/actions/workflows/ci.yml/badge.svg)';

const UNBACKED: readonly (readonly [string, string, Files, string])[] = [
  ['a figure of coverage', 'It has 95% test coverage.', TESTS, '3 test coverage of 95 %'],
  [
    'a figure in a table',
    '| What | How |\n| - | - |\n| Test coverage | 91.5% |',
    TESTS,
    '5 test coverage of 91.5 %',
  ],
  [
    'a painted badge',
    '![c](https://img.shields.io/badge/coverage-97%25-green)',
    TESTS,
    '3 test coverage of 97 %',
  ],
  [
    'a figure that the report contradicts',
    'Test coverage: 95 %',
    { ...TESTS, 'coverage.xml': cobertura(61) },
    '3 test coverage of 95 %',
  ],
  ['tests to run', '```bash\npytest -v\n```', {}, '4 tests: pytest -v'],
  ['an image to build', '```bash\ndocker build -t app .\n```', {}, '4 containers: docker build -t app .'],
  ['services to start', '```sh\n$ docker compose up -d\n```', {}, '4 containers: docker compose up -d'],
  ['a badge of a pipeline', BADGE, {}, '3 a badge of continuous integration'],
  ['a licence', 'This project is licensed under the MIT License.', {}, '3 a licence'],
  ['a licence to look up', '## License\n\nMIT - see the [LICENSE](LICENSE) file.', {}, '5 a licence'],
  ['a demo that leads nowhere', '[Live Demo](#)', {}, '3 a live demo'],
  ['a feature', '## Features\n\n- Rate limiting on login', {}, '5 Rate limiting on login'],
  ['a database', '## Tech Stack\n\n- MongoDB for sessions', {}, '5 MongoDB for sessions'],
  ['a framework', '## Tech Stack\n\n- Streamlit', {}, '5 Streamlit'],
  ['a file', 'Run it with `scripts/run_all.py` first.', {}, '3 the file scripts/run_all.py'],
];

const BACKED: readonly (readonly [string, string, Files])[] = [
  ['a figure that a report shows', 'Test coverage: 95 %', { 'coverage.xml': cobertura(96) }],
  ['a figure that a run measures', '95% test coverage', { 'pytest.ini': '[pytest]\naddopts = --cov=app\n' }],
  ['a figure to reach', 'Pull requests need at least 80% test coverage.', {}],
  ['coverage of something else', 'The data set has 95% coverage of the country.', {}],
  ['a plan', '## Roadmap\n\n- Rate limiting\n- 95% test coverage', {}],
  ['tests that are there', '```bash\npytest\n```', TESTS],
  ['an image of others', '```bash\ndocker run -p 6333:6333 qdrant/qdrant\n```', {}],
  [
    'services in a folder',
    '```bash\ndocker compose up\n```',
    { 'infra/docker-compose.yml': 'services: {}\n' },
  ],
  ['services of a file elsewhere', '```bash\ndocker compose -f ../all.yml up\n```', {}],
  ['a badge of a pipeline', BADGE, { '.github/workflows/ci.yml': 'on: push\n' }],
  [
    'a licence with its file',
    'This project is licensed under the MIT License.',
    { LICENSE: 'MIT License\n' },
  ],
  ['a licence in a manifest', 'Released under the MIT License.', { 'package.json': '{"license": "MIT"}' }],
  ["somebody else's licence", 'The data are under the licence of the city council.', {}],
  ['a demo with an address', '[Live Demo](https://app.onrender.com)', {}],
  ['a link within the page', '[Demo](#demo)\n\n## Demo\n\nSee below.', {}],
  ['what could be used', '## Tech Stack\n\n- Storage: files (extensible to MongoDB)', {}],
  [
    'a part that is optional by the words before it',
    '## Features\n\n- **Logs:** rotating files, optional Grafana dashboard',
    {},
  ],
  [
    'what a table says of a tool',
    '## Tech Stack\n\n| Part | Tool | Notes |\n|---|---|---|\n| Embeddings | BGE-M3 | Multilingual |',
    { 'embed.py': 'MODEL = "BAAI/bge-m3"\n' },
  ],
  [
    'another word for a command',
    '```bash\njot add a\njot list\njot rm 1\n```',
    {
      'jot.py':
        'import sys\n\nmatch sys.argv[1:]:\n    case ["add", text]:\n        print(text)\n    case ["list"]:\n        print("all")\n    case ["rm" | "remove", number]:\n        print(number)\n',
    },
  ],
  [
    'a style from elsewhere',
    '## Stack\n\n- Tailwind',
    { 'a.html': '<script src="https://x.io/tailwindcss"></script>' },
  ],
  [
    'a database behind a setting',
    '## Stack\n\n- PostgreSQL',
    { 'db.py': 'import os\nU = os.environ["DATABASE_URL"]\n' },
  ],
  [
    'a part in a language that is not read',
    '## Features\n\n- Rate limiting',
    { 'main.go': 'package main\n' },
  ],
  ['a part that does not parse', '## Features\n\n- Rate limiting', { 'b.py': 'def broken(:\n    pass\n' }],
];

describe('not borne out', () => {
  it.each(UNBACKED)('%s', async (_, readme, files, claim) => {
    expect(await claimsIn(readme, files)).toEqual([claim]);
  });
});

describe('borne out, or no claim', () => {
  it.each(BACKED)('%s', async (_, readme, files) => {
    expect(await claimsIn(readme, files)).toEqual([]);
  });
});

it('says what was looked for, and where something is listed only', async () => {
  const files = {
    'app.py': 'import fastapi\n',
    'README.md': '# App\n\n## Stack\n\n- Redis\n',
    'requirements.txt': 'redis\n',
  };
  const [first] = unbackedClaims(await readFacts(repositoryOf({ files }), reading));
  expect(first?.lookedFor).toBe('code that uses “redis”: it is listed, and nothing calls it');
});

it('says nothing without a README', async () => {
  const facts = await readFacts(repositoryOf({ files: { 'a.py': 'x = 1\n' } }), reading);
  expect(unbackedClaims(facts)).toEqual([]);
});

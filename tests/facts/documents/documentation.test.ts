import { describe, expect, test } from 'vitest';
import type { Documentation } from '../../../src/facts/documents/documentation.ts';
import { readDocumentation } from '../../../src/facts/documents/documentation.ts';
import { countWords } from '../../../src/facts/documents/vocabulary.ts';

const readme = (text: string, paths: readonly string[] = []): Promise<Documentation> =>
  readDocumentation([{ path: 'README.md', text }], ['README.md', ...paths]);

const block = (language: string, ...lines: string[]): string =>
  [`\`\`\`${language}`, ...lines, '```'].join('\n');

describe('which documents there are', () => {
  test.each([
    {
      paths: ['docs/a.md', 'README.md', 'CHANGELOG.md', 'node_modules/x/README.md'],
      read: ['README.md', 'docs/a.md'],
      readme: 'README.md',
    },
    { paths: ['README.rst', 'readme.md'], read: ['readme.md', 'README.rst'], readme: 'readme.md' },
    { paths: ['.github/README.md'], read: ['.github/README.md'], readme: '.github/README.md' },
    { paths: ['frontend/README.md'], read: ['frontend/README.md'], readme: undefined },
    { paths: ['CLAUDE.md', 'notes.txt'], read: [], readme: undefined },
    {
      paths: ['.gitignore', 'LICENSE', 'todo/README.md', 'todo/app.py'],
      read: ['todo/README.md'],
      readme: 'todo/README.md',
    },
    { paths: ['api/README.md', 'web/app.py'], read: ['api/README.md'], readme: undefined },
  ])('$paths', async ({ paths, read, readme }) => {
    const found = await readDocumentation(
      paths.map((path) => ({ path, text: '# Title\n' })),
      paths,
    );
    expect(found.documents.map((document) => document.path)).toEqual(read);
    expect(found.readme?.path).toBe(readme);
  });
});

describe('words', () => {
  test.each([
    ['one two-three four’s', 3],
    ['✅ — 🚀 * :', 0],
    ['see https://example.org/a/b for more', 3],
    ['블로그 서비스의 API를 개발한 프로젝트입니다.', 5],
    ['这是一个任务管理器', 4],
    ['Instalação rápida', 2],
  ])('%s', (text, count) => expect(countWords(text)).toBe(count));

  test.each<[string, string, number]>([
    ['headings and prose', '# A title\n\nThree more words.', 5],
    ['code', 'Two words\n\n```\nnot these\n```\n', 2],
    ['comments', 'Two words <!-- not these -->\n\n<!--\nnor\nthese -->', 2],
    ['a tree outside a code block', 'Two words\n\nproject/\n├── app.py\n└── tests/\n', 3],
    ['badges', '[![Build](https://img.shields.io/x.svg)](https://ci.org) one', 1],
    ['link text, not its address', '[the guide](https://example.org/long/path)', 2],
    ['HTML', '<p align="center"><b>Four words of HTML</b></p>', 4],
    ['table cells', '| a | b |\n|---|---|\n| one | two |', 4],
  ])('counts or leaves out %s', async (_, text, count) => {
    expect((await readme(text)).readme?.words).toBe(count);
  });
});

describe('what a README says', () => {
  const parts = (found: Documentation): string =>
    (['what', 'setup', 'usage'] as const)
      .flatMap((part) => (found.says[part] ? [`${part}:${found.says[part]?.line}`] : []))
      .join(' ');

  test.each<[string, string, string]>([
    ['only a title', '# Todo', ''],
    ['a description', '# Todo\n\nA task manager for the terminal.', 'what:3'],
    ['a sentence and its list', '# Api\n\nSimple chat backend with:\n- versions\n- logs', 'what:3'],
    [
      'an instruction is no description',
      '# Todo\n\nRun `pip install -r requirements.txt` first please.',
      'setup:3',
    ],
    ['a table of contents', '# T\n\n[All the things](#a) [and the other ones](#b)', ''],
    ['running is no setup', '## How to run\n\n```\npython main.py\n```', 'usage:1'],
    [
      'cloning in words',
      '## How to run\n\nClone the repository and run `python main.py`.',
      'setup:3 usage:1',
    ],
    ['testing is no usage', '# T\n\n## Running tests\n\n```\npython run_tests.py\n```', ''],
    [
      'steps in words only',
      '# T\n\n## Setup\n\nCreate a database, fill in the settings and start both servers.',
      'setup:3',
    ],
    ['Portuguese', '# T\n\n## Como usar\n\n- `t add` adiciona uma tarefa nova', 'usage:3'],
    [
      'Korean',
      '# T\n\n## 프로젝트 개요\n\n블로그 서비스의 API를 개발한 프로젝트입니다.\n\n## 설치\n\n`poetry install`',
      'what:5 setup:9',
    ],
    [
      'routes without Markdown',
      'A mini project to learn the framework.\n\nAPI Endpoints\n\nGreeting: GET / - says hello',
      'what:1 usage:3',
    ],
    ['routes as headings', '# T\n\n### Dashboard: http://localhost:5000', 'usage:3'],
    ['fetching tools is no usage', '```\ncurl -LO https://dl.k8s.io/kubectl\n```', ''],
    ['in a comment', '# T\n\n<!-- A task manager for the terminal.\n```\npip install x\n``` -->', ''],
  ])('%s', async (_, text, said) => expect(parts(await readme(text))).toBe(said));
});

describe('drawings in text', () => {
  const drawn = async (text: string): Promise<readonly string[]> =>
    ((await readme(text)).readme?.diagrams ?? []).map((one) => `${one.kind} ${one.what}`);

  test.each<[string, string, readonly string[]]>([
    ['a tree with glyphs', block('', 'app/', '├── main.py   # entry', '└── tests/'), ['tree structure']],
    [
      'an indented tree',
      block('', 'app/', '  main.py     starts', '  models/', '    user.py'),
      ['tree structure'],
    ],
    ['a tree outside of code', 'Layout:\napp/\n├── main.py\n├── models.py\n└── tests/', ['tree structure']],
    ['a list of files', '## Folder structure\n\n- app/\n- app/main.py\n- tests/\n', []],
    ['boxes', block('', '┌─────┐   ┌────┐', '│ API │──▶│ DB │', '└─────┘   └────┘'), ['ascii architecture']],
    [
      'one chain of three',
      `## Architecture\n\n${block('', 'Router → Service → Database')}`,
      ['ascii architecture'],
    ],
    [
      'branches that name no files',
      '## System architecture\n\n' +
        block('', 'PDF → Parse → Split', '  ├── Images → Describe', '  └── Tables → Store in database'),
      ['ascii architecture'],
    ],
    [
      'parts below each other',
      block('text', 'Frontend', '   │', '   ▼', 'Backend', '   │', '   ▼', 'Vector database'),
      ['ascii architecture'],
    ],
    [
      'arrows between paragraphs',
      '## Architecture\nAPI ----> Postgres <---- ETL\n            |\n            └── metrics',
      ['ascii architecture'],
    ],
    [
      'the way to a menu',
      `## Get the keys\n\n${block('', 'Foundry', '   ↓', 'Management', '   ↓', 'Keys')}`,
      ['ascii other'],
    ],
    [
      'a table of output',
      `## Usage\n\n${block('', '+----+------+', '| id | name |', '+----+------+', '| 1  | milk |', '+----+------+')}`,
      ['ascii other'],
    ],
    ['code with arrows', block('python', 'def f(a: int) -> str:', '    return g(a)'), []],
    ['a shell session', block('bash', '$ docker build .', ' => [internal] load', ' => => naming to x'), []],
    ['JavaScript without a language', block('', 'const add = (a) => a + 1;', 'items.map((x) => x.id);'), []],
    ['mermaid', block('mermaid', 'flowchart LR', 'A --> B'), ['mermaid architecture']],
    [
      'a mermaid data model',
      block('mermaid', 'erDiagram', 'USER ||--o{ POST : writes'),
      ['mermaid data-model'],
    ],
    ['a mermaid chart', block('mermaid', 'pie', '"a": 3'), ['mermaid other']],
  ])('%s', async (_, text, kinds) => expect(await drawn(text)).toEqual(kinds));
});

describe('pictures', () => {
  test.each<[string, string, readonly string[]]>([
    ['named architecture', '![System architecture](docs/a.png)', ['architecture']],
    ['named by its file', '![](docs/sys-architecture.png)', ['architecture']],
    ['under the heading', '## Architecture\n\n![](docs/1.png)', ['architecture']],
    [
      'a screen under that heading',
      '## Architecture\n\n![Chat interface](docs/chat_interface.png)',
      ['screenshot'],
    ],
    ['a data model', '![ERD](https://user-images.githubusercontent.com/1/2.png)', ['data-model']],
    ['a folder structure', '<img alt="Directory Structure" src="https://x.org/a.png">', ['structure']],
    ['a badge', '![pipeline](https://img.shields.io/badge/pipeline-passing.svg)', []],
    ['a logo', '![logo](docs/logo.png)', []],
    ['not committed', '![Architecture](docs/missing.png)', []],
    ['in a comment', '<!-- ![Architecture](docs/a.png) -->', []],
  ])('%s', async (_, text, what) => {
    const found = await readme(text, [
      'docs/a.png',
      'docs/1.png',
      'docs/sys-architecture.png',
      'docs/chat_interface.png',
      'docs/logo.png',
    ]);
    expect(found.readme?.diagrams.map((one) => one.what)).toEqual(what);
  });

  test('files that are diagrams wherever they lie', async () => {
    const paths = [
      'a/flow.drawio',
      'docs/db.puml',
      'x.mmd',
      'Architectural Diagram.png',
      'docs/home.png',
      'web/public/diagram.svg',
    ];
    const { diagramFiles } = await readDocumentation([], paths);
    expect(diagramFiles.map((one) => `${one.path} ${one.kind} ${one.what}`)).toEqual([
      'a/flow.drawio drawio architecture',
      'docs/db.puml plantuml data-model',
      'x.mmd mermaid architecture',
      'Architectural Diagram.png image architecture',
    ]);
  });
});

describe('media', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['a Loom link', '[Demo](https://www.loom.com/share/abc)', [], ['video']],
    ['a demo on YouTube', '## Demo\n\nhttps://youtu.be/abc', [], ['video']],
    ['a tutorial on YouTube', 'Inspired by [this tutorial](https://youtu.be/abc)', [], []],
    [
      'a terminal recording',
      '[![x](https://asciinema.org/a/1.svg)](https://asciinema.org/a/1)',
      [],
      ['recording'],
    ],
    ['a GIF of the program', '![Web interface](docs/run.gif)', ['docs/run.gif'], ['gif']],
    ['a GIF of a diagram', '![Diagram](docs/diagram.gif)', ['docs/diagram.gif'], []],
    ['a GIF that waves', '![](https://media.giphy.com/media/x/giphy.gif)', [], []],
    ['a GIF that is not there', '![demo](demo/run.gif)', [], []],
    ['a dropped video', 'https://github.com/user-attachments/assets/1234', [], ['video']],
    ['a dropped picture', '<img src="https://github.com/user-attachments/assets/1234">', [], []],
    ['an embedded video', '<video src="docs/demo.mp4"></video>', ['docs/demo.mp4'], ['video']],
    ['a committed video that nothing links', '# T', ['docs/demo.mp4'], ['screenshot']],
    ['a committed video', '[demo](docs/demo.mp4)', ['docs/demo.mp4'], ['video']],
    ['a committed spinner', '# T', ['web/src/loading.gif'], []],
    [
      'screenshots',
      '![](shots/home.png)',
      ['shots/home.png', 'screenshots/a.png'],
      ['screenshot', 'screenshot'],
    ],
    ['an announced video', 'The video is still to be recorded.', [], []],
  ])('%s', async (_, text, paths, kinds) => {
    expect((await readme(text, paths)).media.map((one) => one.kind)).toEqual(kinds);
  });
});

describe('addresses', () => {
  test.each<[string, string]>([
    ['https://todo.onrender.com', 'app'],
    ['**Live Demo:** https://todo.jane.dev', 'app'],
    ['- API: `https://jane.dev/todo-api`', 'app'],
    ['[서비스 바로가기](http://3.39.239.219/docs)', 'app'],
    ['## Deployment\n\nhttps://todo.jane.dev', 'app'],
    ['[![Live](https://img.shields.io/badge/live-x.svg)](https://todo.vercel.app)', 'app badge'],
    ['https://huggingface.co/spaces/jane/todo', 'app'],
    ['https://huggingface.co/jane/model', 'reference'],
    ['https://your-app.onrender.com', 'placeholder'],
    ['[Live](https://#)', 'placeholder'],
    ['https://api.example.com/v1', 'placeholder'],
    ['Live at http://localhost:8000', 'local'],
    ['http://backend:8000/health', 'local'],
    ['Tunnel: https://abc.ngrok-free.app', 'unstable'],
    ['Get an API key: https://keys.vendor.dev', 'reference'],
    ['My portfolio: https://jane.vercel.app', 'reference'],
    ['**July 24th**: [Watch Live](https://www.channel.dev/rooms/2)', 'reference'],
    ['## Deployment\n\nCreate an account on [Vendor](https://vendor.dev)', 'reference'],
    ['See [FastAPI](https://fastapi.tiangolo.com/)', 'docs-of-others'],
    ['https://docs.docker.com/compose', 'docs-of-others'],
    ['https://github.com/jane/todo', 'repository'],
    ['https://hub.docker.com/r/jane/todo', 'package'],
    ['![](https://img.shields.io/x.svg)', 'badge'],
  ])('%s', async (text, kinds) => {
    const found = (await readme(text)).publicUrls.map((one) => one.kind);
    expect(found.toSorted().join(' ')).toBe(kinds);
  });

  test('in a setting or a comment they are weak evidence, in a command that calls them they are not', async () => {
    const { publicUrls } = await readme(
      '```\ncurl https://todo.onrender.com/x\nURL=https://todo.onrender.com\n```\n\n<!--\ncurl https://old.onrender.com\n-->\n',
    );
    expect(publicUrls.map((one) => [one.kind, one.inCode, one.line])).toEqual([
      ['app', false, 2],
      ['app', true, 3],
      ['app', true, 7],
    ]);
  });

  test('a manifest names its homepage, and a repository is none', async () => {
    const files = [
      {
        path: 'package.json',
        text: '{\n  "homepage": "https://todo.jane.dev",\n  "bugs": { "url": "https://x.dev" }\n}',
      },
      { path: 'api/pyproject.toml', text: '[project.urls]\nHomepage = "https://github.com/jane/todo"\n' },
    ];
    const { publicUrls } = await readDocumentation(files, []);
    expect(publicUrls.map((one) => `${one.path}:${one.line} ${one.kind}`)).toEqual([
      'package.json:2 app',
      'api/pyproject.toml:2 repository',
    ]);
  });
});

describe('promises and gaps', () => {
  test('features are kept apart from plans', async () => {
    const found = await readme(
      '# T\n\n## Features\n\n- Add tasks\n- Export (coming soon)\n\n### Storage\n\n- JSON\n\n## Future improvements\n\n- [ ] Sync\n- [x] Dates\n',
    );
    expect(found.features.map((one) => one.text)).toEqual(['Add tasks', 'JSON', 'Dates']);
    expect(found.roadmap.map((one) => `${one.line} ${one.text}`)).toEqual([
      '6 Export (coming soon)',
      '14 Sync',
    ]);
  });

  test.each<[string, readonly string[]]>([
    ['This project was bootstrapped with [Create React App](https://x.org).', ['template']],
    ['This is an example of how you may give instructions on setting up your project locally.', ['template']],
    ['git clone https://github.com/yourusername/todo.git', ['personal']],
    ['Built by [Your Name]', ['personal']],
    ['Lorem ipsum dolor', ['lorem']],
    ['Charts: coming soon', ['coming-soon']],
    ['Em breve', ['coming-soon']],
    ['export KEY=<your-api-key>', []],
    ['A todo list for teams; see [your tasks](#tasks)', []],
    ['<!-- Thanks for checking out the Best-README-Template -->', []],
  ])('%s', async (text, kinds) => {
    expect((await readme(text)).placeholders.map((one) => one.kind)).toEqual(kinds);
  });
});

describe('other formats', () => {
  test('reStructuredText', async () => {
    const text =
      'Todo\n====\n\nA task manager for the terminal.\n\nInstallation\n------------\n\n::\n\n    pip install todo\n\n.. image:: docs/architecture.png\n';
    const found = await readDocumentation([{ path: 'README.rst', text }], ['docs/architecture.png']);
    expect(found.readme?.headings.map((one) => `${one.level} ${one.text}`)).toEqual([
      '1 Todo',
      '2 Installation',
    ]);
    expect(found.says.what?.line).toBe(4);
    expect(found.says.setup?.line).toBe(11);
    expect(found.readme?.diagrams.map((one) => one.what)).toEqual(['architecture']);
  });

  test('front matter is no prose', async () => {
    const found = await readme('---\ntitle: Todo\nsdk: gradio\n---\n\n# Todo\n');
    expect(found.readme?.headings.map((one) => one.line)).toEqual([6]);
    expect(found.readme?.words).toBe(1);
  });
});

describe('hostile text is read in bounded time', () => {
  test.each<[string, string]>([
    ['brackets', '['.repeat(40_000) + ']('.repeat(40_000)],
    ['quotes', '>'.repeat(20_000)],
    ['tags', '<a "'.repeat(30_000)],
    ['comments', '<!--'.repeat(30_000)],
    ['arrows', `${'- '.repeat(60_000)}>`],
    ['drawing', '│ \n'.repeat(50_000)],
    ['headings', '# a\n'.repeat(30_000)],
    ['addresses', 'https://a.dev '.repeat(20_000)],
    ['one long word', 'aA1'.repeat(150_000)],
  ])('%s', { timeout: 8_000 }, async (_, text) => {
    const found = await readme(text);
    expect(found.documents).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { classify, type FileRole, type RepositoryFile } from '../../../src/facts/project/roles.ts';

function filesOf(...paths: readonly string[]): ReadonlyMap<string, RepositoryFile> {
  const entries = paths.map((path) => ({ path, size: 10, id: null, link: false, tracked: true }));
  return new Map(classify(entries).map((file) => [file.path, file]));
}

/** Roles in a repository that has an application besides. */
function roleOf(path: string, ...others: readonly string[]): FileRole | undefined {
  return filesOf('app/main.py', ...others, path).get(path)?.role;
}

describe('the role of a file', () => {
  test.each<readonly [FileRole, string]>([
    ['application', 'app/models/user.py'],
    ['application', 'app/testing.py'],
    ['application', 'app/latest/contest.py'],
    ['application', 'src/attest.ts'],
    ['application', 'src/Test.tsx'],
    ['application', 'app/evaluation/test_set.py'],
    ['application', 'evals/generate_tests.py'],
    ['application', 'notebooks/01_eda.ipynb'],
    ['application', 'migrations/runner.py'],
    ['application', 'migrate.py'],
    ['application', 'src/lib/prisma.ts'],
    ['application', 'static/js/chart.js'],
    ['application', 'static/js/app.js'],
    ['application', 'docs/guide.md'],
    ['application', 'demo.py'],
    ['application', 'src/components/ExampleCard.tsx'],
    ['application', 'lib/jquery_bridge.py'],
    ['application', 'app/environment/bin/x.py'],
    ['application', 'env/settings.py'],
    ['application', 'build/make_index.py'],
    ['application', 'out/report.py'],
    ['application', 'bin/cli.js'],
    ['application', 'security.py'],
    ['application', '.env.example'],
    ['test', 'test.py'],
    ['test', 'app/test_user.py'],
    ['test', 'app/user_test.py'],
    ['test', 'blog/tests.py'],
    ['test', 'conftest.py'],
    ['test', 'tests/helpers/factory.py'],
    ['test', 'Tests/data.csv'],
    ['test', 'src/__tests__/a.ts'],
    ['test', 'src/a.spec.tsx'],
    ['test', 'src/a.e2e.test.mjs'],
    ['test', 'cypress/support/commands.js'],
    ['test', 'integration-tests/run.py'],
    ['test', 'test_data/rows.csv'],
    ['test', 'web/vitest.config.ts'],
    ['test', 'tests/alembic/versions/1_x.py'],
    ['example', 'examples/basic.py'],
    ['example', 'legacy/app.py'],
    ['application', 'legacy/logo.svg'],
    ['example', 'demo/app.py'],
    ['example', 'docs/snippets/first.py'],
    ['example', 'tutorials/01.ipynb'],
    ['generated', 'app/proto/user_pb2.py'],
    ['generated', 'app/proto/user_pb2_grpc.py'],
    ['generated', 'src/api.generated.ts'],
    ['generated', 'src/generated/prisma/index.js'],
    ['generated', 'web/package-lock.json'],
    ['generated', 'uv.lock'],
    ['generated', 'dist/index.js'],
    ['generated', 'htmlcov/index.html'],
    ['generated', 'web/html/assets/index-B6hUSIXg.js'],
    ['generated', 'public/static/js/main.3f2a1b4c.chunk.js'],
    ['application', 'web/assets/chat-messages.js'],
    ['application', 'src/assets/icons-settings.css'],
    ['migration', 'alembic/versions/3f2a_add_posts.py'],
    ['migration', 'alembic/env.py'],
    ['migration', 'blog/migrations/0001_initial.py'],
    ['migration', 'blog/migrations/__init__.py'],
    ['migration', 'prisma/migrations/20240101_init/migration.sql'],
    ['migration', 'src/migrations/1700000000000-AddPosts.ts'],
    ['vendored', 'vendor/lib/x.py'],
    ['vendored', 'third_party/a/b.py'],
    ['vendored', 'static/js/app.min.js'],
    ['vendored', 'static/jquery-3.6.0.js'],
    ['vendored', 'static/bootstrap.bundle.js'],
    ['vendored', 'static/libs/marked.js'],
    ['artifact', 'app/__pycache__/main.cpython-311.pyc'],
    ['artifact', 'web/node_modules/react/index.js'],
    ['artifact', '.env'],
  ])('%s: %s', (role, path) => {
    expect(roleOf(path, ...(path.startsWith('alembic/') ? ['alembic/script.py.mako'] : []))).toBe(role);
  });

  test('an Alembic folder under any name is known by its template', () => {
    const files = filesOf(
      'app/main.py',
      'db/history/script.py.mako',
      'db/history/env.py',
      'db/history/steps/a1_x.py',
    );
    expect([...files.values()].map((file) => file.role)).toEqual([
      'application',
      'migration',
      'migration',
      'migration',
    ]);
  });

  test('scripts and types beside their source were compiled from it', () => {
    const others = ['src/a.ts', 'src/view.tsx', 'src/plain.js'];
    expect(roleOf('src/a.js', ...others)).toBe('generated');
    expect(roleOf('src/view.jsx', ...others)).toBe('generated');
    expect(roleOf('src/plain.d.ts', ...others)).toBe('generated');
    expect(roleOf('src/types.d.ts', ...others)).toBe('application');
    expect(roleOf('src/b.js', ...others)).toBe('application');
  });

  test('examples are the application where there is no other', () => {
    const lone = filesOf('examples/todo.py', 'docs/conf.py', 'setup.py', 'tests/test_todo.py', 'README.md');
    expect(lone.get('examples/todo.py')?.role).toBe('application');
    expect(lone.get('tests/test_todo.py')?.role).toBe('test');
  });

  test('a copied library is vendored, a part of one’s own project is not', () => {
    const library = (folder: string, name: string) => [
      `${folder}/LICENSE`,
      `${folder}/setup.py`,
      `${folder}/${name}/__init__.py`,
    ];
    const files = filesOf(
      'requirements.txt',
      'app/main.py',
      ...library('whisper-fork', 'whisper_fork'),
      ...library('packages/core', 'core'),
    );
    expect(files.get('whisper-fork/whisper_fork/__init__.py')?.role).toBe('vendored');
    expect(files.get('packages/core/core/__init__.py')?.role).toBe('application');
    const only = filesOf('README.md', ...library('blog', 'blog'));
    expect(only.get('blog/blog/__init__.py')?.role).toBe('application');
  });
});

describe('what never belongs in Git', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['virtual environment', 'myenv/lib/python3.11/site-packages/pip/x.py', []],
    ['virtual environment', 'myenv/bin/activate', ['myenv/pyvenv.cfg']],
    ['virtual environment', 'x/Scripts/python.exe', ['x/Scripts/activate.bat']],
    ['virtual environment', 'Lib/site-packages/pip/x.py', []],
    ['virtual environment', 'bin/pip', ['pyvenv.cfg']],
    ['virtual environment', '.venv/anything', []],
    ['bytecode', 'a/__pycache__/x.cpython-311.pyc', []],
    ['bytecode', 'tests/fixtures/x.pyc', []],
    ['node_modules', 'node_modules/a/index.js', []],
    ['.env', 'backend/.env', []],
    ['.env', '.env.local', []],
    ['.env', '.env.production.local', []],
    ['tool cache', '.pytest_cache/v/x', []],
    ['packaging metadata', 'src/app.egg-info/PKG-INFO', []],
    ['build output', 'web/.next/server/app.js', []],
    ['build output', 'web/out/index.html', ['web/out/_next/static/x.js']],
    ['build output', 'web/dist/index.html', ['web/dist/assets/index-B7x9Ka_2.js']],
    ['build output', 'build/lib/app/main.py', []],
    [
      'installed packages',
      'lambda/requests/api.py',
      ['lambda/requests-2.0.dist-info/X', 'lambda/idna-3.dist-info/X'],
    ],
  ])('%s: %s', (reason, path, others) => {
    const file = filesOf('app/main.py', ...others, path).get(path);
    expect(file).toMatchObject({ artifact: reason, role: 'artifact' });
  });

  test.each<readonly [string, readonly string[]]>([
    ['.env.example', []],
    ['.env.sample', []],
    ['.env.template', []],
    ['.env.dist', []],
    ['.env.test', []],
    ['.DS_Store', []],
    ['tests/fixtures/story/.env', []],
    ['tests/fixtures/story/node_modules/a.js', []],
    ['myenv/project/app.py', ['myenv/pyvenv.cfg']],
    ['app.py', ['pyvenv.cfg']],
    ['venv/readme.md', []],
    ['dist/index.js', ['action.yml', 'dist/index.js.map']],
    ['data/tasks.json', []],
    ['app.db', []],
  ])('no artifact: %s', (path, others) => {
    expect(filesOf('app/main.py', ...others, path).get(path)?.artifact).toBeNull();
  });
});

test.each([
  ['code', 'a.py b.tsx c.mjs d.go E.PY security.py history.ts'],
  ['notebook', 'a.ipynb'],
  ['documentation', 'README README.md docs/a.rst LICENSE notes.txt'],
  [
    'configuration',
    'Dockerfile api.Dockerfile Dockerfile.dev compose.yml .gitignore .env.example requirements-dev.txt schema.sql',
  ],
  [
    'configuration',
    'package.json tsconfig.build.json .github/x.json grafana/cost.json Procfile .prettierrc settings.yaml.example',
  ],
  ['data', 'tasks.json data/rows.csv app.db store.sqlite3 model.pkl openai.jsonl'],
  ['image', 'a.png b.SVG c.gif'],
  ['video', 'demo.mp4'],
  ['binary', 'a.pyc font.woff2 a.zip .DS_Store'],
  ['page', 'index.html templates/chat.j2'],
  ['style', 'style.css theme.scss'],
  ['other', 'VERSION'],
])('%s: %s', (kind, paths) => {
  const kinds = [...filesOf(...paths.split(' ')).values()].map((file) => `${file.path} ${file.kind}`);
  expect(kinds).toEqual(paths.split(' ').map((path) => `${path} ${kind}`));
});

test('20,000 hostile paths are classified at once', () => {
  const deep = `${'a/'.repeat(31)}`;
  const paths = Array.from({ length: 20_000 }, (_, index) => `${deep}${'test_-.'.repeat(8)}${index}.js`);
  paths[0] = `static/jquery${'.1'.repeat(120)}x.js`;
  const start = performance.now();
  expect(filesOf(...paths).size).toBe(20_000);
  expect(performance.now() - start).toBeLessThan(5000);
});

import { describe, expect, test } from 'vitest';
import { readCoverage } from '../../../src/facts/operations/coverage/coverage.ts';
import { classify, type RepositoryFile } from '../../../src/facts/project/roles.ts';

/** The code that reports are about. */
const TREE: readonly RepositoryFile[] = classify(
  ['app/main.py', 'src/a.ts', 'src/b.ts'].map((path) => entry(path)),
);

function entry(path: string, tracked = true) {
  return { path, tracked, size: 100, id: null, link: false };
}

async function read(path: string, text: string): Promise<readonly string[]> {
  const { list } = await readCoverage([{ path, text }], TREE);
  return list.map((one) => `${one.line} ${one.kind} ${one.percent ?? '-'}`);
}

/** Cobertura, with hits of the first lines of a file. */
function cobertura(name: string, hits: readonly number[]): string {
  const lines = hits.map((count, at) => `<line number="${at + 1}" hits="${count}"/>`).join('');
  return `<?xml version="1.0"?>\n<!-- x -->\n<coverage line-rate="0.99"><class filename="${name}"><lines>${lines}</lines></class></coverage>`;
}

describe('reports', () => {
  test.each<[string, string, readonly string[]]>([
    ['coverage.xml', cobertura('app/main.py', [1, 1, 1, 0]), ['3 report 75']],
    [
      'coverage/clover.xml',
      '<coverage generated="1">\n<project><file path="/x/src/a.ts"><line num="1" count="2"/></file></project></coverage>',
      ['1 report 100'],
    ],
    ['coverage/lcov.info', 'SF:src/a.ts\nDA:1,1\nDA:2,0\nend_of_record\n', ['1 report 50']],
    [
      'coverage.json',
      '{"meta": {},\n"totals": {"percent_covered": 91.123}, "files": {"app/main.py": {"executed_lines": [1, 2], "missing_lines": [3]}}}',
      ['2 report 66.67'],
    ],
    [
      'coverage/coverage-summary.json',
      '{"total": {"lines": {"pct": 82}}, "/x/src/a.ts": {"lines": {"total": 50, "covered": 41}}}',
      ['1 report 82'],
    ],
    [
      'coverage/coverage-final.json',
      '{"/x/src/a.ts": {"s": {"0": 1, "1": 0}, "statementMap": {"0": {"start": {"line": 1}}, "1": {"start": {"line": 2}}}}}',
      ['1 report 50'],
    ],
    ['htmlcov/index.html', '<span class="pc_cov">87%</span>\n<a>app/main.py</a>', ['1 report 87']],
    [
      'coverage/lcov-report/index.html',
      '<span class="strong">85.71% </span>\n<span class="quiet">Lines</span> <a>a.ts</a>',
      ['1 report 85.71'],
    ],
    [
      'coverage.txt',
      'Name Stmts Miss Cover\napp/main.py 100 12 88%\nTOTAL   100  12  88%\n',
      ['3 report 88'],
    ],
    ['docs/index.html', '<span class="pc_cov">87%</span>', []],
    ['README.md', 'coverage: 95%', []],
  ])('%s %#', async (path, text, expected) => {
    expect(await read(path, text)).toEqual(expected);
  });

  test.each([
    ['coverage.xml', '<coverage line-rate="0.95"/>', 'it counts no line of any file'],
    [
      'coverage.xml',
      cobertura('shop.py', [1]),
      'it is about another project: of its 1 files, 0 are in this repository',
    ],
    ['coverage.xml', '<!-- <coverage line-rate="1"> -->', 'its XML ends too early or is damaged at line 1'],
    ['coverage/lcov.info', 'SF:src/a.ts\nLF:10\nLH:9\nend_of_record\n', 'it counts no line of any file'],
    ['coverage.json', '{', 'its JSON ends too early or is damaged'],
    ['htmlcov/index.html', '<span class="pc_cov">87%</span>', 'it counts no file of the application'],
    ['coverage.txt', 'TOTAL   100  12  88%\n', 'it counts no file of the application'],
  ])('%s is no proof: %s', async (path, text, reason) => {
    const { list, notes } = await readCoverage([{ path, text }], TREE);
    expect(list).toEqual([]);
    expect(notes).toEqual([{ path, line: null, text: `no proof of coverage: ${reason}` }]);
  });

  test('one that is not committed proves nothing to others, and says so', async () => {
    const tree = [...TREE, ...classify([entry('coverage.xml', false)])];
    const { list, notes } = await readCoverage(
      [{ path: 'coverage.xml', text: cobertura('app/main.py', [1]) }],
      tree,
    );
    expect(list).toEqual([]);
    expect(notes[0]?.text).toContain('not committed');
  });

  test('a database is seen by its path and has no figure', async () => {
    const tree = classify([entry('a/.coverage'), entry('b.coverage')]);
    const { list } = await readCoverage([], tree);
    expect(list).toMatchObject([{ kind: 'report', percent: null, path: 'a/.coverage' }]);
  });
});

describe('thresholds and measured runs', () => {
  test.each<[string, string, readonly string[]]>([
    ['.coveragerc', '[run]\nsource = app\n[report]\nfail_under = 85\n', ['2 measured -', '4 threshold 85']],
    ['.coveragerc', '[report]\n# fail_under = 85\nfail_under = 0\n', ['3 measured -']],
    ['setup.cfg', '[coverage:report]\nfail_under = 80\n', ['2 threshold 80', '2 measured -']],
    ['pyproject.toml', '[tool.coverage.report]\nfail_under = 90.5\n', ['2 threshold 90.5', '2 measured -']],
    ['pyproject.toml', '[tool.other]\nfail_under = 90\n', []],
    [
      'pytest.ini',
      '[pytest]\naddopts =\n  --cov=app\n  --cov-fail-under=80\n',
      ['3 measured -', '4 threshold 80'],
    ],
    [
      'pyproject.toml',
      '[tool.pytest.ini_options]\naddopts = "--cov --cov-fail-under 75"\n',
      ['2 threshold 75'],
    ],
    ['pyproject.toml', '[tool.pytest.ini_options]\n# addopts = "--cov-fail-under=80"\n', []],
    ['pyproject.toml', '[project]\ndependencies = ["pytest-cov", "coverage>=7"]\n', []],
    [
      'Makefile',
      'test:\n\tcoverage run -m pytest\n\tcoverage report -m --fail-under=80\n',
      ['2 measured -', '3 threshold 80'],
    ],
    [
      '.github/workflows/ci.yml',
      '    - name: run --cov-fail-under=80\n    - run: pytest --cov=app\n',
      ['2 measured -'],
    ],
    ['.github/workflows/ci.yml', '    - run: pytest --cov-fail-under=80 || true\n', ['1 measured -']],
    ['.github/workflows/ci.yml', '      - uses: codecov/codecov-action@v4\n', ['1 measured -']],
    ['.gitlab-ci.yml', 'test:\n  script: pytest --cov-fail-under=$MIN\n', ['2 threshold -']],
    [
      'package.json',
      '{"scripts": {\n"t": "jest --coverage",\n"c": "c8 --check-coverage --lines 85 node x"}}',
      ['2 measured -', '3 threshold 85'],
    ],
    [
      'package.json',
      '{"jest": {"coverageThreshold": {"global": {\n"branches": 70,\n"lines": 80}}}}',
      ['3 threshold 80'],
    ],
    ['package.json', '{"nyc": {"check-coverage": true,\n"lines": 90}}', ['2 threshold 90']],
    ['package.json', '{"nyc": {"lines": 90}}', ['1 measured -']],
    ['package.json', '{"devDependencies": {"c8": "1", "nyc": "1", "@vitest/coverage-v8": "1"}}', []],
    ['.nycrc', '{"check-coverage": true, "lines": 80}', ['1 threshold 80']],
    [
      'jest.config.js',
      'module.exports = {\n  // coverageThreshold: { global: { lines: 99 } },\n  coverageThreshold: {\n    global: { branches: 50, lines: 80 },\n  },\n}',
      ['3 measured -', '4 threshold 80'],
    ],
    ['jest.config.ts', 'export default { collectCoverage: true }', ['1 measured -']],
    [
      'vitest.config.ts',
      'export default defineConfig({\n test: { coverage: {\n  thresholds: { lines: 82 } } } })',
      ['3 threshold 82', '3 measured -'],
    ],
    ['vitest.config.ts', 'test: { coverage: { provider: "v8" } }', ['1 measured -']],
    [
      'codecov.yml',
      'coverage:\n  status:\n    project:\n      default:\n        target: 80%\n',
      ['1 measured -', '5 threshold 80'],
    ],
    [
      'codecov.yml',
      'coverage:\n  status:\n    project:\n      default: {target: 80%, informational: true}\n    patch: {default: {target: 90%}}\n',
      ['1 measured -'],
    ],
    ['app/main.py', 'os.system("pytest --cov-fail-under=80")\n', []],
  ])('%s %#', async (path, text, expected) => {
    expect(await read(path, text)).toEqual(expected);
  });

  test('hostile text costs little', async () => {
    const text = `coverage: {\n${'test '.repeat(30_000)}\n${'{'.repeat(100_000)}${"'".repeat(100_000)}`;
    expect(await read('vitest.config.ts', text)).toEqual([]);
    expect(await read('Makefile', 'coverage report '.repeat(60_000))).toEqual([]);
  });
});

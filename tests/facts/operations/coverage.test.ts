import { describe, expect, test } from 'vitest';
import { readCoverage } from '../../../src/facts/operations/coverage/coverage.ts';

async function read(path: string, text: string): Promise<readonly string[]> {
  const { list } = await readCoverage([{ path, text }]);
  return list.map((one) => `${one.line} ${one.kind} ${one.percent ?? '-'}`);
}

describe('reports', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'coverage.xml',
      '<?xml version="1.0"?>\n<!-- x -->\n<coverage line-rate="0.875" branch-rate="0">\n<packages/></coverage>',
      ['3 report 87.5'],
    ],
    ['coverage.xml', `<coverage line-rate="0.5">${'<class name="x"/>'.repeat(20_000)}`, ['1 report 50']],
    [
      'coverage/clover.xml',
      '<coverage generated="1">\n<project><metrics statements="10" coveredstatements="9"/>',
      ['2 report 90'],
    ],
    ['coverage.xml', '<!-- <coverage line-rate="1"> -->', []],
    ['coverage/lcov.info', 'SF:a\nLF:10\nLH:9\nend_of_record\nSF:b\nLF:10\nLH:6\n', ['1 report 75']],
    ['coverage.json', '{"meta": {},\n"totals": {"percent_covered": 91.123}}', ['2 report 91.12']],
    ['coverage/coverage-summary.json', '{"total": {"lines": {"pct": 82}}}', ['1 report 82']],
    ['coverage/coverage-final.json', '{"a.ts": {"s": {"0": 1, "1": 0}}}', ['1 report 50']],
    ['htmlcov/index.html', '<h1>Coverage report:\n<span class="pc_cov">87%</span>\n</h1>', ['2 report 87']],
    [
      'coverage/lcov-report/index.html',
      '<span class="strong">85.71% </span>\n<span class="quiet">Lines</span>',
      ['1 report 85.71'],
    ],
    ['coverage.txt', 'Name Stmts Miss Cover\nTOTAL   100  12  88%\n', ['2 report 88']],
    ['coverage.json', '{"other": 1}', []],
    ['docs/index.html', '<span class="pc_cov">87%</span>', []],
    ['README.md', 'coverage: 95%', []],
  ])('%s %#', async (path, text, expected) => {
    expect(await read(path, text)).toEqual(expected);
  });

  test('an unreadable report is an error; a database is seen by its path and has no figure', async () => {
    const { list, errors } = await readCoverage(
      [{ path: 'coverage.json', text: '{' }],
      ['a/.coverage', 'b.coverage'],
    );
    expect(errors).toMatchObject([{ path: 'coverage.json' }]);
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

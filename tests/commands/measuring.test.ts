/** Coverage and results of this job, from the command line to the verdict. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MilestoneReport, Report } from '../../src/model.ts';
import { scoreOf } from '../../src/score.ts';
import { nextSteps } from '../../src/steps.ts';
import { cli, emptyFolder, repository } from '../cli/run.ts';
import { fixture } from '../results/fixture.ts';
import { misfits } from '../schemas/fits.ts';

const SHOP = {
  'requirements.txt': 'fastapi\npytest\n',
  'README.md': '# Shop\n\nAn API of prices.\n',
  '.gitignore': 'coverage.xml\n',
  'shop/__init__.py': '',
  'shop/prices.py': 'def total(prices):\n    if not prices:\n        return 0\n    return sum(prices)\n',
  'tests/test_prices.py': `from shop.prices import total\n\n\ndef test_total():\n${'    assert total([1]) == 1\n'.repeat(5)}`,
};

function cobertura(hits: readonly number[], file = 'shop/prices.py'): string {
  const lines = hits.map((count, at) => `<line number="${at + 1}" hits="${count}"/>`).join('');
  return `<coverage><sources><source>/builds/shop</source></sources><class filename="${file}"><lines>${lines}</lines></class></coverage>`;
}

function audited(folder: string, ...words: readonly string[]): Report {
  const { stdout, stderr, code } = cli(['audit', folder, '-m', 'blog-api', '-f', 'json', ...words], {
    cwd: folder,
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const report = JSON.parse(stdout);
  expect(misfits('report', report)).toEqual([]);
  return report;
}

function coverageOf({ milestones }: Report) {
  return milestones[0]?.requirements.find(({ id }) => id === 'test-coverage');
}

/** The report as it would be without measuring. */
function byFilesOf({ measured: _, ...report }: Report): Report {
  const milestones = report.milestones.map((one): MilestoneReport => {
    const requirements = one.requirements.map(({ byFiles, ...each }) => ({ ...each, ...byFiles }));
    return { ...one, requirements, score: scoreOf(requirements, one.score.cap) };
  });
  return { ...report, milestones, next: nextSteps(milestones, []) };
}

describe('coverage that was measured', () => {
  it('decides, and says so', () => {
    const folder = repository(SHOP);
    writeFileSync(join(folder, 'coverage.xml'), cobertura([1, 1, 1, 1]));
    const report = audited(folder, '--coverage', 'coverage.xml');
    const found = coverageOf(report);
    expect(found).toMatchObject({ verdict: 'met', byFiles: { verdict: 'partial' } });
    expect(found?.evidence.at(-1)).toMatchObject({ path: '', measured: true });
    expect(found?.evidence.at(-1)?.text).toMatch(
      /^100 % of the lines are covered \(4 of 4, in 1 of 1 files of code\) \(coverage\.xml, sha256:[0-9a-f]{12}\)$/,
    );
    // It is told as measured, and is no change to the program.
    expect(report.repository.uncommitted).toEqual([]);
    expect(report.measured).toMatchObject([
      {
        what: 'coverage',
        source: 'coverage.xml',
        value: { percent: 100, formats: ['Cobertura'], changed: null },
      },
    ]);
    const text = cli(['audit', folder, '-m', 'blog-api', '--coverage', 'coverage.xml'], {
      cwd: folder,
    }).stdout;
    expect(text).toContain('decided by measuring: from the files alone it is partial');
    expect(text).toMatch(/Measured on \d{4}-\d\d-\d\d\n {2}coverage\.xml: 100 % of the lines/);
  });

  it('decides against a promise too', () => {
    const folder = repository({ ...SHOP, '.coveragerc': '[report]\nfail_under = 90\n' });
    writeFileSync(join(folder, 'coverage.xml'), cobertura([1, 1, 0, 0]));
    const found = coverageOf(audited(folder, '--coverage', 'coverage.xml'));
    expect(found).toMatchObject({ verdict: 'partial', byFiles: { verdict: 'met' } });
    expect(found?.lookedFor).toBe('coverage of at least 80 %');
    expect(found?.counterEvidence[0]?.text).toMatch(/^50 % of the lines/);
  });

  it('of several reports counts what any of them ran; globs find them', () => {
    const folder = repository(SHOP);
    writeFileSync(join(folder, 'a.xml'), cobertura([1, 1, 0, 0]));
    writeFileSync(join(folder, 'b.xml'), cobertura([0, 0, 1, 0]));
    const [measured] = audited(folder, '--coverage', '{a,b}.xml').measured ?? [];
    expect(measured).toMatchObject({ source: 'a.xml, b.xml', value: { lines: { covered: 3, found: 4 } } });
  });

  it.each([
    ['<coverage line-rate="0.95"/>', 'it counts no line of any file'],
    [cobertura([1], 'other/x.py'), 'it is about another project: of its 1 files, 0 are in this repository'],
    [
      cobertura([1, 1, 1, 1, 1, 1, 1, 1]),
      'it was made of other code: it counts line 8 of shop/prices.py, which has 4',
    ],
    [cobertura([1], 'tests/test_prices.py'), 'it counts no file of the application'],
    ['', 'it is empty'],
  ])('%s is refused', (text, reason) => {
    const folder = repository(SHOP);
    writeFileSync(join(folder, 'coverage.xml'), text);
    const report = audited(folder, '--coverage', 'coverage.xml');
    // It is told as measured, and is no change to the program.
    expect(report.repository.uncommitted).toEqual([]);
    expect(report.measured).toMatchObject([{ what: 'coverage', value: { unmeasured: reason } }]);
    expect(coverageOf(report)).toMatchObject({ verdict: 'partial' });
    expect(coverageOf(report)?.reason).toContain(reason);
  });

  it('a file that is not there is told', () => {
    const report = audited(repository(SHOP), '--coverage', 'no.xml', '--coverage', '*.info');
    expect(report.measured?.map(({ source, value }) => [source, value])).toEqual([
      ['*.info', { unmeasured: 'no file fits the pattern' }],
      ['no.xml', { unmeasured: 'there is no such file, or it may not be read' }],
    ]);
  });
});

it('the line of XML that nobody committed proves nothing any more', () => {
  const folder = repository({ ...SHOP, '.gitignore': '' });
  writeFileSync(join(folder, 'coverage.xml'), '<coverage line-rate="0.95"></coverage>');
  const report = audited(folder);
  expect(coverageOf(report)?.verdict).toBe('partial');
  expect(report.notes).toContainEqual({
    path: 'coverage.xml',
    line: null,
    text: 'not committed, so it proves nothing to others; --coverage counts it as measured here',
  });
});

it('results of tests speak beside the tests', () => {
  const folder = repository(SHOP);
  writeFileSync(join(folder, 'junit.xml'), fixture('pytest-junit.xml'));
  const report = audited(folder, '--test-results', 'junit.xml');
  expect(report.measured).toMatchObject([{ what: 'tests', value: { total: 5, failed: 1, skipped: 1 } }]);
  expect(coverageOf(report)?.counterEvidence[0]).toMatchObject({
    measured: true,
    text: expect.stringMatching(/^1 of 5 tests failed, 1 skipped: test_wrong/),
  });
});

describe('what was measured stays apart', () => {
  it('without it the report is the same to the byte', () => {
    const folder = repository(SHOP);
    const files = audited(folder);
    writeFileSync(join(folder, 'coverage.xml'), cobertura([1, 1, 1, 1]));
    writeFileSync(join(folder, '.git', 'junit.xml'), fixture('pytest-junit.xml'));
    const measured = audited(folder, '--coverage', 'coverage.xml', '--test-results', '.git/junit.xml');
    expect(measured).not.toEqual(files);
    expect(JSON.stringify(byFilesOf(measured))).toBe(JSON.stringify(files));
  });

  it('a stored measurement makes the same report again', () => {
    const folder = repository(SHOP);
    writeFileSync(join(folder, 'coverage.xml'), cobertura([1, 1, 1, 1]));
    const output = join(emptyFolder(), 'report.json');
    cli(['audit', folder, '-m', 'blog-api', '-f', 'json', '-o', output, '--coverage', 'coverage.xml'], {
      cwd: folder,
    });
    writeFileSync(join(folder, 'coverage.xml'), '');
    const again = cli(['audit', folder, '-m', 'blog-api', '-f', 'json', '--measured', output]);
    expect(again.stdout).toBe(readFileSync(output, 'utf8'));
  });

  it.each(['{}', '[{"what": "luck", "source": "", "at": "2026-01-01T00:00:00Z", "value": {}}]', '<x/>'])(
    'a file without measurements is refused: %s',
    (text) => {
      const folder = repository(SHOP);
      const path = join(emptyFolder(), 'm.json');
      writeFileSync(path, text);
      const { code, stderr } = cli(['audit', folder, '-m', 'blog-api', '--measured', path]);
      expect(code).toBe(2);
      expect(stderr).toContain('--measured cannot be');
    },
  );

  it('measuring anew and not at all exclude each other', () => {
    const { code, stderr } = cli(['audit', '.', '--measured', 'm.json', '--coverage', 'c.xml']);
    expect(code).toBe(2);
    expect(stderr).toContain("'--coverage <file>'");
  });
});

/** Reports that real tools wrote, and what is none. */
import { describe, expect, it } from 'vitest';
import { readCoverageReport } from '../../src/results/coverage.ts';
import { fixture } from './fixture.ts';

async function told(text: string): Promise<string> {
  const report = await readCoverageReport(text);
  if ('refused' in report) return `refused: ${report.refused}`;
  const sum = (key: 'covered' | 'found') => report.files.reduce((all, file) => all + file[key], 0);
  return `${report.format}: ${sum('covered')} of ${sum('found')} in ${report.files.length}`;
}

describe('each tool is read as it counts itself', () => {
  it.each([
    ['coverage-py.xml', 'Cobertura: 21 of 30 in 5'],
    ['coverage-py.json', 'coverage.py JSON: 21 of 30 in 5'],
    ['coverage-py.lcov', 'lcov: 21 of 30 in 5'],
    ['pytest-cov.xml', 'Cobertura: 8 of 16 in 3'],
    ['gcovr.xml', 'Cobertura: 10 of 12 in 1'],
    ['c8-cobertura.xml', 'Cobertura: 19 of 30 in 3'],
    ['c8-clover.xml', 'Clover: 19 of 30 in 3'],
    ['c8-final.json', 'Istanbul JSON: 19 of 30 in 3'],
    ['c8-summary.json', 'Istanbul summary: 19 of 30 in 3'],
    ['c8.lcov', 'lcov: 19 of 30 in 3'],
    ['nyc-cobertura.xml', 'Cobertura: 11 of 17 in 3'],
    ['nyc-clover.xml', 'Clover: 11 of 17 in 3'],
    ['nyc-final.json', 'Istanbul JSON: 11 of 17 in 3'],
    ['nyc-summary.json', 'Istanbul summary: 11 of 17 in 3'],
    ['nyc.lcov', 'lcov: 11 of 17 in 3'],
    ['jest-cobertura.xml', 'Cobertura: 6 of 12 in 2'],
    ['jest-clover.xml', 'Clover: 6 of 12 in 2'],
    ['jest-final.json', 'Istanbul JSON: 6 of 12 in 2'],
    ['jest-summary.json', 'Istanbul summary: 6 of 12 in 2'],
    ['jest.lcov', 'lcov: 6 of 12 in 2'],
    ['vitest-cobertura.xml', 'Cobertura: 2 of 3 in 1'],
    ['vitest-clover.xml', 'Clover: 2 of 3 in 1'],
    ['vitest-final.json', 'Istanbul JSON: 2 of 3 in 1'],
    ['vitest-summary.json', 'Istanbul summary: 2 of 3 in 1'],
    ['vitest.lcov', 'lcov: 2 of 3 in 1'],
  ])('%s', async (name, expected) => {
    expect(await told(fixture(name))).toBe(expected);
  });

  it('lcov without totals', async () => {
    const without = fixture('nyc.lcov').replace(/^(?:LF|LH|BRF|BRH|FNF|FNH):.*\n/gm, '');
    expect(await told(without)).toBe('lcov: 11 of 17 in 3');
  });

  it('all formats of one run tell the same lines', async () => {
    const lines = async (name: string) => {
      const report = await readCoverageReport(fixture(name));
      const file = 'files' in report ? report.files.find(({ path }) => path.endsWith('src/cart.js')) : null;
      return [...(file?.lines ?? [])].map(([line, hits]) => `${line}${hits > 0 ? '+' : '-'}`).sort();
    };
    const expected = await lines('jest-final.json');
    expect(expected).toHaveLength(7);
    for (const name of ['jest-cobertura.xml', 'jest-clover.xml', 'jest.lcov'])
      expect(await lines(name)).toEqual(expected);
  });
});

describe('what is no proof', () => {
  it.each([
    ['', 'refused: it is empty'],
    [' \n', 'refused: it is empty'],
    ['<coverage line-rate="1"/>', 'refused: it counts no line of any file'],
    ['<coverage line-rate="0.95"><packages/></coverage>', 'refused: it counts no line of any file'],
    ['<coverage line-rate="1">', 'refused: its XML ends too early or is damaged at line 1'],
    ['{"total": {"lines": {"pct": 100}}}', 'refused: it counts no line of any file'],
    ['{"totals": {"percent_covered": 100}, "files": {}}', 'refused: it counts no line of any file'],
    ['{"totals"', 'refused: its JSON ends too early or is damaged'],
    ['SF:a.py\nLF:10\nLH:10\nend_of_record\n', 'refused: it counts no line of any file'],
  ])('%j', async (text, expected) => {
    expect(await told(text)).toBe(expected);
  });

  it.each([
    'coverage: 95 %',
    '<html><body>100 %</body></html>',
    '{"coverage": 100}',
    '[]',
    fixture('jest-junit.xml'),
  ])('%j is of no format that is known', async (text) => {
    expect(await told(text)).toMatch(/^refused: it is no coverage report that is known here/);
  });

  it('what was written to hurt ends', async () => {
    const deep = `<coverage>${'<a>'.repeat(100_000)}`;
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]><coverage><sources><source>&b;</source></sources></coverage>`;
    const own = '{"__proto__": {"s": {"0": 1}, "statementMap": {"0": {"start": {"line": 1}}}}}';
    expect(await told(deep)).toMatch(/^refused: it holds more elements/);
    expect(await told(bomb)).toMatch(/^refused: /);
    expect(await told(own)).toBe('Istanbul JSON: 1 of 1 in 1');
    expect(await told(`SF:${'a/'.repeat(50_000)}\n${'DA:1,1\n'.repeat(50_000)}`)).toBe('lcov: 1 of 1 in 1');
  });
});

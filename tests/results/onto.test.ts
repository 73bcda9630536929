/** Whose lines a report counts. */
import { describe, expect, it } from 'vitest';
import { fileOf, readCoverageReport } from '../../src/results/coverage.ts';
import { type Ground, laidOnto } from '../../src/results/onto.ts';
import { fixture } from './fixture.ts';

function ground(application: readonly string[], others: readonly string[] = [], length = 100): Ground {
  return {
    paths: [...application, ...others],
    application: new Set(application),
    linesOf: () => length,
  };
}

function laid(paths: readonly string[], on: Ground, sources: readonly string[] = []) {
  const files = paths.map((path) => fileOf(path, [[3, 1]]));
  const found = laidOnto({ format: 'lcov', sources, files }, on);
  return 'refused' in found ? found.refused : found.map(({ path }) => path);
}

const SHOP = ['shop/prices.py', 'shop/stock.py'];

describe('a report is laid onto the repository', () => {
  it.each<[string, readonly string[], readonly string[], Ground]>([
    ['as it stands there', SHOP, [], ground(SHOP)],
    ['from another machine', SHOP.map((path) => `/builds/shop/${path}`), [], ground(SHOP)],
    ['from Windows', SHOP.map((path) => `C:\\build\\${path.replace('/', '\\')}`), [], ground(SHOP)],
    ['from a folder that is the source', ['prices.py', 'stock.py'], ['/builds/x/shop'], ground(SHOP)],
    ['from that folder, though nobody says so', ['prices.py', 'stock.py'], [], ground(SHOP)],
    ['with ./ in front', SHOP.map((path) => `./${path}`), ['.'], ground(SHOP)],
  ])('%s', (_, paths, sources, on) => {
    expect(laid(paths, on, sources)).toEqual(SHOP);
  });

  it('of a sub-folder, seen from the root', () => {
    expect(laid(['src/a.ts', 'src/b.ts'], ground(['web/src/a.ts', 'web/src/b.ts', 'api/src/a.ts']))).toEqual([
      'web/src/a.ts',
      'web/src/b.ts',
    ]);
  });

  it('of several sources', () => {
    const on = ground(['one/a.py', 'two/b.py']);
    expect(laid(['a.py', 'b.py'], on, ['/builds/x/one', '/builds/x/two'])).toEqual(['one/a.py', 'two/b.py']);
  });

  it('without tests and what is installed', () => {
    const on = ground(SHOP, ['tests/test_prices.py']);
    expect(laid([...SHOP, 'tests/test_prices.py', '/usr/lib/site-packages/x.py'], on)).toEqual(SHOP);
  });

  it('of each real tool', async () => {
    const on = ground(
      ['shop/prices.py', 'shop/stock.py', 'src/cart.js', 'src/stock.js', 'src/money.ts', 'gcd.c'],
      ['shop/__init__.py', 'tests/test_prices.py', 'tests/test_stock.py', 'run.js'],
    );
    for (const name of [
      'coverage-py.xml',
      'pytest-cov.xml',
      'c8.lcov',
      'nyc-final.json',
      'vitest-summary.json',
      'jest-clover.xml',
      'gcovr.xml',
    ]) {
      const report = await readCoverageReport(fixture(name));
      expect('refused' in report ? report : laidOnto(report, on), name).not.toHaveProperty('refused');
    }
  });
});

describe('it is refused', () => {
  it.each([
    [
      'where it is about another project',
      ['a/x.py', 'a/y.py'],
      ground(SHOP),
      'it is about another project: of its 2 files, 0 are in this repository',
    ],
    [
      'where one file of many has the same name',
      ['q/shop/stock.py', 'q/w.py', 'q/x.py'],
      ground(SHOP),
      'it is about another project: of its 3 files, 1 are in this repository',
    ],
    [
      'where it counts tests only',
      ['tests/test_a.py'],
      ground(SHOP, ['tests/test_a.py']),
      'it counts no file of the application',
    ],
    [
      'where it was made of other code',
      ['shop/stock.py'],
      ground(SHOP, [], 2),
      'it was made of other code: it counts line 3 of shop/stock.py, which has 2',
    ],
  ])('%s', (_, paths, on, reason) => {
    expect(laid(paths, on)).toBe(reason);
  });
});

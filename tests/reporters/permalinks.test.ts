import { describe, expect, it } from 'vitest';
import { commitAddress, permalink } from '../../src/reporters/permalinks.ts';
import { report } from './report.ts';

const SHA = '0123456789012345678901234567890123456789';
const home = (change: Partial<ReturnType<typeof report>['repository']> = {}) => ({
  ...report().repository,
  revision: SHA,
  ...change,
});

describe('a permalink', () => {
  it.each([
    ['https://github.com/ada/app', `https://github.com/ada/app/blob/${SHA}/src/a.py#L3-L9`],
    ['https://github.example.com/ada/app', `https://github.example.com/ada/app/blob/${SHA}/src/a.py#L3-L9`],
    ['https://gitlab.com/group/sub/app', `https://gitlab.com/group/sub/app/-/blob/${SHA}/src/a.py#L3-9`],
    ['https://bitbucket.org/ada/app', `https://bitbucket.org/ada/app/src/${SHA}/src/a.py#lines-3:9`],
    ['https://codeberg.org/ada/app', `https://codeberg.org/ada/app/src/commit/${SHA}/src/a.py#L3-L9`],
  ])('of %s', (url, expected) => {
    expect(permalink(home({ url }), { path: 'src/a.py', line: 3, endLine: 9 })).toBe(expected);
  });

  it('names one line where one is meant', () => {
    expect(permalink(home(), { path: 'a.py', line: 12 })).toMatch(/a\.py#L12$/);
    expect(permalink(home(), { path: 'a.py', line: 12, endLine: 12 })).toMatch(/a\.py#L12$/);
  });

  it('leads into the folder that was audited', () => {
    expect(permalink(home({ folder: 'apps/api' }), { path: 'a.py', line: 1 })).toContain('/apps/api/a.py#L1');
  });

  it.each([
    ['a b#c?.py', 'a%20b%23c%3F.py'],
    ['"><script>.py', '%22%3E%3Cscript%3E.py'],
    ["(it's).py", '%28it%27s%29.py'],
    ['\u202eevil.py', '%E2%80%AEevil.py'],
    ['\ud800.py', '%EF%BF%BD.py'],
  ])('encodes the file name %j', (path, expected) => {
    expect(permalink(home(), { path, line: 1 })).toMatch(
      new RegExp(`/blob/${SHA}/${expected.replace('.', '\\.')}#L1$`),
    );
  });

  it.each([
    ['no commit', { revision: null }],
    ['no remote', { url: null }],
    ['a host that nobody knows', { url: 'https://code.example.com/ada/app' }],
    ['no web address', { url: 'javascript:alert(1)' }],
    ['a remote with a quote', { url: 'https://github.com/ada/"onload=x' }],
    ['a revision that is none', { revision: 'main' }],
  ])('is left out for %s', (_, change) => {
    expect(permalink(home(change), { path: 'a.py', line: 1 })).toBeNull();
  });

  it.each(['', '.', '.git', '../outside.py'])('is left out for the path %j', (path) => {
    expect(permalink(home(), { path, line: 1 })).toBeNull();
  });
});

it('the address of a commit is its tree, or the project where the commit is not known', () => {
  expect(commitAddress(home())).toBe(`https://github.com/ada/task-manager/tree/${SHA}`);
  expect(commitAddress(home({ revision: null }))).toBe('https://github.com/ada/task-manager');
  expect(commitAddress(home({ url: null }))).toBeNull();
});

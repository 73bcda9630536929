/** Readiness over a project's own commits, from its object store alone. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { growRepository } from '../../scripts/screenshots/grown.ts';
import type { HistoryReport } from '../../src/model/history.ts';
import { cli, emptyFolder } from '../cli/run.ts';
import { git } from '../repository/git-folder.ts';
import { misfits } from '../schemas/fits.ts';

let folder: string;
beforeAll(() => {
  folder = join(emptyFolder(), 'task-manager');
  growRepository(folder, 60);
});

function history(...words: readonly string[]): HistoryReport {
  const { code, stdout, stderr } = cli(['history', folder, '-m', 'cli-task-manager', '-f', 'json', ...words]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const found = JSON.parse(stdout);
  expect(misfits('history', found)).toEqual([]);
  return found;
}

describe('history', () => {
  it('tells where each requirement was met, lost and met again, the same however many are sampled', () => {
    const found = history();
    expect(found).toMatchObject({ kind: 'history', commits: 60, milestone: { id: 'cli-task-manager' } });
    const managed = found.requirements.find(({ id }) => id === 'git-managed');
    expect(managed?.turns.map(({ to, subject, exact }) => [to, subject, exact])).toEqual([
      ['met', 'Ignore what tools make', true],
      ['lost', 'Clean up', true],
      ['met', 'Bring .gitignore back', true],
    ]);
    const all = history('--every', '1');
    expect(all.points).toHaveLength(60);
    expect(all.requirements).toEqual(found.requirements);
    expect(found.points.length).toBeLessThan(60);
    expect(misfits('history', { ...found, requirements: [{ id: 'x' }] })).not.toEqual([]);
  }, 120_000);

  it('needs no file of the work tree, and leaves it alone', () => {
    const other = join(emptyFolder(), 'bare');
    growRepository(other, 60);
    for (const name of ['jot', 'README.md', 'docs', 'tests']) rmSync(join(other, name), { recursive: true });
    writeFileSync(join(other, 'own.txt'), 'mine');
    const { stdout } = cli(['history', other, '-m', 'cli-task-manager', '-f', 'json', '--every', '40']);
    expect((JSON.parse(stdout) as HistoryReport).points.at(-1)?.met).toBeGreaterThan(4);
    expect(existsSync(join(other, 'jot'))).toBe(false);
    expect(readFileSync(join(other, 'own.txt'), 'utf8')).toBe('mine');
  });

  it('--since and --every tag', () => {
    git(folder, 'tag', 'here', 'HEAD~20');
    expect(history('--since', 'here').commits).toBe(20);
    const tagged = history('--since', 'HEAD~30', '--every', 'tag').points.flatMap(({ tags }) => tags);
    expect(tagged).toContain('here');
  });

  it('is a line of blocks in the terminal, and a chart on a page', () => {
    const text = cli(['history', folder, '-m', 'cli-task-manager']).stdout;
    expect(text).toMatch(/CLI Task Manager in task-manager\n[▁▂▃▄▅▆▇█]+ {2}\d+ % → \d+ %/);
    const page = join(emptyFolder(), 'history.html');
    cli(['history', folder, '-m', 'cli-task-manager', '-f', 'html', '-o', page]);
    expect(readFileSync(page, 'utf8')).toMatch(/<polyline[^>]+points="[\d., ]+"/);
  });

  it.each([
    [['--every', 'day'], "--every cannot be 'day'"],
    [['--since', 'never'], "--since cannot be 'never'"],
    [['-f', 'sarif'], "--format cannot be 'sarif'"],
    [['--live'], "'history' does not use --live"],
  ])('%j is refused', (words, message) => {
    const { code, stderr } = cli(['history', folder, ...words]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('of no repository there is none', () => {
    const { code, stderr } = cli(['history', emptyFolder()]);
    expect(code).toBe(3);
    expect(stderr).toContain('There is no commit to audit');
  });
});

/** The whole measurement, on a tiny labelled repository of our own and a program with one rule. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderWith, git, repositoryWith } from '../repository/git-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function accuracy(...words: readonly string[]): string {
  const run = spawnSync(process.execPath, [join(ROOT, 'bench', 'accuracy.ts'), ...words], {
    encoding: 'utf8',
  });
  return run.stdout + run.stderr;
}

/** A program with today's sources and one rule of its own. */
function programWith(met: string): string {
  const rule = (id: string): string =>
    [
      `id: ${id}\ntitle: T\nphase: 1\nsummary: S\nrequirements:`,
      '  - id: git-managed\n    title: T\n    weight: core\n    effort: small',
      `    met: ${met}\n    why: W\n    fix: F\n    learn: []\n`,
    ].join('\n');
  const folder = folderWith({
    'rules/cli-task-manager.yml': rule('cli-task-manager'),
    'rules/portfolio.yml': rule('portfolio'),
  });
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  cpSync(join(ROOT, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
  // Steps in the words of a framework belong to rules that these programs do not have.
  mkdirSync(join(folder, 'rules/stacks'));
  for (const shared of ['src', 'node_modules']) {
    symlinkSync(join(ROOT, shared), join(folder, shared), 'junction');
  }
  return folder;
}

describe('npm run accuracy', () => {
  let mirrors: string;
  let labels: string;
  let program: string;

  beforeAll(() => {
    const tree = repositoryWith({ 'tasks.py': 'print(1)\n', 'README.md': '# Tasks\n' });
    const commit = git(tree, 'rev-parse', 'HEAD').trim();
    mirrors = folderWith({});
    git(mirrors, 'clone', '--quiet', '--bare', tree, join(mirrors, 'somebody+tasks', 'repo'));
    const row = (...cells: readonly string[]): string => `somebody/tasks\t${commit}\t${cells.join('\t')}\n`;
    const text = [
      row('cli-task-manager', 'git-managed', 'met', 'yes', 'tasks.py:1', 'one commit'),
      row('portfolio', 'git-managed', 'missing', 'yes', '', ''),
      row('cli-task-manager', 'telepathy', 'met', 'yes', '', ''),
      `nobody/gone\t${commit}\tblog-api\tpostgres\tmet\tyes\t\t\n`,
    ].join('');
    labels = join(folderWith({ 'labels.tsv': text }), 'labels.tsv');
    program = programWith('{ commits: { atLeast: 1 } }');
  });

  it('compares, says what it left out, and writes a page without the names of repositories', () => {
    const page = join(folderWith({}), 'page.md');
    const given = ['--labels', labels, '--mirrors', mirrors, '--program', program];
    const said = accuracy(...given, '--output', page, '--date', '2026-02-03', '--verbose');
    expect(said).toMatch(/^ALL +n= +2 +agree +50 %.*met P +50 % R +100 %/m);
    expect(said).toContain('somebody/tasks\tportfolio/git-managed\tsaid met\tlabel missing');
    expect(said).toContain(
      '1 verdicts of cli-task-manager are not compared: there is no rule for telepathy yet',
    );
    expect(said).toContain('1 labelled repositories were not at hand');
    const written = readFileSync(page, 'utf8');
    expect(written).toContain('1 repositories, 2 verdicts, audited on 2026-02-03');
    expect(written).toMatch(/\| git-managed \| 1 \| 100 % \|/);
    expect(written).not.toMatch(/somebody|nobody/);
  });

  it('tells every verdict that another version judges differently', () => {
    const before = programWith('{ commits: { atLeast: 9 } }');
    const given = ['--labels', labels, '--mirrors', mirrors, '--program', program, '--against', before];
    const lines = accuracy(...given).split('\n');
    expect(lines).toContain(
      'somebody/tasks\tcli-task-manager/git-managed\tmissing -> met\tlabel met\tright now',
    );
    expect(lines).toContain(
      'somebody/tasks\tportfolio/git-managed\tmissing -> met\tlabel missing\twrong now',
    );
  });

  it('compares folders without labels too', () => {
    const folder = folderWith({ 'tasks.py': 'print(1)\n' });
    const before = programWith('{ commits: { atLeast: 9 } }');
    const given = ['--folder', folder, '--milestone', 'cli-task-manager', '--program', program];
    expect(accuracy(...given, '--against', before)).toContain('verdicts differ');
  });
});

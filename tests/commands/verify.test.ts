/** A report is checked by whoever doubts it: the same commit and rules must give the same bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, emptyFolder, repository, TASKS } from '../cli/run.ts';
import { git, write } from '../repository/git-folder.ts';

let project: string;
let folder: string;
let report: string;
beforeAll(() => {
  project = repository(TASKS);
  folder = emptyFolder();
  report = join(folder, 'report.json');
  cli([project, '--format', 'json', '--output', report]);
});

const verify = (file: string, path = project) => cli(['verify', file, path]);
function forged(
  change: (said: {
    milestones: { requirements: { id: string; verdict: string }[] }[];
    tool: { rules: string; program: string };
    repository: { tree: string };
    measured: { value: { percent: number } }[];
  }) => void,
  of = report,
): string {
  const said = JSON.parse(readFileSync(of, 'utf8'));
  change(said);
  const file = join(folder, 'forged.json');
  writeFileSync(file, JSON.stringify(said, null, 2));
  return file;
}

describe('verify', () => {
  it('says that a report is what this program says, with its digest', () => {
    const run = verify(report);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^The same, to the byte: CLI Task Manager, \d+ %\n.*\n {2}digests: program [0-9a-f]{12}, rules [0-9a-f]{12}, tree [0-9a-f]{40}\n {2}sha256 of the report: [0-9a-f]{64}\n$/,
    );
  });

  it('names every verdict that a forged report has of its own', () => {
    const file = forged(({ milestones }) => {
      for (const one of milestones[0]?.requirements ?? []) if (one.id === 'logging') one.verdict = 'met';
    });
    const run = verify(file);
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('Not the same\n  logging: the report says met, this says missing\n');
  });

  it('tells other rules from other verdicts', () => {
    const file = forged((said) => {
      said.tool.rules = '000000000000';
    });
    expect(verify(file).stdout).toMatch(
      /^Not the same\n {2}rules: the report says 000000000000, this is [0-9a-f]{12}\n$/,
    );
  });

  it('tells another program, and other files than those of the commit', () => {
    const file = forged((said) => {
      said.tool.program = '000000000000';
      said.repository.tree = 'f'.repeat(40);
    });
    expect(verify(file).stdout).toMatch(
      /^Not the same\n {2}program: the report says 0{12}, this is [0-9a-f]{12}\n {2}tree: the report says f{40}, this is [0-9a-f]{40}\n$/,
    );
  });

  it('takes measurements as they are, and checks what follows from them', () => {
    const measured = join(folder, 'measured.json');
    const lines = Array.from({ length: 36 }, (_, at) => `<line number="${at + 1}" hits="${at % 9}"/>`).join(
      '',
    );
    const coverage = join(folder, 'coverage.xml');
    writeFileSync(
      coverage,
      `<coverage><class filename="tasks.py"><lines>${lines}</lines></class></coverage>`,
    );
    const words = ['-m', 'blog-api', '-f', 'json', '--coverage', coverage, '-o', measured];
    expect(cli([project, ...words]).code).toBe(0);
    const run = verify(measured);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('1 measurement taken from the report');
    const file = forged(({ measured: [one] }) => {
      if (one !== undefined) one.value.percent = 12;
    }, measured);
    expect(verify(file)).toMatchObject({ code: 1, stdout: expect.stringMatching(/^Not the same\n/) });
  });

  it('reads the commit of the report, whatever is checked out since', () => {
    const clone = repository(TASKS);
    const file = join(folder, 'first.json');
    cli([clone, '--format', 'json', '--output', file]);
    write(clone, { 'tasks.py': 'print("gone")\n' });
    git(clone, 'commit', '-aqm', 'Gone');
    expect(verify(file, clone).code).toBe(0);
  });

  it('says what is missing where it cannot be told', () => {
    const other = repository({ 'a.py': 'x = 1\n' });
    expect(verify(report, other)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/does not hold that commit/),
    });
    expect(verify(join(folder, 'none.json'))).toMatchObject({ code: 2, stdout: '' });
  });
});

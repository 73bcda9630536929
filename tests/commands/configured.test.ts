/** The built command line with a `.milestone.yml`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORT } from '../cli/contract.ts';
import { cli, emptyFolder, repository, TASKS } from '../cli/run.ts';

const CONFIG = `milestone: cli-task-manager
ignore: [scripts/]
waivers:
  - { requirement: logging, reason: The output is the log. }
  - { requirement: json-storage, reason: not needed }
`;

const project = () => repository({ ...TASKS, 'scripts/x.py': 'print(1)\n', '.milestone.yml': CONFIG });

function audited(...words: readonly string[]) {
  const run = cli(['audit', ...words, '--format', 'json']);
  expect(run).toMatchObject({ code: 0 });
  const report = REPORT.parse(JSON.parse(run.stdout));
  const all = report.milestones.flatMap((one) => one.requirements);
  return { report, of: (id: string) => all.find((one) => one.id === id) };
}

describe('a project with a .milestone.yml', () => {
  it('is judged as it says, and the report tells what that was', () => {
    const { report, of } = audited(project());
    expect(report.milestones[0]?.id).toBe('cli-task-manager');
    expect(report.recognition).toBeNull();
    expect(of('logging')).toMatchObject({
      verdict: 'waived',
      waiver: { reason: 'The output is the log.', until: null },
    });
    expect(of('json-storage')).toMatchObject({ verdict: 'met', waiver: null });
    const notes = report.notes.map(({ text }) => text);
    expect(notes).toContain('1 file is left out, as its ignore list asks');
    expect(notes).toContain("the waiver of 'json-storage' is not needed: it is met; take the waiver out");
  });

  it('scores no better for what it waives', () => {
    const folder = project();
    const [waived, plain] = [audited(folder), audited(folder, '--no-config', '-m', 'cli-task-manager')];
    expect(plain.of('logging')?.verdict).toBe('missing');
    expect(waived.report.milestones[0]?.score.low).toBe(plain.report.milestones[0]?.score.low);
  });

  it('is judged by another file where one is given, and by the milestone on the command line', () => {
    const other = join(emptyFolder(), 'mine.yml');
    writeFileSync(other, 'milestone: blog-api\n');
    expect(audited(project(), '--config', other).report.milestones[0]?.id).toBe('blog-api');
    expect(audited(project(), '--milestone', 'blog-api').report.milestones[0]?.id).toBe('blog-api');
  });

  it('is told where the file is wrong', () => {
    const run = cli([repository({ ...TASKS, '.milestone.yml': 'ignored: []\nwaivers: 3\n' })]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(".milestone.yml:1:1: unknown key 'ignored'; did you mean 'ignore'?");
    expect(run.stderr).toContain('.milestone.yml:2:10:');
  });
});

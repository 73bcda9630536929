import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder, repository } from '../cli/run.ts';

/** A folder with a rule file and its tests, as `rules new` writes them. */
function begun(): { readonly cwd: string; readonly edit: (file: string, from: string, to: string) => void } {
  const cwd = emptyFolder();
  expect(cli(['rules', 'new', 'our-course'], { cwd }).code).toBe(0);
  return {
    cwd,
    edit: (file, from, to) => {
      const path = join(cwd, 'rules', file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    },
  };
}

describe('rules new', () => {
  it('writes a pair of files that validate and pass', () => {
    const { cwd } = begun();
    expect(cli(['rules', 'validate'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(cli(['rules', 'test'], { cwd })).toMatchObject({ code: 0, stdout: 'our-course: 4 of 4 right\n' });
  });

  it.each([
    ['our-course', 'is there already'],
    ['Our Course', 'lower-case words joined by hyphens'],
    ['../evil', 'lower-case words joined by hyphens'],
  ])('refuses %s', (id, expected) => {
    const { cwd } = begun();
    const { code, stdout, stderr } = cli(['rules', 'new', id], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });
});

describe('rules validate', () => {
  it('tells every mistake of a rule file and of its tests, with its place', () => {
    const { cwd, edit } = begun();
    edit('our-course.yml', 'atLeast: 5', 'atleast: 5');
    edit('our-course.test.yml', 'verdict: partial', 'verdict: half');
    const { code, stderr } = cli(['rules', 'validate'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/rules\/our-course\.yml:\d+:\d+: .*did you mean 'atLeast'\?/);
    expect(stderr).toMatch(/rules\/our-course\.test\.yml:\d+:\d+: .*not 'half'/);
    expect(stderr).toContain('3 to mend');
  });

  it('says what to do where there are no rules', () => {
    const { code, stderr } = cli(['rules', 'validate', 'nowhere'], { cwd: emptyFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain('rules new');
  });
});

describe('rules test', () => {
  it('calls what fires too much noisy and what is silent missing, wanted beside actual', () => {
    const { cwd, edit } = begun();
    edit('our-course.yml', 'atLeast: 5', 'atLeast: 7');
    edit('our-course.test.yml', 'verdict: partial\n    commits: 1', 'verdict: missing\n    commits: 1');
    const { code, stdout } = cli(['rules', 'test'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('our-course: 2 of 4 right');
    expect(stdout).toMatch(
      /missing {2}git-managed › six commits[\s\S]*- wanted met\n\s+\+ got partial[\s\S]*at least 7 commits/,
    );
    expect(stdout).toMatch(/noisy +git-managed › one commit[\s\S]*- wanted missing\n\s+\+ got partial/);
  });
});

describe('rules in an audit', () => {
  const PROJECT = { 'main.py': 'print(1)\n', '.gitignore': 'x\n' };

  it('are judged by where one milestone is brought', () => {
    const { cwd } = begun();
    const { code, stdout } = cli(['--rules', 'rules', '--format', 'json', repository(PROJECT)], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).milestones[0]).toMatchObject({ id: 'our-course' });
    expect(cli(['milestones', '--rules', 'rules'], { cwd }).stdout).toContain('Our Course');
  });

  it('are read from the project that names them, which its report says', () => {
    const rules = readFileSync(join(begun().cwd, 'rules', 'our-course.yml'), 'utf8');
    const project = repository({
      ...PROJECT,
      'rules/our-course.yml': rules,
      '.milestone.yml': 'milestone: our-course\nrules: [rules/our-course.yml]\n',
    });
    const own = JSON.parse(cli([project, '--format', 'json']).stdout);
    expect(own.milestones[0]).toMatchObject({ id: 'our-course' });
    expect(own.notes).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('rules of its own') }),
    );
    const without = JSON.parse(cli([project, '--no-config', '-m', 'blog-api', '--format', 'json']).stdout);
    expect(without.tool.rules).not.toBe(own.tool.rules);
  });

  it('are refused with their place where they have a mistake, and where they are not there', () => {
    const broken = repository({ ...PROJECT, 'r.yml': 'id: r\n', '.milestone.yml': 'rules: [r.yml]\n' });
    expect(cli([broken])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/r\.yml:1:1: 'title' is missing/),
    });
    const absent = repository({ ...PROJECT, '.milestone.yml': 'rules: [r.yml]\n' });
    expect(cli([absent])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no rule file at r.yml'),
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { cli, repository, TASKS } from '../cli/run.ts';

let tasks: string;
beforeAll(() => {
  tasks = repository(TASKS);
});

describe('explain', () => {
  it('says why, what counts, and shows examples', () => {
    const { code, stdout, stderr } = cli(['explain', 'json-storage']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const part of [
      'Met when',
      'Partial when',
      'First step',
      'A good example',
      'What does not count',
      'Learn',
    ])
      expect(stdout).toContain(part);
    expect(stdout).toContain('Tasks are written to a JSON file and read back from it.');
    // What is asked of the files, parameters in brackets, is for those who ask for it.
    expect(stdout).not.toContain('direction: both');
    expect(cli(['explain', 'json-storage', '--verbose']).stdout).toContain('direction: both');
  });

  it('shows with a path which conditions held in that project, and which did not', () => {
    const met = cli(['explain', 'json-storage', tasks]).stdout;
    expect(met).toContain('Here: met');
    expect(met).toMatch(/✔ .*JSON file[\s\S]*tasks\.py:\d+/);
    const missing = cli(['explain', 'logging', tasks]).stdout;
    // This repository's answer leads.
    expect(missing).toMatch(/^Here: missing\n[\s\S]*No logger is called\.\n/);
    expect(missing).toMatch(/✘ [\s\S]*looked for calls of a logger/);
  });

  it('lists every place, and gives the first step in the language of the project', () => {
    const lines = Array.from({ length: 9 }, (_, at) => `console.error('failed to save the file ${at}');`);
    const shop = repository({
      'package.json': '{ "name": "jot", "bin": "jot.ts" }',
      'jot.ts': `import { writeFileSync } from 'node:fs';\n${lines.join('\n')}\nwriteFileSync('a', '');\n`,
    });
    const { stdout } = cli(['explain', 'logging', shop]);
    for (let line = 2; line <= 10; line += 1) expect(stdout).toContain(`jot.ts:${line} `);
    expect(stdout).toContain('For met: A logger is set up and used, and only results are printed.');
    const step = stdout.slice(stdout.indexOf('First step'), stdout.indexOf('A good example'));
    expect(step).not.toContain('basicConfig');
  });

  it('lists requirements by milestone, and the checks', () => {
    expect(cli(['explain', '--list']).stdout).toMatch(/blog-api[\s\S]*jwt-auth[\s\S]*portfolio[\s\S]*readme/);
    expect(cli(['explain', '--list', '--milestone', 'blog-api']).stdout).not.toContain('json-storage');
    expect(cli(['explain', '--checks']).stdout).toMatch(/^commits\n {2}The Git history/m);
  });

  it.each([
    ['jwt-aut', "Did you mean 'jwt-auth'?"],
    ['csv-upload', 'data-pipeline/csv-upload or data-analysis-tool/csv-upload'],
    ['blog-api/csv-upload', 'the requirement cannot be'],
  ])('says what to do about %s', (id, expected) => {
    const { code, stdout, stderr } = cli(['explain', id]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
  });

  it('takes the project\u2019s own milestone where several have one of that id', () => {
    const pipeline = repository({
      '.milestone.yml': 'milestone: data-pipeline\n',
      'main.py': 'import pandas as pd\nframe = pd.read_csv("a.csv")\n',
    });
    expect(cli(['explain', 'csv-upload', pipeline]).stdout).toContain('(data-pipeline/csv-upload)');
    const ml = cli(['explain', 'input-validation', pipeline, '--milestone', 'ml-api']);
    expect(ml.stdout).toContain('(ml-api/input-validation)');
  });

  it('lists what each check takes', () => {
    expect(cli(['explain', '--checks']).stdout).toMatch(/^commits\n[\s\S]*?atLeast: whole number, needed/m);
  });

  it('takes one of several by its full name', () => {
    expect(cli(['explain', 'data-pipeline/csv-upload']).stdout).toContain('data-pipeline/csv-upload');
  });
});

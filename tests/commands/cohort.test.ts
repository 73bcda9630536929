/** The cohort commands as a mentor runs them: on folders, from a roster, in one go and in shards. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CohortReport } from '../../src/model/cohort.ts';
import { cli, emptyFolder, repository, TASKS } from '../cli/run.ts';

const BLOG: Readonly<Record<string, string>> = {
  'README.md': '# Blog API\n\nA blog API with posts and users.\n',
  'main.py':
    'from fastapi import FastAPI\n\napp = FastAPI()\nstored: list[str] = []\n\n\n@app.get("/posts")\ndef posts():\n    return stored\n\n\n@app.post("/posts")\ndef write(title: str):\n    stored.append(title)\n    return title\n',
};

/** A class of six: two who did the exercise, one other work, one without anything, one broken, one who did not submit. */
function classroom(): string {
  const cwd = emptyFolder();
  const put = (name: string, from: string): void =>
    cpSync(from, join(cwd, 'submissions', name), { recursive: true });
  put('ada', repository(TASKS));
  put('bob', repository({ ...TASKS, 'README.md': '# Mine\n' }));
  put('cy', repository(BLOG));
  put('eve', repository({ ...TASKS, '.milestone.yml': 'milestone: [\n' }));
  mkdirSync(join(cwd, 'submissions', 'dan'));
  writeFileSync(
    join(cwd, 'roster.csv'),
    'identifier,github_username,github_id,name\n1,ada,,Ada Lovelace\n2,bob,,Bob\n3,cy,,Cy\n4,dan,,Dan\n5,eve,,Eve\n6,fay,,Fay\n',
  );
  writeFileSync(
    join(cwd, 'COHORT.yml'),
    'title: Spring\nroster: roster.csv\nassignments:\n  - milestone: cli-task-manager\n    repositories: submissions/*\n',
  );
  return cwd;
}

function report(cwd: string, words: readonly string[] = []) {
  const done = cli(['cohort', ...words, '--format', 'json'], { cwd });
  return { ...done, report: JSON.parse(done.stdout) as CohortReport };
}

const rowsIn = ({ sheets }: CohortReport) => sheets.flatMap(({ rows }) => rows);
const kinds = (one: CohortReport) =>
  Object.fromEntries(rowsIn(one).map(({ learner, outcome }) => [learner.name, outcome.kind]));

let cwd: string;
beforeAll(() => {
  cwd = classroom();
});

describe('cohort', () => {
  it('judges everybody on the roster by the milestone that was asked for, and costs nobody another row', () => {
    const { code, stderr, report: found } = report(cwd);
    expect(code).toBe(1);
    expect(kinds(found)).toEqual({
      'Ada Lovelace': 'judged',
      Bob: 'judged',
      Cy: 'judged',
      Dan: 'absent',
      Eve: 'failed',
      Fay: 'absent',
    });
    expect(found.sheets.map(({ milestone }) => milestone)).toEqual(['cli-task-manager']);
    expect(rowsIn(found).find(({ learner }) => learner.name === 'Eve')?.outcome).toMatchObject({
      reason: expect.stringContaining('.milestone.yml:'),
    });
    expect(stderr).toMatch(/^3 audited, 2 not submitted, 1 not audited$/m);
    expect(stderr).toMatch(/^\d\/6 submissions\/ada: \d+ %, \w+/m);
  });

  it('goes on from where it stopped, and does nothing twice', () => {
    const again = report(cwd);
    expect(again.stderr).toMatch(/3 of them as before/);
    const results = join(cwd, '.milestone-cohort', 'results.jsonl');
    const lines = readFileSync(results, 'utf8')
      .trimEnd()
      .split('\n')
      .filter((line) => line !== '');
    const one = lines.find((line) => line.includes('cli-task-manager/1')) ?? '';
    // Killed in the middle of a line, with one learner done.
    writeFileSync(results, `${lines[0]}\n${one}\n${one.slice(0, 80)}`);
    const after = report(cwd);
    expect(after.stderr).toMatch(/1 of them as before/);
    expect(after.stdout).toBe(again.stdout);
  });

  it('looks again at whoever has a new commit', () => {
    const other = classroom();
    report(other);
    rmSync(join(other, 'submissions', 'bob'), { recursive: true });
    cpSync(repository(BLOG), join(other, 'submissions', 'bob'), { recursive: true });
    expect(report(other).stderr).toMatch(/2 of them as before/);
  });

  it('takes a folder for what it holds: the repositories are the rows, and each is recognised or told', () => {
    const { report: found } = report(cwd, ['submissions', '--state', join(emptyFolder(), 'state')]);
    expect(
      found.sheets.map(({ milestone, rows }) => [milestone, rows.map(({ learner }) => learner.id)]),
    ).toEqual([
      // Nothing that Bob says tells what it is; what it does, does.
      ['cli-task-manager', ['ada', 'bob']],
      ['blog-api', ['cy']],
      [null, ['dan', 'eve']],
    ]);
  });

  it('takes one of several milestones where they are named', () => {
    const words = ['submissions', '-m', 'blog-api,cli-task-manager', '--state', join(emptyFolder(), 'state')];
    expect(report(cwd, words).report.sheets.map(({ milestone }) => milestone)).toEqual([
      'blog-api',
      'cli-task-manager',
      null,
    ]);
  });

  it('knows starter code that nobody touched, by the files themselves', () => {
    const other = classroom();
    cpSync(join(other, 'submissions', 'bob'), join(other, 'starter'), { recursive: true });
    const { report: found } = report(other, [
      'submissions',
      '-m',
      'cli-task-manager',
      '--starter',
      'starter',
    ]);
    expect(rowsIn(found).find(({ learner }) => learner.id === 'bob')?.outcome).toEqual({
      kind: 'absent',
      reason: 'it holds the starter code, as it was given',
    });
    expect(kinds(found).ada).toBe('judged');
  });

  it('compares with an earlier report', () => {
    const other = classroom();
    writeFileSync(join(other, 'before.json'), report(other).stdout);
    rmSync(join(other, 'submissions', 'bob'), { recursive: true });
    cpSync(repository(BLOG), join(other, 'submissions', 'bob'), { recursive: true });
    const { report: found } = report(other, ['--compare', 'before.json']);
    const bob = rowsIn(found).find(({ learner }) => learner.name === 'Bob');
    expect(bob?.change?.worse.length).toBeGreaterThan(0);
    expect(found.comparedWith).not.toBeNull();
    expect(cli(['cohort', '--compare', 'COHORT.yml'], { cwd: other })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('it is no JSON report on a cohort'),
    });
  });

  it('writes every format into a folder, with a file of points per learner who has any', () => {
    const out = join(emptyFolder(), 'report');
    const formats = 'html,json,markdown,csv,grades,classroom,gradescope,terminal';
    expect(cli(['cohort', '-f', formats, '-o', out], { cwd }).code).toBe(1);
    expect(readdirSync(out).sort()).toEqual([
      'classroom',
      'cohort.csv',
      'cohort.html',
      'cohort.json',
      'cohort.md',
      'cohort.txt',
      'grades.csv',
      'gradescope',
    ]);
    const points = readdirSync(join(out, 'classroom', 'cli-task-manager')).sort();
    expect(points).toEqual(['ada.json', 'bob.json', 'cy.json', 'dan.json', 'fay.json']);
    const ada = JSON.parse(readFileSync(join(out, 'gradescope', 'cli-task-manager', 'ada.json'), 'utf8'));
    expect(ada.tests.length).toBeGreaterThan(5);
    expect(readFileSync(join(out, 'cohort.csv'), 'utf8').split('\r\n')).toHaveLength(8);
  });

  it('tells the mentor, and no report, who shares code', () => {
    const out = emptyFolder();
    const { stdout } = cli(['cohort', '-f', 'json', '--similarity', join(out, 'similar.md')], { cwd });
    expect(readFileSync(join(out, 'similar.md'), 'utf8')).toContain('submissions compared');
    expect(stdout).not.toContain('prints');
  });

  it.each([
    [['nowhere'], 2, 'There is nothing at'],
    [['--jobs', '0'], 2, 'a whole number from 1 to 16'],
    [['--format', 'sarif'], 2, "'sarif'"],
    [['--format', 'classroom'], 2, '--output FOLDER'],
    [['--prefix', 'blog-'], 2, '--org NAME'],
    [['--org', 'class'], 2, 'GITHUB_TOKEN'],
    [['--since', 'soon'], 2, 'a day such as'],
    [['--similarity', 'x.pdf'], 2, '.html, .md or .json'],
    [['COHORT.yml', '-m', 'blog-api'], 2, 'no --milestone'],
  ])('says what is wrong with %j', (words, code, message) => {
    const done = cli(['cohort', ...words], { cwd });
    expect(done.stderr).toContain(message);
    expect(done.code).toBe(code);
  });

  it('without anything to look at says what to name', () => {
    expect(cli(['cohort'], { cwd: emptyFolder() })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('no cohort is named'),
    });
  });
});

describe('shards', () => {
  const planned = (folder: string, shards: string) =>
    cli(['cohort', 'plan', '--shards', shards, '-o', 'plan.json'], { cwd: folder });
  const audited = (folder: string, shard: string) =>
    cli(
      [
        'cohort',
        'audit',
        '--plan',
        'plan.json',
        '--shard',
        shard,
        '-o',
        `parts/${shard.replace('/', '-of-')}.jsonl`,
      ],
      { cwd: folder },
    );
  const merged = (folder: string, words: readonly string[] = ['-f', 'json']) =>
    cli(['cohort', 'merge', '--plan', 'plan.json', 'parts', ...words], { cwd: folder });

  it('give the bytes of one run, in every format', () => {
    const other = classroom();
    const plan = planned(other, '4');
    const shards = JSON.parse(plan.stdout) as string[];
    expect(shards).toEqual(['1/4', '2/4', '3/4', '4/4']);
    for (const shard of shards) expect(audited(other, shard)).toMatchObject({ code: 0, stdout: '' });
    for (const format of ['json', 'html', 'csv', 'markdown', 'grades'])
      expect(merged(other, ['-f', format]).stdout).toBe(cli(['cohort', '-f', format], { cwd: other }).stdout);
    expect(existsSync(join(other, 'parts', '4-of-4.jsonl'))).toBe(true);
  });

  it('that are lost or damaged are named with their learners, and the rest is reported', () => {
    const other = classroom();
    planned(other, '2');
    audited(other, '1/2');
    appendFileSync(
      join(other, 'parts', '1-of-2.jsonl'),
      '{"key":"cli-task-manager/1","outcome":{"kind":"judged","score":',
    );
    const done = merged(other);
    expect(done.code).toBe(1);
    const lost = rowsIn(JSON.parse(done.stdout)).filter(
      ({ outcome }) => outcome.kind === 'failed' && outcome.reason === 'shard 2/2 left no result',
    );
    expect(lost.length).toBeGreaterThan(0);
    expect(Object.values(kinds(JSON.parse(done.stdout)))).toContain('judged');
  });

  it('of other rules, and what is no shard at all, are refused', () => {
    const other = classroom();
    planned(other, '2');
    audited(other, '1/2');
    const part = join(other, 'parts', '1-of-2.jsonl');
    const text = readFileSync(part, 'utf8');
    writeFileSync(part, text.replace(/"rules":"\w+"/, '"rules":"other"'));
    expect(merged(other)).toMatchObject({ code: 2, stderr: expect.stringContaining('by other rules') });
    writeFileSync(part, 'hello\n');
    expect(merged(other)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no result of 'cohort audit'"),
    });
    expect(audited(other, '3/2')).toMatchObject({ code: 2, stderr: expect.stringContaining('1/2 to 2/2') });
    writeFileSync(
      join(other, 'plan.json'),
      readFileSync(join(other, 'plan.json'), 'utf8').replace(/"rules": ?"\w+"/, '"rules":"other"'),
    );
    expect(merged(other)).toMatchObject({ code: 2, stderr: expect.stringContaining('with rules other') });
  });
});

describe('a folder that holds repositories', () => {
  it('is no project to audit, nor one of a portfolio: both say what to type', () => {
    const folder = emptyFolder();
    for (const name of ['a', 'b', 'c', 'd'])
      cpSync(repository(TASKS), join(folder, 'clones', name), { recursive: true });
    const done = cli(['clones'], { cwd: folder });
    expect(done.code).toBe(2);
    expect(done.stderr).toContain("'clones' is no project: it holds 4 repositories");
    expect(done.stderr).toContain('milestone-auditor cohort clones --milestone ID');
    expect(done.stderr).toContain('milestone-auditor clones/a');
    expect(cli(['portfolio', 'clones'], { cwd: folder }).stdout).toContain(
      'milestone-auditor cohort clones --milestone ID',
    );
  });

  it('with a frontend beside its backend is one project', () => {
    const folder = emptyFolder();
    for (const name of ['backend', 'frontend'])
      cpSync(repository(TASKS), join(folder, 'app', name), { recursive: true });
    expect(cli(['app', '-m', 'cli-task-manager'], { cwd: folder }).code).toBe(0);
  });
});

/** Options and words of the command line: what is used, what is refused, and what was probably meant. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cli, emptyFolder, repository, TASKS } from '../cli/run.ts';

let tasks: string;
beforeAll(() => {
  tasks = repository(TASKS);
});

describe('an option that a command does not use', () => {
  it.each([
    ['portfolio', '--milestone', ['portfolio', '.', '-m', 'blog-api']],
    ['portfolio', '--watch', ['portfolio', '.', '--watch']],
    ['explain', '--format', ['explain', 'jwt-auth', '--format', 'json']],
    ['explain', '--output', ['explain', 'jwt-auth', '--output', 'x.json']],
    ['milestones', '--fail-under', ['milestones', '--fail-under', '80']],
    ['rules validate', '--require', ['rules', 'validate', '--require', 'jwt-auth']],
    ['init', '--compare', ['init', '--compare', 'x.json']],
  ])('of %s: %s is refused', (name, option, words) => {
    const { code, stdout, stderr } = cli(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`'${name}' does not use ${option}`);
  });

  it('is not in its help', () => {
    expect(cli(['portfolio', '--help']).stdout).not.toContain('--watch');
    expect(cli(['explain', '--help']).stdout).toMatch(/--verbose/);
    expect(cli(['explain', '--help']).stdout).not.toContain('--fail-under');
  });
});

describe('contradictions and odd values', () => {
  it.each([
    [['-m', 'blog-api', '-m', 'rag-system'], '--milestone is given twice'],
    [['--no-config', '--config', 'x.yml'], '--no-config and --config contradict each other'],
    [['--fail-under', '0.6'], 'Did you mean 60?'],
    [['--format', 'json,html'], 'several with --output FOLDER'],
  ])('%j', (words, message) => {
    const { code, stdout, stderr } = cli([tasks, ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('less than a percent is taken where it is written as one', () => {
    expect(cli([tasks, '--fail-under', '0.6%']).code).toBe(0);
  });
});

describe('a word that is nearly right', () => {
  it.each([
    [['explian', 'jwt-auth'], "Did you mean 'explain'?"],
    [['aduit', '.'], "Did you mean 'audit'?"],
    [['portfolo'], "Did you mean 'portfolio'?"],
    [['-m', 'blog'], "Did you mean 'blog-api'?"],
    [['explain', 'jwt'], "Did you mean 'jwt-auth'?"],
    [['explain', 'nope/jwt-auth'], "Did you mean 'blog-api/jwt-auth'?"],
    [['--format', 'jsno'], "Did you mean 'json'?"],
    [['--format', 'md'], "Did you mean 'markdown'?"],
    [['--require', 'jwt'], "Did you mean 'jwt-auth'?"],
  ])('%j', (words, message) => {
    const { code, stderr } = cli(words, { cwd: tasks });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    // A list of everything hides the answer.
    expect(stderr.length).toBeLessThan(500);
  });

  it('a folder of that name is a folder', () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'aduit'));
    writeFileSync(join(cwd, 'aduit', 'tasks.py'), TASKS['tasks.py'] ?? '');
    expect(cli(['aduit', '-m', 'cli-task-manager'], { cwd }).code).toBe(0);
  });
});

describe('help and completion', () => {
  it('help is a command', () => {
    expect(cli(['help']).stdout).toContain('Commands:');
    expect(cli(['help', 'explain']).stdout).toBe(cli(['explain', '--help']).stdout);
  });

  it('a shell gets a script, which asks for commands, ids and formats', () => {
    for (const shell of ['bash', 'zsh', 'fish'])
      expect(cli(['completion', shell]).stdout).toContain('milestone-auditor');
    expect(cli(['complete', '--', 'ex']).stdout).toContain('explain\t');
    expect(cli(['complete', '--', '--milestone', 'blog']).stdout).toContain('blog-api');
    expect(cli(['complete', '--', 'explain', 'jwt']).stdout).toContain('jwt-auth');
  });
});

describe('output', () => {
  it('says what was written, and writes several formats into a folder', () => {
    const folder = join(emptyFolder(), 'reports');
    const { code, stdout, stderr } = cli([tasks, '--format', 'json,html', '--output', folder]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`wrote ${join(folder, 'report.html')}`);
    expect(existsSync(join(folder, 'report.json'))).toBe(true);
  });

  it('--color and --no-color overrule the environment', () => {
    const escapes = /\u001b\[/;
    expect(cli([tasks, '--color']).stdout).toMatch(escapes);
    expect(cli([tasks, '--no-color'], { env: { FORCE_COLOR: '1' } }).stdout).not.toMatch(escapes);
  });
});

describe('a comparison', () => {
  const saved = (folder: string, milestone: string): string => {
    const file = join(emptyFolder(), 'before.json');
    cli([folder, '-m', milestone, '-f', 'json', '-o', file]);
    return file;
  };

  it('with another milestone is refused: "no verdict changed" would be no answer', () => {
    const { code, stderr } = cli([tasks, '-m', 'blog-api', '--compare', saved(tasks, 'cli-task-manager')]);
    expect(code).toBe(2);
    expect(stderr).toContain("this is judged as 'blog-api'");
  });

  it('tells a file that is not there from one that is no JSON', () => {
    const file = join(emptyFolder(), 'broken.json');
    writeFileSync(file, '{');
    expect(cli([tasks, '--compare', file]).stderr).toContain('it is not JSON');
    expect(cli([tasks, '--compare', `${file}.gone`]).stderr).toContain('there is no file that can be read');
  });
});

describe('the configuration of a project', () => {
  const configured = (text: string, name = '.milestone.yml'): string =>
    repository({ ...TASKS, [name]: text });

  it('that names no milestone is told with its place', () => {
    const { code, stderr } = cli([configured('milestone: cli-task-manger\n')]);
    expect(code).toBe(2);
    expect(stderr).toContain(".milestone.yml:1:12: there is no milestone 'cli-task-manger'");
    expect(stderr).toContain("Did you mean 'cli-task-manager'?");
  });

  it('is read under its other ending too', () => {
    const { stdout } = cli([configured('milestone: blog-api\n', '.milestone.yaml'), '-f', 'json']);
    expect(JSON.parse(stdout).milestones[0].id).toBe('blog-api');
  });

  it('that leaves nothing to audit is no score of nothing', () => {
    const { code, stdout, stderr } = cli([configured('ignore: ["**"]\n')]);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('leaves out every file');
  });
});

describe('a portfolio', () => {
  it('holds every project to what is required', () => {
    const met = cli(['portfolio', tasks, '--require', 'dataclass-model']);
    expect(met.code).toBe(0);
    const missing = cli(['portfolio', tasks, '--require', 'logging']);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/Gate not met: .*logging is missing, not met/);
    expect(cli(['portfolio', tasks, '--require', 'jwt-auth']).stderr).toContain(
      "Gate not met: no project is judged by 'jwt-auth'",
    );
    expect(cli(['portfolio', tasks, '--require', 'nonsense']).code).toBe(2);
  });

  it('tells where its file names no milestone', () => {
    const cwd = emptyFolder();
    writeFileSync(
      join(cwd, 'PORTFOLIO.yml'),
      `projects:\n  - source: ${tasks}\n    milestones: [cli-task-manger]\n`,
    );
    const { code, stderr } = cli(['portfolio'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/PORTFOLIO\.yml:3:18: .*did you mean 'cli-task-manager'/);
  });
});

it('rules new refuses the name of a built-in milestone, which it would replace', () => {
  const { code, stderr } = cli(['rules', 'new', 'blog-api'], { cwd: emptyFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain('extends: blog-api');
});

it('every message that names a page gives its address', () => {
  const { repository: home } = JSON.parse(readFileSync('package.json', 'utf8'));
  const { stderr } = cli(['portfolio'], { cwd: emptyFolder() });
  const [, address = ''] = /(https:\/\/\S+)\/blob\//.exec(stderr) ?? [];
  expect(home.url).toBe(`git+${address}.git`);
});

/** Every command that help, README or a document shows is run, in a folder that holds what the examples name. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder, ROOT, repository, TASKS } from '../cli/run.ts';

const COMMANDS = [
  [],
  ['audit'],
  ['cohort'],
  ['cohort', 'plan'],
  ['cohort', 'audit'],
  ['cohort', 'merge'],
  ['explain'],
  ['init'],
  ['milestones'],
  ['portfolio'],
  ['rules'],
  ['rules', 'new'],
  ['rules', 'validate'],
  ['rules', 'test'],
];

/**
 * Watching ends with the program only (tests/commands/watch.test.ts), these would ask GitHub (portfolio.test.ts), and
 * shards need a plan (cohort.test.ts).
 */
const ELSEWHERE = /--watch|octocat|--org|--plan/;
/** How a command is written down, no command itself. */
const SYNOPSIS = /\[|\||…/;

const documents = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

function shown(): readonly string[] {
  const help = COMMANDS.flatMap((words) => cli([...words, '--help']).stdout.split('\n'));
  const pages = documents.flatMap((path) => readFileSync(join(ROOT, path), 'utf8').split('\n'));
  const lines = [...help, ...pages].flatMap((line) => {
    const [, command] = /^\s*(milestone-auditor(?:\s.*)?)$/.exec(line) ?? [];
    // What stands behind the command, far to the right or behind a sign, says what it does.
    return command === undefined ? [] : [command.replace(/\s+#.*$| {2,}.*$/, '').trim()];
  });
  return [...new Set(lines)].filter((line) => !SYNOPSIS.test(line) && !ELSEWHERE.test(line)).sort();
}

/** A project at path/to/project, two more for a portfolio, rules, and the folder itself a project. */
function prepared(): string {
  const cwd = repository(TASKS);
  for (const name of ['path/to/project', 'task-manager', 'blog-api', '../rag']) {
    mkdirSync(join(cwd, name), { recursive: true });
    cpSync(repository(TASKS), join(cwd, name), { recursive: true });
  }
  cpSync(repository(TASKS), join(cwd, 'submissions', 'ada'), { recursive: true });
  writeFileSync(
    join(cwd, 'COHORT.yml'),
    'assignments:\n  - milestone: cli-task-manager\n    repositories: submissions/*\n',
  );
  writeFileSync(join(cwd, 'PORTFOLIO.yml'), 'title: Ours\nprojects:\n  - task-manager\n');
  cpSync(join(ROOT, 'examples/custom-rules'), join(cwd, 'rules'), { recursive: true });
  return cwd;
}

describe('examples', () => {
  it.each(COMMANDS.map((words) => [words.join(' ')]))('stand in the help of "%s"', (words) => {
    expect(cli([...words.split(' ').filter(Boolean), '--help']).stdout).toMatch(
      /\nExamples:\n {2}milestone-auditor/,
    );
  });

  it('are found', () => {
    expect(shown().length).toBeGreaterThan(20);
  });

  it.each(shown())('%s', (line) => {
    const cwd = line.includes('rules new') ? emptyFolder() : prepared();
    const words = line.split(/\s+/).slice(1);
    const { code, stderr } = cli(words, { cwd });
    // A gate that is not met is what such an example is for.
    expect([0, /--fail-under|--require/.test(line) ? 1 : 0], stderr).toContain(code);
  });
});

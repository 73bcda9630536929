import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cli, repository, TASKS } from '../cli/run.ts';

const CONFIG = '.milestone.yml';
const WORKFLOW = '.github/workflows/milestone.yml';

describe('init', () => {
  it('proposes a milestone and shows what it would write; without a terminal it writes nothing by itself', () => {
    const project = repository(TASKS);
    const { code, stdout } = cli(['init', project]);
    expect(code).toBe(0);
    expect(stdout).toContain("This looks like 'cli-task-manager'");
    expect(stdout).toContain('milestone: cli-task-manager');
    expect(stdout).toContain('--yes');
    expect([CONFIG, WORKFLOW].filter((path) => existsSync(join(project, path)))).toEqual([]);
  });

  it('writes a configuration that an audit follows, and a workflow with the Action and what it may write', () => {
    const project = repository(TASKS);
    expect(cli(['init', project, '--yes']).code).toBe(0);
    const report = JSON.parse(cli([project, '--format', 'json']).stdout);
    expect(report.recognition).toBeNull();
    expect(report.milestones[0].id).toBe('cli-task-manager');
    const workflow = parse(readFileSync(join(project, WORKFLOW), 'utf8'));
    expect(workflow.permissions).toEqual({ contents: 'read', checks: 'write', 'pull-requests': 'write' });
    const steps: readonly { uses?: string; with?: object }[] = workflow.jobs.readiness.steps;
    expect(steps[0]?.uses).toMatch(/@[0-9a-f]{40}$/);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(steps.at(-1)).toEqual({ uses: `OWNER/milestone-auditor@v${version}` });
  });

  it('writes the workflow at the root of the repository, for the folder and the branch of the project', () => {
    const root = repository({ 'README.md': '# Two\n', 'services/blog/tasks.py': TASKS['tasks.py'] ?? '' });
    execFileSync('git', ['-C', root, 'checkout', '-q', '-b', 'trunk']);
    const run = cli(['init', join(root, 'services/blog'), '-m', 'blog-api', '--pages', '--yes']);
    expect(run.code).toBe(0);
    expect(existsSync(join(root, 'services/blog/.github'))).toBe(false);
    expect(existsSync(join(root, 'services/blog', CONFIG))).toBe(true);
    const workflow = parse(readFileSync(join(root, '.github/workflows/milestone-blog.yml'), 'utf8'));
    expect(workflow.on.push.branches).toEqual(['trunk']);
    expect(workflow.jobs.readiness.steps.at(-1).with).toEqual({ path: 'services/blog' });
    const pages = parse(readFileSync(join(root, '.github/workflows/milestone-blog-pages.yml'), 'utf8'));
    expect(pages.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
    const given = pages.jobs.publish.steps.find((one: { uses?: string }) =>
      one.uses?.includes('milestone-auditor'),
    ).with;
    expect(given).toMatchObject({ path: 'services/blog', 'report-path': 'site/report.json' });
    // Inputs of the Action, all of them.
    const { inputs } = parse(readFileSync('action.yml', 'utf8'));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
  });

  it('says what hinders it where the folder may not be written', () => {
    const project = repository(TASKS);
    writeFileSync(join(project, '.github'), 'in the way');
    const { code, stderr } = cli(['init', project, '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('.github/workflows/milestone.yml cannot be written');
    expect(stderr).not.toContain('our fault');
  });

  it('never overwrites', () => {
    const project = repository(TASKS);
    writeFileSync(join(project, CONFIG), '# mine\n');
    const { stdout } = cli(['init', project, '--yes']);
    expect(stdout).toContain(`${CONFIG} is there already`);
    expect(readFileSync(join(project, CONFIG), 'utf8')).toBe('# mine\n');
    expect(existsSync(join(project, WORKFLOW))).toBe(true);
    expect(cli(['init', project, '--yes']).stdout).toContain('There is nothing to write.');
  });

  it('takes the milestone that is named, and says which there are where that is none', () => {
    const project = repository({ 'main.py': 'value = 1\n' });
    expect(cli(['init', project, '--milestone', 'blog-api', '--yes']).code).toBe(0);
    expect(readFileSync(join(project, CONFIG), 'utf8')).toContain('milestone: blog-api');
    expect(cli(['init', project, '--milestone', 'blog'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('blog-api'),
    });
  });

  it('leaves the milestone to be named where it cannot be recognised', () => {
    const project = repository({ 'main.py': 'value = 1\n' });
    expect(cli(['init', project, '--yes']).code).toBe(0);
    expect(readFileSync(join(project, CONFIG), 'utf8')).toContain('# milestone:');
  });
});

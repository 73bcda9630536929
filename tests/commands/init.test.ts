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

  it('writes a configuration that an audit follows, and a workflow that is pinned and may only read', () => {
    const project = repository(TASKS);
    expect(cli(['init', project, '--yes']).code).toBe(0);
    const report = JSON.parse(cli([project, '--format', 'json']).stdout);
    expect(report.recognition).toBeNull();
    expect(report.milestones[0].id).toBe('cli-task-manager');
    const workflow = parse(readFileSync(join(project, WORKFLOW), 'utf8'));
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const steps: readonly { uses?: string; run?: string }[] = workflow.jobs.audit.steps;
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(steps.at(-1)?.run).toContain(`milestone-auditor@${version} `);
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

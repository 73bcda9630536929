/** `pull_request`: which commit is judged, against which, from whatever is checked out. */
import { describe, expect, it } from 'vitest';
import { TASKS } from '../cli/run.ts';
import { reportOf, runAction } from './runner.ts';
import { type GitHub, startGitHub } from './server.ts';
import { CHANGE, checkout, payloadOf, pullOf, type Story, story } from './story.ts';

const inputs = { milestone: 'cli-task-manager' };
const FOLDER = 'services/tasks';

const asked = (github: GitHub, what: RegExp) => github.seen.filter(({ route }) => what.test(route)).length;
const CONTENTS = /git\/|compare|\/commits$/;

async function reviewed(one: Story, workspace: string, more: Parameters<typeof runAction>[0]['inputs'] = {}) {
  const pull = pullOf(one);
  const github = await startGitHub({ git: one.origin, pulls: [pull] });
  const step = await runAction({
    github,
    event: 'pull_request',
    payload: payloadOf(pull),
    workspace,
    sha: one.merge,
    inputs: { ...inputs, ...more },
  });
  return { github, step, comment: github.store.comments[0]?.body ?? '', check: github.store.checks[0] };
}

describe('pull_request', () => {
  it('judges the head, though its merge is checked out, against where it began', async () => {
    const one = story();
    const { github, step, comment, check } = await reviewed(one, checkout(one, one.merge));
    expect(step).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(step).repository).toMatchObject({
      revision: one.head,
      url: 'https://github.com/owner/name',
    });
    expect(asked(github, CONTENTS)).toBe(0);
    expect(check).toMatchObject({ head_sha: one.head, status: 'completed', conclusion: 'neutral' });
    expect(comment).toMatch(
      /^<!-- milestone-auditor:v1 key=[0-9a-f]{12} -->\n<!-- run=100 attempt=1 head=[0-9a-f]{40} -->\n## CLI Task Manager: 65 % → 71 %\n/,
    );
    expect(comment).toContain('**1 requirement got better, 1 got worse.**');
    expect(comment).toContain('| ❌ missing → ✅ **met** |');
    expect(step.outputs).toMatchObject({
      milestone: 'cli-task-manager',
      score: '71.2',
      better: '1',
      worse: '1',
      gate: 'none',
    });
    expect(step.summary).toContain('## CLI Task Manager: 65 % → 71 %');
  });

  it('gives the same report from a checkout of one commit: the API knows the rest', async () => {
    const one = story();
    const [all, single] = [
      await reviewed(one, checkout(one, one.merge)),
      await reviewed(one, checkout(one, one.merge, 'one commit')),
    ];
    expect(reportOf(single.step)).toEqual(reportOf(all.step));
    expect(asked(single.github, CONTENTS)).toBeGreaterThan(0);
    // Whatever both have in common is read from the checkout.
    expect(asked(single.github, /git\/blobs/)).toBe(1);
    expect(single.comment).toBe(all.comment);
  });

  it('judges the work tree where the head is checked out', async () => {
    const one = story();
    const { step, github } = await reviewed(one, checkout(one, one.head));
    expect(reportOf(step).repository.revision).toBe(one.head);
    expect(asked(github, CONTENTS)).toBe(0);
  });

  it('annotates what is new in changed lines, and nothing else', async () => {
    const one = story();
    const { check } = await reviewed(one, checkout(one, one.merge));
    expect(check?.annotations).toEqual([
      expect.objectContaining({
        path: 'extra.py',
        start_line: 4,
        end_line: 4,
        annotation_level: 'warning',
        title: 'Proper error handling',
      }),
    ]);
  });

  it('judges what is checked out where the head cannot be read, says so, and invents no difference', async () => {
    const one = story();
    const { step } = await reviewed(one, checkout(one, one.merge, 'one commit'), { token: '' });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('Judged was the merge of this pull request into its base');
    expect(step.summary).toContain('What this change starts from could not be read');
    expect(step.summary).not.toContain('→');
    expect(step.outputs).toMatchObject({ better: '0', worse: '0' });
  });

  it('compares with nothing where it is asked not to', async () => {
    const one = story();
    const { step, check } = await reviewed(one, checkout(one, one.merge), { base: 'off' });
    expect(step.summary).not.toMatch(/→|could not be read/);
    expect(check?.annotations).toEqual([]);
  });

  it('judges one folder of many, with paths from the root where GitHub wants them', async () => {
    const inside = (files: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${FOLDER}/${path}`, text]));
    const one = story({ ...inside(TASKS), 'other/app.py': 'print(1)\n' }, inside(CHANGE));
    for (const depth of ['all', 'one commit'] as const) {
      const { step, check, comment } = await reviewed(one, checkout(one, one.merge, depth), { path: FOLDER });
      expect(reportOf(step).repository).toMatchObject({ name: `owner/name/${FOLDER}`, folder: FOLDER });
      expect(check).toMatchObject({ name: `Milestone readiness (cli-task-manager ${FOLDER})` });
      expect(check?.annotations).toEqual([expect.objectContaining({ path: `${FOLDER}/extra.py` })]);
      expect(comment).toContain(`/blob/${one.head}/${FOLDER}/tasks.py#L8`);
    }
  });
});

/** Events without a pull request, and those that nobody may trust: what is judged, and where the result goes. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../repository/git-folder.ts';
import { reportOf, runAction } from './runner.ts';
import { startGitHub } from './server.ts';
import { checkout, payloadOf, pullOf, story } from './story.ts';

const inputs = { milestone: 'cli-task-manager' };

describe('pull_request_target', () => {
  it('reads the head by the API, and never what is checked out as if it were the head', async () => {
    const one = story();
    const pull = pullOf(one, { from: 'stranger/name', label: 'stranger:change' });
    const github = await startGitHub({ git: one.origin, pulls: [pull] });
    const step = await runAction({
      github,
      event: 'pull_request_target',
      payload: payloadOf(pull),
      workspace: checkout(one, one.base, 'one commit'),
      sha: one.base,
      inputs,
    });
    expect(step).toMatchObject({ code: 0, stderr: '' });
    expect(reportOf(step).repository.revision).toBe(one.head);
    expect(github.store.comments[0]?.body).toContain('65 % → 71 %');
    expect(github.store.checks[0]).toMatchObject({ head_sha: one.head, status: 'completed' });
  });

  it('fails where the head cannot be read, and leaves no check run open', async () => {
    const one = story();
    const github = await startGitHub({ pulls: [pullOf(one)] });
    const payload = payloadOf(pullOf(one));
    const workspace = checkout(one, one.base, 'one commit');
    const step = await runAction({
      github,
      event: 'pull_request_target',
      payload,
      workspace,
      sha: one.base,
      inputs,
    });
    expect(step.code).toBe(1);
    expect(step.commands).toEqual([
      expect.objectContaining({ name: 'error', data: expect.stringContaining('contents: read') }),
    ]);
    expect(github.store.checks).toEqual([
      expect.objectContaining({ status: 'completed', conclusion: 'neutral' }),
    ]);
  });
});

describe('events without a pull request', () => {
  it.each(['push', 'schedule', 'workflow_dispatch'])(
    '%s: a check run at the commit, no comment, no difference',
    async (event) => {
      const one = story();
      const github = await startGitHub({ git: one.origin });
      const step = await runAction({
        github,
        event,
        payload: event === 'push' ? { after: one.head, head_commit: null } : {},
        workspace: checkout(one, one.head, 'one commit'),
        sha: one.head,
        inputs,
      });
      expect(step).toMatchObject({ code: 0, stderr: '' });
      expect(github.store.checks).toEqual([
        expect.objectContaining({ head_sha: one.head, status: 'completed' }),
      ]);
      expect(github.store.comments).toEqual([]);
      expect(step.summary).not.toContain('→');
      // Of a checkout of one commit only the API knows how many there are.
      const managed = reportOf(step).milestones[0]?.requirements.find(({ id }) => id === 'git-managed');
      expect(managed?.verdict).toBe('partial');
      expect(managed?.lookedFor).toContain('2 found');
    },
  );

  it.each([
    ['', {}, '65 % → 71 %', null],
    [' that rewrote its branch', { forced: true }, '65 % → 71 %', 'This push rewrote its branch.'],
    [' that begins a branch', { before: '0'.repeat(40), created: true }, null, 'This push begins a branch'],
  ])('push%s: compared with the commit before it', async (_, more, difference, notice) => {
    const one = story();
    const github = await startGitHub({ git: one.origin });
    const step = await runAction({
      github,
      event: 'push',
      payload: { after: one.head, before: one.base, ...more },
      workspace: checkout(one, one.head, 'one commit'),
      sha: one.head,
      inputs,
    });
    expect(step).toMatchObject({ code: 0, stderr: '' });
    const check = github.store.checks[0]?.output.summary ?? '';
    for (const text of [step.summary, check]) {
      if (difference === null) expect(text).not.toContain('→');
      else expect(text).toContain(difference);
      if (notice !== null) expect(text).toContain(notice);
    }
    // `print` comes in with the push: annotated where it stands.
    expect(github.store.checks[0]?.annotations.length ?? 0).toBe(difference === null ? 0 : 1);
    expect(github.store.comments).toEqual([]);
  });

  it('push whose commit before cannot be read any more: said, and nothing about a change', async () => {
    const one = story();
    const github = await startGitHub({ git: one.origin });
    const step = await runAction({
      github,
      event: 'push',
      payload: { after: one.head, before: 'b'.repeat(40), forced: true },
      workspace: checkout(one, one.head),
      sha: one.head,
      inputs,
    });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('What this change starts from could not be read');
    expect(step.summary).not.toContain('→');
  });

  it('push of a deleted branch: nothing to do', async () => {
    const github = await startGitHub();
    const step = await runAction({
      github,
      event: 'push',
      payload: { after: '0'.repeat(40) },
      workspace: folderWith({}),
    });
    expect(step).toMatchObject({ code: 0, summary: '' });
    expect(github.seen).toEqual([]);
    expect(step.commands).toEqual([
      expect.objectContaining({ name: 'notice', data: expect.stringContaining('deleted') }),
    ]);
  });

  it('merge_group: compared with its base, a check run where the queue waits for it', async () => {
    const one = story();
    const github = await startGitHub({ git: one.origin });
    const step = await runAction({
      github,
      event: 'merge_group',
      payload: {
        merge_group: {
          head_sha: one.merge,
          base_sha: one.base,
          head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
        },
      },
      workspace: checkout(one, one.merge),
      sha: one.merge,
      inputs: { ...inputs, 'fail-under': '50' },
    });
    expect(step.code).toBe(0);
    expect(github.store.checks).toEqual([
      expect.objectContaining({ head_sha: one.merge, conclusion: 'success' }),
    ]);
    expect(github.store.comments).toEqual([]);
    expect(step.summary).toContain('65 % → 71 %');
  });

  it('any other: the summary alone', async () => {
    const one = story();
    const github = await startGitHub({ git: one.origin });
    const workspace = checkout(one, one.head);
    const step = await runAction({
      github,
      event: 'issue_comment',
      payload: { issue: 1 },
      workspace,
      sha: one.head,
      inputs,
    });
    expect(step.code).toBe(0);
    expect(step.summary).toContain('## CLI Task Manager: 71 %');
    expect(github.seen.filter(({ route }) => !route.startsWith('GET'))).toEqual([]);
  });

  it('no event at all, as on a machine that is no runner', async () => {
    const one = story();
    const env = { GITHUB_EVENT_PATH: join(one.origin, 'none.json'), GITHUB_REPOSITORY: '' };
    const step = await runAction({ event: '', workspace: checkout(one, one.head), inputs, env });
    expect(step).toMatchObject({ code: 0, stderr: '' });
    expect(step.summary).toContain('## CLI Task Manager');
  });

  it('a commit that is not the one of the event gets no check run', async () => {
    const one = story();
    const github = await startGitHub({ git: one.origin });
    const payload = { after: one.head };
    await runAction({
      github,
      event: 'push',
      payload,
      workspace: checkout(one, one.base),
      sha: one.head,
      inputs,
    });
    expect(github.store.checks).toEqual([]);
  });
});

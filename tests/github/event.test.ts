import examples from '@octokit/webhooks-examples';
import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/github/event.ts';

const SHA = 'a'.repeat(40);

function payloads(name: string): readonly (readonly [number, unknown])[] {
  const all = (examples as unknown as readonly { name: string; examples: readonly unknown[] }[]).find(
    (one) => one.name === name,
  );
  return (all?.examples ?? []).map((payload, index) => [index, payload] as const);
}

describe('payloads as GitHub sends them', () => {
  it.each(payloads('pull_request'))('pull_request %i has a number, a head and a base', (_, payload) => {
    expect(subjectOf('pull_request', payload, SHA, 'octocat')).toMatchObject({
      head: expect.stringMatching(/^[0-9a-f]{40}$/),
      base: expect.stringMatching(/^[0-9a-f]{40}$/),
      pull: { number: expect.any(Number) },
      distrusted: false,
      skip: null,
    });
  });

  it.each(payloads('merge_group'))('merge_group %i has both ends, and no pull request', (_, payload) => {
    const subject = subjectOf('merge_group', payload, SHA, 'octocat');
    expect(subject.pull).toBeNull();
    expect(subject.head).not.toBe(SHA);
    expect(subject.base).toMatch(/^[0-9a-f]{40}$/);
  });

  it.each(payloads('push'))('push %i has a head, or there is nothing to do', (_, payload) => {
    const subject = subjectOf('push', payload, SHA, 'octocat');
    expect(subject.skip === null).toBe(!(payload as { deleted: boolean }).deleted);
    const { before, forced } = payload as { before: string; forced: boolean };
    const begun = /^0+$/.test(before);
    if (subject.skip !== null) return;
    expect(subject.base).toBe(begun ? null : before);
    expect(subject.push).toBe(begun ? 'begun' : forced ? 'rewritten' : 'continued');
  });

  it.each(payloads('workflow_run'))('workflow_run %i is never trusted', (_, payload) => {
    expect(subjectOf('workflow_run', payload, SHA, 'octocat')).toMatchObject({
      distrusted: true,
      pull: null,
    });
  });
});

describe('who may write', () => {
  const payload = (from: string | null) => ({
    pull_request: {
      number: 1,
      head: { sha: SHA, repo: from === null ? null : { full_name: from } },
      base: { sha: SHA, repo: { full_name: 'owner/name' } },
    },
  });

  it.each([
    ['pull_request', 'owner/name', 'octocat', null],
    ['pull_request', 'Owner/Name', 'octocat', null],
    ['pull_request', 'other/name', 'octocat', 'fork'],
    ['pull_request', null, 'octocat', 'fork'],
    ['pull_request', 'owner/name', 'dependabot[bot]', 'dependabot'],
    ['pull_request_target', 'other/name', 'octocat', null],
    ['pull_request_target', null, 'octocat', null],
  ])('%s from %s by %s: %s', (event, from, actor, readOnly) => {
    expect(subjectOf(event, payload(from), SHA, actor).readOnly).toBe(readOnly);
  });
});

describe('nonsense', () => {
  it.each([
    null,
    undefined,
    3,
    'text',
    [],
    {},
    { pull_request: 3 },
    { pull_request: { number: 1, head: { sha: 'x; rm' } } },
  ])('as payload is an audit all the same: %j', (payload) => {
    for (const event of [
      'pull_request',
      'push',
      'merge_group',
      'workflow_run',
      'schedule',
      'unheard-of',
      '',
    ]) {
      expect(subjectOf(event, payload, SHA, '')).toMatchObject({ pull: null, base: null, skip: null });
    }
  });

  it('as a commit is none', () => {
    expect(subjectOf('schedule', {}, '--help', '').head).toBeNull();
    expect(subjectOf('push', { after: '$(x)' }, SHA, '').head).toBe(SHA);
  });
});

/** The comment that stays one: whose it is, when it is written, and what must never be overwritten. */
import { describe, expect, it } from 'vitest';
import { apiOf } from '../../src/github/api.ts';
import { type CommentRequest, markerOf, writeComment } from '../../src/github/comment.ts';
import { Trouble } from '../../src/github/retry.ts';
import { type GitHub, type Setting, startGitHub } from './server.ts';
import { comment } from './store.ts';

const HEAD = 'a'.repeat(40);
const BOT = { login: 'github-actions[bot]', type: 'Bot' };
const MARKER = markerOf('milestone-auditor', 'auto', '');

async function start(setting: Setting = {}): Promise<GitHub> {
  const pull = { number: 7, head: HEAD, base: 'b'.repeat(40), label: 'owner:change', from: 'owner/name' };
  return startGitHub({ pulls: [pull], ...setting });
}

function write(github: GitHub, change: Partial<CommentRequest> = {}) {
  const api = apiOf(
    { repository: 'owner/name', server: 'https://github.com', api: github.api },
    github.token,
  );
  return writeComment(api, {
    pull: 7,
    marker: MARKER,
    run: { id: 100, attempt: 1, head: HEAD },
    author: null,
    wanted: true,
    body: () => 'text',
    ...change,
  });
}

const stamped = (text: string, id = 90, attempt = 1, head = HEAD) =>
  `${MARKER}\n<!-- run=${id} attempt=${attempt} head=${head} -->\n${text}`;

describe('one comment', () => {
  it('is created, then edited in place, and left alone where nothing changed', async () => {
    const github = await start();
    expect(await write(github)).toBe('created');
    expect(await write(github, { run: { id: 101, attempt: 1, head: HEAD }, body: () => 'new' })).toBe(
      'updated',
    );
    expect(await write(github, { run: { id: 102, attempt: 1, head: HEAD }, body: () => 'new' })).toBe(
      'unchanged',
    );
    expect(github.store.comments.map(({ body }) => body)).toEqual([stamped('new', 101)]);
  });

  it('is found on any page', async () => {
    const github = await start();
    for (let index = 0; index < 230; index += 1)
      comment(github.store, `talk ${index}`, { login: 'ada', type: 'User' });
    const own = comment(github.store, stamped('old'), BOT);
    for (let index = 0; index < 30; index += 1)
      comment(github.store, 'more talk', { login: 'ada', type: 'User' });
    expect(await write(github)).toBe('updated');
    expect(own.body).toBe(stamped('text', 100));
    expect(github.statuses('GET /repos/{owner}/{repo}/issues/{issue_number}/comments')).toHaveLength(3);
  });

  it.each([100, 200])('is found among exactly %i: no page is forgotten', async (count) => {
    const github = await start();
    for (let index = 1; index < count; index += 1)
      comment(github.store, 'talk', { login: 'ada', type: 'User' });
    comment(github.store, stamped('old'), BOT);
    expect(await write(github)).toBe('updated');
  });

  it('minimises older ones of its own, once each', async () => {
    const github = await start();
    const [first, second] = [
      comment(github.store, stamped('a'), BOT),
      comment(github.store, stamped('b'), BOT),
    ];
    expect(await write(github)).toBe('updated');
    expect(github.store.minimised).toEqual([first.node_id]);
    expect(second.body).toBe(stamped('text', 100));
  });

  it('another folder or milestone has its own', async () => {
    const github = await start();
    await write(github);
    await write(github, { marker: markerOf('milestone-auditor', 'auto', 'services/api') });
    expect(github.store.comments).toHaveLength(2);
  });
});

describe('somebody else', () => {
  it.each([
    ['a person with a copy of the marker', stamped('mine'), { login: 'mallory', type: 'User' }],
    [
      'a person whose name looks like the bot',
      stamped('mine'),
      { login: 'github-actions[bot]', type: 'User' },
    ],
    ['another bot', stamped('mine'), { login: 'other[bot]', type: 'Bot' }],
    ['the bot, quoting', `> ${stamped('quoted')}`, BOT],
    ['the bot, with the marker further down', `hello\n${stamped('x')}`, BOT],
  ])('%s is left alone', async (_, body, user) => {
    const github = await start();
    const other = comment(github.store, body, user);
    expect(await write(github)).toBe('created');
    expect(other.body).toBe(body);
    expect(github.store.minimised).toEqual([]);
  });

  it('a personal token is its person, and an App says who it is', async () => {
    const user = { login: 'ada', type: 'User' };
    const github = await start({ user });
    comment(github.store, stamped('old'), user);
    expect(await write(github)).toBe('updated');
    const app = await start();
    comment(app.store, stamped('old'), { login: 'my-app[bot]', type: 'Bot' });
    expect(await write(app, { author: 'my-app[bot]' })).toBe('updated');
  });
});

describe('when not to write', () => {
  it('a first comment that is not wanted; one that is there is brought up to date', async () => {
    const github = await start();
    expect(await write(github, { wanted: false })).toBe('not wanted');
    comment(github.store, stamped('old'), BOT);
    expect(await write(github, { wanted: false })).toBe('updated');
  });

  it('the pull request has moved on', async () => {
    const github = await start();
    const own = comment(github.store, stamped('newer', 110, 1, 'c'.repeat(40)), BOT);
    expect(await write(github, { run: { id: 100, attempt: 1, head: 'd'.repeat(40) } })).toBe('stale');
    expect(own.body).toContain('newer');
  });

  it.each<readonly [number, number, string]>([
    [101, 1, 'stale'],
    [100, 2, 'stale'],
    [100, 1, 'updated'],
    [99, 3, 'updated'],
  ])('a comment of run %i, attempt %i, on the same commit: %s', async (id, attempt, outcome) => {
    const github = await start();
    comment(github.store, stamped('other', id, attempt), BOT);
    expect(await write(github)).toBe(outcome);
  });
});

describe('the longest comment', () => {
  it('leaves room for its first lines', async () => {
    const github = await start();
    let room = 0;
    expect(
      await write(github, {
        body: (characters) => {
          room = characters;
          return 'x'.repeat(characters);
        },
      }),
    ).toBe('created');
    expect(github.store.comments[0]?.body).toHaveLength(65_000);
    expect(room).toBeLessThan(65_000);
  });

  it.each<readonly [number, boolean]>([
    [65_536, true],
    [65_537, false],
  ])('of %i characters is taken: %s', async (length, taken) => {
    const github = await start();
    const first = stamped('', 100).length;
    const written = write(github, { body: () => 'x'.repeat(length - first) });
    if (taken) expect(await written).toBe('created');
    else await expect(written).rejects.toThrow(Trouble);
  });
});

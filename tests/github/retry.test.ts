/** How the API is asked again, through Octokit and its plugins as they are: only the wire is one of the test. */
import { describe, expect, it } from 'vitest';
import { type Api, apiOf } from '../../src/github/api.ts';
import { Trouble } from '../../src/github/retry.ts';

const HOME = { repository: 'owner/name', server: 'https://github.com', api: 'https://api.example' };

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
}

const SILENCE = 'silence';
const FINE: Answer = { status: 200 };

/** Answers in this order; the last one is repeated. A second takes a millisecond. */
function asked(...answers: readonly (Answer | typeof SILENCE)[]) {
  const waits: number[] = [];
  let count = 0;
  const fetch = async (): Promise<Response> => {
    const answer = answers[Math.min(count, answers.length - 1)] ?? FINE;
    count += 1;
    if (answer === SILENCE) throw new TypeError('fetch failed');
    const { status, headers = {}, message = 'no' } = answer;
    const body = status === 200 ? { id: 1 } : { message };
    return Response.json(body, { status, headers });
  };
  const api = apiOf(HOME, 'token', { fetch, second: 1, waiting: (wait) => void waits.push(wait) });
  return { api, waits, count: () => count, ask: () => question(api), create: made(api) };
}

const question = (api: Api) =>
  api.ask((octokit) => octokit.request('GET /repos/{owner}/{repo}', { ...api.repo }));

const made = (api: Api) => (again: () => Promise<unknown>) =>
  api.ask(
    async (octokit): Promise<{ data: unknown }> =>
      octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...api.repo,
        name: 'x',
        head_sha: 'y',
      }),
    again,
  );

const reset = (seconds: number): string => String(Math.floor(Date.now() / 1000) + seconds);

describe('what is asked again', () => {
  it.each<readonly [string, Answer | typeof SILENCE, number]>([
    ['a bad gateway', { status: 502 }, 1],
    ['a server that asks for time', { status: 503, headers: { 'retry-after': '7' } }, 7],
    ['no answer at all', SILENCE, 1],
    ['a limit with a time', { status: 429, headers: { 'retry-after': '3' } }, 3],
    ['a refusal with a time', { status: 403, headers: { 'retry-after': '3' } }, 3],
    [
      'an exhausted limit with a time, and none of its end',
      { status: 403, headers: { 'retry-after': '2', 'x-ratelimit-remaining': '0' } },
      2,
    ],
    [
      'a secondary limit with a time',
      {
        status: 403,
        headers: { 'retry-after': '4' },
        message: 'You have exceeded a secondary rate limit',
      },
      4,
    ],
    [
      'a secondary limit without one',
      { status: 403, message: 'You have exceeded a secondary rate limit' },
      60,
    ],
  ])('%s', async (_, answer, seconds) => {
    const one = asked(answer, FINE);
    expect(await one.ask()).toEqual({ id: 1 });
    expect(one.waits).toEqual([seconds * 1000]);
  });

  it.each([
    [30, 31],
    [-100, 1],
  ])('an exhausted limit that is new in %i seconds', async (from, seconds) => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(from) };
    const one = asked({ status: 403, headers, message: 'API rate limit exceeded' }, FINE);
    expect(await one.ask()).toEqual({ id: 1 });
    // The clock goes on meanwhile, by a second at most.
    expect(Math.abs((one.waits[0] ?? 0) - seconds * 1000)).toBeLessThanOrEqual(1000);
  });
});

describe('what is not', () => {
  it.each<readonly [Answer, string]>([
    [{ status: 400 }, 'invalid'],
    [{ status: 401 }, 'forbidden'],
    [{ status: 403, message: 'Resource not accessible by integration' }, 'forbidden'],
    [{ status: 404 }, 'not found'],
    [{ status: 410 }, 'not found'],
    [{ status: 422 }, 'invalid'],
    [{ status: 429, headers: { 'retry-after': '121' } }, 'limited'],
    [{ status: 403, headers: { 'retry-after': '121', 'x-ratelimit-remaining': '0' } }, 'limited'],
    [{ status: 429, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(3600) } }, 'limited'],
  ])('%j: %s', async (answer, reason) => {
    const one = asked(answer);
    await expect(one.ask()).rejects.toMatchObject({ reason, status: answer.status });
    expect(one).toMatchObject({ waits: [] });
    expect(one.count()).toBe(1);
  });
});

describe('an end', () => {
  it('after three times', async () => {
    const one = asked({ status: 502 });
    await expect(one.ask()).rejects.toThrow(Trouble);
    expect(one.waits).toEqual([1000, 2000]);
    expect(one.count()).toBe(3);
  });

  it('after two minutes of all questions together', async () => {
    const one = asked({ status: 429, headers: { 'retry-after': '50' } });
    await expect(one.ask()).rejects.toMatchObject({ reason: 'limited' });
    await expect(one.ask()).rejects.toMatchObject({ reason: 'limited' });
    expect(one.waits).toEqual([50_000, 50_000]);
  });

  it('of all questions, after two without any answer', async () => {
    const one = asked(SILENCE);
    for (let index = 0; index < 5; index += 1)
      await expect(one.ask()).rejects.toMatchObject({ reason: 'unavailable', status: 0 });
    expect(one.count()).toBe(6);
  });
});

describe('what a lost answer may have created', () => {
  it('is looked for before it is asked once more', async () => {
    const one = asked({ status: 502 }, FINE);
    expect(await one.create(async () => 'found')).toBe('found');
    expect(one.count()).toBe(1);
    const other = asked({ status: 502 }, FINE);
    expect(await other.create(async () => null)).toEqual({ id: 1 });
    expect(other).toMatchObject({ waits: [1000] });
    expect(other.count()).toBe(2);
  });

  it('is not looked for where GitHub only asked to wait', async () => {
    const one = asked({ status: 429, headers: { 'retry-after': '1' } }, FINE);
    expect(await one.create(async () => 'found')).toEqual({ id: 1 });
  });
});

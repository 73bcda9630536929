import { describe, expect, it } from 'vitest';
import { retrying, Trouble } from '../../src/github/retry.ts';

function refusal(status: number, headers: Readonly<Record<string, string>> = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { headers } });
}

const silence = (): Error => Object.assign(new Error('fetch failed'), { status: 500 });

/** Asks a question that is answered in this order; the last answer is repeated. */
function asked(...answers: readonly (Error | string)[]) {
  const slept: number[] = [];
  const retry = retrying({
    sleep: async (milliseconds) => void slept.push(milliseconds),
    now: () => 1_000_000,
  });
  let count = 0;
  const question = async (): Promise<string> => {
    const answer = answers[Math.min(count, answers.length - 1)] ?? '';
    count += 1;
    if (typeof answer === 'string') return answer;
    throw answer;
  };
  return { ask: (again?: () => Promise<string | null>) => retry(question, again), slept, count: () => count };
}

describe('what is asked again', () => {
  it.each<readonly [string, Error, readonly number[]]>([
    ['a bad gateway', refusal(502), [1000]],
    ['a server that asks for time', refusal(503, { 'retry-after': '7' }), [7000]],
    ['no answer at all', silence(), [1000]],
    ['a limit with a time', refusal(429, { 'retry-after': '3' }), [3000]],
    ['a secondary limit with a time', refusal(403, { 'retry-after': '3' }), [3000]],
    ['a secondary limit without one', refusal(403, {}, 'You have exceeded a secondary rate limit'), [60_000]],
    [
      'an exhausted limit',
      refusal(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1010' }),
      [11_000],
    ],
    [
      'an exhausted limit that is over',
      refusal(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
      [1000],
    ],
  ])('%s', async (_, error, waits) => {
    const one = asked(error, 'answer');
    expect(await one.ask()).toBe('answer');
    expect(one.slept).toEqual(waits);
  });
});

describe('what is not', () => {
  it.each<readonly [Error, string]>([
    [refusal(400), 'invalid'],
    [refusal(401), 'forbidden'],
    [refusal(403, {}, 'Resource not accessible by integration'), 'forbidden'],
    [refusal(404), 'not found'],
    [refusal(410), 'not found'],
    [refusal(422), 'invalid'],
    [refusal(429, { 'retry-after': '121' }), 'limited'],
  ])('%s: %s', async (error, reason) => {
    const one = asked(error);
    await expect(one.ask()).rejects.toMatchObject({ reason });
    expect(one).toMatchObject({ slept: [] });
    expect(one.count()).toBe(1);
  });
});

describe('an end', () => {
  it('after three times', async () => {
    const one = asked(refusal(502));
    await expect(one.ask()).rejects.toThrow(Trouble);
    expect(one.slept).toEqual([1000, 2000]);
  });

  it('after two minutes of all questions together', async () => {
    const one = asked(refusal(429, { 'retry-after': '50' }));
    await expect(one.ask()).rejects.toMatchObject({ reason: 'limited' });
    await expect(one.ask()).rejects.toMatchObject({ reason: 'limited' });
    expect(one.slept).toEqual([50_000, 50_000]);
  });

  it('of all questions, after two without any answer', async () => {
    const one = asked(silence());
    for (let index = 0; index < 5; index += 1)
      await expect(one.ask()).rejects.toMatchObject({ reason: 'unavailable' });
    expect(one.count()).toBe(6);
  });
});

describe('what a lost answer may have created', () => {
  it('is looked for before it is asked once more', async () => {
    const one = asked(refusal(502), 'second');
    expect(await one.ask(async () => 'found')).toBe('found');
    expect(one.count()).toBe(1);
    const other = asked(refusal(502), 'second');
    expect(await other.ask(async () => null)).toBe('second');
  });

  it('is not looked for where GitHub only asked to wait', async () => {
    const one = asked(refusal(429, { 'retry-after': '1' }), 'second');
    expect(await one.ask(async () => 'found')).toBe('second');
  });
});

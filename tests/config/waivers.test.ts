import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { waived, waiverNotes } from '../../src/config/waivers.ts';
import type { Verdict } from '../../src/model.ts';
import { requirement } from '../reporters/report.ts';

const judged = (verdict: Verdict) => ({
  id: 'blog-api',
  requirements: [requirement({ id: 'jwt-auth', verdict })],
});

function config(requirementId: string, until: string | null = null): Config {
  const waiver = { requirement: requirementId, reason: 'handed out', until, line: 4 };
  return {
    path: '.milestone.yml',
    milestone: null,
    milestonePlace: '.milestone.yml:1:12',
    ignore: [],
    rules: [],
    knowledge: [],
    waivers: [waiver],
  };
}

const DAY = '2026-05-06';

describe('a waiver', () => {
  it.each<readonly [Verdict, Verdict]>([
    ['missing', 'waived'],
    ['partial', 'waived'],
    ['unverifiable', 'waived'],
    ['met', 'met'],
  ])('makes %s %s', (before, after) => {
    const [one] = waived(judged(before), config('jwt-auth'), DAY);
    expect(one?.verdict).toBe(after);
    expect(one?.waiver).toEqual(after === 'waived' ? { reason: 'handed out', until: null } : null);
  });

  it.each<readonly [string, string | null, Verdict]>([
    ['2026-05-06', DAY, 'waived'],
    ['2026-05-05', DAY, 'missing'],
    ['2026-05-05', null, 'waived'],
  ])('until %s is, on %s, %s', (until, day, verdict) => {
    expect(waived(judged('missing'), config('jwt-auth', until), day)[0]?.verdict).toBe(verdict);
  });

  it('may name the milestone, and touches no other', () => {
    expect(waived(judged('missing'), config('blog-api/jwt-auth'), DAY)[0]?.verdict).toBe('waived');
    expect(waived(judged('missing'), config('portfolio/jwt-auth'), DAY)[0]?.verdict).toBe('missing');
  });
});

describe('what is pointed out', () => {
  const notes = (one: Config, verdict: Verdict = 'missing', day: string | null = DAY) =>
    waiverNotes([judged(verdict)], one, day).map(({ text, line }) => `${line}: ${text}`);

  it('is nothing of a waiver that is needed', () => {
    expect(notes(config('jwt-auth', '2026-05-06'))).toEqual([]);
  });

  it('is one that has ended', () => {
    expect(notes(config('jwt-auth', '2026-05-05'))).toEqual([
      "4: the waiver of 'jwt-auth' ended on 2026-05-05: it is judged again",
    ]);
  });

  it('is one that is not needed', () => {
    expect(notes(config('jwt-auth'), 'met')).toEqual([
      "4: the waiver of 'jwt-auth' is not needed: it is met; take the waiver out",
    ]);
  });

  it('is one of a requirement that nobody judges', () => {
    expect(notes(config('jwt-auht'))).toEqual([
      "4: the waiver of 'jwt-auht' is not used: there is no such requirement in blog-api; did you mean 'jwt-auth'?",
    ]);
  });

  it('is one with an end where there is no commit to date it', () => {
    expect(notes(config('jwt-auth', '2026-05-05'), 'missing', null)[0]).toContain('cannot be told');
  });
});

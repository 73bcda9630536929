import { describe, expect, it } from 'vitest';
import { chosenMoments } from '../../src/history/moments.ts';
import type { Moment } from '../../src/model/history.ts';

function days(...dates: readonly string[]): readonly Moment[] {
  return dates.map((date, at) => ({
    revision: String(at),
    date: `${date}T12:00:00Z`,
    subject: '',
    tags: at === 2 ? ['v1'] : [],
  }));
}

describe('which commits are looked at', () => {
  // 2026-03-01 is a Sunday, 2024-02-29 a leap day.
  it.each([
    [days('2026-02-27', '2026-03-01', '2026-03-02', '2026-03-08', '2026-03-09'), 'week', [0, 1, 3, 4]],
    [days('2024-02-28', '2024-02-29', '2024-03-01', '2024-03-04'), 'week', [0, 2, 3]],
    [days('2025-12-31', '2026-01-01', '2026-01-04', '2026-01-05'), 'week', [0, 2, 3]],
    [days('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'), 'tag', [0, 2, 3]],
    [days('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'), 1, [0, 1, 2, 3]],
    [days('2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'), 2, [0, 1, 3]],
    [days('2026-01-01'), 'week', [0]],
    [[], 'some', []],
  ] as const)('%#', (moments, every, expected) => {
    expect(chosenMoments(moments, every)).toEqual(expected);
  });

  it('some are about two dozen, however many there are', () => {
    const many = days(...Array.from({ length: 1000 }, () => '2026-01-01'));
    expect(chosenMoments(many, 'some').length).toBeLessThan(27);
  });
});

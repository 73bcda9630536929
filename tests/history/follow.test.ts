import { describe, expect, it } from 'vitest';
import { followed, turnsOf } from '../../src/history/follow.ts';
import type { Moment } from '../../src/model/history.ts';
import type { MilestoneReport } from '../../src/model.ts';

const LENGTH = 200;
const moments: readonly Moment[] = Array.from({ length: LENGTH }, (_, at) => ({
  revision: `r${at}`,
  date: '2026-01-01',
  subject: '',
  tags: [],
}));

/** Two requirements: one is met from 37 to 120 and from 150 on, one never. */
function at(commit: number): MilestoneReport {
  const met = (commit >= 37 && commit < 120) || commit >= 150;
  const requirement = (id: string, verdict: string) => ({ id, title: id, weight: 'core', verdict });
  const requirements = [requirement('a', met ? 'met' : 'partial'), requirement('b', 'missing')];
  return { id: 'm', title: 'M', score: {}, requirements } as unknown as MilestoneReport;
}

async function judged(chosen: readonly number[]) {
  let audits = 0;
  const found = await followed(chosen, async (commit) => {
    audits += 1;
    return at(commit);
  });
  return {
    found,
    audits,
    turns: turnsOf(moments, found)[0]?.turns.map(({ to, revision, exact }) => [to, revision, exact]),
  };
}

const EXACT = [
  ['met', 'r37', true],
  ['lost', 'r120', true],
  ['met', 'r150', true],
];

describe('the commit that made the difference', () => {
  it('is found between two that differ, with few audits', async () => {
    const { turns, audits } = await judged([0, 40, 80, 140, 199]);
    expect(turns).toEqual(EXACT);
    expect(audits).toBeLessThan(30);
  });

  it('is the same where every commit is audited', async () => {
    const { turns } = await judged(moments.map((_, index) => index));
    expect(turns).toEqual(EXACT);
  });

  it('is told as not exact where a commit could not be read', async () => {
    const found = await followed([0, 199], async (commit) =>
      commit > 20 && commit < 180 ? null : at(commit),
    );
    expect(turnsOf(moments, found)[0]?.turns).toMatchObject([{ to: 'met', exact: false }]);
    expect(turnsOf(moments, found)[1]?.turns).toEqual([]);
  });
});

/** Verdicts followed through a history: between two moments that differ, the commit that made the difference is sought. */
import type { HistoryPoint, Moment, RequirementHistory, Turn } from '../model/history.ts';
import type { MilestoneReport } from '../model.ts';

/** What one commit was found to be. */
export interface Judged {
  readonly at: number;
  readonly milestone: MilestoneReport;
}

/** More audits than these are not worth the waiting: what is left is told as not exact. */
const MOST_AUDITS = 600;

/** Audits the chosen moments, then halves every stretch in which a requirement was met or lost. Ascending. */
export async function followed(
  chosen: readonly number[],
  judge: (at: number) => Promise<MilestoneReport | null>,
): Promise<readonly Judged[]> {
  const known = new Map<number, MilestoneReport | null>();
  const ask = async (at: number): Promise<MilestoneReport | null> => {
    const found = known.has(at) ? (known.get(at) ?? null) : await judge(at);
    known.set(at, found);
    return found;
  };
  for (const at of chosen) await ask(at);
  const stretches = chosen.slice(1).map((to, index): readonly [number, number] => [chosen[index] ?? 0, to]);
  for (let next = stretches.shift(); next !== undefined; next = stretches.shift()) {
    const [from, to] = next;
    if (to - from < 2 || known.size >= MOST_AUDITS) continue;
    if (metIn(await ask(from)) === metIn(await ask(to))) continue;
    const middle = Math.floor((from + to) / 2);
    await ask(middle);
    stretches.push([from, middle], [middle, to]);
  }
  return [...known]
    .flatMap(([at, milestone]): readonly Judged[] => (milestone === null ? [] : [{ at, milestone }]))
    .sort((a, b) => a.at - b.at);
}

/** Which requirements are met, as one word. */
function metIn(milestone: MilestoneReport | null): string {
  const met = milestone?.requirements.filter(({ verdict }) => verdict === 'met').map(({ id }) => id);
  return met?.join(' ') ?? '';
}

export function pointOf(moment: Moment, { score, requirements }: MilestoneReport): HistoryPoint {
  return {
    ...moment,
    low: score.low,
    high: score.high,
    readiness: score.readiness,
    met: requirements.filter(({ verdict }) => verdict === 'met').length,
    total: requirements.length,
  };
}

/** Where each requirement was met, lost and met again. */
export function turnsOf(
  moments: readonly Moment[],
  judged: readonly Judged[],
): readonly RequirementHistory[] {
  const newest = judged.at(-1);
  return (newest?.milestone.requirements ?? []).map(({ id, title, weight, verdict }) => {
    const turns: Turn[] = [];
    let met = false;
    let before: number | null = null;
    for (const { at, milestone } of judged) {
      const one = milestone.requirements.find((each) => each.id === id);
      const now = one?.verdict === 'met';
      const moment = moments[at];
      if (now !== met && moment !== undefined) {
        const { revision, date, subject } = moment;
        const exact = before === null ? at === 0 : before === at - 1;
        turns.push({ to: now ? 'met' : 'lost', revision, date, subject, exact });
      }
      met = now;
      before = at;
    }
    return { id, title, weight, now: verdict, turns };
  });
}

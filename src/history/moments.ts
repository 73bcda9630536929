/** Which commits of a history are looked at. Pure. */
import type { Moment } from '../model/history.ts';

/** Every so many commits, each week, each tag; 'some' for as many as a chart can show. */
export type Every = number | 'week' | 'tag' | 'some';

const SOME = 24;

/** Positions, ascending; the first and the newest are always among them. */
export function chosenMoments(moments: readonly Moment[], every: Every): readonly number[] {
  if (moments.length === 0) return [];
  const last = moments.length - 1;
  const all = moments.map((_, at) => at);
  const chosen = all.filter((at) => at === 0 || at === last || isChosen(moments, at, every));
  return chosen;
}

function isChosen(moments: readonly Moment[], at: number, every: Every): boolean {
  const last = moments.length - 1;
  switch (every) {
    case 'tag':
      return (moments[at]?.tags.length ?? 0) > 0;
    case 'week':
      // The last commit of its week.
      return weekOf(moments[at]) !== weekOf(moments[at + 1]);
    case 'some':
      return (last - at) % Math.max(1, Math.ceil(moments.length / SOME)) === 0;
    default:
      return (last - at) % every === 0;
  }
}

/** Weeks since the Monday before 1 March of the year 0, by the author's own day: no clock, no time zone. */
function weekOf(moment: Moment | undefined): number {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(moment?.date ?? '') ?? [];
  // Counted from March, a leap day is the last one of its year.
  const march = (Number(month) + 9) % 12;
  const years = Number(year) - (march > 9 ? 1 : 0);
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const days = years * 365 + leaps + Math.floor((march * 306 + 5) / 10) + Number(day) - 1;
  return Math.floor((days + TO_MONDAY) / 7);
}

/** 1 March of the year 0 was a Wednesday. */
const TO_MONDAY = 2;

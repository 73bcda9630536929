/** Which milestones a repository is: by what it looks like, and by what it does. */
import type { Facts } from '../facts/facts.ts';
import type { Recognition } from '../model/repository.ts';
import type { Milestone, MilestoneReport } from '../model.ts';
import { type Likeness, likenesses } from './likeness.ts';

/** How far the best candidate must be ahead of the second, as a share of its own strength. */
const MARGIN = 0.06;
/** Less than this says nothing at all. */
const LEAST_POINTS = 5;
/** Candidates that are told of, and judged. */
const SHOWN = 5;
/** What it is as well is not much weaker than what it is first, and a good part of it is done. */
const BESIDE = { likeness: 0.4, score: 0.4 };
const MOST_BESIDE = 2;
/** Of a score, what must be shown where the main job may be in code that was not read. */
const LEAST_SHOWN = 0.25;
/** Of what nothing but a hint speaks for, what must be there. */
const LEAST_DONE = 0.4;
/** Of strength, what looks alone are worth; the rest is for what is there. */
const BY_LOOKS = 0.5;

type Candidate = Recognition['candidates'][number];

interface Weighed extends Candidate {
  readonly points: number;
  readonly strength: number;
}

/**
 * Recognises the milestones: where its main job is not there, a repository is none, whatever it looks like. `milestone` is
 * null where no candidate is left, or two are too close to tell and too little of either is there to be both.
 */
export function recognise(
  facts: Facts,
  repositoryName: string,
  milestones: readonly Milestone[],
  reportOn: (milestone: Milestone) => MilestoneReport,
): Recognition {
  const foreign = facts.unread.some(({ extent, text }) => text === true && extent === 'whole');
  const weighed = (one: Likeness): Weighed => {
    const milestone = milestones.find(({ id }) => id === one.id);
    const report = milestone && reportOn(milestone);
    const main = milestone?.requirements.find((requirement) => requirement.main);
    const open = report && openJob(report, main?.id, foreign);
    const strength = open ? 0 : one.points * (BY_LOOKS + (report?.score.low ?? BY_LOOKS));
    const as = report ? { as: { title: report.title, score: report.score } } : {};
    return { ...one, share: 0, strength, ...as, open: open ?? null };
  };
  const likely = likenesses(facts, repositoryName);
  const told = likely.filter(({ points }) => points >= LEAST_POINTS).slice(0, SHOWN);
  const looked = told.map(weighed);
  const isAble = looked.some(({ open }) => open === null);
  const hinted = isAble || foreign ? [] : likely.filter((one) => !told.includes(one)).map(weighed);
  const found = [...looked, ...hinted.filter(isDone)].sort(
    (a, b) => b.strength - a.strength || b.points - a.points || (a.id < b.id ? -1 : 1),
  );
  const able = found.filter(({ open }) => open === null);
  const [best, second] = able;
  const beside = able.slice(1).filter((one) => best && isBeside(one, best));
  const lead = best ? (best.strength - (second?.strength ?? 0)) / best.strength : 0;
  const clear = lead >= MARGIN || (second !== undefined && beside.includes(second));
  return {
    milestone: best && clear ? best.id : null,
    also: beside.slice(0, MOST_BESIDE).map(({ id }) => id),
    confidence: rounded(lead),
    candidates: shares(found),
  };
}

/** A hint is enough where the main job, and a good part of the rest, is there. */
function isDone({ open, as }: Weighed): boolean {
  return open === null && as !== undefined && as.score.low >= LEAST_DONE;
}

/** The main job, where it is not there; where it may be in code of a language that is not read, little else must speak for it. */
function openJob(
  { requirements, score }: MilestoneReport,
  main: string | undefined,
  foreign: boolean,
): Candidate['open'] {
  const job = requirements.find(({ id }) => id === main);
  const unseen = foreign && job?.verdict === 'unverifiable' && score.low < LEAST_SHOWN;
  if (!job || !(unseen || job.verdict === 'missing')) return null;
  return { id: job.id, title: job.title, ...(unseen ? { unread: true as const } : {}) };
}

function isBeside(one: Weighed, best: Weighed): boolean {
  return (
    one.points >= BESIDE.likeness * best.points && one.as !== undefined && one.as.score.low >= BESIDE.score
  );
}

function shares(found: readonly Weighed[]): readonly Candidate[] {
  const total = found.reduce((sum, { strength }) => sum + strength, 0) || 1;
  return found.map(({ id, strength, signals, open, as }) => ({
    id,
    share: rounded(strength / total),
    signals,
    open,
    ...(as ? { as } : {}),
  }));
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

/** A cohort of any size as the reporters' tests need it: put together as the command does, out of results that are drawn by a seed. */
import type { CohortPlan, Entry } from '../../src/cohort/plan.ts';
import { type Earlier, earlierOf } from '../../src/cohort/progress.ts';
import { cohortReport } from '../../src/cohort/report.ts';
import type { Result } from '../../src/cohort/results.ts';
import type { Cell, CohortReport, Outcome, SimilarityReport } from '../../src/model/cohort.ts';
import type { Milestone, Requirement, Verdict } from '../../src/model.ts';
import { scoreOf } from '../../src/score.ts';
import { nextSteps } from '../../src/steps.ts';
import { HOSTILE } from './hostile.ts';

const TITLES = [
  'Users can register',
  'JWT authentication',
  'Create, read, update and delete posts',
  'Only authenticated users write posts',
  'PostgreSQL database',
  'Proper relationships',
  'All inputs are validated with schemas',
  'Public endpoints are rate limited',
  'Errors are answered in one shape',
  'Test coverage above 80 %',
  'Deployed to a cloud service',
  'API documentation',
];
const FIRST = [
  'Ada',
  'Grace',
  'Linus',
  'Margaret',
  'Alan',
  'Barbara',
  'Edsger',
  'Katherine',
  'Donald',
  'Radia',
];
const LAST = [
  'Lovelace',
  'Hopper',
  'Hamilton',
  'Turing',
  'Liskov',
  'Johnson',
  'Knuth',
  'Perlman',
  'Çelik',
  'Nwosu',
];
const REASONS = [
  'no call that does it',
  'it stands in the README only',
  'one of three routes has it',
  'a limiter on public routes',
];

export const BLOG: Milestone = {
  id: 'blog-api',
  title: 'Blog API with Auth',
  phase: 2,
  summary: 'A REST API.',
  requirements: TITLES.map(
    (title, index): Requirement => ({
      id: title.toLowerCase().replace(/[^a-z]+/g, '-'),
      title,
      weight: index % 3 === 0 ? 'core' : index % 3 === 1 ? 'high' : 'optional',
      main: false,
      effort: 'medium',
      met: { check: 'x', parameters: {} },
      partial: null,
      claim: null,
      says: null,
      after: [],
      stack: null,
      drawn: null,
      uncertain: [],
      spoken: [],
      why: 'It matters.',
      fix: 'Add `slowapi` and limit what is public.\n\n```python\nlimiter = Limiter()\n```',
      learn: [],
    }),
  ),
};

/** The same numbers for the same seed (mulberry32). */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function planOf(learners: number, shards = 1): CohortPlan {
  const entries = Array.from({ length: learners }, (_, index): Entry => {
    const name = `${FIRST[index % 10]} ${LAST[Math.floor(index / 10) % 10]}${index >= 100 ? ` ${index}` : ''}`;
    const id = `learner-${index + 1}`;
    return {
      key: `blog-api/${id}`,
      learner: { id, name, github: id, section: index % 2 === 0 ? 'A' : 'B' },
      assignment: 0,
      milestones: ['blog-api'],
      source: index % 17 === 16 ? null : `class/blog-${id}`,
      shard: (index % shards) + 1,
    };
  });
  return {
    schema: 1,
    kind: 'cohort-plan',
    tool: TOOL,
    title: 'AI engineers, spring 2027',
    since: null,
    assignments: [{ milestones: ['blog-api'], repositories: 'class/blog-*', starter: null }],
    shards,
    entries,
    strays: ['class/blog-somebody'],
  };
}

export const TOOL = {
  name: 'milestone-auditor',
  version: '0.1.0',
  program: '0123456789ab',
  rules: '0123456789ab',
} as const;

export function resultOf({ key, source }: Entry, draw: () => number, day: string): Result | null {
  if (source === null) return null;
  const luck = draw();
  if (luck < 0.04)
    return {
      key,
      outcome: {
        kind: 'failed',
        reason: 'GitHub did not give it: forbidden (403)',
        hint: 'Check the token.',
      },
    };
  if (luck < 0.1) return { key, outcome: { kind: 'absent', reason: 'the repository is empty' } };
  return { key, outcome: judgedBy(key, draw, luck, day) };
}

function judgedBy(key: string, draw: () => number, skill: number, day: string): Outcome {
  const cells = BLOG.requirements.map(({ id }, index): Cell => {
    const share = draw() + skill - index * 0.03;
    const verdict: Verdict =
      share > 0.8 ? 'met' : share > 0.62 ? 'partial' : share > 0.56 ? 'unverifiable' : 'missing';
    const reason = verdict === 'met' ? '' : (REASONS[Math.floor(draw() * REASONS.length)] ?? '');
    const place =
      verdict === 'missing'
        ? null
        : { path: `app/part_${index}.py`, line: 10 + index, text: `value = build(${index})` };
    return {
      requirement: id,
      verdict,
      claimed: draw() < 0.1,
      reason,
      place,
      places: verdict === 'met' ? 1 + Math.floor(draw() * 9) : 0,
    };
  });
  const requirements = BLOG.requirements.map((one, index) => ({
    ...one,
    verdict: cells[index]?.verdict ?? ('missing' as const),
  }));
  const score = scoreOf(requirements);
  const [next] = nextSteps([{ id: 'blog-api', title: '', score, requirements: requirements as never }], []);
  const name = key.replace('blog-api/', 'class/blog-');
  return {
    kind: 'judged',
    repository: {
      name,
      revision: 'a'.repeat(40),
      url: `https://github.com/${name}`,
      folder: '',
      day,
      renamed: null,
    },
    milestone: 'blog-api',
    score,
    cells,
    next: next?.requirement ? { requirement: next.requirement, gain: next.gain } : null,
    notes: 0,
  };
}

/** `weeks` 2: compared with the report of the week before, in which some were worse and one was not there. */
export function cohort(learners: number, weeks: 1 | 2 = 1): CohortReport {
  const plan = planOf(learners);
  const at = (seed: number, day: string, earlier: Earlier | null): CohortReport => {
    const draw = drawn(seed);
    const found = plan.entries.map((entry) => resultOf(entry, draw, day));
    const kept = found.filter(
      (one, index): one is Result => one !== null && (earlier !== null || index !== 2),
    );
    const entries = earlier === null ? plan.entries.filter((_, index) => index !== 2) : plan.entries;
    const results = new Map(kept.map((one) => [one.key, one]));
    if (earlier !== null)
      for (const [index, { key }] of plan.entries.entries()) {
        const before = earlier.rows.get(key)?.outcome;
        if (index % 3 === 0 && before !== undefined) results.set(key, { key, outcome: before });
      }
    return cohortReport({
      tool: TOOL,
      plan: { ...plan, entries },
      results,
      milestones: [BLOG],
      earlier,
      since: null,
    });
  };
  if (weeks === 1) {
    const draw = drawn(7);
    const results = new Map(
      plan.entries.flatMap((entry) => resultOf(entry, draw, '2027-03-08') ?? []).map((one) => [one.key, one]),
    );
    return cohortReport({ tool: TOOL, plan, results, milestones: [BLOG], earlier: null, since: null });
  }
  return at(7, '2027-03-15', earlierOf(at(5, '2027-03-08', null)));
}

/** Everything that a roster or a repository can name is an attack. */
export function hostileCohort(): CohortReport {
  const text = HOSTILE.slice(0, -1).join(' ');
  const plan = planOf(4);
  const entries = plan.entries.map((entry) => ({
    ...entry,
    learner: { id: `${text}${entry.key}`, name: text, github: text, section: text },
    source: text,
  }));
  const draw = drawn(11);
  const results = new Map(
    entries.flatMap((entry, index): (readonly [string, Result])[] => {
      if (index === 0)
        return [[entry.key, { key: entry.key, outcome: { kind: 'failed', reason: text, hint: text } }]];
      if (index === 1) return [[entry.key, { key: entry.key, outcome: { kind: 'absent', reason: text } }]];
      const outcome = judgedBy(entry.key, draw, 0.3, '2027-03-08');
      if (outcome.kind !== 'judged') return [];
      const cells = outcome.cells.map((cell) => ({
        ...cell,
        reason: cell.reason && text,
        place: cell.place && { path: text, line: 3, text },
      }));
      const repository = { ...outcome.repository, name: text, url: text, renamed: text };
      return [[entry.key, { key: entry.key, outcome: { ...outcome, cells, repository } }]];
    }),
  );
  const hostile = { ...plan, title: text, entries, strays: [text] };
  return cohortReport({
    tool: TOOL,
    plan: hostile,
    results,
    milestones: [BLOG],
    earlier: null,
    since: '2027-03-09',
  });
}

export function similar(): SimilarityReport {
  const [left, right] = cohort(8).sheets.flatMap(({ rows }) =>
    rows.flatMap(({ key, learner, outcome }) =>
      outcome.kind === 'judged' ? [{ key, learner, repository: outcome.repository }] : [],
    ),
  );
  if (left === undefined || right === undefined) throw new Error('two submissions');
  const places = [
    {
      left: { path: 'app/store.py', line: 8, endLine: 40 },
      right: { path: 'src/notes.py', line: 12, endLine: 44 },
    },
  ];
  return {
    schema: 1,
    kind: 'cohort-similarity',
    tool: TOOL,
    title: 'Spring',
    compared: 8,
    pairs: [{ left, right, share: 0.64, shared: 31, places }],
    more: 1,
  };
}

import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model.ts';
import { summaryOf } from '../../src/portfolio/proofs.ts';
import { finding, judgedMilestone, portfolio, project, rulesOf } from '../reporters/portfolio.ts';

const MET: readonly Verdict[] = ['met', 'met', 'met', 'met'];
const HALF: readonly Verdict[] = ['met', 'met', 'missing', 'missing'];
const milestone = (id: string, verdicts: readonly Verdict[] = MET) => judgedMilestone(id, id, verdicts);
const shows = (id: string, verdicts: readonly Verdict[] = MET) =>
  project(`ada/${id}`, [milestone(id, verdicts), rulesOf([])]);

describe('the checkpoint', () => {
  it.each([
    [[], null],
    [['cli-task-manager'], null],
    [['cli-task-manager', 'blog-api'], 3],
    [['cli-task-manager', 'blog-api', 'data-pipeline', 'ml-api', 'rag-system'], 6],
    [['data-pipeline', 'ml-api', 'rag-system', 'blog-api'], null],
    [
      [
        'cli-task-manager',
        'blog-api',
        'data-pipeline',
        'ml-api',
        'rag-system',
        'full-stack-ai-app',
        'production-deployment',
      ],
      9,
    ],
    [
      [
        'cli-task-manager',
        'blog-api',
        'data-pipeline',
        'ml-api',
        'rag-system',
        'full-stack-ai-app',
        'production-deployment',
        'realtime-chat',
      ],
      9,
    ],
    [
      [
        'cli-task-manager',
        'blog-api',
        'data-pipeline',
        'ml-api',
        'rag-system',
        'full-stack-ai-app',
        'production-deployment',
        'realtime-chat',
        'data-analysis-tool',
      ],
      12,
    ],
  ])('with %j is %j', (ids, expected) => {
    expect(portfolio({ judged: ids.map((id) => shows(id)) }).reached).toBe(expected);
  });

  it('says what is open, as little as is enough', () => {
    const [first] = portfolio({ judged: [shows('cli-task-manager'), shows('blog-api', HALF)] }).checkpoints;
    const proof = first?.proofs.find((one) => one.milestone === 'blog-api');
    expect(proof).toMatchObject({ status: 'begun', project: 'ada/blog-api' });
    // Of 11 points 6 are earned; one core requirement more makes 9, which is 82 %.
    expect(proof?.open.map(({ id }) => id)).toEqual(['blog-api-4']);
  });

  it('has nothing open where a milestone is shown, and no project where nobody has begun', () => {
    const [first] = portfolio({ judged: [shows('cli-task-manager')] }).checkpoints;
    expect(first?.proofs).toMatchObject([
      { status: 'shown', open: [] },
      { status: 'absent', project: null, open: [] },
    ]);
  });
});

describe('a proof', () => {
  it('comes from the best repository', () => {
    const judged = [shows('blog-api', HALF), { ...shows('blog-api'), source: 'ada/second' }];
    expect(portfolio({ judged }).required.find((one) => one.milestone === 'blog-api')?.project).toBe(
      'ada/second',
    );
  });

  it('may come from a repository that is another milestone', () => {
    const other = { ...shows('rag-system'), others: [summaryOf(milestone('production-deployment'))] };
    expect(
      portfolio({ judged: [other] }).required.find((one) => one.milestone === 'production-deployment'),
    ).toMatchObject({
      status: 'shown',
      project: 'ada/rag-system',
    });
  });

  it('is begun by a project that a milestone goes on with, and by no other', () => {
    const half = summaryOf(milestone('production-deployment', HALF));
    const status = (id: string) =>
      portfolio({ judged: [{ ...shows(id), others: [half] }] }).required.find(
        (one) => one.milestone === 'production-deployment',
      )?.status;
    expect(status('rag-system')).toBe('begun');
    expect(status('cli-task-manager')).toBe('absent');
  });

  it('does not come from a repository that has hardly anything of it', () => {
    const other = {
      ...shows('rag-system'),
      others: [summaryOf(milestone('blog-api', ['met', 'missing', 'missing', 'missing']))],
    };
    expect(portfolio({ judged: [other] }).required.find((one) => one.milestone === 'blog-api')?.status).toBe(
      'absent',
    );
  });

  it('tells what holds a score down', () => {
    const held = milestone('blog-api');
    const cap = {
      ...held,
      score: {
        ...held.score,
        low: 0.6,
        high: 0.6,
        readiness: 'on the way' as const,
        cap: 'a secret is committed',
      },
    };
    const found = portfolio({ judged: [project('ada/blog', [cap, rulesOf([])])] }).required[1];
    expect(found).toMatchObject({ status: 'begun', score: { cap: 'a secret is committed' }, open: [] });
  });
});

it('counts what is deployed by its address', () => {
  const judged = [
    project('a/a', [milestone('blog-api'), rulesOf(['met', 'met', 'met', 'met'])]),
    project('b/b', [milestone('ml-api'), rulesOf(['met', 'met', 'met', 'partial'])]),
  ];
  expect(portfolio({ judged }).deployed).toEqual({ atLeast: 3, projects: ['a/a'] });
});

it('keeps the strongest evidence of a skill first, the earlier repository where it is as strong', () => {
  const judged = ['a/a', 'b/b', 'c/c', 'd/d'].map((source, index) => ({
    ...shows('blog-api'),
    source,
    skills: [finding('comprehensions', index === 2 ? 9 : 2)],
  }));
  const [skill] = portfolio({ judged }).skills;
  expect(skill?.shown.map((one) => one.project)).toEqual(['c/c', 'a/a', 'b/b']);
});

it('is plain data that does not depend on anything but its parts', () => {
  expect(JSON.stringify(portfolio())).toBe(JSON.stringify(portfolio()));
  expect(JSON.parse(JSON.stringify(portfolio()))).toEqual(portfolio());
});

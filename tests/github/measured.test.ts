/** What a job has measured itself: the coverage of the head, and of what the pull request wrote. */
import { describe, expect, it } from 'vitest';
import { write } from '../repository/git-folder.ts';
import { fixture } from '../results/fixture.ts';
import type { Known } from './known-answers.ts';
import { reportOf, runAction } from './runner.ts';
import { startGitHub } from './server.ts';
import type { Step } from './step.ts';
import { checkout, payloadOf, pullOf, story } from './story.ts';

const BEFORE = {
  'requirements.txt': 'fastapi\npytest\n',
  'README.md': '# Shop\n\nAn API of prices.\n',
  '.gitignore': '*.xml\n',
  'shop/prices.py': 'def total(prices):\n    return sum(prices)\n',
  'tests/test_prices.py': `from shop.prices import total\n\n\ndef test_total():\n${'    assert total([1]) == 1\n'.repeat(5)}`,
};
const CHANGE = {
  'shop/prices.py':
    'def total(prices):\n    return sum(prices)\n\n\ndef cheapest(prices):\n    if not prices:\n        return None\n    return min(prices)\n',
};

const COVERAGE = `<coverage><class filename="shop/prices.py"><lines>${[1, 2, 5, 6, 7, 8]
  .map((line) => `<line number="${line}" hits="${line === 7 ? 0 : 1}"/>`)
  .join('')}</lines></class></coverage>`;

const PIPELINE = `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v6
      - run: pytest
  deploy:
    needs: test
    runs-on: ubuntu-24.04
    steps:
      - run: flyctl deploy
`;

interface Review {
  readonly event?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly known?: Known;
}

async function reviewed(
  inputs: Readonly<Record<string, string>>,
  { event = 'pull_request', files = {}, known }: Review = {},
) {
  const one = story({ ...BEFORE, ...files }, CHANGE);
  const pull = pullOf(one);
  const setting = { git: one.origin, pulls: [pull], ...(known === undefined ? {} : { known }) };
  const github = await startGitHub(setting);
  const workspace = checkout(one, one.head);
  write(workspace, { 'coverage.xml': COVERAGE, 'junit.xml': fixture('pytest-junit.xml') });
  const step = await runAction({
    github,
    event,
    payload: payloadOf(pull),
    workspace,
    sha: one.head,
    inputs: { milestone: 'blog-api', ...inputs },
  });
  return { step, comment: github.store.comments[0]?.body ?? '' };
}

function requirementOf(step: Step, wanted: string) {
  return reportOf(step).milestones[0]?.requirements.find(({ id }) => id === wanted);
}

it('a pipeline that is red on the default branch is not the doing of the change', async () => {
  const files = { '.github/workflows/ci.yml': PIPELINE };
  const known = { runs: [{ id: 8, path: '.github/workflows/ci.yml', conclusion: 'failure' }] };
  const { step } = await reviewed({ milestone: 'production-deployment', github: 'on' }, { files, known });
  const found = requirementOf(step, 'ci-cd');
  expect(found).toMatchObject({ verdict: 'partial', byFiles: { verdict: 'met' } });
  expect(step.outputs).toMatchObject({ better: '0', worse: '0' });
});

describe('coverage of this job', () => {
  it('is measured evidence, with that of the changed lines beside it', async () => {
    const { step, comment } = await reviewed({
      coverage: '*.xml\n',
      'test-results': 'junit.xml',
      comment: 'always',
    });
    expect(step).toMatchObject({ code: 0, stderr: '' });
    const report = reportOf(step);
    expect(report.measured).toMatchObject([
      {
        what: 'coverage',
        value: { lines: { covered: 5, found: 6 }, changed: { covered: 3, found: 4 }, percent: 83.33 },
      },
      { what: 'coverage', source: 'junit.xml', value: { unmeasured: expect.any(String) } },
      { what: 'tests', source: 'junit.xml', value: { total: 5, failed: 1 } },
    ]);
    expect(requirementOf(step, 'test-coverage')).toMatchObject({
      verdict: 'met',
      byFiles: { verdict: 'partial' },
    });
    for (const text of [comment, step.summary]) {
      expect(text).toContain('83.3 % of the lines are covered');
      expect(text).toContain('of the changed lines 75 % (3 of 4)');
    }
    // Of the base nobody measured anything: that it is met now is not the change's doing.
    expect(step.outputs).toMatchObject({ better: '0', worse: '0' });
    expect(comment).not.toContain('got better');
  });

  it('of what is checked out says nothing of a head that is not', async () => {
    const { step } = await reviewed({ coverage: 'coverage.xml' }, { event: 'pull_request_target' });
    expect(reportOf(step).measured).toBeUndefined();
    expect(step.summary).toContain('Coverage and test results were not used');
  });

  it('stays below the workspace', async () => {
    const { step } = await reviewed({ coverage: '../coverage.xml' });
    expect(step.code).toBe(1);
    expect(step.commands[0]?.data).toContain('coverage cannot be');
  });
});

/** The pair of workflows for forks: one audits without rights, the other publishes what it made, and believes nothing. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../repository/git-folder.ts';
import { reportOf, runAction } from './runner.ts';
import { startGitHub } from './server.ts';
import type { PullRequest } from './store.ts';
import { checkout, payloadOf, pullOf, type Story, story } from './story.ts';

const FORK = { from: 'stranger/name', label: 'stranger:change' };

let shared: { readonly one: Story; readonly text: string } | undefined;

/** What the half without rights leaves behind. */
async function untrusted(): Promise<{ readonly one: Story; readonly text: string }> {
  if (shared) return shared;
  const one = story();
  const pull = pullOf(one, FORK);
  const github = await startGitHub({ git: one.origin, pulls: [pull], write: [] });
  const workspace = checkout(one, one.merge);
  const inputs = { milestone: 'cli-task-manager' };
  const step = await runAction({
    github,
    event: 'pull_request',
    payload: payloadOf(pull),
    workspace,
    sha: one.merge,
    inputs,
  });
  shared = { one, text: readFileSync(step.outputs['report-path'] ?? '', 'utf8') };
  return shared;
}

interface Change {
  readonly edit?: (text: string) => string;
  readonly pull?: Partial<PullRequest>;
  readonly run?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function published({ edit, pull: change = {}, run = {}, inputs }: Change = {}) {
  const { one, text } = await untrusted();
  const pull = pullOf(one, { ...FORK, ...change });
  const github = await startGitHub({ git: one.origin, pulls: [pull] });
  const report = join(folderWith({}), 'report.json');
  const compact = JSON.stringify(JSON.parse(text));
  writeFileSync(report, edit?.(compact) ?? compact);
  const step = await runAction({
    github,
    event: 'workflow_run',
    payload: {
      workflow_run: {
        event: 'pull_request',
        conclusion: 'success',
        head_sha: one.head,
        head_branch: 'change',
        head_repository: { owner: { login: 'stranger' } },
        pull_requests: [],
        ...run,
      },
    },
    workspace: folderWith({}),
    sha: one.base,
    inputs: inputs ?? { milestone: 'cli-task-manager', report },
  });
  return { one, github, step, comment: github.store.comments[0]?.body ?? '' };
}

describe('the half with rights', () => {
  it('finds the pull request by what GitHub knows, and writes the same comment', async () => {
    const { one, github, step, comment } = await published();
    expect(step).toMatchObject({ code: 0, stderr: '' });
    expect(comment).toContain('## CLI Task Manager: 65 % → 71 %');
    expect(comment).toContain('| ❌ missing → ✅ **met** |');
    expect(github.store.checks).toEqual([
      expect.objectContaining({ head_sha: one.head, status: 'completed' }),
    ]);
    expect(github.seen.some(({ path }) => path.includes('/pulls?state=open&head=stranger%3Achange'))).toBe(
      true,
    );
  });

  it('comments nowhere where the pull request has moved on or is closed', async () => {
    const { github, step } = await published({ pull: { head: 'c'.repeat(40) } });
    expect(step.code).toBe(0);
    expect(github.store.comments).toEqual([]);
    expect(step.summary).toContain('## CLI Task Manager: 71 %');
  });

  it('reads the head by the API itself where it gets no report', async () => {
    const { step, comment } = await published({ inputs: { milestone: 'cli-task-manager' } });
    expect(step.code).toBe(0);
    expect(comment).toContain('65 % → 71 %');
  });

  it('has nothing to do after a run that was cancelled', async () => {
    const { github, step } = await published({ run: { conclusion: 'cancelled' } });
    expect(step.code).toBe(0);
    expect(github.seen).toEqual([]);
  });
});

describe('a report that was written by hand', () => {
  it('has no words of its own: titles, reasons to act and sums are ours', async () => {
    const { comment, step } = await published({
      edit: (text) =>
        text
          .replaceAll('Proper error handling', 'FORGED TITLE')
          .replaceAll(/"low":[\d.]+/g, '"low":1')
          .replaceAll(/"readiness":"[^"]+"/g, '"readiness":"ready"')
          .replaceAll(/"url":"[^"]+"/g, '"url":"https://evil.example/o/n"'),
    });
    expect(step.code).toBe(0);
    expect(comment).toContain('65 % → 71 %');
    expect(comment + step.summary).not.toMatch(/FORGED|evil\.example/);
  });

  it('is inert where it quotes', async () => {
    const evil = '@octocat </td><h1>x</h1> ![](https://evil.example/x.png) ##[error]no';
    const { comment, step } = await published({
      edit: (text) =>
        JSON.stringify(JSON.parse(text), (key, value) =>
          (key === 'lookedFor' || key === 'because') && value !== null ? evil : value,
        ),
    });
    expect(step.code).toBe(0);
    expect(comment).toContain('octocat');
    expect(comment).not.toMatch(/@octocat|<h1>|\]\(https:\/\/evil|https:\/\/evil/);
    expect(step.commands).toEqual([]);
  });

  describe('with measurements', () => {
    const COVERAGE = {
      formats: ['lcov'],
      digests: [`sha256:${'0'.repeat(64)}`],
      percent: 91,
      lines: { covered: 91, found: 100 },
      files: { covered: 1, found: 1 },
      changed: null,
    };
    const measuredAs =
      (what: string, value: object, source = 'lcov.info') =>
      (text: string) => {
        const report = JSON.parse(text);
        report.measured = [{ what, source, at: '2026-05-06T07:08:09Z', value }];
        const [one] = report.milestones[0].requirements;
        const { verdict, confidence, evidence, counterEvidence, lookedFor, reason, because, unkept } = one;
        one.byFiles = { verdict, confidence, evidence, counterEvidence, lookedFor, reason, because, unkept };
        one.verdict = 'met';
        one.evidence = [{ path: '', line: 1, text: '91 % of the lines', measured: true }];
        return JSON.stringify(report);
      };

    it('keeps them, marked, and says who measured', async () => {
      const { comment, step } = await published({ edit: measuredAs('coverage', COVERAGE) });
      expect(step).toMatchObject({ code: 0, stderr: '' });
      expect(reportOf(step)).toMatchObject({ measured: [{ what: 'coverage', value: COVERAGE }] });
      const [one] = reportOf(step).milestones[0]?.requirements ?? [];
      expect(one).toMatchObject({ verdict: 'met', byFiles: {}, evidence: [{ measured: true }] });
      for (const text of [comment, step.summary]) {
        expect(text).toContain('91 % of the lines are covered');
        expect(text).toContain('was measured by the workflow of the change');
      }
    });

    it('is inert where they quote', async () => {
      const evil = '@octocat <h1>x</h1> ![](https://evil.example/x.png) ##[error]no';
      const edit = measuredAs('coverage', { unmeasured: evil }, evil);
      const { comment, step } = await published({ edit });
      expect(comment).toContain('octocat');
      expect(comment + step.summary).not.toMatch(/@octocat|<h1>|\]\(https:\/\/evil/);
      expect(step.commands).toEqual([]);
    });

    it.each([
      ['of a kind that there is not', measuredAs('luck', {})],
      ['that lead to no page of the web', measuredAs('pages', { url: 'javascript:alert(1)', https: true })],
      ['of more than everything', measuredAs('coverage', { ...COVERAGE, percent: 300 })],
    ])('%s are refused', async (_, edit) => {
      const { step } = await published({ edit });
      expect(step.code).toBe(1);
      expect(step.commands[0]?.data).toContain('not a report of this version');
    });
  });

  it('that is met without evidence is not met', async () => {
    const { step } = await published({
      edit: (text) =>
        JSON.stringify(JSON.parse(text), (key, value) =>
          key === 'evidence' ? [] : key === 'verdict' ? 'met' : value,
        ),
    });
    expect(step.outputs).toMatchObject({ met: '0', score: '0' });
  });

  it.each<readonly [string, (text: string) => string, string]>([
    ['no JSON', () => 'hello', 'there is no JSON file'],
    ['no report', () => '{"schema": 2}', 'it is not a report of this version'],
    [
      'of other rules',
      (text) => text.replace(/"rules":"[^"]+"/, '"rules":"ffffffffffff"'),
      'made by another version',
    ],
    [
      'of another commit',
      (text) => text.replace(/"revision":"[^"]+"/, `"revision":"${'e'.repeat(40)}"`),
      'about another commit',
    ],
    [
      'of another milestone',
      (text) => text.replaceAll('"cli-task-manager"', '"forged"'),
      'a milestone that there is not',
    ],
    [
      'with a requirement left out',
      (text) => text.replaceAll('"error-handling"', '"forged"'),
      "does not judge 'error-handling'",
    ],
    [
      'with a path that leads out',
      (text) => text.replaceAll('"extra.py"', '"../../x"'),
      'not a report of this version',
    ],
    ['far too long', (text) => text.padEnd(9_000_000, ' '), 'larger than 8 MB'],
  ])('%s is refused, and nothing is written', async (_, edit, why) => {
    const { github, step } = await published({ edit });
    expect(step.code).toBe(1);
    expect(step.commands[0]).toMatchObject({ name: 'error', data: expect.stringContaining(why) });
    expect(github.store.comments).toEqual([]);
    expect(github.store.checks).toEqual([
      expect.objectContaining({ status: 'completed', conclusion: 'neutral' }),
    ]);
  });
});

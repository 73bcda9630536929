/** A repository that was written to hurt, judged by the built Action: what the runner hears and what GitHub gets. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TASKS } from '../cli/run.ts';
import type { Command } from './commands.ts';
import { PIECES } from './pieces.ts';
import { runAction } from './runner.ts';
import { startGitHub } from './server.ts';
import { checkout, payloadOf, pullOf, story } from './story.ts';

const SWALLOWS = 'def f(x: int) -> int:\n    try:\n        return 1\n    except:\n        pass\n';

const SECRET = ['ghp', 'Zq7Lm2Xv9Bn4Kd8Rt5Wy1Pc6Hs3Jf0Gu2Tqa'].join('_');

const HOSTILE: Readonly<Record<string, string>> = {
  '##[stop-commands]x.py': SWALLOWS,
  '##[add-mask]FAIL.py': SWALLOWS,
  '##[notice title=Autograding complete]Points 100.py': SWALLOWS,
  '::error::forged.py': SWALLOWS,
  'a\n::error::forged.py': SWALLOWS,
  '@octocat #1 <img src=x>|`.py': SWALLOWS,
  '😀\u202e.py': SWALLOWS,
  'README.md': '# @octocat ::error::x\n\n##[error]no <h1>100/100</h1> ![x](https://evil.example/x.png)\n',
  'broken.py': 'def ##[error]x(:\n',
  // Put together here, so that nobody takes it for a real one.
  'keys.py': `KEY = "${SECRET}"\n\n\ndef k(x: str) -> None:\n    try:\n        x = "${SECRET}"\n    except:  # ${SECRET}\n        pass\n`,
  'says.py': `def g(x):  # ##[warning]x @octocat <b>\n    try:\n        print("::error::x")\n    except:  # ##[error]x\n        pass\n`,
};

function own({ name }: Command): boolean {
  return !['error', 'warning', 'notice'].includes(name);
}

it.each([
  ['with all rights', ['checks', 'comments'] as const],
  ['with none', [] as const],
])('speaks to nobody, %s', async (_, write) => {
  const one = story(TASKS, { ...HOSTILE, ...TASKS, 'README.md': HOSTILE['README.md'] ?? '' });
  const pull = pullOf(one);
  const github = await startGitHub({ git: one.origin, pulls: [pull], write });
  const step = await runAction({
    github,
    event: 'pull_request',
    payload: payloadOf(pull),
    workspace: checkout(one, one.merge),
    sha: one.merge,
    inputs: { milestone: 'cli-task-manager' },
  });
  expect(step).toMatchObject({ code: 0, stderr: '' });
  expect(step.commands.filter(own)).toEqual([]);
  // Annotations in the log are ours: each of them has our title.
  for (const { properties } of step.commands)
    expect(properties.title).toMatch(/^(?:Proper|Type|Logging|Milestone|A |No |Managed|Invalid)/);
  if (write.length > 0) expect(step.commands).toEqual([]);
  else expect(step.commands.length).toBeGreaterThan(0);
  const written = [
    step.summary,
    ...github.store.comments.map(({ body }) => body),
    ...github.store.checks.map(({ output }) => output.summary ?? ''),
  ];
  for (const text of written) {
    const prose = text.replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(text).not.toContain(SECRET);
    expect(prose).not.toMatch(/@octocat|<img|<h1>|##\[/);
  }
  expect(step.summary).toContain('a secret is committed');
  expect(step.stdout + JSON.stringify(github.store)).not.toContain(SECRET);
  for (const seen of github.seen) expect([seen.route, seen.status]).not.toContain(422);
});

/** A name as a file can have it: no slash, no NUL, not too long, and not one of Git's own. */
const names = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 5 })
  .map((parts) =>
    parts
      .join('')
      .replace(/[/\0\ud800-\udfff]/g, '')
      .slice(0, 60),
  )
  .filter((name) => name.trim() !== '' && !/^\.*$/.test(name))
  .map((name) => `${name}.py`);

const contents = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 })
  .map((parts) => `${SWALLOWS}\n# ${parts.join(' ').replace(/[\r\n\u2028\u0085]/g, ' ')}\nprint(1)\n`);

it('speaks to nobody, whatever its files are called and say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, contents, { minKeys: 3, maxKeys: 8 }), async (files) => {
      const one = story(TASKS, files);
      const pull = pullOf(one);
      const github = await startGitHub({ git: one.origin, pulls: [pull] });
      const workspace = checkout(one, one.merge);
      const payload = payloadOf(pull);
      const inputs = { milestone: 'cli-task-manager' };
      const step = await runAction({
        github,
        event: 'pull_request',
        payload,
        workspace,
        sha: one.merge,
        inputs,
      });
      expect(step).toMatchObject({ code: 0, stderr: '', commands: [] });
      expect(github.store.checks[0]).toMatchObject({ status: 'completed' });
      expect(github.seen.filter(({ status }) => status === 422)).toEqual([]);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 120_000);

it('is cut to what GitHub takes, with names as long as a disk allows', async () => {
  const deep = Array.from({ length: 12 }, (_, index) => `${'ü'.repeat(100)}${index}`).join('/');
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `${deep}/f${index}.py`,
      `${SWALLOWS}\n\ndef g(x):\n    print("failed to save", x)\n`,
    ]),
  );
  const one = story(TASKS, files);
  const pull = pullOf(one);
  const github = await startGitHub({ git: one.origin, pulls: [pull] });
  const step = await runAction({
    github,
    event: 'pull_request',
    payload: payloadOf(pull),
    workspace: checkout(one, one.merge),
    sha: one.merge,
    inputs: { milestone: 'cli-task-manager', annotations: '51' },
  });
  expect(step).toMatchObject({ code: 0, stderr: '' });
  const [check] = github.store.checks;
  expect(check).toMatchObject({ status: 'completed' });
  expect(check?.annotations).toHaveLength(51);
  expect(Buffer.byteLength(check?.output.summary ?? '')).toBeLessThanOrEqual(64_000);
  expect(check?.output.summary).toContain('This is shortened to keep within a limit.');
  expect(github.store.comments[0]?.body.length).toBeLessThanOrEqual(65_000);
  expect(Buffer.byteLength(step.summary)).toBeLessThanOrEqual(1_000_000);
  expect(github.seen.filter(({ status }) => status === 422)).toEqual([]);
});

it.each([
  [10, 10, 10],
  [11, 11, 10],
])('prints %i annotations as %i, of which the runner shows %i', async (asked, _, shown) => {
  const many = Array.from({ length: 20 }, (_, at) => `${SWALLOWS.replace('def f', `def f${at}`)}f${at}(1)\n`);
  const one = story(TASKS, { 'many.py': many.join('') });
  const pull = pullOf(one);
  const github = await startGitHub({ git: one.origin, pulls: [pull], write: [] });
  const step = await runAction({
    github,
    event: 'pull_request',
    payload: payloadOf(pull),
    workspace: checkout(one, one.merge),
    sha: one.merge,
    inputs: { milestone: 'cli-task-manager', annotations: String(asked) },
  });
  expect(step.commands.filter(({ name }) => name === 'warning')).toHaveLength(shown);
  expect(step.commands.some(({ data }) => data.includes('… and 2 more places'))).toBe(asked > 10);
});

import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { UserError } from '../../src/errors.ts';

async function mistakes(text: string): Promise<readonly string[]> {
  const error = await parseConfig(text, '.milestone.yml').then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('was accepted');
  expect(error).toMatchObject({ code: 'bad-config', exitCode: 2 });
  return error.message.split('\n');
}

describe('a configuration', () => {
  it('is read whole', async () => {
    const text = [
      'milestone: blog-api',
      'ignore: [docs/, "legacy/**"]',
      'waivers:',
      '  - requirement: jwt-auth',
      '    reason: The course hands out the login.',
      '    until: 2026-12-31',
      '  - { requirement: portfolio/live-url, reason: " behind a VPN " }',
    ].join('\n');
    expect(await parseConfig(text, '.milestone.yml')).toEqual({
      path: '.milestone.yml',
      milestone: 'blog-api',
      milestonePlace: '.milestone.yml:1:12',
      ignore: ['docs/', 'legacy/**'],
      rules: [],
      knowledge: [],
      waivers: [
        { requirement: 'jwt-auth', reason: 'The course hands out the login.', until: '2026-12-31', line: 4 },
        { requirement: 'portfolio/live-url', reason: 'behind a VPN', until: null, line: 7 },
      ],
    });
  });

  it.each(['', '# nothing yet\n', '{}'])('may say nothing: %j', async (text) => {
    expect(await parseConfig(text, 'x.yml')).toEqual({
      path: 'x.yml',
      milestone: null,
      milestonePlace: 'x.yml:1:1',
      ignore: [],
      rules: [],
      knowledge: [],
      waivers: [],
    });
  });
});

describe('a mistake is told with its place', () => {
  it.each([
    ['milestone: 3', ".milestone.yml:1:12: 'milestone' must be text, not 3"],
    ['milestones: blog-api', ".milestone.yml:1:1: unknown key 'milestones'; did you mean 'milestone'?"],
    ['ignore: docs/', ".milestone.yml:1:9: 'ignore' must be a list, not 'docs/'"],
    ['ignore: [3]', ".milestone.yml:1:10: an entry of 'ignore' must be text, not 3"],
    ['waivers:\n  - requirement: jwt-auth', ".milestone.yml:2:5: 'reason' is missing: it takes text"],
    [
      'waivers:\n  - { requirement: jwt-auth, reason: "  " }',
      ".milestone.yml:2:38: 'reason' must be text that is not empty, not '  '",
    ],
    [
      'waivers:\n  - requirement: jwt-auth\n    reason: later\n    until: 31.12.2026',
      ".milestone.yml:4:12: 'until' must be a date like 2026-12-31, not '31.12.2026'",
    ],
    [
      'waivers:\n  - requirement: jwt-auth\n    reason: later\n    until: 2026-02-30',
      ".milestone.yml:4:12: 'until' must be a date like 2026-12-31, not '2026-02-30'",
    ],
    ['waivers: [', '.milestone.yml:1:'],
    ['a: &a [*a]', '.milestone.yml:1:8: '],
  ])('%j', async (text, message) => {
    const [first = ''] = await mistakes(text);
    expect(first.slice(0, message.length)).toBe(message);
  });

  it('all of them, in their order', async () => {
    const told = await mistakes('ignore: 1\nmilestone: Blog\nwaivers: 2\n');
    expect(told.map((line) => line.split(':')[1])).toEqual(['1', '2', '3']);
  });

  it('a requirement that is waived twice', async () => {
    const text = 'waivers:\n  - { requirement: a, reason: x }\n  - { requirement: a, reason: y }\n';
    expect(await mistakes(text)).toEqual([".milestone.yml:3:5: 'a' is waived already"]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { CATALOGUE } from '../../src/milestones/catalogue.ts';
import { loadMilestone } from '../../src/milestones/load.ts';
import { RuleFileError } from '../../src/milestones/shaped.ts';
import { TEST_CHECKS } from './checks.ts';

const HEAD = `id: x
title: X
phase: 1
summary: All about X.
requirements:
`;
/** A requirement whose `met` stands on line 12, its value from column 10. */
const withMet = (met: string, more = '') => `${HEAD}  - id: one
    title: One
    weight: core
    effort: small
    why: Because.
    fix: Do it.
    met: ${met}
${more}`;
const FINE = '{ counts: { atLeast: 1 } }';

async function mistakesOf(text: string, path = 'rules/x.yml'): Promise<readonly string[]> {
  const error: unknown = await loadMilestone(text, path, TEST_CHECKS).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof RuleFileError) return error.mistakes;
  expect(error).toBeNull();
  return [];
}

describe('a rule file without mistakes', () => {
  it('becomes a milestone, what may be left out filled in', async () => {
    const partial = `    partial:
      any:
        - all: [{ says: { answer: yes } }, { none: [plain-thing: {}] }]
        - plain-thing: true
    says: { met: It counts., partial: It begins to count }
    after: []
    learn: [{ title: T, url: 'https://example.org/t' }]
`;
    expect(await loadMilestone(withMet(FINE, partial), 'rules/x.yml', TEST_CHECKS)).toEqual({
      id: 'x',
      title: 'X',
      phase: 1,
      summary: 'All about X.',
      requirements: [
        {
          id: 'one',
          title: 'One',
          weight: 'core',
          main: false,
          effort: 'small',
          met: { check: 'counts', parameters: { atLeast: 1 } },
          partial: {
            any: [
              {
                all: [
                  { check: 'says', parameters: { answer: 'yes', of: 'a.py' } },
                  { none: [{ check: 'plain-thing', parameters: {} }] },
                ],
              },
              { check: 'plain-thing', parameters: {} },
            ],
          },
          says: { met: 'It counts.', partial: 'It begins to count' },
          claim: null,
          after: [],
          stack: null,
          drawn: null,
          uncertain: [],
          spoken: [],
          why: 'Because.',
          fix: 'Do it.',
          learn: [{ title: 'T', url: 'https://example.org/t' }],
        },
      ],
    });
  });

  it('may say less', async () => {
    const { requirements } = await loadMilestone(withMet(FINE), 'x.yml', TEST_CHECKS);
    expect(requirements[0]).toMatchObject({ partial: null, says: null, claim: null, after: [], learn: [] });
  });

  it.each(readdirSync('rules').filter((name) => name.endsWith('.yml') && name !== 'skills.yml'))(
    'rules/%s',
    async (name) => {
      const text = readFileSync(`rules/${name}`, 'utf8');
      const { id, requirements } = await loadMilestone(text, `rules/${name}`, CHECKS);
      expect(`${id}.yml`).toBe(name);
      expect(requirements.length).toBeGreaterThan(1);
    },
  );
});

it('every milestone that is recognised has a main requirement', async () => {
  for (const { id } of CATALOGUE) {
    const path = `rules/${id}.yml`;
    const { requirements } = await loadMilestone(readFileSync(path, 'utf8'), path, CHECKS);
    expect(requirements.filter(({ main }) => main).length, id).toBe(1);
  }
});

it('the rule file in docs/architecture.md is one', async () => {
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/architecture.md', 'utf8')) ?? [];
  const { requirements } = await loadMilestone(text, 'rules/blog-api.yml', CHECKS);
  expect(requirements).toHaveLength(1);
});

const CONDITION = 'must be one check with its parameters, or a list of conditions behind all, any or none';
const SHOWS =
  'needs a condition that shows something: finding nothing is never a pass, so a none goes into an all beside one';

describe('a mistake is told with its place and what was expected', () => {
  it.each([
    [
      'a typo in a key',
      withMet(FINE, '    wieght: core\n'),
      "13:5: unknown key 'wieght'; did you mean 'weight'?",
    ],
    [
      'a foreign key',
      `${withMet(FINE)}colour: red\n`,
      "13:1: unknown key 'colour'; known: id, title, phase, summary, requirements",
    ],
    [
      'a key that is left out',
      withMet(FINE).replace('    effort: small\n', ''),
      "6:5: 'effort' is missing: it takes one of small, medium, large",
    ],
    [
      'a wrong word',
      withMet(FINE).replace('core', 'cor'),
      "8:13: 'weight' must be one of core, high, optional, not 'cor'; did you mean 'core'?",
    ],
    ['a wrong type', withMet(FINE).replace('title: One', 'title: 1'), "7:12: 'title' must be text, not 1"],
    [
      'text where a list belongs',
      withMet(FINE, '    after: fast\n'),
      "13:12: 'after' must be a list, not 'fast'",
    ],
    [
      'empty text',
      withMet(FINE).replace('Because.', "''"),
      "10:10: 'why' must be text that is not empty, not ''",
    ],
    ['nothing', withMet(FINE).replace('Because.', ''), "10:10: 'why' must be text, but is empty"],
    [
      'an id in capitals',
      withMet(FINE).replace('id: one', 'id: One'),
      "6:9: 'id' must be lower-case words joined by hyphens, not 'One'",
    ],
    [
      'an id twice',
      `${withMet(FINE)}${withMet(FINE).slice(HEAD.length)}`,
      "13:9: there is a requirement 'one' already",
    ],
    [
      'a second main requirement',
      `${withMet(FINE, '    main: true\n')}${withMet(FINE, '    main: true\n')
        .slice(HEAD.length)
        .replace('id: one', 'id: two')}`,
      "21:11: 'one' is the main requirement already",
    ],
    [
      'an id that is not the file',
      withMet(FINE).replace('id: x', 'id: y'),
      "1:5: the id must be the name of the file, 'x'",
    ],
    [
      'no web address',
      withMet(FINE, '    learn: [{ title: T, url: "javascript:alert(1)" }]\n'),
      "13:30: 'learn.url' must be an http(s) address, not 'javascript:alert(1)'",
    ],
    [
      'no requirements',
      HEAD.replace('requirements:', 'requirements: []'),
      "5:15: 'requirements' must be a list of at least one, not an empty list",
    ],
    [
      'an unknown check',
      withMet('{ count: { atLeast: 1 } }'),
      "12:12: there is no check 'count'; did you mean 'counts'?",
    ],
    [
      'a check of no likeness',
      withMet('{ zzz: true }'),
      "12:12: there is no check 'zzz'; known: all, any, none, says, counts, plain-thing, broken, empty",
    ],
    [
      'a check without its parameters',
      withMet('{ counts: {} }'),
      "12:20: 'met.counts.atLeast' is missing: it takes a number",
    ],
    [
      'a bad parameter',
      withMet('{ counts: { atLeast: many } }'),
      "12:31: 'met.counts.atLeast' must be a number, not 'many'",
    ],
    [
      'a parameter out of range',
      withMet('{ counts: { atLeast: 0 } }'),
      "12:31: 'met.counts.atLeast' must be at least 1, not 0",
    ],
    [
      'an unknown parameter',
      withMet('{ counts: { atLeast: 1, word: [a] } }'),
      "12:34: unknown key 'word'; did you mean 'words'?",
    ],
    [
      'a parameter where there is none',
      withMet('{ plain-thing: { x: 1 } }'),
      "12:27: unknown key 'x': nothing can be set here",
    ],
    [
      'a check switched off',
      withMet('{ plain-thing: false }'),
      "12:25: 'met.plain-thing' must be keys with values or true, not false",
    ],
    [
      'a mistake deep inside',
      withMet('{ any: [{ all: [{ says: { answer: maybe } }] }] }'),
      "12:44: 'met.any.all.says.answer' must be one of yes, no, open, not 'maybe'",
    ],
    ['no condition', withMet('{}'), `12:10: 'met' ${CONDITION}; found nothing`],
    [
      'two conditions',
      withMet('{ plain-thing: true, counts: { atLeast: 1 } }'),
      `12:10: 'met' ${CONDITION}; found counts and plain-thing`,
    ],
    ['a word for a condition', withMet('plain-thing'), `12:10: 'met' ${CONDITION}, not 'plain-thing'`],
    [
      'an empty group',
      withMet('{ any: [] }'),
      "12:17: 'met.any' must be a list of at least one, not an empty list",
    ],
    ['a none alone', withMet('{ none: [plain-thing: {}] }'), `12:10: 'met' ${SHOWS}`],
    ['a none alone in an all', withMet('{ all: [{ none: [plain-thing: {}] }] }'), `12:10: 'met' ${SHOWS}`],
    [
      'a none in an any',
      withMet(FINE, '    partial: { any: [{ plain-thing: true }, { none: [plain-thing: {}] }] }\n'),
      `13:14: 'partial' ${SHOWS}`,
    ],
    ['a key twice', withMet(FINE, '    title: Two\n'), "13:5: the key 'title' stands twice"],
    ['an alias without an anchor', withMet('*verbs'), "12:10: there is no '&verbs' before it"],
    ['an alias of itself', withMet('&a { all: [*a] }'), "12:21: '*a' stands inside of what it repeats"],
    [
      'YAML that is none',
      'id: [x',
      '1:7: not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [
      'two documents',
      `---\n${withMet(FINE)}---\nid: y\n`,
      expect.stringMatching(/^14:1: not valid YAML: Source contains multiple documents/),
    ],
    ['an empty file', '', '1:1: the file must be keys with values, but is empty'],
    ['a list', '- x', '1:1: the file must be keys with values, not a list'],
  ])('%s', async (_, text, expected) => {
    const found = await mistakesOf(text);
    expect(found.map((one) => one.replace('rules/x.yml:', ''))).toEqual([expected]);
  });

  it('through an alias: where the mistake is written', async () => {
    const text = withMet('{ counts: &c { atLeast: many } }', '    partial: { counts: *c }\n');
    expect(await mistakesOf(text)).toEqual([
      "rules/x.yml:12:34: 'met.counts.atLeast' must be a number, not 'many'",
      "rules/x.yml:12:34: 'partial.counts.atLeast' must be a number, not 'many'",
    ]);
  });

  it('all of them at once, in the order of the lines; the message has the first', async () => {
    const text = withMet('{ zzz: true }').replace('core', 'cor').replace('title: X', 'titel: X');
    const mistakes = await mistakesOf(text);
    expect(mistakes.map((one) => one.split(':')[1])).toEqual(['1', '2', '8', '12']);
    await expect(loadMilestone(text, 'rules/x.yml', TEST_CHECKS)).rejects.toMatchObject({
      code: 'bad-rule-file',
      exitCode: 2,
      message: `${mistakes[0]} (and 3 more)`,
    });
  });
});

describe('hostile text is refused, soon', () => {
  const many = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i));
  it.each([
    ['brackets', '['.repeat(20_000), '1:1: nested more than 100 levels deep'],
    [
      'indentation',
      many(150, (index) => `${' '.repeat(index)}a:`).join('\n'),
      '102:1: nested more than 100 levels deep',
    ],
    ['list markers', '- '.repeat(5000), '1:1: nested more than 100 levels deep'],
    ['size', 'a'.repeat(250_001), '1:1: longer than 250,000 characters'],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(5000)}]`, '2:1505: more than 500 aliases'],
    [
      'a bomb',
      `a: &a [${'x,'.repeat(50)}]\n${many(8, (i) => `a${i}: &${'b'.repeat(i + 1)} [${`*${i ? 'b'.repeat(i) : 'a'},`.repeat(9)}]`).join('\n')}`,
      expect.stringMatching(/^1:1: not readable: Excessive alias count/),
    ],
  ])(
    '%s',
    async (_, text, expected) => {
      expect((await mistakesOf(text)).map((one) => one.replace('rules/x.yml:', ''))).toEqual([expected]);
    },
    5_000,
  );

  it.each([
    ['many unknown keys', many(3000, (index) => `key${index}: 1`).join('\n')],
    ['a key of many letters', `${'k'.repeat(50_000)}: 1`],
    ['names of the language', '__proto__: 1\nconstructor: 2\ntoString: 3\n'],
    ['other tags', '!!binary aGVsbG8='],
  ])(
    '%s: a list of mistakes that can be read',
    async (_, text) => {
      const mistakes = await mistakesOf(text);
      expect(mistakes.length).toBeGreaterThan(0);
      expect(mistakes.length).toBeLessThanOrEqual(20);
      for (const one of mistakes) expect(one.length).toBeLessThan(300);
    },
    5_000,
  );
});

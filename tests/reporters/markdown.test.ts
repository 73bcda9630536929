import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/difference.ts';
import type { Difference } from '../../src/model/difference.ts';
import type { Report, RequirementReport } from '../../src/model.ts';
import { code, prose, row } from '../../src/reporters/markdown/escape.ts';
import { markdownOf, reportMarkdown } from '../../src/reporters/markdown.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import { milestone, report, requirement, score } from './report.ts';

/** As GitHub: tables, strike-through, addresses become links, HTML is let through. */
const github = new MarkdownIt({ html: true, linkify: true });

const REMOTE = 'https://github.com/owner/name';

function withRemote(change: Partial<Report['repository']> = {}): Report {
  return report({ repository: { ...report().repository, url: REMOTE, ...change } });
}

function flipped(): Difference {
  const before = milestone({
    score: score({ low: 0.4, high: 0.4 }),
    requirements: milestone().requirements.map(
      (one): RequirementReport =>
        one.id === 'json-storage'
          ? { ...one, verdict: 'missing', evidence: [] }
          : { ...one, counterEvidence: [] },
    ),
  });
  const { repository } = report();
  return differenceOf(
    report({ milestones: [before], repository: { ...repository, revision: 'b'.repeat(40) } }),
    report(),
  );
}

function unlinked(change: Partial<Report> = {}): Report {
  return report({ repository: { ...report().repository, url: null }, ...change });
}

describe('the page', () => {
  it('leads with the project, its score and how sure that is', () => {
    expect(markdownOf(unlinked())).toMatch(
      /^## CLI Task Manager: 62–71 %\n\n\*\*on the way\*\* · 1 of 4 met, 1 partly, 1 cannot be told · `task-manager` at `0123456`\n/,
    );
  });

  it('says in words what a picture shows, and why', () => {
    const text = markdownOf(unlinked());
    expect(text).toContain('| ✅ met | core | `tasks/storage.py:14` |');
    expect(text).toContain(
      'claimed, not found: `README.md:3` `Tasks in the terminal, with type hints.`; 9 of 34 functions say their types',
    );
    expect(text).toContain('but 2 places against it: `tasks/storage.py:30` `print("saved")`');
    expect(text).toContain('| ❔ unverifiable | optional | the history is shallow |');
    expect(text).toContain('`tasks/broken.py:3`: did not parse here');
  });

  it('gives the code of a step in a fence of its own', () => {
    expect(markdownOf(unlinked())).toContain('```python\nlogger.info("saved")\n```');
  });

  it('shows a waiver with its reason and end, never as met', () => {
    const waived = requirement({
      verdict: 'waived',
      waiver: { reason: 'a course project', until: '2027-01-31' },
      evidence: [],
    });
    const text = markdownOf(unlinked({ milestones: [milestone({ requirements: [waived] })] }));
    expect(text).toContain('| ⚪ waived | core | waived until 2027-01-31: a course project |');
    expect(text).not.toContain('✅');
  });

  it('is what --format markdown prints', () => {
    const options = { columns: 80, ascii: false, verbose: false, palette: PLAIN };
    expect(reportMarkdown(unlinked(), options)).toBe(`${markdownOf(unlinked())}\n`);
    expect(reportMarkdown(unlinked(), { ...options, verbose: true })).toContain(
      'Data must outlive the process.',
    );
  });
});

describe('links', () => {
  it('lead to the lines of the audited commit', () => {
    expect(markdownOf(withRemote())).toContain(
      `[\`tasks/storage.py:14\`](${REMOTE}/blob/${report().repository.revision}/tasks/storage.py#L14)`,
    );
    expect(markdownOf(withRemote({ folder: 'services/api' }))).toContain(
      '/services/api/tasks/storage.py#L14)',
    );
    expect(markdownOf(withRemote({ url: 'https://gitlab.com/o/n' }))).toContain(
      'https://gitlab.com/o/n/-/blob/',
    );
  });

  it('are left out where the commit or the repository is not known', () => {
    expect(markdownOf(withRemote({ revision: null }))).not.toContain(`](${REMOTE}/`);
    expect(markdownOf(unlinked())).not.toContain(`/blob/${'0123456789'}`);
    // What is not committed has other lines there.
    const changed = markdownOf(withRemote({ uncommitted: ['tasks/storage.py'] }));
    expect(changed).not.toContain('blob/0123456789012345678901234567890123456789/tasks/storage.py');
    expect(changed).toContain('+ uncommitted changes');
  });

  it('hold no sign that would end them', () => {
    const evidence = [{ path: 'a b/(x)[1]_*`"<>#?%.py', line: 2, text: 'x' }];
    const text = markdownOf({
      ...withRemote(),
      milestones: [milestone({ requirements: [requirement({ evidence })] })],
    });
    const html = github.render(text);
    expect(html).toContain(
      'href="https://github.com/owner/name/blob/0123456789012345678901234567890123456789/a%20b/%28x%29%5B1%5D_%2A%60%22%3C%3E%23%3F%25.py#L2"',
    );
  });
});

describe('under review', () => {
  it('leads with the score before and after, and what flipped', () => {
    const text = markdownOf(unlinked(), { difference: flipped() });
    expect(text).toContain('## CLI Task Manager: 40 % → 62–71 %');
    expect(text).toContain('compared with `bbbbbbb`');
    expect(text).toContain('**1 requirement got better.**');
    expect(text).toContain('| ❌ missing → ✅ **met** | `tasks/storage.py:14` |');
    expect(text).toContain(
      '- `tasks/storage.py:41` `print("broken")` against _Logging instead of print statements_',
    );
    expect(text.indexOf('got better')).toBeLessThan(text.indexOf('<details><summary>All requirements'));
  });

  it('says that nothing changed', () => {
    const text = markdownOf(report(), { difference: differenceOf(report(), report()) });
    expect(text).toContain('62–71 %, unchanged');
    expect(text).toContain('No verdict changed.');
  });

  it('says that the rules were others', () => {
    const { tool } = report();
    const difference = differenceOf(report({ tool: { ...tool, rules: 'f'.repeat(12) } }), report());
    expect(markdownOf(report(), { difference })).toContain('made by different rules');
  });
});

describe('a budget', () => {
  const many = report({
    milestones: [
      milestone({
        requirements: Array.from({ length: 60 }, (_, index) =>
          requirement({
            id: `r-${index}`,
            verdict: index < 50 ? 'met' : 'missing',
            lookedFor: 'ü'.repeat(200),
          }),
        ),
      }),
    ],
  });
  const bytes = (text: string): number => Buffer.byteLength(text);
  const all = markdownOf(many);
  const open = markdownOf(many, { most: { bytes: bytes(all) - 1 } });

  it('is kept to the byte', () => {
    expect(markdownOf(many, { most: { bytes: bytes(all) } })).toBe(all);
    expect(markdownOf(many, { most: { characters: all.length } })).toBe(all);
    expect(markdownOf(many, { most: { characters: all.length - 1 } })).toBe(open);
  });

  it('takes away what is met first, then all but the headline', () => {
    expect(open).not.toContain('r-49');
    expect(open).toContain('r-50');
    const head = markdownOf(many, {
      most: { bytes: bytes(open) - 1 },
      difference: flipped(),
      rest: 'in the log',
    });
    expect(head).toContain('## CLI Task Manager');
    expect(head).toContain('**1 requirement got better.**');
    expect(head).toContain('The rest is in the log.');
    expect(head).not.toContain('|');
  });

  it('counts the marker and the footer', () => {
    const options = { marker: '<!-- m -->', footer: 'Made by a tool.' };
    const full = markdownOf(report(), options);
    expect(full.startsWith('<!-- m -->\n## ')).toBe(true);
    expect(full.endsWith('\n\nMade by a tool.')).toBe(true);
    const less = markdownOf(report(), { ...options, most: { bytes: bytes(full) - 1 } });
    expect(bytes(less)).toBeLessThan(bytes(full));
    expect(less.endsWith('Made by a tool.')).toBe(true);
  });

  it('never ends inside of a fence, a table or a fold', () => {
    for (let most = 400; most < 9000; most += 37) {
      const text = markdownOf(many, { most: { bytes: most }, verbose: true, difference: flipped() });
      expect((text.match(/^```/gm) ?? []).length % 2).toBe(0);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
      for (const line of text.split('\n')) if (line.startsWith('|')) expect(line).toMatch(/\|$/);
    }
  });
});

describe('text of the repository', () => {
  const HOSTILE = [
    '@octocat please look',
    '@org/team',
    'fixes #12 and owner/repo#3, GH-7',
    'a1b2c3d4e5f6a7b8c9d0',
    '<script>alert(1)</script><img src=x onerror=y>',
    '![x](http://evil.example/x.png) [y](javascript:alert(1))',
    '``` \n# heading\n- list\n| a | b |',
    '`code` ``more`` \\` end\\',
    '</td></tr></table><h1>100/100</h1>',
    'https://evil.example www.evil.example me@evil.example',
    '| --- | --- |\n| forged | row |',
    '<!-- comment -->',
    '\\| \\\\| $x$ :tada: ~~no~~ **bold** __bold__ &lt;b&gt;',
    '1. one',
    '- one',
    '# one',
    '::error::__::error:: :+1: :-1: :e-mail:',
  ];

  it.each(HOSTILE)('is inert in a code span: %s', (text) => {
    expect(github.renderInline(code(text))).toMatch(/^<code>[^<]*<\/code>$/);
  });

  it.each(HOSTILE)('is inert in a sentence: %s', (text) => {
    const html = github.render(prose(text));
    expect(html).toMatch(/^<p>[^<]*<\/p>\n$/);
    expect(html).not.toMatch(/[@#](?=\w)|GH-\d|:\/\/|www\.|[0-9a-f]{7}|:[\w+-]+:/);
  });

  it.each(HOSTILE)('stays in its cell: %s', (text) => {
    const table = [row(['a', 'b']), row(['---', '---']), row([code(text), prose(text)])].join('\n');
    const html = github.render(table);
    expect(html.match(/<tr>/g)).toHaveLength(2);
    expect(html.match(/<t[dh]>/g)).toHaveLength(4);
    expect(html).not.toMatch(/<(?!\/?(?:table|thead|tbody|tr|th|td|code)>)/);
  });

  it('reads as it was written', () => {
    expect(github.renderInline(code('a | `b` \\| c'))).toBe('<code>a | `b` \\| c</code>');
    expect(github.render(`${row(['h'])}\n${row(['---'])}\n${row([code('a\\|b|c')])}`)).toContain(
      '<code>a\\|b|c</code>',
    );
    expect(github.renderInline(prose('5 of 7 (71 %), not_this'))).toBe('5 of 7 (71 %), not_this');
  });
});

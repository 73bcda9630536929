import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { sha256 } from '../../src/reporters/html/digest.ts';
import { html, webAddress } from '../../src/reporters/html/markup.ts';
import { portfolioHtml } from '../../src/reporters/html/portfolio.ts';
import { reportHtml } from '../../src/reporters/html/report.ts';
import { HOSTILE } from './hostile.ts';
import { portfolio } from './portfolio.ts';
import { milestone, report, requirement } from './report.ts';

it.each(['', 'abc', 'ü'.repeat(40), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'y'.repeat(10_000)])(
  'digests as everybody does: %#',
  (text) => {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('base64'));
  },
);

it('escapes whatever is put in, and joins lists', () => {
  const made = html`<p title="${'"<&>\''}">${['<b>', html`<i>${'&'}</i>`]}${null}${false}${2 / 3}</p>`;
  expect(made.markup).toBe('<p title="&quot;&lt;&amp;&gt;&#39;">&lt;b&gt;<i>&amp;</i>0.67</p>');
});

it('leaves no hostile text as it came', () => {
  for (const text of HOSTILE) expect(html`${text}`.markup).not.toMatch(/[<>"'\u0000-\u001f\u202e]/);
});

it.each([
  ['https://app.example.org/a?b=c&d#e', true],
  ['http://app.example.org', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['data:text/html,x', false],
  ['https://app.example.org/"onclick="x', false],
  ['https://app.example.org/ x', false],
  ['//app.example.org', false],
])('%s is an address to follow: %s', (url, expected) => {
  expect(webAddress(url) !== null).toBe(expected);
});

it('links every place to the audited commit', () => {
  expect(reportHtml(report(), {})).toContain(
    'href="https://github.com/ada/task-manager/blob/0123456789012345678901234567890123456789/tasks/storage.py#L14"',
  );
});

it('says what changed since an earlier report', () => {
  const page = reportHtml(report(), {
    difference: {
      base: 'abcdef0123456789012345678901234567890123',
      sameRules: true,
      milestones: [
        {
          id: 'cli-task-manager',
          title: 'CLI Task Manager',
          before: { ...milestone().score, low: 0.4, high: 0.4 },
          after: milestone().score,
          changes: [
            {
              requirement: 'logging',
              title: 'Logging',
              before: 'missing',
              after: 'partial',
              effect: 'better',
            },
          ],
          added: [],
          removed: [],
          against: [],
        },
      ],
    },
  });
  expect(page).toContain('Since commit abcdef0');
  expect(page).toContain('CLI Task Manager: 40 %, now 62–71 %.');
  expect(page).toContain('was missing, is partial');
});

it('tells what could not be audited, and what separates from the next checkpoint', () => {
  const page = portfolioHtml(portfolio());
  expect(page).toContain('1 repository could not be audited');
  expect(page).toMatch(/there is no such repository\.<\/li><\/ul><p>Check the name\.<\/p>/);
  expect(page).toContain('Before Junior Backend Developer: one more project');
  expect(page).toContain('Open: <strong>Blog API with Auth, requirement 4</strong> (under an hour)');
});

it('is the same to the byte for the same report', () => {
  expect(reportHtml(report(), {})).toBe(reportHtml(report(), {}));
});

it('shows the waiver of a requirement', () => {
  const waived = requirement({
    verdict: 'waived',
    evidence: [],
    waiver: { reason: 'no users yet', until: null },
  });
  expect(reportHtml(report({ milestones: [milestone({ requirements: [waived] })] }), {})).toContain(
    'no users yet',
  );
});

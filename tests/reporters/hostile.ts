/** Names and texts that try to break out of every format: a repository may be called and hold anything. */
import type { Report } from '../../src/model.ts';
import { milestone, report, requirement } from './report.ts';

export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</title></style></script><svg onload=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '=HYPERLINK("https://evil.example","x")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '##[stop-commands]x',
  '::error title=Points::100/100',
  '\u202egnp.exe',
  '\u0000\u001b[31m\u0007',
  ']]></system-out><failure/>',
  '{0} {{x}} [a](1)',
  'a\r\nb,c;d\te',
  '\ud800 half, \uffff none',
  'x'.repeat(5_000),
];

/** A report in which every string of the repository is the given one. */
export function hostileReport(text: string): Report {
  const evidence = [{ path: `src/${text}.py`, line: 3, endLine: 9, text: text.slice(0, 200) }];
  return report({
    repository: {
      name: text,
      revision: '0123456789012345678901234567890123456789',
      tree: '9876543210987654321098765432109876543210',
      url: 'https://github.com/ada/app',
      folder: text.slice(0, 50),
      languages: ['python'],
      about: text.slice(0, 300),
      live: text,
      history: { commits: 1, authors: 1, first: null, last: '2026-05-06' },
      uncommitted: [text],
    },
    milestones: [
      milestone({
        requirements: [
          requirement({ evidence }),
          requirement({
            id: 'logging',
            verdict: 'partial',
            evidence,
            counterEvidence: evidence,
            lookedFor: text,
          }),
          requirement({
            id: 'type-hints',
            verdict: 'missing',
            evidence: [],
            lookedFor: text,
            claimed: true,
            unkept: true,
            claim: evidence[0] ?? null,
            because: text,
          }),
          requirement({ id: 'git-managed', verdict: 'unverifiable', evidence: [], reason: text }),
        ],
      }),
    ],
    secrets: [{ what: text.slice(0, 50), path: text, line: 1 }],
    claims: [{ claim: text, said: { path: text, line: 2, text }, lookedFor: text }],
    notes: [{ path: text, line: 1, text }],
  });
}

import { expect, it } from 'vitest';
import type { Recognition } from '../../src/model/repository.ts';
import { reportMarkdown } from '../../src/reporters/markdown.ts';
import { howRecognised } from '../../src/reporters/recognised.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import { reportTerminal } from '../../src/reporters/terminal.ts';
import { report } from './report.ts';

const OPTIONS = { columns: 80, ascii: false, verbose: false, palette: PLAIN };
const CLEAR: Recognition = {
  milestone: 'cli-task-manager',
  also: [],
  confidence: 0.42,
  candidates: [
    {
      id: 'cli-task-manager',
      share: 0.6,
      signals: ["'todo' in the title", 'a', 'b', 'c', 'd', 'e'],
      open: null,
    },
    { id: 'blog-api', share: 0.4, signals: ['POST /posts'], open: null },
  ],
};
const OPEN: Recognition = { ...CLEAR, milestone: null, confidence: 0.02 };

it('a clear case is told by its signals and its lead', () => {
  const how = "Recognised by 'todo' in the title, a, b, c, d and 1 more; next is blog-api";
  expect(howRecognised(report({ recognition: CLEAR }))).toBe(how);
});

it('what it is as well is told, and what it is not goes unmentioned', () => {
  const [first, second] = CLEAR.candidates;
  const third = {
    id: 'ml-api',
    share: 0,
    signals: [],
    open: { id: 'prediction-endpoint', title: 'Predicts' },
  };
  const candidates = [first, second, third].filter((one) => one !== undefined);
  const how = howRecognised(report({ recognition: { ...CLEAR, also: ['blog-api'], candidates } }));
  expect(how).toMatch(/; it is blog-api as well$/);
});

it('a doubtful case names the two nearest, and what it was judged as', () => {
  const how = howRecognised(report({ recognition: OPEN }));
  expect(how).toMatch(/^Cannot tell .*: cli-task-manager \('todo' .*\) or blog-api \(POST \/posts\)\./);
  expect(how).toMatch(/Judged as cli-task-manager$/);
});

it('is said in the terminal and in Markdown, and nowhere when the milestone was named', () => {
  const page = (recognition: Recognition | null) => [
    reportTerminal(report({ recognition }), OPTIONS).replace(/\s+/g, ' '),
    reportMarkdown(report({ recognition }), OPTIONS),
  ];
  for (const text of page(CLEAR)) expect(text).toContain('next is blog-api');
  for (const text of page(null)) expect(text).not.toContain('Recognised');
});

it('a route cannot write Markdown', () => {
  const candidates = [{ id: 'blog-api', share: 1, signals: ['GET /[x](http://a.b)/posts'], open: null }];
  const text = reportMarkdown(
    report({ recognition: { milestone: 'blog-api', also: [], confidence: 1, candidates } }),
    OPTIONS,
  );
  expect(text).toContain('GET /\\[x\\]');
});

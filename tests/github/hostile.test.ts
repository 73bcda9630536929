/** Names and contents that were written to hurt, through every channel: no command, no mention, no HTML, no link of theirs. */
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, vi } from 'vitest';
import { runnerOf } from '../../src/action/runner.ts';
import { differenceOf } from '../../src/difference.ts';
import { annotationsOf } from '../../src/github/annotations.ts';
import { logText, plain, silenced } from '../../src/github/commands.ts';
import type { Evidence, Report } from '../../src/model.ts';
import { markdownOf } from '../../src/reporters/markdown.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import { reportTerminal } from '../../src/reporters/terminal.ts';
import { milestone, report, requirement } from '../reporters/report.ts';
import { commandsIn } from './commands.ts';
import { PIECES } from './pieces.ts';

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const place: fc.Arbitrary<Evidence> = fc.record({
  path: hostile,
  line: fc.integer({ min: 1, max: 9999 }),
  text: hostile,
});

const reports: fc.Arbitrary<Report> = fc
  .record({
    places: fc.array(place, { minLength: 1, maxLength: 4 }),
    words: fc.tuple(hostile, hostile, hostile, hostile),
    url: fc.boolean(),
  })
  .map(({ places, words: [name, lookedFor, reason, note], url }) => {
    const requirements = (['partial', 'missing', 'unverifiable', 'waived', 'met'] as const).map(
      (verdict, index) =>
        requirement({
          id: `r-${index}`,
          verdict,
          evidence: verdict === 'met' || verdict === 'partial' ? places : [],
          counterEvidence: verdict === 'met' ? [] : places,
          lookedFor,
          because: lookedFor,
          claim: places[0] ?? null,
          unkept: verdict === 'missing',
          reason,
          waiver: verdict === 'waived' ? { reason, until: null } : null,
        }),
    );
    const one = milestone({ requirements });
    return report({
      repository: { ...report().repository, name, url: url ? 'https://github.com/owner/name' : null },
      milestones: [{ ...one, score: { ...one.score, cap: reason } }],
      notes: [{ path: places[0]?.path ?? null, line: 1, text: note }],
    });
  });

const before = report({
  milestones: [
    milestone({ requirements: [0, 1, 2, 3, 4].map((index) => requirement({ id: `r-${index}` })) }),
  ],
});
const RUNS = { numRuns: 300 };

const github = new MarkdownIt({ html: true, linkify: true });
const OURS = /^<\/?(?:details|summary)>$/;
const LINKS =
  /^https:\/\/(?:github\.com\/(?:owner\/name\/(?:blob|tree)|OWNER\/milestone-auditor\/blob\/main\/docs\/requirements)\/|docs\.python\.org\/)/;

/** What GitHub would make of it, and what of that was not meant. */
function unintended(markdown: string): readonly string[] {
  const found: string[] = [];
  let linked = 0;
  for (const token of github.parse(markdown, {}).flatMap((block) => [block, ...(block.children ?? [])])) {
    if (token.type === 'html_block' || token.type === 'html_inline') {
      for (const tag of token.content.match(/<[^>]*>?/g) ?? []) if (!OURS.test(tag)) found.push(tag);
    }
    if (token.type === 'image') found.push('an image');
    if (token.type === 'link_open') {
      linked += 1;
      if (!LINKS.test(String(token.attrGet('href')))) found.push(`a link to ${token.attrGet('href')}`);
    }
    if (token.type === 'link_close') linked -= 1;
    if (token.type === 'text' && linked === 0) {
      const mention = /(?:^|[^\w`])@\w|#\d|\bGH-\d|:\/\/|\bwww\.|\b[0-9a-f]{7,40}\b|:[\w+-]+:/i.exec(
        token.content,
      );
      if (mention) found.push(mention[0] ?? '');
    }
  }
  return found;
}

describe('Markdown of comment, check run and summary', () => {
  it('holds no HTML, no picture, no mention, no reference and no link but ours', () => {
    fc.assert(
      fc.property(reports, (one) => {
        expect(unintended(markdownOf(one, { verbose: true, difference: differenceOf(before, one) }))).toEqual(
          [],
        );
      }),
      RUNS,
    );
  });

  it('keeps its tables and folds whole', () => {
    fc.assert(
      fc.property(reports, (one) => {
        const html = github.render(markdownOf(one, { difference: differenceOf(before, one) }));
        for (const table of html.split('<table>').slice(1)) {
          const cells = table
            .split('<tr>')
            .slice(1)
            .map((row) => row.match(/<t[dh]>/g)?.length);
          expect(new Set(cells).size).toBe(1);
        }
        expect(html.match(/<details>/g)).toHaveLength(1);
        expect(html.match(/<\/details>/g)).toHaveLength(1);
      }),
      RUNS,
    );
  });
});

/** What is handed to the runner, through its own library. */
function printed(work: () => void): string {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    work();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

describe('what is printed', () => {
  it('below its title holds no command of theirs', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, text) => {
        const found = commandsIn(printed(() => runnerOf({}).log(title, text)));
        expect(found.map(({ name }) => name)).toEqual(['group', 'endgroup']);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds no command of theirs: not in the log, not with the log stopped', () => {
    fc.assert(
      fc.property(reports, (one) => {
        const text = logText(
          reportTerminal(one, { columns: 100, ascii: false, verbose: true, palette: PLAIN }),
        );
        expect(commandsIn(text)).toEqual([]);
        expect(commandsIn(silenced(text, 'token'))).toEqual([]);
      }),
      RUNS,
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commandsIn(logText(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('the runner listens again after the log', () => {
    fc.assert(
      fc.property(reports, (one) => {
        const log = silenced(
          logText(reportTerminal(one, { columns: 100, ascii: false, verbose: true, palette: PLAIN })),
          'token',
        );
        expect(commandsIn(`${log}\n::notice::here\n`)).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('an annotation is one command, whose path is read as it was meant', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (path, title, message) => {
        const { annotate, say } = runnerOf({});
        const found = commandsIn(
          printed(() => annotate({ level: 'warning', path, line: 3, title, message })),
        );
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({
          name: 'warning',
          properties: { ...(path === '' ? {} : { line: '3' }) },
        });
        if (path.trim() === path && path !== '') expect(found[0]?.properties.file).toBe(path);
        expect(commandsIn(printed(() => say('failure', message)))).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('annotations of a check run', () => {
  it('are plain text that GitHub takes', () => {
    fc.assert(
      fc.property(reports, (one) => {
        const options = { required: ['r-0'], changed: () => true };
        for (const { title, message } of annotationsOf(one, differenceOf(before, one), options)) {
          expect(title.length).toBeLessThanOrEqual(255);
          expect(title + message).not.toMatch(
            /[\u{10000}-\u{10ffff}]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|##\[/u,
          );
          expect(message).not.toMatch(/@\w|#\d/);
        }
      }),
      RUNS,
    );
  });

  it('keep what can be read', () => {
    expect(plain('print("ü") 😀')).toBe('print("ü") \\u{1f600}');
  });
});

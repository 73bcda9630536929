import { describe, expect, it } from 'vitest';
import { PLAIN, type ReporterOptions } from '../../src/reporters/reporter.ts';
import { reportTerminal } from '../../src/reporters/terminal.ts';
import { widthOf } from '../../src/reporters/width.ts';
import { milestone, report, requirement, score } from './report.ts';

const OPTIONS: ReporterOptions = { columns: 80, ascii: false, verbose: false, palette: PLAIN };

function lines(change: Parameters<typeof report>[0] = {}, options: Partial<ReporterOptions> = {}): string[] {
  return reportTerminal(report(change), { ...OPTIONS, ...options }).split('\n');
}

describe('the scorecard', () => {
  it('says what, how far, and how sure', () => {
    const [, title, bar] = lines();
    expect(title).toMatch(/^CLI Task Manager +task-manager @ 0123456$/);
    expect(bar).toContain('62–71 %');
    expect(bar).toContain('on the way · 1 of 4 met, 1 partly, 1 cannot be told');
  });

  it('gives one number where everything is decided, and 100 only where nothing is left', () => {
    const bar = (low: number, high: number) =>
      lines({ milestones: [milestone({ score: score({ low, high }) })] })[2];
    expect(bar(0.5, 0.5)).toMatch(/ 50 % /);
    expect(bar(0.997, 0.997)).toMatch(/ 99 % /);
    expect(bar(1, 1)).toMatch(/^█{16} {2}100 % /);
    expect(bar(0, 0)).toMatch(/^░{16} {2}0 % /);
  });

  it('puts what is there first, each with its evidence on the same line', () => {
    const rows = lines().filter((line) => /^ {2}[✔◐✘?] /.test(line));
    expect(rows.map((line) => line.trim()[0])).toEqual(['✔', '◐', '✘', '?']);
    expect(rows[0]).toMatch(/Tasks are stored in JSON files +core +tasks\/storage\.py:14$/);
    // The id, by which explain and --require know it.
    expect(lines().join('\n')).toContain('\n    json-storage\n');
  });

  it('says what speaks against a requirement, how often, and where first', () => {
    const text = lines().join('\n');
    expect(text).toContain(
      '    tasks/storage.py:30 and 1 more place\n      29 │ with open(path) as file:\n    > 30 │   print("saved")\n',
    );
    expect(text).toContain('A logger is used, beside prints of what happens (tasks/cli.py:9).');
  });

  it('marks what the README claims and the code does not show', () => {
    const text = lines({}, { columns: 110 }).join('\n');
    expect(text).toContain('claimed, not found: README.md:3 Tasks in the terminal, with type hints.');
    expect(text).toContain('9 of 34 functions say their types.');
  });

  it('never marks a met requirement as claimed and not found', () => {
    const met = requirement({ claimed: true });
    expect(lines({ milestones: [milestone({ requirements: [met] })] }).join()).not.toContain('not found');
  });

  it('shows a whole file without a line number', () => {
    const file = requirement({ evidence: [{ path: 'Dockerfile', line: 1, text: '' }] });
    const row = lines({ milestones: [milestone({ requirements: [file] })] }).find((line) =>
      line.includes('✔'),
    );
    expect(row).toMatch(/Dockerfile {2}json-storage$/);
  });

  it('says why a score is held down', () => {
    const held = milestone({ score: score({ cap: 'a secret is committed' }) });
    expect(lines({ milestones: [held] }).join('\n')).toContain('Held down: a secret is committed');
  });
});

describe('next steps', () => {
  it('gives points, time, and the code of the first action only', () => {
    const text = lines({}, { columns: 110 }).join('\n');
    expect(text).toContain('1. Logging instead of print statements · +1.5 points, to 74 % · under an hour');
    expect(text).toContain('       logger.info("saved")');
    expect(text).not.toContain('Then read more');
    expect(text).not.toContain('```');
  });

  it('takes indented code as code, and stops where prose goes on', () => {
    const fix = 'Do this:\n\n    first = 1\n\n    second = 2\n\nAnd this later.';
    const requirements = [requirement({ id: 'logging', verdict: 'missing', fix })];
    const text = lines({ milestones: [milestone({ requirements })] }).join('\n');
    expect(text).toContain('     Do this:\n       first = 1\n\n       second = 2\n');
    expect(text).not.toContain('And this later');
  });

  it('names the milestone where it is not the first one', () => {
    const portfolio = milestone({ id: 'portfolio', title: 'Portfolio rules' });
    const next = [{ milestone: 'portfolio', requirement: 'logging', gain: 0.2, points: 2 }];
    expect(lines({ milestones: [milestone(), portfolio], next }).join('\n')).toContain(
      '+2 points (Portfolio rules)',
    );
  });

  it('shows three at most, and nothing of what does not exist', () => {
    const step = { milestone: 'cli-task-manager', requirement: 'logging', gain: 0.1, points: 1 };
    const next = [{ ...step, requirement: 'gone' }, step, step, step, step];
    expect(lines({ next }).filter((line) => /^ {2}\d\. /.test(line)).length).toBeLessThanOrEqual(3);
    expect(lines({ next: [] }).join('\n')).not.toContain('Next steps');
  });
});

describe('notes', () => {
  const notes = Array.from({ length: 9 }, (_, index) => ({
    path: `f${index}.py`,
    line: null,
    text: 'not read',
  }));

  it('are counted', () => {
    expect(lines({ notes }).filter((line) => line.includes('.py: not read'))).toHaveLength(3);
    expect(lines({ notes }).join('\n')).toContain('6 more notes');
  });

  it('are all there with --verbose', () => {
    expect(lines({ notes }, { verbose: true }).filter((line) => line.includes('.py: not read'))).toHaveLength(
      9,
    );
  });
});

describe('verbose', () => {
  it('shows every piece of evidence with its text, what was looked for, and why', () => {
    const text = lines({}, { verbose: true }).join('\n');
    for (const expected of [
      'logger = logging.getLogger(__name__)',
      'tasks/storage.py:41',
      'looked for: annotations on 90 %',
      'why: Data must outlive',
      'https://docs.python.org/3/library/json.html',
    ])
      expect(text).toContain(expected);
  });
});

describe('the page', () => {
  const long = requirement({
    title: 'タスクを完了 ✅ '.repeat(9),
    verdict: 'partial',
    evidence: [{ path: `${'deep/'.repeat(40)}file with spaces.py`, line: 1234, text: 'x'.repeat(200) }],
    counterEvidence: [{ path: 'a.py', line: 1, text: '漢字'.repeat(80) }],
    lookedFor: 'word '.repeat(60),
  });
  const wide = report({
    milestones: [
      milestone({ title: 'Title '.repeat(30), requirements: [long, ...milestone().requirements] }),
    ],
    repository: { ...report().repository, name: 'n'.repeat(150), revision: null },
  });

  for (const columns of [40, 80, 120]) {
    for (const verbose of [false, true]) {
      it(`keeps to ${columns} columns${verbose ? ', verbose' : ''}`, () => {
        for (const one of [wide, report()]) {
          const text = reportTerminal(one, { ...OPTIONS, columns, verbose });
          for (const line of text.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
        }
      });
    }
  }

  it('is ASCII where it must be', () => {
    expect(lines({}, { ascii: true }).join('\n')).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('uses colours only where they are given', () => {
    const shout = (text: string) => `<${text}>`;
    const palette = { ...PLAIN, green: shout, red: shout, bold: shout };
    expect(lines({}, { palette }).join('\n')).toContain('<✔>');
    expect(lines().join('\n')).not.toContain('<✔>');
  });
});

describe('hostile text', () => {
  const evil = '\u001b[2J\u0007\u202ereversed\u2066\r\n\u009b31mfake\u200b\ud800';
  const hostile = report({
    repository: { ...report().repository, name: evil, revision: null },
    milestones: [
      milestone({
        requirements: [
          requirement({
            id: 'logging',
            title: evil,
            verdict: 'partial',
            evidence: [{ path: `${evil}.py`, line: 3, text: evil }],
            counterEvidence: [{ path: `${evil}.py`, line: 4, text: evil }],
            lookedFor: evil,
            fix: `${evil}\n\n    ${evil}`,
          }),
          requirement({ verdict: 'unverifiable', evidence: [], reason: evil }),
        ],
      }),
    ],
    notes: [{ path: evil, line: 1, text: evil }],
  });

  for (const verbose of [false, true]) {
    it(`cannot steer the terminal${verbose ? ', verbose' : ''}`, () => {
      const text = reportTerminal(hostile, { ...OPTIONS, columns: 120, verbose });
      expect(text).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u,
      );
      expect(text).toContain('\\x1b[2J');
      expect(text).toContain('\\u{202e}reversed');
    });
  }
});

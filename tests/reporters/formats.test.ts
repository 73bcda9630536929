/** Formats that other programs read: checked by their schemas, by their readers, and against files that show them. */

import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { PAGE } from '../../src/addresses.ts';
import { differenceOf } from '../../src/difference.ts';
import type { PortfolioReport } from '../../src/model/portfolio.ts';
import { portfolioDifferenceOf } from '../../src/portfolio/difference.ts';
import { reportBadge, reportShields } from '../../src/reporters/badge.ts';
import { reportCsv } from '../../src/reporters/csv.ts';
import { REPORTERS } from '../../src/reporters/index.ts';
import { reportJunit } from '../../src/reporters/junit.ts';
import { PORTFOLIO_REPORTERS } from '../../src/reporters/portfolio.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import { reportSarif } from '../../src/reporters/sarif.ts';
import { HOSTILE, hostileReport } from './hostile.ts';
import { portfolio, project, rulesOf } from './portfolio.ts';
import { milestone, report, requirement, score } from './report.ts';

const OPTIONS = { columns: 80, ascii: false, verbose: false, palette: PLAIN };
const hostilePortfolio = (text: string): PortfolioReport =>
  portfolio({
    title: text,
    judged: [{ ...project(text, []), report: hostileReport(text) }],
    failures: [{ source: text, reason: text, hint: text }],
  });

/** The schema is of draft 4; what it uses means the same in draft 7, but for the name of its id. */
const schema = JSON.parse(
  readFileSync(new URL('../schemas/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const { id: _, $schema: __, ...draft7 } = schema;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(draft7);
const xsd = readFileSync(new URL('../schemas/JUnit.xsd', import.meta.url), 'utf8');

function sarifErrors(text: string): unknown {
  return isSarif(JSON.parse(text)) ? [] : isSarif.errors;
}

async function junitErrors(contents: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents }], schema: [xsd] });
  return errors.map(({ message }) => message);
}

/** A page without what is the same in every page: the golden file shows what is drawn, not how it looks. */
function withoutStyle(text: string): string {
  return text
    .replace(/(<style>)[\s\S]*?(<\/style>)/, '$1…$2')
    .replace(/(<script>)[\s\S]*?(<\/script>)/, '$1…$2')
    .replace(/'sha256-[^']+'/g, "'sha256-…'");
}

/** Throws where it is not well formed; gives the names of all elements. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name, ...Object.keys(attributes).filter((key) => key.startsWith('on')));
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return names;
}

describe('every format', () => {
  const own = Object.entries(REPORTERS).filter(([name]) => name !== 'terminal');
  it.each(own)('%s of one repository', async (name, reporter) => {
    await expect(withoutStyle(reporter(report(), OPTIONS))).toMatchFileSnapshot(`golden/report.${name}`);
  });

  it.each(Object.entries(PORTFOLIO_REPORTERS))('%s of a portfolio', async (name, reporter) => {
    await expect(withoutStyle(reporter(portfolio(), OPTIONS))).toMatchFileSnapshot(
      `golden/portfolio.${name}`,
    );
  });

  it.each(Object.entries(REPORTERS))('%s holds no text that could steer a reader', (_name, reporter) => {
    for (const text of HOSTILE) {
      expect(reporter(hostileReport(text), OPTIONS)).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]|##\[|^\s*::/m,
      );
    }
  });

  it.each(Object.entries(PORTFOLIO_REPORTERS))('%s of a portfolio neither', (_name, reporter) => {
    for (const text of HOSTILE) {
      expect(reporter(hostilePortfolio(text), OPTIONS)).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]|##\[|^\s*::/m,
      );
    }
  });
});

describe('SARIF', () => {
  it('is valid by the schema of OASIS, whatever the repository holds', () => {
    expect(sarifErrors(reportSarif(report()))).toEqual([]);
    expect(sarifErrors(PORTFOLIO_REPORTERS.sarif(portfolio()))).toEqual([]);
    for (const text of HOSTILE) {
      expect(sarifErrors(reportSarif(hostileReport(text)))).toEqual([]);
      expect(sarifErrors(PORTFOLIO_REPORTERS.sarif(hostilePortfolio(text)))).toEqual([]);
    }
  });

  interface Shown {
    readonly runs: readonly {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        }[];
      }[];
      readonly invocations: readonly {
        readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
      }[];
    }[];
  }

  it('has an alert, with a place, for what is to be mended and for nothing else', () => {
    const [run] = (JSON.parse(reportSarif(report())) as Shown).runs;
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual([
      'cli-task-manager/logging',
      'cli-task-manager/type-hints',
    ]);
    for (const { ruleId, ruleIndex, locations } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(locations).toHaveLength(1);
    }
  });

  it('gives places below the root of the repository, encoded', () => {
    const partial = requirement({
      verdict: 'partial',
      counterEvidence: [{ path: 'a b/ü.py', line: 2, text: '' }],
    });
    const one = report({
      milestones: [milestone({ requirements: [partial] })],
      repository: { ...report().repository, folder: 'apps/x' },
    });
    expect(reportSarif(one)).toContain('"uri": "apps/x/a%20b/%C3%BC.py"');
  });

  it('leaves no brackets that would be links, nor braces that would be placeholders', () => {
    const one = report({
      milestones: [
        milestone({ requirements: [requirement({ verdict: 'missing', lookedFor: 'see [this](1) in {0}' })] }),
      ],
    });
    const [run] = (JSON.parse(reportSarif(one)) as Shown).runs;
    expect(run?.results[0]?.message.text).toContain('see \\[this\\](1) in {{0}}');
  });

  it('keeps to twenty runs, and says what is left out', () => {
    const many = Array.from({ length: 23 }, (_one, index) => project(`ada/app-${index}`, [rulesOf([])]));
    const log = JSON.parse(PORTFOLIO_REPORTERS.sarif(portfolio({ judged: many, failures: [] }))) as Shown;
    expect(log.runs).toHaveLength(20);
    expect(JSON.stringify(log.runs.at(-1)?.invocations)).toContain('3 more repositories do not fit');
  });
});

describe('JUnit', () => {
  it('is valid by its schema, whatever the repository holds', async () => {
    expect(await junitErrors(reportJunit(report()))).toEqual([]);
    expect(await junitErrors(PORTFOLIO_REPORTERS.junit(portfolio()))).toEqual([]);
    for (const text of HOSTILE) {
      expect(await junitErrors(reportJunit(hostileReport(text)))).toEqual([]);
      expect(await junitErrors(PORTFOLIO_REPORTERS.junit(hostilePortfolio(text)))).toEqual([]);
    }
  });

  it('counts what it holds', () => {
    const xml = reportJunit(report());
    expect(xml).toContain('tests="4" failures="2" errors="0" skipped="1"');
    expect(elementsOf(xml).filter((name) => name === 'failure')).toHaveLength(2);
  });

  it('has an error for a repository that could not be audited', () => {
    expect(
      elementsOf(PORTFOLIO_REPORTERS.junit(portfolio())).filter((name) => name === 'error'),
    ).toHaveLength(1);
  });
});

describe('CSV', () => {
  const read = (text: string): readonly Readonly<Record<string, string>>[] =>
    parse(text, { columns: true, bom: true }) as readonly Readonly<Record<string, string>>[];

  it('has a row per requirement, with a link to the line', () => {
    const rows = read(reportCsv(report()));
    expect(rows.map(({ requirement: id, verdict }) => `${id} ${verdict}`)).toEqual([
      'logging partial',
      'type-hints missing',
      'json-storage met',
      'git-managed unverifiable',
    ]);
    expect(rows[2]?.link).toBe(
      'https://github.com/ada/task-manager/blob/0123456789012345678901234567890123456789/tasks/storage.py#L14',
    );
  });

  it('has a row for a repository that could not be audited', () => {
    expect(read(PORTFOLIO_REPORTERS.csv(portfolio())).at(-1)).toMatchObject({
      repository: 'ada/gone',
      verdict: 'not audited',
    });
  });

  it('holds no formula, and no cell that breaks out of its row', () => {
    for (const text of HOSTILE) {
      const rows = read(PORTFOLIO_REPORTERS.csv(hostilePortfolio(text)));
      expect(rows).toHaveLength(5);
      for (const value of rows.flatMap((row) => Object.values(row)))
        expect(value).not.toMatch(/^[\s"]*[=+\-@|%]/);
    }
  });
});

describe('a badge', () => {
  it('is an image with a text for those who do not see it', () => {
    const svg = reportBadge(report());
    expect(elementsOf(svg)).toContain('title');
    expect(svg).toContain('aria-label="CLI Task Manager: 62–71 % · on the way"');
  });

  it('is well formed, and runs nothing, whatever it is called', () => {
    for (const text of HOSTILE) {
      const svg = reportBadge(report({ milestones: [milestone({ title: text })] }));
      expect(elementsOf(svg).filter((name) => /script|image|foreignObject|^on/i.test(name))).toEqual([]);
      expect(elementsOf(svg).filter((name) => name === 'a')).toHaveLength(1);
    }
  });

  it('leads to a page that audits the same commit again, where there is one', () => {
    const { repository } = report();
    const linkOf = (change: Partial<typeof repository>): string | undefined =>
      / href="([^"]+)"/.exec(reportBadge(report({ repository: { ...repository, ...change } })))?.[1];
    expect(linkOf({})).toBe(
      `${PAGE}?repo=ada/task-manager@${repository.revision}&amp;milestone=cli-task-manager`,
    );
    for (const change of [
      { revision: null },
      { url: 'https://gitlab.com/ada/task-manager' },
      { url: null },
      { folder: 'api' },
      { uncommitted: ['x.py'] },
    ])
      expect(linkOf(change)).toBeUndefined();
    for (const text of HOSTILE) {
      const url = `https://github.com/${text}`;
      expect(linkOf({ url }) ?? PAGE).toMatch(/^[^"<>\s]+$/);
    }
  });

  it('is told to shields.io in its own way', () => {
    expect(JSON.parse(reportShields(report()))).toEqual({
      schemaVersion: 1,
      label: 'CLI Task Manager',
      message: '62–71 % · on the way',
      color: '#94600a',
    });
  });

  it('says how far a portfolio is', () => {
    expect(JSON.parse(PORTFOLIO_REPORTERS.shields(portfolio()))).toMatchObject({
      message: '1 of 4 projects · 1 skill',
    });
  });
});

describe('compared with an earlier report', () => {
  const before = report({
    milestones: [
      milestone({
        score: score({ low: 0.8, high: 0.8 }),
        requirements: milestone().requirements.map((one) =>
          one.id === 'logging'
            ? { ...one, verdict: 'met' as const }
            : one.id === 'json-storage'
              ? { ...one, verdict: 'missing' as const }
              : one,
        ),
      }),
    ],
  });
  const options = { ...OPTIONS, difference: differenceOf(before, report()) };
  const changes = portfolioDifferenceOf(
    portfolio({ judged: [project('ada/blog', before.milestones), project('ada/left', [rulesOf([])])] }),
    portfolio({ judged: [project('ada/blog', report().milestones), project('ada/new', [rulesOf([])])] }),
  );

  it.each([
    [
      'terminal',
      /1 better, 1 worse; CLI Task Manager was 80 %, is 62–71 %[\s\S]+✔ ◐ Logging instead of print statements: was met, is partial/,
    ],
    ['json', /"difference": \{/],
    ['markdown', /1 requirement got better, 1 got worse/],
    ['html', /CLI Task Manager: 80 %, now 62–71 %/],
    ['sarif', /"baselineState": "new"[\s\S]+"baselineState": "unchanged"/],
    ['junit', /Logging instead of print statements \(was met\): A logger is used/],
    ['csv', /"partial","met"/],
    ['badge', /62–71 % · on the way ↓/],
    ['shields', /↓/],
  ] as const)('%s says so', (name, expected) => {
    expect(REPORTERS[name](report(), options)).toMatch(expected);
  });

  it.each([
    ['terminal', /ada\/blog, since 0123456: 1 better, 1 worse/],
    ['json', /"changes": \{/],
    ['markdown', /ada\/new is new/],
    ['html', /ada\/left is no longer part of it/],
    ['sarif', /"baselineState": "new"/],
    ['junit', /\(was met\)/],
    ['csv', /"partial","met"/],
  ] as const)('%s of a portfolio says so', (name, expected) => {
    const now = portfolio({
      judged: [project('ada/blog', report().milestones), project('ada/new', [rulesOf([])])],
    });
    expect(PORTFOLIO_REPORTERS[name](now, { ...OPTIONS, changes })).toMatch(expected);
  });

  it('stays valid', async () => {
    expect(sarifErrors(reportSarif(report(), options))).toEqual([]);
    expect(await junitErrors(reportJunit(report(), options))).toEqual([]);
  });
});

describe('a verdict that is not certain', () => {
  const unsure = report({
    milestones: [
      milestone({
        score: score({ uncertain: 2 }),
        requirements: [
          requirement({ id: 'doubtful', title: 'Doubtful', confidence: 'low' }),
          requirement({ id: 'half', title: 'Half', verdict: 'partial', confidence: 'low' }),
        ],
      }),
    ],
  });

  it.each([
    ['terminal', /2 not for certain[\s\S]+≈✔ Doubtful/],
    ['markdown', /2 not for certain[\s\S]+met ≈/],
    ['html', /2 not for certain[\s\S]+≈ not for certain/],
    ['sarif', /"confidence": "low"/],
    ['junit', /Half: [^"]+; not for certain/],
    ['csv', /"low"/],
    ['json', /"confidence": "low"/],
  ] as const)('%s marks it', (name, expected) => {
    expect(REPORTERS[name](unsure, OPTIONS)).toMatch(expected);
    expect(REPORTERS[name](report(), OPTIONS)).not.toMatch(expected);
  });
});

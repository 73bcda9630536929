/**
 * JUnit XML, which every CI server shows: a suite per milestone, a test case per requirement. There is no clock in a
 * report, so the times that the format demands are zero.
 */

import type { Change, Difference } from '../model/difference.ts';
import type { PortfolioReport } from '../model/portfolio.ts';
import type { MilestoneReport, Report, RequirementReport } from '../model.ts';
import { changeOf, changeSentence, differenceIn } from './changed.ts';
import { commitOf, doubtsOf, standingOf } from './headline.ts';
import { placeOf, whyNot } from './places.ts';
import { howRecognised } from './recognised.ts';
import type { ReporterOptions } from './reporter.ts';
import { secretLine } from './steps.ts';
import { ABOUT, isUncertain, percent } from './words.ts';
import { attribute, textNode } from './xml.ts';

const EPOCH = '1970-01-01T00:00:00';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

export function reportJunit(
  report: Report,
  { difference }: Pick<ReporterOptions, 'difference'> = {},
): string {
  return documentOf(suitesOf(report, difference));
}

/** The suites of all repositories; one that could not be audited is a test case with an error. */
export function portfolioJunit(
  { projects, failures }: PortfolioReport,
  { changes }: Pick<ReporterOptions, 'changes'> = {},
): string {
  const failed = failures.map(
    ({ source, reason }): Suite => ({
      name: 'audit',
      package: source,
      properties: [],
      cases: [
        {
          name: 'audit',
          classname: source,
          outcome: { kind: 'error', type: 'audit', message: reason, text: '' },
        },
      ],
      output: '',
    }),
  );
  return documentOf([
    ...projects.flatMap(({ source, report }) => suitesOf(report, differenceIn(changes, source))),
    ...failed,
  ]);
}

interface Suite {
  readonly name: string;
  readonly package: string;
  readonly properties: readonly (readonly [string, string])[];
  readonly cases: readonly Case[];
  readonly output: string;
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly outcome: Outcome | null;
}

interface Outcome {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

function suitesOf(report: Report, difference?: Difference): readonly Suite[] {
  const { name, revision } = report.repository;
  return report.milestones.map((milestone) => ({
    name: milestone.id,
    package: name,
    properties: [
      ['repository', name],
      [
        'revision',
        commitOf(report) === null
          ? ''
          : `${revision}${report.repository.uncommitted.length > 0 ? ' + uncommitted changes' : ''}`,
      ],
      ['rules', report.tool.rules],
      ['score', scoreOf(milestone)],
      ['readiness', milestone.score.readiness],
      ['standing', standingOf(milestone)],
      ...[howRecognised(report), ...doubtsOf(report)].flatMap((one) =>
        one === null ? [] : [['note', one] as const],
      ),
      ...report.secrets.map((one) => ['secret', secretLine(one)] as const),
      ...(difference === undefined ? [] : [['change', changeSentence(difference)] as const]),
    ],
    cases: milestone.requirements.map((one) => ({
      name: one.id,
      classname: `${name}.${milestone.id}`,
      outcome: outcomeOf(one, changeOf(difference, milestone.id, one.id)),
    })),
    output: milestone.requirements.flatMap(outputOf).join('\n'),
  }));
}

function scoreOf({ score }: MilestoneReport): string {
  return `${percent(score.low)}-${percent(score.high)} %`;
}

/** Partial is a failure of another type: a gate may look at it in another way. */
function outcomeOf(one: RequirementReport, change: Change | undefined): Outcome | null {
  const before = change === undefined ? '' : ` (was ${change.before})`;
  const doubt = isUncertain(one) ? '; not for certain' : '';
  switch (one.verdict) {
    case 'met':
      return null;
    case 'partial':
    case 'missing': {
      const against = one.counterEvidence.map((place) => `${placeOf(place)}  ${place.text}`.trim());
      const text = [...against, '', one.fix.trim()].join('\n').trim();
      return {
        kind: 'failure',
        type: one.verdict,
        message: `${one.title}${before}: ${whyNot(one)}${doubt}`,
        text,
      };
    }
    case 'unverifiable':
    case 'waived':
      return {
        kind: 'skipped',
        type: one.verdict,
        message: `${one.title}${before}: ${whyNot(one)}`,
        text: '',
      };
    default:
      return one.verdict satisfies never;
  }
}

function outputOf(one: RequirementReport): readonly string[] {
  return one.evidence.map((place) =>
    `${one.id} ${one.verdict}${isUncertain(one) ? ` ${ABOUT}` : ''}: ${placeOf(place)}  ${place.text}`.trim(),
  );
}

function documentOf(suites: readonly Suite[]): string {
  return `${[HEAD, '<testsuites>', ...suites.flatMap(suiteLines), '</testsuites>'].join('\n')}\n`;
}

function suiteLines(suite: Suite, id: number): string[] {
  const count = (kind: Outcome['kind']): number =>
    suite.cases.filter(({ outcome }) => outcome?.kind === kind).length;
  const attributes = [
    attribute('id', String(id)),
    attribute('package', suite.package),
    attribute('name', suite.name),
    attribute('timestamp', EPOCH),
    attribute('hostname', 'localhost'),
    attribute('tests', String(suite.cases.length)),
    attribute('failures', String(count('failure'))),
    attribute('errors', String(count('error'))),
    attribute('skipped', String(count('skipped'))),
    attribute('time', '0'),
  ];
  return [
    `  <testsuite ${attributes.join(' ')}>`,
    '    <properties>',
    ...suite.properties.map(
      ([name, value]) => `      <property ${attribute('name', name)} ${attribute('value', value)}/>`,
    ),
    '    </properties>',
    ...suite.cases.map(caseLine),
    `    <system-out>${textNode(suite.output)}</system-out>`,
    '    <system-err></system-err>',
    '  </testsuite>',
  ];
}

function caseLine({ name, classname, outcome }: Case): string {
  const start = `    <testcase ${attribute('name', name)} ${attribute('classname', classname)} time="0"`;
  if (outcome === null) return `${start}/>`;
  const { kind, type, message, text } = outcome;
  const typed = kind === 'skipped' ? '' : `${attribute('type', type)} `;
  return `${start}><${kind} ${typed}${attribute('message', message)}>${textNode(text)}</${kind}></testcase>`;
}

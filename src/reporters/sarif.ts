/** SARIF 2.1.0 for code scanning: one result per requirement that is missing or partial, within GitHub's limits. */
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { requirementPage } from '../addresses.ts';
import type { Change, Difference } from '../model/difference.ts';
import type { PortfolioReport } from '../model/portfolio.ts';
import type { Evidence, MilestoneReport, Note, Report, RequirementReport } from '../model.ts';
import { changeOf, differenceIn } from './changed.ts';
import { doubtsOf } from './headline.ts';
import { anyFile, inFile, placeOf, placeToMend, whyNot } from './places.ts';
import { howRecognised } from './recognised.ts';
import type { ReporterOptions } from './reporter.ts';
import { escapeJson, visible } from './visible.ts';

/** GitHub refuses a file with more runs, and shows no more places of one result. */
const MOST_RUNS = 20;
const MOST_PLACES = 100;
/** Characters of a message: what does not fit a screen helps nobody. */
const MOST_CHARACTERS = 1_000;

export function reportSarif(
  report: Report,
  { difference }: Pick<ReporterOptions, 'difference'> = {},
): string {
  return logOf([runOf(report, [], difference)]);
}

/** One run per repository. What is more than a file may hold is told in the last one. */
export function portfolioSarif(
  { projects, failures }: PortfolioReport,
  { changes }: Pick<ReporterOptions, 'changes'> = {},
): string {
  const kept = projects.slice(0, MOST_RUNS);
  const cut = projects.length - kept.length;
  const said: Note[] = failures.map(({ source, reason }) =>
    note(`${source} could not be audited: ${reason}`),
  );
  if (cut > 0) said.push(note(`${cut} more repositories do not fit: a file may hold ${MOST_RUNS} runs`));
  return logOf(
    kept.map(({ source, report }, index) =>
      runOf(report, index === kept.length - 1 ? said : [], differenceIn(changes, source)),
    ),
  );
}

function logOf(runs: Run[]): string {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs,
  };
  return `${escapeJson(JSON.stringify(log, null, 2))}\n`;
}

function runOf(report: Report, more: readonly Note[], difference?: Difference): Run {
  const { repository, tool, milestones } = report;
  const rules = milestones.flatMap((milestone) =>
    milestone.requirements.map((one) => ruleOf(milestone, one)),
  );
  const results = milestones.flatMap((milestone) =>
    milestone.requirements.flatMap((one) => resultOf(report, milestone, one, difference)),
  );
  const how = howRecognised(report);
  const said = [...(how === null ? [] : [how]), ...doubtsOf(report)].map(note);
  const notes = [...said, ...report.notes, ...more];
  return {
    tool: { driver: { name: tool.name, version: tool.version, rules } },
    automationDetails: { id: `milestone-auditor/${milestones[0]?.id ?? ''}/` },
    ...(repository.url === null || repository.revision === null || repository.uncommitted.length > 0
      ? {}
      : {
          versionControlProvenance: [
            { repositoryUri: encodeURI(repository.url), revisionId: repository.revision },
          ],
        }),
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: notes.map((one) => ({
          level: 'note' as const,
          message: { text: textOf(one.text) },
          ...(one.path === null
            ? {}
            : { locations: [{ physicalLocation: physical(report, one.path, one.line) }] }),
        })),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: results.map((result) => ({
      ...result,
      ruleIndex: rules.findIndex(({ id }) => id === result.ruleId),
    })),
  };
}

function ruleOf({ id, title }: MilestoneReport, one: RequirementReport): ReportingDescriptor {
  const links = one.learn.map((link) => `- [${link.title}](${link.url})`).join('\n');
  return {
    id: `${id}/${one.id}`,
    name: one.id,
    shortDescription: { text: one.title },
    fullDescription: { text: one.why },
    ...helpOf(id, one.id),
    help: {
      text: `${one.why}\n\n${one.fix}`,
      markdown: [one.why, one.fix, links].filter((part) => part !== '').join('\n\n'),
    },
    defaultConfiguration: { level: one.weight === 'core' ? 'warning' : 'note' },
    properties: { tags: [id, one.weight, title] },
  };
}

/** The page of a built-in requirement. */
function helpOf(milestone: string, requirement: string): Pick<ReportingDescriptor, 'helpUri'> {
  const page = requirementPage(milestone, requirement);
  return page === null ? {} : { helpUri: page };
}

/** Met, waived and undecided requirements are no alerts: there is nothing to mend. */
function resultOf(
  report: Report,
  milestone: MilestoneReport,
  one: RequirementReport,
  difference?: Difference,
): readonly Result[] {
  if (one.verdict !== 'missing' && one.verdict !== 'partial') return [];
  const ruleId = `${milestone.id}/${one.id}`;
  const places = [...one.counterEvidence.filter(inFile), ...one.evidence.filter(inFile)];
  // Code scanning shows no alert without a place, so what is nowhere is shown where its reader looks first.
  const home = placeToMend(one) ?? { path: anyFile(report) ?? 'README.md', line: 1, text: '' };
  const [first = home, ...related] = places;
  return [
    {
      ruleId,
      kind: 'fail',
      ...(difference === undefined
        ? {}
        : { baselineState: baselineOf(changeOf(difference, milestone.id, one.id)) }),
      level: one.verdict === 'missing' && one.weight === 'core' ? 'warning' : 'note',
      message: { text: textOf(`${one.title}: ${whyNot(one)}.`) },
      locations: [{ physicalLocation: regionOf(report, first) }],
      relatedLocations: related.slice(0, MOST_PLACES).map((place, index) => ({
        id: index + 1,
        physicalLocation: regionOf(report, place),
        ...(place.text === '' ? {} : { message: { text: textOf(place.text) } }),
      })),
      partialFingerprints: { primaryLocationLineHash: `${ruleId}:1` },
      properties: {
        verdict: one.verdict,
        confidence: one.confidence,
        claimed: one.claimed,
        ...(one.unkept && one.claim ? { claim: `${placeOf(one.claim)}: ${visible(one.claim.text)}` } : {}),
      },
    },
  ];
}

/** New where there was nothing to mend, updated between missing and partial. */
function baselineOf(change: Change | undefined): Result.baselineState {
  if (change === undefined) return 'unchanged';
  return change.before === 'missing' || change.before === 'partial' ? 'updated' : 'new';
}

function regionOf(report: Report, { path, line, endLine }: Evidence): ReturnType<typeof physical> {
  return physical(report, path, line, endLine);
}

function physical({ repository }: Report, path: string, line: number | null, endLine?: number) {
  const whole = repository.folder === '' ? path : `${repository.folder}/${path}`;
  const uri = whole
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/');
  const region =
    line === null
      ? {}
      : { region: { startLine: line, ...(endLine !== undefined && endLine > line ? { endLine } : {}) } };
  return { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, ...region };
}

/** SARIF takes `[text](1)` in a message for a link to a place, and braces for a placeholder. */
function textOf(text: string): string {
  const safe = visible(text)
    .replace(/([[\]\\])/g, '\\$1')
    .replace(/[{}]/g, '$&$&');
  return safe.length > MOST_CHARACTERS ? `${safe.slice(0, MOST_CHARACTERS - 1)}…` : safe;
}

function note(text: string): Note {
  return { path: null, line: null, text };
}

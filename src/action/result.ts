/** The audit of a run, of whatever code it is about: the report, what changed, and whether the gates are met. */
import { docsPage } from '../addresses.ts';
import { audit } from '../audit.ts';
import { brokenGates } from '../commands/gates.ts';
import type { Installation } from '../commands/installation.ts';
import { cacheFolder, memoryAt } from '../commands/memory/memory.ts';
import { remembered } from '../commands/memory/remembered.ts';
import { differenceOf } from '../difference.ts';
import { UserError } from '../errors.ts';
import { annotationsOf } from '../github/annotations.ts';
import type { Annotation } from '../github/commands.ts';
import type { Subject } from '../github/event.ts';
import type { Difference } from '../model/difference.ts';
import type { Report } from '../model.ts';
import type { Repository } from '../repository/repository.ts';
import { changedSince } from './changed.ts';
import type { Inputs } from './inputs.ts';
import { type Judging, judgingOf } from './judging.ts';
import { measuringOf } from './measuring.ts';
import { openBase, openHead, type Place } from './opened.ts';
import { receivedReport } from './received.ts';

export interface Result {
  readonly report: Report;
  readonly difference: Difference | null;
  /** Sentences for whoever reads the report. Markdown of our own. */
  readonly notices: readonly string[];
  /** Why the gates are not met; null where there is no gate. */
  readonly broken: readonly string[] | null;
  readonly annotations: readonly Annotation[];
}

const NO_BASE =
  'What this change starts from could not be read, so nothing is said about what it changes: `fetch-depth: 0` for the checkout, or `contents: read` for the token, makes it readable.';

const MEASURED_THERE =
  'What is measured here was measured by the workflow of the change, and is worth as much as its verdicts.';

const OTHER_CODE =
  'Coverage and test results were not used: what is checked out here is not the code that is judged.';

/** What a reader of the comparison must know of the push. */
const PUSHED: Readonly<Record<NonNullable<Subject['push']>, readonly string[]>> = {
  continued: [],
  begun: ['This push begins a branch or a tag: there is no commit before it to compare with.'],
  rewritten: ['This push rewrote its branch. It is compared with the commit that the branch was at before.'],
};

/** Throws a UserError for what the user can mend. */
export async function resultOf(
  place: Place,
  subject: Subject,
  inputs: Inputs,
  here: Installation,
  run: number,
): Promise<Result> {
  const reviewed = subject.pull !== null || subject.distrusted;
  const opened = inputs.report === null ? await openHead(place, subject) : null;
  const head = opened?.repository ?? null;
  const base = await openBase(place, subject, subject.head ?? '');
  const judging = await judgingOf({ head, base, reviewed }, inputs, here);
  const report =
    head === null
      ? await received(place, subject, inputs.report ?? '', judging)
      : await audit(await judging.prepared(head), {
          ...judging.request,
          ...measuringOf({ place, subject, inputs, run, head, base }),
        });
  const compared = inputs.base ? await comparedWith(base, report, judging, place.workspace) : null;
  const notices = [
    ...(opened?.notices ?? []),
    ...(inputs.base && subject.push !== null ? PUSHED[subject.push] : []),
    ...(inputs.base && subject.base !== null && base === null ? [NO_BASE] : []),
    ...(head === null && report.measured !== undefined ? [MEASURED_THERE] : []),
    ...(subject.distrusted && inputs.coverage.length + inputs.testResults.length > 0 ? [OTHER_CODE] : []),
    ...judging.notices,
  ];
  return {
    report,
    difference: compared,
    notices,
    broken: gatesOf(report, inputs),
    annotations: await annotated(report, compared, head, base, inputs),
  };
}

async function received(
  place: Place,
  { head }: Subject,
  path: string,
  { request }: Judging,
): Promise<Report> {
  const { forge, api } = place;
  if (forge === null || api === null || head === null) {
    throw new UserError({
      code: 'bad-option',
      message: 'The input `report` needs a token, and an event that follows another workflow',
      hint: `Use it in a workflow that runs on workflow_run: ${docsPage('action', 'forks')}`,
      exitCode: 2,
    });
  }
  const { tool, milestones } = request;
  return receivedReport(path, { head, tool, milestones, url: api.url, name: forge.name });
}

/**
 * The base judged by the same rules, milestone, configuration and measurements: what was measured of the head alone, and of
 * neither by the change, would be taken for the change's doing. Many changes start from one base: it is judged once, where
 * the workflow keeps the cache. What gates are held against is always judged anew.
 */
async function comparedWith(
  base: Repository | null,
  report: Report,
  { request, knowledgeFiles, prepared }: Judging,
  workspace: string,
): Promise<Difference | null> {
  const [milestone] = report.milestones;
  if (base === null || milestone === undefined) return null;
  const { tool, config = null } = request;
  const measured = report.measured ?? [];
  const repository = await prepared(base);
  const asked = { ...request, milestoneId: milestone.id, measure: async () => measured };
  const before = await remembered(
    memoryAt(cacheFolder(process.env), workspace),
    repository,
    { tool, config, milestoneId: milestone.id, knowledgeFiles, measured },
    () => audit(repository, asked),
  );
  return differenceOf(before, report);
}

async function annotated(
  report: Report,
  difference: Difference | null,
  head: Repository | null,
  base: Repository | null,
  { require }: Inputs,
): Promise<readonly Annotation[]> {
  if (difference === null || head === null || base === null) return [];
  const places = difference.milestones.flatMap(({ against }) => against.flatMap(({ evidence }) => evidence));
  const changed = await changedSince(base, head, places);
  return annotationsOf(report, difference, { required: require, changed });
}

function gatesOf(report: Report, { failUnder, require }: Inputs): readonly string[] | null {
  return failUnder === null && require.length === 0
    ? null
    : brokenGates(report, { failUnder, require }, 'require');
}

/** The walk, and the only file that knows its order: facts, milestone, verdicts, score, next steps. */
import { CHECKS } from './checks/index.ts';
import type { Config } from './config/config.ts';
import { waived, waiverNotes } from './config/waivers.ts';
import { aboutOf } from './facts/documents/about.ts';
import { type Facts, factsWith } from './facts/facts.ts';
import { type Measurable, measurableOf } from './facts/measurable.ts';
import { type Reading, readFacts, type SourceMemory } from './facts/read.ts';
import { unbackedClaims } from './facts/unfinished/unbacked/unbacked.ts';
import { framed, type JudgedMilestone, judgedBy, leakedIn, reportOf } from './judged.ts';
import { PORTFOLIO } from './milestones/catalogue.ts';
import { namedMilestone, recognisedMilestones, unrecognised } from './milestones/choose.ts';
import { missingJob } from './milestones/main-job.ts';
import { recognise } from './milestones/recognise.ts';
import type { Stack } from './milestones/stacks.ts';
import type { Measurement } from './model/measured.ts';
import type { Claim, Recognition } from './model/repository.ts';
import type { Milestone, MilestoneReport, Note, Report } from './model.ts';
import type { Repository } from './repository/repository.ts';
import { nextSteps } from './steps.ts';

export type { Reading, SourceMemory } from './facts/read.ts';

export interface AuditRequest {
  /** Those that have rules, `portfolio` among them. */
  readonly milestones: readonly Milestone[];
  /** An id, or 'auto' to recognise the milestone. */
  readonly milestoneId: string;
  /** Frameworks for which there is code in a first step. */
  readonly stacks?: readonly Stack[];
  /** Ids of further milestones that the project claims to be. */
  readonly also?: readonly string[];
  /** Where nothing is recognised: refused as by default, or judged by the rules that hold for every project. */
  readonly unrecognised?: 'refused' | 'by-rules';
  readonly reading: Reading;
  readonly tool: Report['tool'];
  /** What the project says of its audit. Its milestone and its ignored paths are for whoever opens the repository. */
  readonly config?: Config | null;
  /** Measures what the files cannot tell, once they are read. Without it nothing is measured. */
  readonly measure?: (measurable: Measurable) => Promise<readonly Measurement[]>;
  /** What an earlier audit of the same folder read; filled by this one. */
  readonly memory?: SourceMemory;
  /** Told what is being done, for whoever waits. */
  readonly progress?: (text: string) => void;
}

/** Audits a repository: same files and rules, same report. Throws a UserError where there are no rules to judge by. */
export async function audit(repository: Repository, request: AuditRequest): Promise<Report> {
  const facts = await factsOf(repository, request);
  request.progress?.('Judging …');
  const measured = (await request.measure?.(measurableOf(facts))) ?? [];
  return reportOn(repository, facts, request, measured);
}

/** Reads what there is to judge, after the mistakes that can be told without it. */
export function factsOf(repository: Repository, request: AuditRequest): Promise<Facts> {
  const { milestones, milestoneId, also = [], progress } = request;
  for (const id of [milestoneId, ...also]) if (id !== 'auto') namedMilestone(id, milestones);
  progress?.('Reading …');
  return readFacts(repository, request.reading, request.memory);
}

/** What it would be recognised as, before any choice. */
export function recognitionOf(
  repository: Repository,
  facts: Facts,
  milestones: readonly Milestone[],
): Recognition {
  return recognise(facts, repository.name, milestones, (one) => reportOnMilestone(one, facts));
}

/** Judges what was read. Throws a UserError where no milestone is recognised, unless the request says otherwise. */
export function reportOn(
  repository: Repository,
  facts: Facts,
  request: AuditRequest,
  measured: readonly Measurement[] = [],
): Report {
  const { milestones, milestoneId, also = [] } = request;
  const named = milestoneId === 'auto' ? null : namedMilestone(milestoneId, milestones);
  const judged = remembered((one) => judgedBy(one, facts, request.stacks, measured));
  const recognition = named
    ? null
    : recognise(facts, repository.name, milestones, (one) => reportOf(judged(one), facts));
  const own = recognition
    ? recognisedMilestones(recognition, milestones)
    : [named].filter((one) => one !== null);
  const further = also.map((id) => namedMilestone(id, milestones));
  const portfolio = milestones.filter((one) => one.id === PORTFOLIO);
  if (recognition && own.length === 0 && (request.unrecognised !== 'by-rules' || portfolio.length === 0)) {
    const others = milestones.filter(({ id }) => id !== PORTFOLIO);
    throw unrecognised(
      recognition,
      others.map((one) => reportOf(judged(one), facts)),
    );
  }
  const day = repository.history?.date?.slice(0, 10) ?? null;
  const { config = null } = request;
  const claimed = [...new Set([...own, ...further])].filter(({ id }) => id !== PORTFOLIO);
  const job = claimed
    .map((one) => missingJob(one, judged(one).requirements, CHECKS))
    .find((one) => one !== null);
  const known = factsWith(facts, { missingJob: job ?? null });
  const found = [
    ...claimed.map(judged),
    ...portfolio.map((one) => judgedBy(one, known, request.stacks, measured)),
  ];
  const reports = found.map((one) =>
    reportOf(config ? { ...one, requirements: waived(one, config, day) } : one, facts),
  );
  const secrets = leakedIn(facts);
  return {
    schema: 1,
    tool: request.tool,
    repository: selfPortrait(repository, facts, measured),
    recognition,
    milestones: reports,
    next: nextSteps(reports, secrets),
    secrets,
    claims: claimsOf(facts),
    notes: [
      ...(config ? [...ruleNotes(config), ...waiverNotes(found, config, day)] : []),
      // A result that is measured proves something, whatever is said of files of its kind.
      ...facts.notes.filter(({ path }) => !measured.some(({ source }) => source === path)),
    ].map((note) => ({
      ...note,
      text: facts.mask(note.text),
    })),
    ...(measured.length > 0 ? { measured } : {}),
  };
}

/** Whoever reads the report must know by what the project itself wants to be judged. */
function ruleNotes({ path, rules, knowledge }: Config): readonly Note[] {
  const told = [
    ...(rules.length > 0 ? [`the project brings rules of its own: ${rules.join(', ')}`] : []),
    ...(knowledge.length > 0
      ? [`the project says itself what calls of it mean: ${knowledge.join(', ')}`]
      : []),
  ];
  return told.map((text) => ({ path, line: null, text }));
}

/** What it is, and what its README says that it is. */
function selfPortrait(
  repository: Repository,
  facts: Facts,
  measured: readonly Measurement[],
): Report['repository'] {
  const { name, revision, tree, remote, folder } = repository;
  const { readme, publicUrls } = facts.documentation;
  const live = publicUrls.find(({ kind, inCode }) => kind === 'app' && !inCode)?.url ?? null;
  const about = facts.mask(aboutOf(readme) ?? '') || null;
  return {
    name,
    revision,
    tree,
    url: remote,
    folder,
    languages: languagesOf(facts),
    about,
    live,
    history: pastOf(repository),
    uncommitted: uncommittedIn(repository, facts, measured),
  };
}

function pastOf({ history }: Repository): Report['repository']['history'] {
  const last = history?.date?.slice(0, 10);
  if (history == null || last === undefined || history.count === 0) return null;
  const { commits, count, authors, shallow } = history;
  const whole = !shallow && commits.length === count;
  return { commits: count, authors, first: whole ? (commits.at(-1)?.date.slice(0, 10) ?? null) : null, last };
}

/** What a tool has left lying about changes no verdict. */
function uncommittedIn(
  { uncommitted = [] }: Repository,
  { files }: Facts,
  measured: readonly Measurement[],
): readonly string[] {
  // What was handed in as measured is told as measured: it is no change to the program.
  const results = new Set(measured.map(({ source }) => source));
  const left = new Set(
    files
      .filter(
        ({ role, tracked, path }) =>
          !tracked && (role === 'generated' || role === 'vendored' || results.has(path)),
      )
      .map(({ path }) => path),
  );
  return uncommitted.filter((path) => !left.has(path));
}

/** The report on a milestone that nobody claims, and nobody can waive a part of. */
export function reportOnMilestone(milestone: Milestone, facts: Facts): MilestoneReport {
  return reportOf(judgedBy(milestone, facts), facts);
}

/** A milestone is judged once, whether it is recognised, reported or both. */
function remembered(
  judge: (milestone: Milestone) => JudgedMilestone,
): (milestone: Milestone) => JudgedMilestone {
  const known = new Map<Milestone, JudgedMilestone>();
  return (milestone) => {
    const found = known.get(milestone) ?? judge(milestone);
    known.set(milestone, found);
    return found;
  };
}

/** What the README says and nothing bears out. */
function claimsOf(facts: Facts): readonly Claim[] {
  const path = facts.documentation.readme?.path ?? '';
  return unbackedClaims(facts).map(({ claim, line, lookedFor }) => ({
    claim: facts.mask(claim),
    said: framed(facts.evidence(path, line), false, facts),
    lookedFor: facts.mask(lookedFor),
  }));
}

/** Languages of the application's own code, the one with most lines first. */
function languagesOf(facts: Facts): readonly string[] {
  const lines = new Map<string, number>();
  for (const file of facts.program.filesOf()) {
    lines.set(file.language, (lines.get(file.language) ?? 0) + file.lines);
  }
  return [...lines].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
}

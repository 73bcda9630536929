/** The walk, and the only file that knows its order: facts, milestone, verdicts, score, next steps. */
import { CHECKS } from './checks/index.ts';
import type { Config } from './config/config.ts';
import { waived, waiverNotes } from './config/waivers.ts';
import { aboutOf } from './facts/documents/about.ts';
import { claimable, claims } from './facts/documents/claims.ts';
import type { Facts } from './facts/facts.ts';
import { type Measurable, measurableOf } from './facts/measurable.ts';
import { type Reading, readFacts, type SourceMemory } from './facts/read.ts';
import { unbackedClaims } from './facts/unfinished/unbacked/unbacked.ts';
import { withMeasured } from './measured-verdict.ts';
import { PORTFOLIO } from './milestones/catalogue.ts';
import { namedMilestone, recognisedMilestone } from './milestones/choose.ts';
import { judge } from './milestones/judge.ts';
import { recognise } from './milestones/recognise.ts';
import type { Measurement } from './model/measured.ts';
import type {
  Claim,
  Evidence,
  Milestone,
  MilestoneReport,
  Note,
  Report,
  Requirement,
  RequirementReport,
} from './model.ts';
import type { Repository } from './repository/repository.ts';
import { nextSteps, scoreOf } from './score.ts';

export type { Reading, SourceMemory } from './facts/read.ts';

export interface AuditRequest {
  /** Those that have rules, `portfolio` among them. */
  readonly milestones: readonly Milestone[];
  /** An id, or 'auto' to recognise the milestone. */
  readonly milestoneId: string;
  /** Ids of further milestones that the project claims to be. */
  readonly also?: readonly string[];
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

/** Judges what was read. Throws a UserError where no milestone is recognised. */
export function reportOn(
  repository: Repository,
  facts: Facts,
  request: AuditRequest,
  measured: readonly Measurement[] = [],
): Report {
  const { milestones, milestoneId, also = [] } = request;
  const named = milestoneId === 'auto' ? null : namedMilestone(milestoneId, milestones);
  const recognition = named ? null : recognise(facts, repository.name);
  const milestone = named ?? recognisedMilestone(recognition, milestones);
  const further = also.map((id) => namedMilestone(id, milestones));
  const portfolio = milestones.filter((one) => one.id === PORTFOLIO);
  const day = repository.history?.date?.slice(0, 10) ?? null;
  const { config = null } = request;
  const found = [...new Set([milestone, ...further, ...portfolio])].map((one) =>
    judgedBy(one, facts, measured),
  );
  const reports = found.map((one) =>
    reportOf(one, config ? waived(one, config, day) : one.requirements, facts),
  );
  return {
    schema: 1,
    tool: request.tool,
    repository: selfPortrait(repository, facts),
    recognition,
    milestones: reports,
    next: nextSteps(reports),
    claims: claimsOf(facts),
    notes: [
      ...(config ? [...ruleNotes(config), ...waiverNotes(found, config, day)] : []),
      ...facts.notes,
    ].map((note) => ({
      ...note,
      text: facts.mask(note.text),
    })),
    ...(measured.length > 0 ? { measured } : {}),
  };
}

/** Whoever reads the report must know that the project brought rules of its own. */
function ruleNotes({ path, rules }: Config): readonly Note[] {
  if (rules.length === 0) return [];
  return [{ path, line: null, text: `the project brings rules of its own: ${rules.join(', ')}` }];
}

/** What it is, and what its README says that it is. */
function selfPortrait(repository: Repository, facts: Facts): Report['repository'] {
  const { name, revision, remote, folder } = repository;
  const { readme, publicUrls } = facts.documentation;
  const live = publicUrls.find(({ kind, inCode }) => kind === 'app' && !inCode)?.url ?? null;
  const about = facts.mask(aboutOf(readme) ?? '') || null;
  return { name, revision, url: remote, folder, languages: languagesOf(facts), about, live };
}

/** The report on a milestone that nobody claims, and nobody can waive a part of. */
export function reportOnMilestone(milestone: Milestone, facts: Facts): MilestoneReport {
  const found = judgedBy(milestone, facts);
  return reportOf(found, found.requirements, facts);
}

function judgedBy(milestone: Milestone, facts: Facts, measured: readonly Measurement[] = []) {
  const readme = claimable(facts.documentation.readme);
  // The same facts, of which most are only read when they are asked for, and one more.
  const known: Facts | null =
    measured.length > 0 ? Object.create(facts, { measured: { value: measured } }) : null;
  return {
    ...milestone,
    requirements: milestone.requirements.map((one) => {
      const byFiles = judged(one, facts, readme);
      return known === null ? byFiles : withMeasured(byFiles, judged(one, known, readme));
    }),
  };
}

function reportOf(
  { id, title }: Pick<Milestone, 'id' | 'title'>,
  requirements: readonly RequirementReport[],
  facts: Facts,
): MilestoneReport {
  return { id, title, score: scoreOf(requirements, capOf(facts)), requirements };
}

function judged(requirement: Requirement, facts: Facts, readme: readonly string[]): RequirementReport {
  const { id, title, weight, effort, why, fix, learn } = requirement;
  const { verdict, confidence, evidence, counterEvidence, lookedFor, reason } = judge(
    requirement,
    facts,
    CHECKS,
  );
  const claimed = claims(readme, requirement.claim);
  return {
    id,
    title,
    weight,
    effort,
    verdict,
    confidence,
    claimed,
    evidence: evidence.map((one) => withoutSecrets(one, facts)),
    counterEvidence: counterEvidence.map((one) => withoutSecrets(one, facts)),
    lookedFor: lookedFor && facts.mask(lookedFor),
    reason: reason && facts.mask(reason),
    waiver: null,
    why,
    fix,
    learn,
  };
}

/** What the README says and nothing bears out. */
function claimsOf(facts: Facts): readonly Claim[] {
  const path = facts.documentation.readme?.path ?? '';
  return unbackedClaims(facts).map(({ claim, line, lookedFor }) => ({
    claim: facts.mask(claim),
    said: withoutSecrets(facts.evidence(path, line), facts),
    lookedFor: facts.mask(lookedFor),
  }));
}

/** Whatever a check wrote there: no report may hold a secret whole. */
function withoutSecrets(evidence: Evidence, facts: Facts): Evidence {
  return { ...evidence, text: facts.mask(evidence.text, evidence.path, evidence.line) };
}

/** Why the score is held down: a secret that everybody who clones the repository has. */
function capOf({ secrets }: Facts): string | null {
  const [first, ...rest] = secrets.filter(({ grade }) => grade === 'leaked');
  if (!first) return null;
  const more = rest.length > 0 ? ` and ${rest.length} more` : '';
  return `a secret is committed: ${first.what} in ${first.path}:${first.line}${more}; revoke it and take it out`;
}

/** Languages of the application's own code, the one with most lines first. */
function languagesOf(facts: Facts): readonly string[] {
  const lines = new Map<string, number>();
  for (const file of facts.program.filesOf()) {
    lines.set(file.language, (lines.get(file.language) ?? 0) + file.lines);
  }
  return [...lines].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
}

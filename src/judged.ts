/** A milestone judged on facts: each requirement with its verdict, its evidence and what the README says of it. */
import { CHECKS } from './checks/index.ts';
import { diagramOf } from './diagram.ts';
import { type Facts, factsWith } from './facts/facts.ts';
import { TELLING } from './facts/lines.ts';
import { withMeasured } from './measured-verdict.ts';
import { CLAIM_CHECK } from './milestones/claim.ts';
import { judge } from './milestones/judge.ts';
import { type Made, type Stack, stacksOf, stepFor, wordsOf } from './milestones/stacks.ts';
import type { Measurement } from './model/measured.ts';
import type { LeakedSecret } from './model/repository.ts';
import type { Evidence, Milestone, MilestoneReport, Requirement, RequirementReport } from './model.ts';
import { scoreOf } from './score.ts';

/** A milestone with its requirements judged, before anything is waived. */
export interface JudgedMilestone extends Pick<Milestone, 'id' | 'title'> {
  readonly requirements: readonly RequirementReport[];
}

export function judgedBy(
  { id, title, requirements }: Milestone,
  facts: Facts,
  stacks: readonly Stack[] = [],
  measured: readonly Measurement[] = [],
): JudgedMilestone {
  const stepOf = firstSteps(id, facts, stacks);
  const known = measured.length > 0 ? factsWith(facts, { measured }) : null;
  return {
    id,
    title,
    requirements: requirements.map((one) => {
      const byFiles = judged(one, stepOf(one), facts);
      return known === null ? byFiles : withMeasured(byFiles, judged(one, stepOf(one), known));
    }),
  };
}

/** The first step of each requirement of a milestone, for what the project is made with. */
export function firstSteps(
  milestone: string,
  facts: Facts,
  stacks: readonly Stack[],
): (requirement: Requirement) => string {
  const own = stacksOf(madeWith(facts), stacks);
  return (one) => (one.drawn === null ? null : drawn(one, facts)) ?? stepFor(milestone, one, own, stacks);
}

export function reportOf({ id, title, requirements }: JudgedMilestone, facts: Facts): MilestoneReport {
  return { id, title, score: scoreOf(requirements, capOf(facts)), requirements };
}

function judged(requirement: Requirement, fix: string, facts: Facts): RequirementReport {
  const { id, title, weight, effort, main, why, learn, after } = requirement;
  const found = judge(requirement, facts, CHECKS);
  const claim = claimOf(requirement, facts);
  return {
    id,
    title,
    weight,
    effort,
    ...(main ? { main } : {}),
    verdict: found.verdict,
    confidence: found.confidence,
    claimed: claim !== null,
    claim: claim && framed(claim.said, false, facts),
    unkept: claim?.unkept === true && found.verdict === 'missing',
    evidence: places(found.evidence, facts),
    counterEvidence: places(found.counterEvidence, facts),
    lookedFor: found.lookedFor && facts.mask(found.lookedFor),
    reason: found.reason && facts.mask(found.reason),
    because: found.because && facts.mask(found.because),
    waiver: null,
    why,
    fix,
    learn,
    after,
  };
}

/** The first line that tells something is shown with its neighbours; where none does, the first with what it opens. */
function places(evidence: readonly Evidence[], facts: Facts): readonly Evidence[] {
  const telling = evidence.findIndex(({ text, whole }) => TELLING.test(text) && !whole);
  const first = telling < 0 ? evidence.findIndex(({ text, whole }) => text !== '' && !whole) : telling;
  return evidence.map((one, index) => framed(one, index === first, facts));
}

/** What the project is made with: its languages, and the packages that it asks for or imports. */
function madeWith(facts: Facts): Made {
  const files = facts.program.filesOf();
  const imported = files.flatMap((file) => file.imports.map(({ module }) => packageOf(module)));
  const declared = facts.dependencies.list.filter(({ direct }) => direct).map(({ name }) => name);
  return {
    languages: [...new Set(files.map(({ language }) => (language === 'python' ? 'python' : 'typescript')))],
    packages: new Set([...imported, ...declared]),
  };
}

/** `@nestjs/common/x` is of `@nestjs/common`, `qdrant_client.models` of `qdrant-client`. */
function packageOf(module: string): string {
  if (module.startsWith('@')) return module.split('/').slice(0, 2).join('/');
  return (module.split(/[./]/)[0] ?? '').replaceAll('_', '-').toLowerCase();
}

/** The words of the rule, and a sketch of the project's own parts. */
function drawn({ fix }: Requirement, facts: Facts): string | null {
  const diagram = diagramOf(facts);
  return diagram === null ? null : `${wordsOf(fix)}\n\n${diagram}`;
}

/** The line of the README that says so. That nothing bears it out is the answer's counter-evidence. */
function claimOf(
  { claim }: Requirement,
  facts: Facts,
): { readonly said: Evidence; readonly unkept: boolean } | null {
  if (claim === null) return null;
  const answer = CHECKS.get(CLAIM_CHECK)?.ask(facts, claim);
  const [said] = answer?.answer === 'yes' ? answer.evidence : [];
  if (answer?.answer !== 'yes' || said === undefined) return null;
  return { said, unkept: (answer.counter ?? []).length > 0 };
}

/** Whatever a check wrote there, no report may hold a secret whole. The first place is shown with its neighbours. */
export function framed(evidence: Evidence, shown: boolean, facts: Facts): Evidence {
  const { path, line, text } = evidence;
  const frame = shown && text !== '' ? facts.frame(path, line) : null;
  return { ...evidence, text: facts.mask(text, path, line), ...(frame === null ? {} : { frame }) };
}

/** Secrets that everybody who clones the repository has. */
export function leakedIn({ secrets }: Facts): readonly LeakedSecret[] {
  return secrets
    .filter(({ grade }) => grade === 'leaked')
    .map(({ what, path, line }) => ({ what, path, line }));
}

/** Why the score is held down. */
function capOf(facts: Facts): string | null {
  const [first, ...rest] = leakedIn(facts);
  if (!first) return null;
  const more = rest.length > 0 ? ` and ${rest.length} more` : '';
  return `a secret is committed: ${first.what} in ${first.path}:${first.line}${more}; revoke it and take it out`;
}

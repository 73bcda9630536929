/** The one place that a format needs for a requirement which may have many places, or none. */
import type { Evidence, Report, RequirementReport } from '../model.ts';
import { nowhere, wholeFile } from './words.ts';

/** `path:line`, the path alone where a whole file is meant, or what is said of the repository as a whole. */
export function placeOf(evidence: Evidence): string {
  if (!inFile(evidence)) return evidence.text || evidence.path;
  return wholeFile(evidence) ? evidence.path : `${evidence.path}:${evidence.line}`;
}

/** What speaks against it, then what speaks for it: where somebody would begin to mend it. Null for neither. */
export function placeToMend({ counterEvidence, evidence }: RequirementReport): Evidence | null {
  return [...counterEvidence, ...evidence].find(inFile) ?? null;
}

/** A file that surely exists, for what is nowhere: the README, else the first file of any evidence. */
export function anyFile(report: Report): string | null {
  const all = report.milestones.flatMap(({ requirements }) => requirements);
  const readme = all.filter(({ id }) => id === 'readme');
  return [...readme, ...all].flatMap(({ evidence }) => evidence).find(inFile)?.path ?? null;
}

/** Not the repository as a whole, nor its history. */
export function inFile(evidence: Evidence): boolean {
  return !nowhere(evidence) && evidence.path !== '.git';
}

/** Why it is not met, here; a sentence without a full stop. What the README says and nothing bears out comes first. */
export function whyNot({
  verdict,
  unkept,
  claim,
  because,
  lookedFor,
  reason,
  waiver,
}: RequirementReport): string {
  switch (verdict) {
    case 'met':
      return 'met';
    case 'waived':
      return waiver?.reason ?? 'somebody decided that it does not apply';
    case 'unverifiable':
      return `the files alone cannot decide it${reason === null ? '' : `: ${reason}`}`;
    case 'partial':
    case 'missing': {
      const said =
        unkept && claim ? `claimed in the README, not found (${placeOf(claim)}: “${claim.text}”); ` : '';
      const why =
        because?.replace(/\.$/, '') ?? (lookedFor === null ? 'not found' : `looked for ${lookedFor}`);
      return said + why;
    }
    default:
      return verdict satisfies never;
  }
}

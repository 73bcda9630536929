/** A verdict by files and measurements, with what the files alone say kept beside it: measuring can always be undone. */
import type { FileJudgement, RequirementReport } from './model.ts';

/** Both are judged by the same rule: first from files alone, then with what was measured. */
export function withMeasured(byFiles: RequirementReport, measured: RequirementReport): RequirementReport {
  const before = judgementOf(byFiles);
  const after = judgementOf(measured);
  if (JSON.stringify(before) === JSON.stringify(after)) return byFiles;
  // Only the measurement can be what is not known: a time-out takes nothing away that the files show.
  const undecided = before.verdict === 'met' && after.verdict === 'partial' && after.lookedFor === null;
  return undecided
    ? { ...measured, verdict: 'unverifiable', evidence: [], byFiles: before }
    : { ...measured, byFiles: before };
}

function judgementOf(one: RequirementReport): FileJudgement {
  const { verdict, confidence, evidence, counterEvidence, lookedFor, reason, because, unkept } = one;
  return { verdict, confidence, evidence, counterEvidence, lookedFor, reason, because, unkept };
}

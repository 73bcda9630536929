/** What was measured, and what it decided: the words of every reporter. */
import type { Measurement } from '../model/measured.ts';
import { measuredSentence } from '../model/measured-words.ts';
import type { Report, RequirementReport } from '../model.ts';

/** What measuring did to a verdict; null where it changed none. */
export function decidedByMeasuring({ byFiles, verdict }: RequirementReport): string | null {
  if (byFiles === undefined || byFiles.verdict === verdict) return null;
  return `decided by measuring: from the files alone it is ${byFiles.verdict}`;
}

/** `coverage.xml: 83 % of the lines …`, one sentence each. */
export function measuredSentences({ measured = [] }: Report): readonly string[] {
  return measured.map((one) => `${one.source}: ${measuredSentence(one)}`);
}

/** The day on which most was measured: a report is of one moment, or of two where a stored one is reused. */
export function measuredWhen({ measured = [] }: Report): string {
  const days = [...new Set(measured.map(({ at }: Measurement) => at.slice(0, 10)))].sort();
  return days.join(', ');
}

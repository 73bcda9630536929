/** Places in the repository, as links to the lines of the audited commit where its address is known. */
import type { Evidence, Report } from '../../model.ts';
import { permalink } from '../permalinks.ts';
import { counted, nowhere, wholeFile } from '../words.ts';
import { code, linked } from './escape.ts';

/** Characters of a line that are quoted beside its place. */
const QUOTE = 100;

/** `path:line`; what speaks of the repository as a whole is its own text. */
export function place(report: Report, evidence: Evidence): string {
  if (nowhere(evidence)) return code(evidence.text);
  const { path, line } = evidence;
  return linked(code(wholeFile(evidence) ? path : `${path}:${line}`), permalink(report.repository, evidence));
}

/** A place with what stands there. */
export function quoted(report: Report, evidence: Evidence): string {
  const text = nowhere(evidence) ? '' : code(evidence.text, QUOTE);
  return text === '' ? place(report, evidence) : `${place(report, evidence)} ${text}`;
}

/** The first of many, and how many more there are. */
export function places(report: Report, evidence: readonly Evidence[], most = 1): string {
  const shown = evidence.slice(0, most).map((one) => place(report, one));
  const more = evidence.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${counted(more, 'more place')}`] : [])].join(', ');
}

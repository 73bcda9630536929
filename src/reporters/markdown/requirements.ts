/** Requirements as a table, one row each; verbose, also all that is known of each. */
import { requirementPage } from '../../addresses.ts';
import type { Report, RequirementReport, Verdict } from '../../model.ts';
import { decidedByMeasuring } from '../measured.ts';
import { ABOUT, counted, isUncertain, VERDICTS, WEIGHT } from '../words.ts';
import { advice, code, linked, prose, row } from './escape.ts';
import { place, places, quoted } from './places.ts';

/** A picture beside the word, never instead of it. */
export const SIGN: Readonly<Record<Verdict, string>> = {
  met: '✅',
  partial: '🟡',
  missing: '❌',
  unverifiable: '❔',
  waived: '⚪',
};

/** '' for none. */
export function requirementTable(
  report: Report,
  milestone: string,
  requirements: readonly RequirementReport[],
): string {
  if (requirements.length === 0) return '';
  const rows = VERDICTS.flatMap((verdict) => requirements.filter((one) => one.verdict === verdict)).map(
    (one) =>
      row([
        `${prose(one.title)} ${linked(code(one.id), requirementPage(milestone, one.id))}`,
        `${SIGN[one.verdict]} ${one.verdict}${isUncertain(one) ? ` ${ABOUT}` : ''}`,
        WEIGHT[one.weight],
        reason(report, one),
      ]),
  );
  return [row(['Requirement', 'Verdict', 'Weight', 'Why']), row(['---', '---', '---', '---']), ...rows].join(
    '\n',
  );
}

function reason(report: Report, one: RequirementReport): string {
  const said: string[] = [];
  if (one.waiver !== null) said.push(`waived${untilOf(one)}: ${prose(one.waiver.reason, 300)}`);
  if (one.unkept && one.claim) said.push(`claimed, not found: ${quoted(report, one.claim)}`);
  const measured = decidedByMeasuring(one);
  if (measured !== null) said.push(prose(measured));
  if (one.verdict === 'met') return [...said, places(report, one.evidence, 2)].join('; ');
  const why = one.because ?? one.reason ?? (one.lookedFor === null ? null : `looked for ${one.lookedFor}`);
  if (why !== null) said.push(prose(why.replace(/\.$/, ''), 600));
  if (one.evidence.length > 0) said.push(places(report, one.evidence, 1));
  const [against] = one.counterEvidence;
  if (against) said.push(`but ${others(one)}${quoted(report, against)}`);
  return said.join('; ');
}

function others({ counterEvidence }: RequirementReport): string {
  return counterEvidence.length === 1 ? '' : `${counted(counterEvidence.length, 'place')} against it: `;
}

function untilOf({ waiver }: RequirementReport): string {
  return waiver?.until ? ` until ${waiver.until}` : '';
}

/** Everything of one requirement: each place, what was looked for, why it matters, where to learn it. */
export function everything(report: Report, one: RequirementReport): string {
  const lines = [
    `#### ${SIGN[one.verdict]} ${prose(one.title)}`,
    '',
    `${code(one.id)} · ${one.verdict}${isUncertain(one) ? ', not for certain' : ''} · ${WEIGHT[one.weight]}${one.claim === null ? '' : ` · claimed in the README: ${quoted(report, one.claim)}`}`,
    '',
    advice(one.why),
    '',
    ...one.evidence.map((evidence) => `- ${quoted(report, evidence)}`),
    ...one.counterEvidence.map((evidence) => `- against it: ${quoted(report, evidence)}`),
  ];
  const rest = [
    ...(one.waiver === null ? [] : [`Waived${untilOf(one)}: ${prose(one.waiver.reason)}`]),
    ...(one.because === null ? [] : [prose(one.because)]),
    ...(one.lookedFor === null ? [] : [`Looked for: ${prose(one.lookedFor)}`]),
    ...(one.reason === null ? [] : [`Reason: ${prose(one.reason)}`]),
    ...(one.verdict === 'met'
      ? []
      : one.learn.map(({ title, url }) => `Learn: ${linked(prose(title), inert(url))}`)),
  ];
  return [lines.join('\n').trimEnd(), ...rest].join('\n\n');
}

/** An address out of a rule file, which a project may have written: nothing in it ends a link. */
function inert(url: string): string {
  return url.replace(/[^\w.~:/?#@!$&*+,;=%-]/g, encodeURIComponent);
}

/** What could not be read or was cut by a limit. */
export function notesOf(report: Report, most: number): string {
  const shown = report.notes.slice(0, most).map(({ path, line, text }) => {
    if (path === null) return `- ${prose(text, 500)}`;
    return `- ${place(report, { path, line: line ?? 1, text: line === null ? '' : text })}: ${prose(text, 500)}`;
  });
  const more = report.notes.length - shown.length;
  if (more > 0) shown.push(`- and ${counted(more, 'more note')}`);
  return shown.length === 0 ? '' : `**Notes**\n\n${shown.join('\n')}`;
}

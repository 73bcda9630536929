/** Why a verdict is not met, in one sentence: what is there, and what is not. The words of reasons are here and nowhere else. */
import type { Check } from '../checks/define.ts';
import type { Evidence, Reason, Verdict } from '../model.ts';
import type { Checks, Trace } from './judge.ts';

const MOST_REASONS = 3;
const MOST_NAMES = 4;
const LONGEST = 600;

export interface Judged {
  readonly verdict: Verdict;
  readonly met: Trace;
  readonly partial: Trace | null;
  /** The sentence of the rule for what is partial. */
  readonly says: string | null;
}

/** null where it is met. A reason that a check gives is better than any that is made of its place in a condition. */
export function because({ verdict, met, partial, says }: Judged, checks: Checks): string | null {
  if (verdict === 'met' || verdict === 'waived') return null;
  const told = reasonsIn(met).map(worded);
  if (verdict === 'partial') {
    // What is there is said best by the reason that names each part of it.
    if (reasonsIn(met).some((one) => one.kind === 'few' || (one.kind === 'lacks' && one.has.length > 0)))
      return sentences(told);
    const places = partial?.answer.answer === 'yes' ? partial.answer.evidence : [];
    const noted = places.length > 0 && places.every(({ path }) => path.endsWith('.ipynb'));
    const held = noted ? 'What there is of it is in a notebook, which is no program' : says;
    return sentences([
      withPlace(held ?? 'A part of it is there', places[0]),
      ...unknown(met),
      ...(told.length > 0 ? told : open(met, checks)),
    ]);
  }
  if (verdict === 'unverifiable') return sentences([met, ...(partial ? [partial] : [])].flatMap(unknown));
  return sentences(told.length > 0 ? told : [...begun(met), ...open(met, checks)]);
}

/** It is all there, and cannot run. */
export function stopped(stop: Evidence): string {
  return `All of it is written, but it ${stop.text} (${placeOf(stop)}).`;
}

/** A total map: a reason without words does not compile. */
const WORDS: { readonly [Kind in Reason['kind']]: (reason: Reason & { readonly kind: Kind }) => string } = {
  lacks: ({ lacks, has }) => {
    const there = has.map(({ what, at }) => (at ? `${what} (${placeOf(at)})` : what));
    const missing = listed(lacks, 'and');
    const not = `${missing} ${lacks.length === 1 ? 'is' : 'are'} not there`;
    return there.length === 0
      ? not
      : `${listed(there, 'and')} ${there.length === 1 ? 'is' : 'are'} there; ${not}`;
  },
  few: ({ found, wanted, what, at }) =>
    `${found} of ${wanted} ${what}${at ? ` (the first that is not: ${placeOf(at)})` : ''}`,
  unused: ({ what, at, use }) => `${what} (${placeOf(at)}) and nothing ${use}`,
  against: ({ what, at, count }) =>
    `${what === at.text ? `“${what}”` : what.replace(/\.$/, '')} at ${placeOf(at)}${count > 1 ? ` and ${count - 1} more ${count === 2 ? 'place' : 'places'}` : ''}`,
  none: ({ what }) => what,
};

function worded<Kind extends Reason['kind']>(reason: Reason & { readonly kind: Kind }): string {
  return WORDS[reason.kind](reason);
}

/** Reasons of the checks that said no, those of the condition that came nearest first. */
function reasonsIn(trace: Trace): readonly Reason[] {
  if ('check' in trace) return trace.answer.answer === 'no' ? (trace.answer.reasons ?? []) : [];
  if (trace.answer.answer !== 'no') return [];
  if (trace.group === 'none') return against(trace.answer.counter ?? []);
  const told = trace.of.filter((one) => one.answer.answer === 'no').map(reasonsIn);
  const specific = told.filter((one) => one.length > 0);
  // Of alternatives one would do: the one of which most is there.
  const best =
    trace.group === 'any' ? specific.sort((a, b) => nearness(b) - nearness(a)).slice(0, 1) : specific;
  return best.flat().slice(0, MOST_REASONS);
}

function nearness(reasons: readonly Reason[]): number {
  return Math.max(
    0,
    ...reasons.map((one) => (one.kind === 'none' ? 0 : one.kind === 'lacks' ? one.has.length : 1)),
  );
}

function against(places: readonly Evidence[]): readonly Reason[] {
  const [first] = places;
  return first === undefined
    ? []
    : [{ kind: 'against', what: first.text || 'what must not be there', at: first, count: places.length }];
}

/** Parts of the condition that hold already. */
function begun(trace: Trace): readonly string[] {
  if ('check' in trace || trace.group !== 'all') return [];
  const held = trace.of.flatMap((one) =>
    one.answer.answer === 'yes' ? one.answer.evidence.slice(0, 1) : [],
  );
  const shown = held.filter(({ path }) => path !== '' && path !== '.').slice(0, 2);
  return shown.length === 0 ? [] : [`A part of it is at ${listed(shown.map(placeOf), 'and')}`];
}

/** What is not there, by what the checks that said no looked for, and where they looked. */
function open(trace: Trace, checks: Checks): readonly string[] {
  const found = noes(trace);
  const [first] = found;
  if (first === undefined) return [];
  const where = placesOf(checks.get(first.check));
  return [`Not found${where}: ${listed([...new Set(found.map((one) => one.lookedFor))], wordOf(trace))}`];
}

function wordOf(trace: Trace): 'and' | 'or' {
  return 'group' in trace && trace.group === 'any' ? 'or' : 'and';
}

function noes(trace: Trace): readonly { readonly check: string; readonly lookedFor: string }[] {
  if (trace.answer.answer !== 'no') return [];
  if ('check' in trace) return [{ check: trace.check, lookedFor: trace.answer.lookedFor }];
  if (trace.group === 'none') return [];
  return trace.of.flatMap(noes);
}

const WHERE: Readonly<Partial<Record<Check['reads'][number], string>>> = {
  code: 'the code',
  tests: 'the tests',
  pages: 'the pages',
  configuration: 'the configuration',
  documents: 'the documents',
  history: 'the history',
};

function placesOf(check: Check | undefined): string {
  const names = (check?.reads ?? []).flatMap((one) => WHERE[one] ?? []);
  return names.length === 0 ? '' : ` in ${listed(names, 'or')}`;
}

function unknown({ answer }: Trace): readonly string[] {
  return answer.answer === 'cannot tell' ? [answer.reason] : [];
}

function withPlace(says: string, shown: Evidence | undefined): string {
  const text = says.replace(/\.$/, '');
  return shown === undefined || ['', '.', '.git'].includes(shown.path) ? text : `${text} (${placeOf(shown)})`;
}

function placeOf({ path, line, text }: Evidence): string {
  return line === 1 && text === '' ? path : `${path}:${line}`;
}

function listed(words: readonly string[], word: 'and' | 'or'): string {
  const shown = words.slice(0, MOST_NAMES);
  const rest = words.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} more`] : shown;
  if (all.length < 2) return all[0] ?? '';
  const between = all.some((one) => one.includes(',')) ? '; ' : ', ';
  return `${all.slice(0, -1).join(between)} ${word} ${all.at(-1)}`;
}

/** A path or a name in code stays as it is written. */
function capital(text: string): string {
  return /^\p{Ll}+(?:[\s,;:]|$)/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function sentences(parts: readonly string[]): string | null {
  const kept = [...new Set(parts)]
    .filter((part) => part !== '')
    .map((part) => capital(part.replace(/\.$/, '')));
  if (kept.length === 0) return null;
  const text = `${kept.join('. ')}.`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Conditions in words, made of the checks' own summaries and the rule's parameters: they cannot drift from the rule. */
import type { Check } from '../checks/define.ts';
import type { Condition } from '../model.ts';
import type { Trace } from './judge.ts';

type Checks = ReadonlyMap<string, Check>;

/** A line of an explained condition; `depth` is how far it is indented. */
export interface ConditionLine {
  readonly depth: number;
  readonly text: string;
  /** Of a condition that was asked: what it answered. */
  readonly answer?: Trace['answer'];
}

const GROUP_WORDS = {
  all: 'all of these hold:',
  any: 'one of these holds:',
  none: 'none of these holds:',
} as const;

/** What a condition asks, a line for each check and group. */
export function conditionLines(condition: Condition, checks: Checks, depth = 0): readonly ConditionLine[] {
  if ('check' in condition) {
    const { check, parameters } = condition;
    return [{ depth, text: checkWords(checks.get(check), check, parameters) }];
  }
  const [group, parts] = Object.entries(condition)[0] as [keyof typeof GROUP_WORDS, readonly Condition[]];
  return [
    { depth, text: GROUP_WORDS[group] },
    ...parts.flatMap((part) => conditionLines(part, checks, depth + 1)),
  ];
}

/** The same with what each condition answered about a repository. `settings` says what each check was asked with. */
export function traceLines(
  trace: Trace,
  checks: Checks,
  settings: boolean,
  depth = 0,
): readonly ConditionLine[] {
  const { answer } = trace;
  if ('check' in trace) {
    const asked = settings ? trace.parameters : null;
    return [{ depth, text: checkWords(checks.get(trace.check), trace.check, asked), answer }];
  }
  return [
    { depth, text: GROUP_WORDS[trace.group], answer },
    ...trace.of.flatMap((part) => traceLines(part, checks, settings, depth + 1)),
  ];
}

/** A check's summary with its parameters: `Routes answer on a resource (operations: create, read; at least: 4)`. */
function checkWords(check: Check | undefined, name: string, parameters: unknown): string {
  const summary = (check?.summary ?? name).replace(/\.$/, '');
  const told = parameterWords(parameters);
  return told === '' ? summary : `${summary} (${told})`;
}

function parameterWords(parameters: unknown): string {
  if (typeof parameters !== 'object' || parameters === null) return '';
  return Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${spaced(key)}: ${valueWords(value)}`)
    .join('; ');
}

function spaced(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function valueWords(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value))
    return value.map((item) => (Array.isArray(item) ? item.join(' or ') : valueWords(item))).join(', ');
  if (typeof value === 'object' && value !== null) return `{ ${parameterWords(value)} }`;
  return String(value);
}

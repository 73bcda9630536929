/** What is wrong with a rule file, in words: what stands there, what was expected, and what was probably meant. */
import type * as Zod from 'zod';
import { nearest } from '../errors.ts';
import { type JsonSchema, knownKeys } from './schema.ts';

type Issue = Zod.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** One thing to say, at a value or (where `key` is given) at a key of the map there. */
export interface Complaint {
  readonly path: Path;
  readonly key?: string;
  readonly problem: string;
}

const MOST_KEYS = 20;
const MOST_NEAR = 3;
/** More names than this are no longer read: then only the near ones are told. */
const MOST_LISTED = 12;

/** A finding of zod as one complaint per mistake. */
export function complaintsOf(issue: Issue, data: unknown, schema: JsonSchema): readonly Complaint[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.slice(0, MOST_KEYS).map((key) => ({ path, key, problem: unknownKey(key, known) }));
  }
  if (issue.code === 'invalid_union') return [union(issue.errors, path, data)];
  return [{ path, problem: `${named(path)} ${problemOf(issue, valueAt(data, path))}` }];
}

function unknownKey(key: string, known: readonly string[]): string {
  const what = known.includes('any') ? 'there is no check' : 'unknown key';
  return `${what} '${shortened(key)}'${expectation(key, known)}`;
}

/** `; did you mean 'weight'?` or `; known: id, title`. */
function expectation(word: string, known: readonly string[]): string {
  const near: string[] = [];
  for (let rest = known; near.length < MOST_NEAR; rest = rest.filter((name) => !near.includes(name))) {
    const found = nearest(word, rest);
    if (found === null) break;
    near.push(found);
  }
  if (near.length > 0) return `; did you mean ${near.map((name) => `'${name}'`).join(' or ')}?`;
  if (known.length === 0) return ': nothing can be set here';
  return known.length <= MOST_LISTED ? `; known: ${known.join(', ')}` : '';
}

/** The alternative that complains least is what was meant. */
function union(alternatives: readonly (readonly Issue[])[], path: Path, data: unknown): Complaint {
  const value = valueAt(data, path);
  const atRoot = alternatives.filter(
    ([first, ...more]) => first && more.length === 0 && first.path.length === 0,
  );
  const wanted = atRoot.flatMap(([first]) => (first ? [expected(first)] : []));
  // Where the value is of one alternative's kind and wrong further in, that is what has to be mended.
  if (wanted.length > 0 && (atRoot.length === alternatives.length || !isKeyed(value)))
    return {
      path,
      problem: `${named(path)} must be ${[...new Set(wanted)].join(' or ')}${insteadOf(value)}`,
    };
  const least = alternatives
    .filter((one) => !atRoot.includes(one))
    .sort((a, b) => a.length - b.length)[0]?.[0];
  if (!least) return { path, problem: `${named(path)} cannot be ${shown(value)}` };
  const place = [...path, ...least.path];
  return { path: place, problem: `${named(place)} ${problemOf(least, valueAt(value, least.path))}` };
}

function isKeyed(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** zod's own messages start with a capital; those that a shape words itself go on after the name of the key. */
const OWN_WORDS = /^[a-z]/;
const MUST_BE = 'must be ';

function problemOf(issue: Issue, value: unknown): string {
  if (value === undefined) return `is missing: it takes ${expected(issue)}`;
  if (issue.code === 'custom') return issue.message;
  const near =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? nearest(value, issue.values.map(String))
      : null;
  return `${MUST_BE}${expected(issue)}${insteadOf(value)}${near === null ? '' : `; did you mean '${near}'?`}`;
}

function insteadOf(value: unknown): string {
  return value === null ? ', but is empty' : `, not ${shown(value)}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

/** What a value should have been, as the end of "must be …". */
function expected(issue: Issue): string {
  if (OWN_WORDS.test(issue.message)) return issue.message.replace(MUST_BE, '');
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return sized(issue.origin, 'at least', Number(issue.minimum), issue.inclusive ?? true);
    case 'too_big':
      return sized(issue.origin, 'at most', Number(issue.maximum), issue.inclusive ?? true);
    default:
      return `something else (${issue.message})`;
  }
}

function sized(origin: string, bound: string, limit: number, inclusive: boolean): string {
  if (origin === 'string')
    return limit === 1 ? 'text that is not empty' : `text of ${bound} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `a list of ${bound} ${limit === 1 ? 'one' : limit}`;
  return inclusive ? `${bound} ${limit}` : `${bound === 'at least' ? 'more' : 'less'} than ${limit}`;
}

/** The keys that lead to a place, without the positions in lists: `met.all.commits.atLeast`. */
function named(path: Path): string {
  const within = typeof path[1] === 'number' ? path.slice(2) : path;
  const keys = within.filter((step) => typeof step === 'string');
  if (keys.length > 0) return `'${keys.join('.')}'`;
  if (path.length === 0) return 'the file';
  return path[0] === 'requirements' ? 'a requirement' : `an entry of '${String(path[0])}'`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'keys with values';
  return typeof value === 'string' ? `'${shortened(value)}'` : String(value);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[step];
  }
  return value;
}

/** What a route that works on a table says of the work: how many rows there were, how they are called. */
import type { CodeFile } from '../../../program/file.ts';
import { type Origin, originsOf } from '../../../program/flow/flow.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { Program } from '../../../program/program.ts';
import { answersOf } from '../../web/answers.ts';
import type { Route } from '../../web/routes/routes.ts';
import { aboutRows } from './about.ts';
import { DETECTS } from './names.ts';
import { waysOf } from './ways.ts';

/** Values that one answer is made of: a count lies near it. */
const MOST = 600;
/** Of what is known about a table, names and kinds: no counts. */
const NAMES =
  /(^|\.)(columns|dtypes|column_names|schema|filename|originalname|name|content_type|fieldnames|mimetype|path|keys|info|type|id|isinstance|hash|uuid4|now|utcnow|empty|index)$/;

/** Fields that only say something in words. */
const WORDS: ReadonlySet<string> = new Set('message msg detail details error errors success'.split(' '));

interface Told {
  readonly file: CodeFile;
  readonly line: number;
}

/** The first JSON answer that tells of the work on a table: counts, names, under which number it is being done. */
export function workTold(program: Program, routes: readonly Route[]): readonly Told[] {
  return told(
    program,
    routes,
    (origin) => aboutRows(program, origin) || isCounted(program, origin) || namesWork(program, origin),
  );
}

/** `{"job": job.id}`, `Accepted(name=name)`: a field of the answer that another request would fill otherwise; words are none. */
function namesWork(program: Program, { value, site }: Origin): boolean {
  const fields =
    value.kind === 'dict'
      ? value.entries.map(({ key, value: of }) => ({ name: key?.kind === 'literal' ? key.value : null, of }))
      : value.kind === 'call'
        ? (site.file.calls[value.call]?.arguments ?? []).map(({ name, value: of }) => ({ name, of }))
        : [];
  return fields.some(
    ({ name, of }) =>
      name !== null &&
      !WORDS.has(String(name).toLowerCase()) &&
      (of.kind === 'name' || of.kind === 'member' || of.kind === 'index') &&
      program.constant(of, site) === undefined,
  );
}

/** The first JSON answer with a count of rows, gaps or repeats. */
export function countTold(program: Program, routes: readonly Route[]): readonly Told[] {
  return told(
    program,
    routes,
    (origin) =>
      (aboutRows(program, origin) && !NAMES.test(nameOf(origin))) ||
      isCounted(program, origin) ||
      isDetected(program, origin),
  );
}

function told(
  program: Program,
  routes: readonly Route[],
  tells: (origin: Origin) => boolean,
): readonly Told[] {
  for (const { route } of waysOf(program, routes)) {
    if (!route) continue;
    const starts = answersOf(program, route).filter(({ form }) => form === 'json');
    const hit = originsOf(program, starts, { most: MOST, skip: isNoValue }).find(tells);
    if (hit) return [{ file: hit.site.file, line: hit.value.line }];
  }
  return [];
}

/** What decides only, and what is said in a sentence. */
function isNoValue({ value }: Origin): boolean {
  return value.kind === 'operation' && /^(?:==|!=|<|>|<=|>=|in|not in|is|is not|not)$/.test(value.operator);
}

function nameOf({ value, site }: Origin): string {
  if (value.kind === 'name' || value.kind === 'member') return value.name;
  if (value.kind === 'index') return nameOf({ value: value.of, site });
  const callee = value.kind === 'call' ? site.file.calls[value.call]?.callee : undefined;
  return callee?.kind === 'name' || callee?.kind === 'member'
    ? callee.name.replace(/\.(?:tolist|to_list)$/, '')
    : '';
}

/** `rejected += 1` in a loop over the rows. */
function isCounted(program: Program, { value, site }: Origin): boolean {
  if (value.kind !== 'name' || value.name.includes('.')) return false;
  return program
    .assignmentsTo(value.name, site)
    .some(
      ({ file, assignment }) =>
        assignment.via === 'augmented' &&
        program.blocksAround(file, assignment.block).some(({ kind }) => kind === 'for' || kind === 'while'),
    );
}

/** `frame.isnull().sum()`, `frame.duplicated().sum()`. */
function isDetected(program: Program, { value, site }: Origin): boolean {
  if (value.kind !== 'call') return false;
  const name = program.nameOf(program.callOf(site.file, value.call));
  return lastSegment(name) === 'sum' && DETECTS.some(([, pattern]) => pattern.test(name));
}

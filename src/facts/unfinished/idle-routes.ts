/** Routes that are to change something, and only give back what they are given, or a word that it is done. */

import { MODULE, type Value } from '../../program/file.ts';
import { bodyOf, writtenIn } from '../../program/link/bodies.ts';
import { namesReadIn } from '../../program/link/names-read.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import { definitionsIn } from '../../program/nesting.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import type { Method, Route } from '../web/routes/routes.ts';
import type { Unfinished } from './unfinished.ts';

const CHANGES: ReadonlySet<Method> = new Set<Method>(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What answers for itself, or has nothing to keep. */
const TELLS =
  /\/(?:log-?out|sign-?out|ping|health\w*|ready|live|status|version|info|about|docs|test|echo|webhooks?)\b|^\/?$/i;
/** Calls that read a request, wrap an answer or say that one was given. */
const WRAPS: ReadonlySet<string> = new Set([
  ...['jsonify', 'JSONResponse', 'NextResponse', 'Response', 'HTTPException', 'dict', 'str', 'print', 'info'],
  ...[
    'debug',
    'log',
    'warning',
    'error',
    'json',
    'get_json',
    'send',
    'status',
    'get',
    'sleep',
    'now',
    'utcnow',
  ],
  ...['isoformat', 'toISOString', 'Date', 'model_dump'],
]);

/** Each handler once. */
export function idleRoutes(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  const found = new Map<DefinitionRef, Unfinished>();
  for (const { method, path, mounted, doer, body } of routes) {
    const takes = body.length > 0 || /[{<:[]/.test(path);
    if (!mounted || doer === null || TELLS.test(path) || !isIdle(program, doer)) continue;
    const { file, definition } = doer;
    const tell = (what: string): void =>
      void found.set(doer, { path: file.path, line: definition.line, what: `${method} ${path} ${what}` });
    if (method === 'GET' && isFixed(doer)) tell('always gives the same answer');
    // A part of what was sent is an answer; a word beside it says that something was done.
    if (CHANGES.has(method) && (method === 'POST' ? saysSo(doer) : takes))
      tell('does nothing with what it is given');
  }
  return [...found.values()];
}

function isIdle(program: Program, { file, id, definition }: DefinitionRef): boolean {
  const { assignments, blocks, calls, statements } = bodyOf(file, id);
  if (definition.stub || definitionsIn(file, id).length > 0) return false;
  // What is chosen, repeated or taken away is done.
  if (blocks.some((one) => !/^(?:try|except|finally)$/.test(one.kind))) return false;
  if (statements.some(({ kind }) => kind === 'delete' || kind === 'yield')) return false;
  const called = calls.flatMap((call) => file.calls[call] ?? []);
  if (called.some((call) => call.form === 'jsx' || !wraps(call.callee, program, { file, id, definition })))
    return false;
  if (assignments.some(({ target }) => target.kind !== 'name')) return false;
  // What the module keeps may be changed by being read.
  const read = namesReadIn(file, id).names;
  const kept = file.assignments.some(
    ({ definition: at, target }) => at === MODULE && target.kind === 'name' && read.has(target.name),
  );
  // Whoever only raises refuses.
  return (
    !kept &&
    (statements.some(({ kind }) => kind === 'return') || (statements.length === 0 && calls.length > 0))
  );
}

/** It wraps by its name, or makes one of the program's records. */
function wraps(callee: Value, program: Program, { file, id }: DefinitionRef): boolean {
  if (callee.kind !== 'name' && callee.kind !== 'member') return false;
  if (WRAPS.has(lastSegment(callee.name))) return true;
  const target = program.resolve(callee, { file, definition: id });
  return target.kind === 'definition' && target.ref.definition.kind === 'class';
}

function saysSo({ file, id }: DefinitionRef): boolean {
  return writtenIn(file, id)
    .flatMap((value) => valuesThroughCalls(value, file))
    .some((part) => part.kind === 'literal' && typeof part.value === 'string' && part.value !== '');
}

/** A list or a table without anything in it, or measures that nobody took. */
function isFixed({ file, id }: DefinitionRef): boolean {
  const answered = bodyOf(file, id).statements.flatMap(({ kind, value }) =>
    kind === 'return' && value ? [value] : [],
  );
  const parts = answered.flatMap((value) => valuesThroughCalls(value, file));
  return (
    answered.some((value) => value.kind === 'list' && value.items.length === 0) ||
    parts.some(
      (part) => part.kind === 'literal' && typeof part.value === 'number' && !Number.isInteger(part.value),
    )
  );
}

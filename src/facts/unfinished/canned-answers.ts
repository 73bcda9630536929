/** Functions that answer with a text that was written down, whatever they are asked. */

import { type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { namesReadIn } from '../../program/link/names-read.ts';
import { lastSegment } from '../../program/link/values.ts';
import { definitionsIn } from '../../program/nesting.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Unfinished } from './unfinished.ts';

/** Calls that only wrap an answer, wait, or say that one was given. */
const WRAPS: ReadonlySet<string> = new Set([
  ...['jsonify', 'JSONResponse', 'Response', 'dict', 'str', 'print', 'info', 'debug', 'sleep', 'json'],
  ...['send', 'status'],
]);
/** Keys under which an answer tells how it went. */
const TELLS =
  /^(?:message|msg|details?|status|errors?|descriptions?|info|notes?|hints?|success|title|name|version|usage|warnings?)$/i;
/** Two words may be a label. */
const SENTENCE = /\S+\s+\S+\s+\S+/;
/** What the framework hands in, or what nobody means to read. */
const HANDED: ReadonlySet<string> = new Set([
  ...['self', 'cls', 'this', 'req', 'request', 'res', 'ctx', 'context', 'event', 'args', 'kwargs'],
]);

/** Routes that take something and answer a written text beside it; functions that somebody calls and that read nothing of what they are given. */
export function cannedAnswers(program: Program, routes: readonly Route[]): readonly Unfinished[] {
  const found = new Map<DefinitionRef, Unfinished>();
  for (const { doer, handler, method, path, line, file, body } of routes) {
    const takes = body.length > 0 || /[{<:[]/.test(path);
    if (!doer || !handler || !takes || !isWrittenDown(doer, true)) continue;
    found.set(doer, { path: file.path, line, what: `${method} ${path} answers with a written text` });
  }
  const handlers = new Set(routes.flatMap(({ handler, doer }) => [handler, doer]));
  for (const ref of program.definitions()) {
    const { file, id, definition } = ref;
    if (definition.kind !== 'function' || definition.decorators.length > 0 || handlers.has(ref)) continue;
    const taken = definition.parameters.filter(({ name }) => !name.startsWith('_') && !HANDED.has(name));
    if (taken.length === 0 || program.callers(ref).length === 0) continue;
    const { names } = namesReadIn(file, id);
    if (taken.some(({ name }) => names.has(name))) continue;
    if (!isWrittenDown(ref, false)) continue;
    const what = `${definition.name} gives the same text, whatever it is asked`;
    found.set(ref, { path: file.path, line: definition.line, what });
  }
  return [...found.values()];
}

/** It does nothing but give back what is written in it. `beside`: a part of the answer will do. */
function isWrittenDown({ file, id, definition }: DefinitionRef, beside: boolean): boolean {
  const within = (one: { readonly definition: number }): boolean => one.definition === id;
  if (definition.stub || file.notebook || id === MODULE || definitionsIn(file, id).length > 0) return false;
  if (file.blocks.some(within) || !file.calls.filter(within).every(({ callee }) => wraps(callee)))
    return false;
  if (file.assignments.some((one) => within(one) && one.value?.kind === 'call')) return false;
  const statements = file.statements.filter(within);
  if (!statements.every(({ kind }) => kind === 'return' || kind === 'expression')) return false;
  const returned = statements.flatMap(({ kind, value }) => (kind === 'return' && value ? [value] : []));
  // `res.json(…)` gives it back without a return.
  const sent = file.calls.filter(within).flatMap((one) => one.arguments.map(({ value }) => value));
  const answers = [...returned, ...(file.language === 'python' ? [] : sent)].flatMap((one) =>
    answered(one, file),
  );
  return beside ? answers.some(isPartlyWritten) : answers.length > 0 && answers.every(isWrittenList);
}

function wraps(callee: Value): boolean {
  return (callee.kind === 'name' || callee.kind === 'member') && WRAPS.has(lastSegment(callee.name));
}

/** What is given back, taken out of what wraps it: `jsonify(day=day, summary="…")` is an object. */
function answered(value: Value, file: CodeFile): readonly Value[] {
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  if (!call) return [value];
  const named = call.arguments.filter(({ name }) => name !== null);
  if (named.length > 0 && named.length === call.arguments.length)
    return [
      {
        kind: 'dict',
        line: value.line,
        entries: named.map((one) => ({
          key: { kind: 'literal', value: one.name, line: value.line },
          value: one.value,
        })),
      },
    ];
  return call.arguments.flatMap((one) => answered(one.value, file));
}

function isPartlyWritten(value: Value): boolean {
  return (
    value.kind === 'dict' &&
    value.entries.some(
      ({ key, value: said }) =>
        key?.kind === 'literal' &&
        !TELLS.test(String(key.value)) &&
        (isSentence(said) || isWrittenList(said)),
    )
  );
}

/** Findings, documents, messages: a list of texts, or of records with texts. */
function isWrittenList(value: Value): boolean {
  return (
    value.kind === 'list' &&
    value.items.length > 0 &&
    value.items.every(
      (item) =>
        isSentence(item) || (item.kind === 'dict' && item.entries.some((one) => isSentence(one.value))),
    )
  );
}

function isSentence(value: Value): boolean {
  return value.kind === 'literal' && typeof value.value === 'string' && SENTENCE.test(value.value);
}

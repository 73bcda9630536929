/** `"{} of {}".format(done, all)` is the template `f"{done} of {all}"`. */
import type { Call, CallId, CodeFile, Value } from '../file.ts';
import { valuesWithin } from '../link/values.ts';
import { withValues } from './every-value.ts';
import { substituted } from './substitution.ts';

/** Longer texts are documents. */
const MAX_LENGTH = 5000;
/** A brace that is meant, a place with its number or name, or what is none of these. */
const PLACE = /\{\{|\}\}|\{(\w*)(?:![rsa])?(?::[^{}]*)?\}|[{}]/g;

export function withTemplates(file: CodeFile): CodeFile {
  if (file.language !== 'python') return file;
  const templates = new Map<CallId, Value>();
  for (const [id, call] of file.calls.entries()) {
    const template = templateOf(call);
    if (template) templates.set(id, template);
  }
  if (templates.size === 0) return file;
  const calls = (call: CallId) => templates.get(call) ?? call;
  const isFormatted = (part: Value) => part.kind === 'call' && templates.has(part.call);
  return withValues(file, (value) =>
    valuesWithin(value).some(isFormatted) ? substituted(value, (name) => name, calls) : value,
  );
}

function templateOf({ callee, arguments: given, line }: Call): Value | null {
  if (callee.kind !== 'member' || callee.name !== 'format' || callee.of.kind !== 'literal') return null;
  const text = callee.of.value;
  if (
    typeof text !== 'string' ||
    text.length > MAX_LENGTH ||
    given.some(({ value }) => value.kind === 'operation' && value.operator === '...')
  )
    return null;
  const parts: (string | Value)[] = [];
  let from = 0;
  let next = 0;
  for (const { 0: whole, 1: place, index } of text.matchAll(PLACE)) {
    parts.push(text.slice(from, index));
    from = index + whole.length;
    if (whole === '{{' || whole === '}}') {
      parts.push(whole.slice(1));
      continue;
    }
    if (place === undefined) return null;
    const named = given.find(({ name }) => name !== null && name === place);
    const value = named ?? given.filter(({ name }) => name === null)[place === '' ? next++ : Number(place)];
    if (!value) return null;
    parts.push(value.value);
  }
  return { kind: 'template', parts: [...parts, text.slice(from)].filter((part) => part !== ''), line };
}

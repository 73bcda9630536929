/** Whether a stretch of code, a handler of errors mostly, tells the user something. */

import type { Call, CallId, CodeFile, Value } from '../../program/file.ts';
import { firstSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { reducedBy } from './reduced.ts';
import { calledName, shownAt, stateSetBy, widgetsIn, wordsIn } from './screen.ts';
import { showsParameter } from './shown-parameters.ts';
import { stateKey } from './shown-state.ts';

export interface Telling {
  /** 'words': a message; 'raw': a traceback; 'hands on': it raises; 'silent': nobody hears of it. */
  readonly kind: 'words' | 'raw' | 'hands on' | 'silent';
  readonly path: string;
  readonly line: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The name that the error is bound to. */
  readonly binds: string | null;
}

/** Own functions that say something, by their names. */
const SAYING =
  /^(?:show|display|add|append|render|set|push|report|notify|print|post|flash|emit)?_?\w{0,12}(?:error|message|toast|alert|notification|notice|snackbar|banner|bubble|flash|status)\w{0,8}$/i;
const LOGS =
  /^(?:console|logger|logging|log|self\.logger|structlog|loguru)\b|logger\.|(?:^|\.)(?:captureException|debug)$/i;
/** Lists and states that hold what is said. */
const SAID =
  /message|history|chat|answer|response|result|output|error|reply|content|text|toast|notif|status|bubble/i;
const SENTENCE = /[a-zA-Z\u00c0-\uffff]{3,}/;

export function tellsUser(facts: Facts, file: CodeFile, { from, to, binds }: Stretch): Telling {
  const within = ({ line }: { readonly line: number }): boolean => line >= from && line <= to;
  const at = (kind: Telling['kind'], line: number): Telling => ({ kind, path: file.path, line });
  const widgets = widgetsIn(facts, file).filter(within);
  const said = widgets.find(
    ({ kind, call }) =>
      /^(?:error|warning|info|text|message|status|success|stream)$/.test(kind) && call !== null,
  );
  if (said && !said.name.includes('traceback')) return at('words', said.line);
  // `raise BackendError("no answer")` says it to the caller.
  const raisedLines = new Set(file.statements.flatMap((one) => (one.kind === 'raise' ? [one.line] : [])));
  for (const [id, call] of file.calls.entries()) {
    if (!within(call) || call.form === 'jsx' || raisedLines.has(call.line)) continue;
    const name = facts.program.nameOf(facts.program.callOf(file, id));
    if (isLog(name)) continue;
    if (speaks(facts, file, call, name, binds) || tellsBy(facts, file, id, binds))
      return at('words', call.line);
  }
  for (const { target, value, line } of file.assignments) {
    if (
      !within({ line }) ||
      !value ||
      (target.kind !== 'name' && target.kind !== 'member' && target.kind !== 'index')
    )
      continue;
    if (!hasWords(value, file, binds)) continue;
    if (target.kind !== 'index' && /(?:^|\.)(?:textContent|innerText|innerHTML)$/.test(target.name))
      return at('words', line);
    if (isShown(facts, target)) return at('words', line);
  }
  for (const { kind, value, line } of file.statements) {
    if (!within({ line }) || !value || isForNobody(facts, value, file)) continue;
    if ((kind === 'return' || kind === 'yield') && hasWords(value, file, binds)) return at('words', line);
  }
  const raw = widgets.find(({ kind }) => kind === 'exception');
  if (raw) return at('raw', raw.line);
  const raised = file.statements.find((one) => one.kind === 'raise' && within(one));
  if (raised) return at('hands on', raised.line);
  return at('silent', from);
}

function isLog(name: string): boolean {
  return LOGS.test(name);
}

/** A store is told of the error, or a log: that says nothing to anybody yet. An arrow gives back what it calls: `(error) => console.error(error)`. */
function isForNobody({ program }: Facts, value: Value, file: CodeFile): boolean {
  const call = value.kind === 'call' ? program.callOf(file, value.call) : undefined;
  return call !== undefined && (calledName(call.call) === 'rejectWithValue' || isLog(program.nameOf(call)));
}

function speaks(facts: Facts, file: CodeFile, call: Call, name: string, binds: string | null): boolean {
  const last = calledName(call);
  const words = (): boolean => call.arguments.some(({ value }) => hasWords(value, file, binds));
  const state = stateSetBy(last);
  if (state) return words() && shownAt(facts, state) !== null;
  const reduced = reducedBy(facts, file, call);
  if (reduced.length > 0)
    return reduced.some(
      (one) =>
        (hasWords(one.value, one.file, null) || (one.value.kind !== 'literal' && words())) &&
        shownAt(facts, one.key) !== null,
    );
  if (/^(?:append|push|unshift|insert|concat)$/.test(last)) {
    const receiver = receiverOf(call);
    return receiver !== null && isShown(facts, receiver) && words();
  }
  if (SAYING.test(last) && !/^(?:set|clear)$/.test(last)) return words();
  if (/^(?:update|dispatch|set|setState|patch|commit|send|emit|write|html|text|val)$/.test(last))
    return words() && SAID.test(allKeys(call, file));
  // A function of one's own that makes a widget.
  if (facts.program.means(name, 'page.answer')) return words();
  return false;
}

/** `complain(page, "The model is not there.")`: what is called shows it. */
function tellsBy(facts: Facts, file: CodeFile, id: CallId, binds: string | null): boolean {
  const call = facts.program.callOf(file, id);
  const target = facts.program.callee(call);
  return (
    target.kind === 'definition' &&
    call.call.arguments.some(({ value }) => hasWords(value, file, binds)) &&
    showsParameter(facts, target.ref)
  );
}

function allKeys(call: Call, file: CodeFile): string {
  return call.arguments
    .flatMap(({ value }) =>
      valuesThroughCalls(value, file).flatMap((part) =>
        part.kind === 'dict'
          ? part.entries.map(({ key }) => (key?.kind === 'literal' ? String(key.value) : ''))
          : part.kind === 'literal'
            ? [String(part.value)]
            : [],
      ),
    )
    .join(' ');
}

/** A sentence, or the error's own text. Functions are looked into a few levels deep. */
function hasWords(value: Value, file: CodeFile, binds: string | null, depth = 0): boolean {
  if (value.kind === 'literal')
    return typeof value.value === 'string' && SENTENCE.test(value.value) && value.value.length > 3;
  if (value.kind === 'function')
    return depth < 3 && functionHasWords(value.definition, file, binds, depth + 1);
  if (/[a-zA-Z\u00c0-\uffff]{3,}[^a-zA-Z]{1,4}[a-zA-Z\u00c0-\uffff{]{2,}/.test(wordsIn(value, file)))
    return true;
  return valuesThroughCalls(value, file).some(
    (part) =>
      (part.kind === 'name' &&
        ((binds !== null && firstSegment(part.name) === binds) ||
          /(?:^|\.)(?:message|detail|error)$/.test(part.name))) ||
      (part.kind === 'function' && hasWords(part, file, binds, depth)),
  );
}

/** What a function says or gives back, without what is nested in it. */
function functionHasWords(id: number, file: CodeFile, binds: string | null, depth: number): boolean {
  return (
    file.statements.some(
      ({ definition, value }) =>
        definition === id &&
        value !== null &&
        value.kind !== 'function' &&
        hasWords(value, file, binds, depth),
    ) ||
    file.calls.some(
      (call) =>
        call.definition === id &&
        call.arguments.some(({ value }) => value.kind !== 'function' && hasWords(value, file, binds, depth)),
    ) ||
    file.assignments.some(
      ({ definition, value }) =>
        definition === id &&
        value !== null &&
        value.kind !== 'function' &&
        hasWords(value, file, binds, depth),
    )
  );
}

function receiverOf({ callee }: Call): Value | null {
  if (callee.kind === 'member') return callee.of;
  if (callee.kind !== 'name' || !callee.name.includes('.')) return null;
  return { kind: 'name', name: callee.name.slice(0, callee.name.lastIndexOf('.')), line: callee.line };
}

/** `error.value` of Vue is `error`. */
function isShown(facts: Facts, target: Value): boolean {
  const key = stateKey(target);
  const before =
    target.kind === 'name' && /\.(?:value|current)$/.test(target.name)
      ? (target.name.split('.').at(-2) ?? '')
      : key;
  return before !== '' && shownAt(facts, before) !== null;
}

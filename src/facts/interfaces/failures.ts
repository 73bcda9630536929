/** What a user learns when a piece of work fails. */

import type { Block, Call, CodeFile } from '../../program/file.ts';
import { handlersAround } from '../../program/life/caught.ts';
import { firstSegment, type valuesWithin } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { answerTells, looksAtAnswer } from './answers-checked.ts';
import { calledName, familyOf, shownAt } from './screen.ts';
import { type Telling, tellsUser } from './telling.ts';
import { thunkTells } from './thunks.ts';
import type { Work } from './work.ts';

export interface Failure {
  /**
   * 'words': caught and shown; 'raw': a traceback is shown; 'answers': only what the backend answers is looked at, a
   * connection that breaks is not; 'connection': only a connection that breaks; 'swallowed': caught, and nobody hears of
   * it; 'uncaught'.
   */
  readonly how: 'words' | 'raw' | 'answers' | 'connection' | 'swallowed' | 'uncaught';
  readonly path: string;
  readonly line: number;
}

/** Looked for outwards from the work; the first handler on the way that does not hand the error on decides. */
export function failureOf(facts: Facts, work: Work): Failure {
  const start = work.call;
  let swallowed: Failure | null = null;
  let answered: Failure | null = null;
  let isGiven = false;
  for (const { call } of work.levels) {
    const { file } = call;
    const as = (how: Failure['how'], { path, line }: { path: string; line: number }): Failure => ({
      how,
      path,
      line,
    });
    const handled = handledAround(facts, call);
    for (const { told, line, gives } of handled) {
      if (gives && told.kind === 'silent') isGiven = true;
      if (told.kind === 'words') {
        const words = as('words', told);
        return work.via === 'request' && !looksAtAnswer(facts, work)
          ? { ...words, how: 'connection' }
          : words;
      }
      if (told.kind === 'raw') return as('raw', told);
      if (told.kind === 'silent') swallowed ??= as('swallowed', { path: file.path, line });
    }
    const hook = hookTells(facts, call) ?? thunkTells(facts, call);
    if (hook) return as('words', hook);
    const told = answered === null ? answerTells(facts, call) : null;
    if (told) answered = as(isGiven ? 'words' : 'answers', told);
  }
  return answered ?? swallowed ?? { how: 'uncaught', path: start.file.path, line: start.call.line };
}

interface Handled {
  readonly told: Telling;
  readonly line: number;
  /** `.catch(() => null)`: what was awaited has a value then, which may be looked at. */
  readonly gives: boolean;
}

/** Handlers of the `try` blocks around a call, of a `.catch` behind it, of an `onerror` beside it; innermost first. */
function handledAround(facts: Facts, call: CallRef): readonly Handled[] {
  const { file } = call;
  const found: Handled[] = [];
  const see = (from: number, to: number, binds: string | null, gives = false): void => {
    found.push({ told: tellsUser(facts, file, { from, to, binds }), line: from, gives });
  };
  for (const handlers of handlersAround(file, call.call.block)) {
    const tellings = handlers
      .filter((one) => !isAside(one))
      .map((one) => ({
        told: tellsUser(facts, file, { from: one.line, to: one.endLine, binds: one.binds }),
        line: one.line,
        gives: false,
      }));
    // One that tells is enough: beside it stand the special cases.
    const best =
      tellings.find(({ told }) => told.kind === 'words') ??
      tellings.find(({ told }) => told.kind === 'raw') ??
      tellings[0];
    if (best) found.push(best);
  }
  for (const one of file.calls) {
    const name = calledName(one);
    if ((name !== 'catch' && name !== 'then' && name !== 'fail') || one.callee.kind !== 'member') continue;
    if (
      one.line > call.call.line + 80 ||
      one.endLine < call.call.line ||
      !holds(file, one.callee.of, call.id)
    )
      continue;
    const handler = one.arguments[name === 'then' ? 1 : 0]?.value;
    if (handler?.kind === 'function') {
      const definition = file.definitions[handler.definition];
      if (definition) see(definition.line, definition.endLine, null, name === 'catch');
    } else if (handler?.kind === 'name') see(one.line, one.endLine, null);
  }
  const { own, around } = familyOf(file, call.call.definition);
  for (const { target, value, definition } of file.assignments) {
    if (!own.has(definition) && !around.has(definition)) continue;
    if ((target.kind !== 'name' && target.kind !== 'member') || !/(?:^|\.)onerror$/.test(target.name))
      continue;
    const handler = value?.kind === 'function' ? file.definitions[value.definition] : undefined;
    if (handler) see(handler.line, handler.endLine, null);
  }
  return found;
}

/** Nothing went wrong with the work: a module is absent, the user left. */
function isAside({ catches }: Block): boolean {
  return (
    catches.length > 0 &&
    catches.every((name) => /Import|ModuleNotFound|KeyboardInterrupt|StopIteration|Cancel/.test(name))
  );
}

/** `of` is the call itself, or a chain of `.then` on it. */
function holds(file: CodeFile, of: Parameters<typeof valuesWithin>[0], id: number): boolean {
  let current = of;
  for (let depth = 0; depth < 12; depth++) {
    if (current.kind === 'call') {
      if (current.call === id) return true;
      const call = file.calls[current.call];
      if (call?.callee.kind !== 'member') return false;
      current = call.callee.of;
    } else if (current.kind === 'member') current = current.of;
    else return false;
  }
  return false;
}

/** What a hook gave to run its work, where it is run: `mutate` of `const { mutate } = useMutation(…)`, `save.mutate` of `const save = …`. */
function runsGivenBy({ program }: Facts, { file, id }: CallRef): readonly CallRef[] {
  const names = new Set(
    file.assignments.flatMap(({ target, value }) => {
      const from = value?.kind === 'member' ? value.of : value;
      return from?.kind === 'call' && from.call === id && target.kind === 'name' ? [target.name] : [];
    }),
  );
  if (names.size === 0) return [];
  return file.calls.flatMap((call, at) =>
    call.form === 'call' && call.callee.kind === 'name' && names.has(firstSegment(call.callee.name))
      ? [program.callOf(file, at)]
      : [],
  );
}

/** `{ onError: … }` among what a hook, or what it gave, is handed. */
function onErrorTells(facts: Facts, file: CodeFile, { arguments: given }: Call): Telling | null {
  for (const { value } of given)
    for (const { key, value: entry } of value.kind === 'dict' ? value.entries : []) {
      if (key?.kind !== 'literal' || key.value !== 'onError') continue;
      const handler = entry.kind === 'function' ? file.definitions[entry.definition] : undefined;
      const from = handler?.line ?? entry.line;
      const told = tellsUser(facts, file, { from, to: handler?.endLine ?? from, binds: null });
      if (told.kind === 'words') return told;
    }
  return null;
}

/** `useMutation({ onError: … })`, `const { error } = useChat()` with the error on the page. */
function hookTells(facts: Facts, call: CallRef): { path: string; line: number } | null {
  const { file } = call;
  const name = facts.program.nameOf(call);
  if (!/(?:^|\.)use[A-Z]/.test(name) && !facts.program.means(name, 'ui.chat-hook')) return null;
  const runs = runsGivenBy(facts, call);
  for (const one of [call.call, ...runs.map((run) => run.call)]) {
    const told = onErrorTells(facts, file, one);
    if (told) return told;
  }
  for (const { told } of runs.flatMap((run) => handledAround(facts, run)))
    if (told.kind === 'words') return told;
  const isChatHook =
    facts.program.means(name, 'ui.chat-hook') ||
    /use(?:Query|Mutation|SWR|LazyQuery|Async\w*|Fetch)$/.test(name);
  for (const { target, value } of file.assignments) {
    if (!isChatHook || value?.kind !== 'member' || value.of.kind !== 'call' || value.of.call !== call.id)
      continue;
    if (!/^(?:error|isError)$/.test(value.name) || target.kind !== 'name') continue;
    const shown = shownAt(facts, target.name);
    if (shown) return shown;
  }
  return null;
}

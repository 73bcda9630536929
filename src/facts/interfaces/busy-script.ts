/** How a script shows that it works: state that is switched on, words put into the page, a stream that is read. */

import type { Assignment, Call, CallId, CodeFile, Value } from '../../program/file.ts';
import { regionFrom } from '../../program/life/region.ts';
import { lastSegment, valuesWithin } from '../../program/link/values.ts';
import type { CallRef, Site } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { heldElements } from './page-elements.ts';
import { reducedBy } from './reduced.ts';
import { calledName, familyOf, shownAt, stateSetBy, widgetsOf, wordsIn } from './screen.ts';
import { INDICATORS, type WidgetKind } from './widget.ts';

interface Place {
  readonly path: string;
  readonly line: number;
}

/** Names of state and of elements that mean "at work". */
export const BUSY_NAME =
  /load|pending|busy|think|stream|submitt|sending|process|progress|status|typing|generat|fetching|upload|wait|analy[sz]|asking|searching|working|running|respond|answering|indexing|spinner|skeleton|isSend/i;
const BUSY_WORDS = /ing\b|…|\.\.\.|wait|spinner|loader|loading/i;
const SHOWING =
  /^(?:show|start|begin|set|display|toggle|add|create|render|append|insert|update)\w{0,20}(?:Load|Spinner|Typing|Think|Progress|Busy|Status|Indicator|Wait|Pending|Skeleton|Placeholder)/i;
const SAID_BUSY =
  /\b(?:thinking|loading|processing|generating|typing|searching|analy[sz]ing|uploading|please wait)\b/i;
const SAYING = /message|bubble|append|add|notify|toast|status|show|render/i;

const HOOK_STATES =
  /^(?:isPending|isLoading|loading|pending|isFetching|isMutating|isSubmitting|status|state|fetchStatus)$/;
const STREAMS = /^(?:getReader|pipeThrough|fetchEventSource|readStream|streamText|useStream)$/;

/** A hook that the work is handed to, whose state the page shows. */
export function busyHook(facts: Facts, call: CallRef): Place | null {
  const { file } = call;
  const { program } = facts;
  if (program.means(call, 'ui.suspends'))
    return (
      program
        .callsAs('ui.fallback')
        .filter(
          (one) =>
            facts.interfaces.isLive(one.file) && one.call.arguments.some(({ name }) => name === 'fallback'),
        )
        .map((one) => ({ path: one.file.path, line: one.call.line }))[0] ?? null
    );
  if (!program.means(program.nameOf(call), 'ui.request-hook')) return null;
  for (const { target, value } of file.assignments) {
    if (!value || !valuesWithin(value).some((part) => part.kind === 'call' && part.call === call.id))
      continue;
    const name = value.kind === 'member' ? value.name : target.kind === 'name' ? target.name : '';
    if (target.kind !== 'name') continue;
    if (value.kind === 'member' && !HOOK_STATES.test(name)) continue;
    if (value.kind === 'index' && !HOOK_STATES.test(target.name) && !BUSY_NAME.test(target.name)) continue;
    const shown =
      value.kind === 'call'
        ? (shownAt(facts, 'isPending') ?? shownAt(facts, 'isLoading'))
        : shownAt(facts, target.name);
    if (shown) return shown;
  }
  return null;
}

/** `startTransition(async () => …)`: what a hook gave to run the work, with its state on the page. */
export function busyRunner(facts: Facts, { file, call }: CallRef): Place | null {
  if (call.callee.kind !== 'name') return null;
  const { name } = call.callee;
  const runner = file.assignments.find(({ target }) => target.kind === 'name' && target.name === name);
  const hook = runner?.value ? hookOf(runner.value) : null;
  if (hook === null || !facts.program.means(facts.program.callOf(file, hook), 'ui.request-hook')) return null;
  for (const { target, value } of file.assignments) {
    if (!value || target.kind !== 'name' || target.name === name || hookOf(value) !== hook) continue;
    const shown = shownAt(facts, target.name);
    if (shown) return shown;
  }
  return null;
}

/** The call that a part is taken out of. */
function hookOf(value: Value): CallId | null {
  if (value.kind !== 'index' && value.kind !== 'member') return null;
  return value.of.kind === 'call' ? value.of.call : null;
}

/** Words or elements that are put into the page in the function of a call. */
export function busyWrite(facts: Facts, { file, call }: CallRef): Place | null {
  const { own, around } = familyOf(file, call.definition);
  const here = (item: { readonly definition: number }): boolean =>
    own.has(item.definition) || around.has(item.definition);
  const said = file.calls.find(
    (one, id) =>
      here(one) &&
      one.form !== 'jsx' &&
      (saysBusy(facts, file, one) ||
        widgetsOf(facts, facts.program.callOf(file, id)).some(({ kind }) => kind === 'status')),
  );
  const written = said ?? file.assignments.find((one) => here(one) && writesBusy(facts, file, one));
  return written ? { path: file.path, line: written.line } : null;
}

/** The call itself shows that something is at work. */
function saysBusy(facts: Facts, file: CodeFile, call: Call): boolean {
  const name = calledName(call);
  const [first] = call.arguments;
  // What a state is given is another question.
  if (stateSetBy(name) || reducedBy(facts, file, call).length > 0) return false;
  if (
    /^(?:add|remove|toggle)$/.test(name) &&
    call.callee.kind === 'name' &&
    /classList\.\w+$/.test(call.callee.name)
  ) {
    const words = `${call.callee.name} ${call.arguments.map(({ value }) => wordsIn(value, file)).join(' ')}`;
    return BUSY_NAME.test(words) || isIndicator(facts, call.callee, { file, definition: call.definition });
  }
  if (SHOWING.test(name) && !isOff(first?.value)) return true;
  if (!SAYING.test(name) || call.arguments.length === 0) return false;
  const words = call.arguments.map(({ value }) => wordsIn(value, file)).join(' ');
  return words.length < 160 && SAID_BUSY.test(words);
}

/** `button.textContent = 'Sending…'`, `spinner.style.display = 'block'`. */
function writesBusy(facts: Facts, file: CodeFile, { target, value, definition }: Assignment): boolean {
  if (!value || (target.kind !== 'name' && target.kind !== 'member')) return false;
  const name = target.name;
  const last = lastSegment(name);
  if (/^(?:textContent|innerText|innerHTML)$/.test(last)) return BUSY_WORDS.test(wordsIn(value, file));
  if (last === 'className') return BUSY_NAME.test(wordsIn(value, file));
  const shows =
    value.kind === 'literal' &&
    ((last === 'display' && value.value !== 'none') || (last === 'hidden' && value.value === false));
  return shows && (BUSY_NAME.test(name) || isIndicator(facts, target, { file, definition }));
}

/** What is written into: a whole view that holds these is no sign of work. */
const FIELDS: ReadonlySet<WidgetKind> = new Set(['text-input', 'chat-input', 'uploader']);

/** `dots.classList`, `dots.style.display`: the element says by what it is, or by what it is called, that something is at work. */
function isIndicator(facts: Facts, part: Value, site: Site): boolean {
  const owner =
    part.kind === 'name' ? part.name.replace(/\.(?:classList\.\w+|style\.display|hidden)$/, '') : '';
  if (part.kind !== 'name' || owner === part.name) return false;
  return heldElements(facts, { ...part, name: owner }, site).some(
    ({ selector, is, holds }) =>
      BUSY_NAME.test(selector) ||
      (!holds.some((kind) => FIELDS.has(kind)) && [...is, ...holds].some((kind) => INDICATORS.has(kind))),
  );
}

function isOff(value: Value | undefined): boolean {
  return value?.kind === 'literal' && (value.value === false || value.value === null || value.value === '');
}

/** A stream that is read in the function of a call. */
export function streamsIn(facts: Facts, call: CallRef): Place | null {
  const { file } = call;
  const { own, around } = familyOf(file, call.call.definition);
  const at = file.calls.find(
    (one, id) =>
      (own.has(one.definition) || around.has(one.definition)) &&
      ((STREAMS.test(calledName(one)) && readsStream(facts, facts.program.callOf(file, id))) ||
        (one.form === 'new' && /^(?:EventSource|WebSocket)$/.test(calledName(one)))),
  );
  if (at) return { path: file.path, line: at.line };
  return facts.program.nameOf(call) === 'EventSource' ? { path: file.path, line: call.call.line } : null;
}

/** What is one's own is no stream for its name: it reads one. */
function readsStream({ program }: Facts, call: CallRef): boolean {
  const target = program.callee(call);
  return (
    target.kind !== 'definition' ||
    regionFrom(program, { file: target.ref.file, definition: target.ref.id }).calls.some(
      (one) =>
        STREAMS.test(calledName(one.call)) ||
        /^(?:EventSource|WebSocket|TextDecoder)$/.test(calledName(one.call)),
    )
  );
}

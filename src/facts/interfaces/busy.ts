/** How an interface shows that it works: spinners, states, words, streamed text, around one piece of work. */

import { type Block, type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { anyFlowsFrom, type Origin } from '../../program/flow/flow.ts';
import type { Level } from '../../program/life/climb.ts';
import type { CallRef } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { indicatedByState } from './bound.ts';
import { busyHook, busyRunner, busyWrite, streamsIn } from './busy-script.ts';
import { coverOf } from './callbacks.ts';
import { putMeanwhile } from './placeholders.ts';
import { pausesIn, replayedBeside, replaysIn } from './replay.ts';
import { calledName, widgetsIn, widgetsOf } from './screen.ts';
import { stoodInFor } from './stand-ins.ts';
import { type Swap, swapsOf } from './swaps.ts';
import { switchedMeanwhile } from './switches.ts';
import { thunkBusy } from './thunks.ts';
import { INDICATORS, type Widget } from './widget.ts';
import type { Work } from './work.ts';

export interface Shown {
  /** 'default': only what the framework does by itself. */
  readonly how: 'indicator' | 'stream' | 'default';
  readonly path: string;
  readonly line: number;
}

/** 'overlay': what is laid over the outputs of an event, where it has some. */
interface Found extends Omit<Shown, 'how'> {
  readonly how: Shown['how'] | 'overlay';
}

/** What says "please wait" in a text. */
const BUSY_TEXT =
  /\b(?:think|load|process|generat|search|analy[sz]|upload|index|ingest|embed|read|work|fetch|ask|retriev|summari[sz]|writ|prepar|send|typ|extract|comput|creat|build|running|comput|chunk|pars|stream)\w{0,4}ing\b|please wait|one moment|…|\.\.\./i;

/** Frameworks that show by themselves that a handler runs: over all of its outputs, or in a corner. */
const BY_ITSELF: ReadonlyMap<string, Found['how']> = new Map([
  ['gradio', 'overlay'],
  ['chainlit', 'default'],
  ['panel', 'default'],
]);

/** How the user sees that this work is under way; null where nothing says so. */
export function shownWhile(facts: Facts, work: Work): Shown | null {
  if (work.via === 'hook') {
    const { file, call } = work.call;
    return { how: 'stream', path: file.path, line: call.line };
  }
  let fallback: Found | null = null;
  for (const level of work.levels) {
    const { file } = level.call;
    const found = file.language === 'python' ? inPython(facts, level) : inScript(facts, level, work);
    if (found && found.how !== 'default' && found.how !== 'overlay') return { ...found, how: found.how };
    fallback ??= found;
  }
  const swap = swapDuring(facts, work);
  if (swap) return { how: 'indicator', path: swap.path, line: swap.line };
  const elsewhere = streamedElsewhere(facts, work);
  if (elsewhere || !fallback) return elsewhere;
  return { ...fallback, how: fallback.how === 'overlay' && laidOver(work) ? 'indicator' : 'default' };
}

/** HTMX shows an indicator while a route is asked in which the work is done. */
function swapDuring(facts: Facts, { levels }: Work): Swap | undefined {
  return swapsOf(facts).find(
    ({ indicated, route: { handler } }) =>
      indicated &&
      levels.some(({ call: { file, call } }) => file === handler?.file && call.definition === handler.id),
  );
}

/** An event that has outputs, where one is known: something lies over them while the handler runs. */
function laidOver({ levels }: Work): boolean {
  const events = levels.filter(({ as, call }) => as === 'holder' && call.file.language === 'python');
  return (
    events.length === 0 ||
    events.some(
      ({ call: { call } }) =>
        /Interface$/.test(calledName(call)) ||
        call.arguments.some(({ name, value }) => name === 'outputs' && !isNone(value)) ||
        call.arguments.filter(({ name, value }) => name === null && !isNone(value)).length > 2,
    )
  );
}

function isNone(value: Value): boolean {
  return value.kind === 'literal' && value.value === null;
}

/** A loop over the messages so far. */
function showsHistory(facts: Facts, file: CodeFile, { line: from, endLine: to }: Block): boolean {
  return widgetsIn(facts, file).some(
    ({ kind, line, framework }) =>
      kind === 'message' && framework === 'streamlit' && line >= from && line <= to,
  );
}

/** What the call gives is handed to a function that shows it piece by piece. */
function streamedElsewhere(facts: Facts, work: Work): Shown | null {
  const { program } = facts;
  const calls = new Set(work.levels.filter(({ as }) => as !== 'holder').map(({ call }) => call));
  const isWork = (one: CallRef): boolean => calls.has(one);
  // What was kept in the session is no stream any more.
  const skip = ({ value, site }: Origin): boolean => {
    const part = value.kind === 'index' || value.kind === 'member' ? value.of : value;
    const called = part.kind === 'call' ? site.file.calls[part.call]?.callee : part;
    return called?.kind === 'name' && /session_state|^(?:st|streamlit)$/.test(called.name);
  };
  for (const { kind, call, file, path, line } of facts.interfaces.of('text', 'message', 'stream')) {
    if (!call || file?.language !== 'python') continue;
    const loops = program
      .blocksAround(file, call.call.block)
      .filter((block) => block.kind === 'for' && !showsHistory(facts, file, block));
    const shown =
      kind === 'stream'
        ? call.call.arguments.map(({ value }) => value)
        : loops.flatMap(({ test }) => test ?? []);
    const starts = shown.map((value) => ({ value, site: { file, definition: call.call.definition } }));
    if (starts.length > 0 && anyFlowsFrom(program, starts, isWork, { most: 80, skip }) !== null) {
      const replayed =
        kind === 'stream' ? replaysIn(program, call) : loops.some((loop) => pausesIn(program, file, loop));
      return { how: replayed ? 'default' : 'stream', path, line };
    }
  }
  return null;
}

function inScript(facts: Facts, { call, as }: Level, { method }: Work): Found | null {
  const hook = busyHook(facts, call) ?? busyRunner(facts, call) ?? thunkBusy(facts, call);
  if (hook) return { how: 'indicator', ...hook };
  // What holds the function, and who calls a hook, is a component with much else in it.
  if (as === 'holder' || call.call.form === 'jsx' || /^use[A-Z]/.test(calledName(call.call))) return null;
  const write =
    switchedMeanwhile(facts, call, method === 'WEBSOCKET' ? 'anywhere' : 'here') ??
    putMeanwhile(facts, call) ??
    stoodInFor(facts, call) ??
    busyWrite(facts, call);
  if (write) return { how: 'indicator', ...write };
  const stream = streamsIn(facts, call);
  if (stream) return { how: 'stream', ...stream };
  const replay = replayedBeside(facts.program, call);
  return replay ? { how: 'default', ...replay } : null;
}

function inPython(facts: Facts, { call }: Level): Found | null {
  const { program } = facts;
  const { file } = call;
  const at = (how: Found['how'], line: number): Found => ({ how, path: file.path, line });
  for (const block of program.blocksAround(file, call.call.block)) {
    if (block.kind === 'with' && block.test?.kind === 'call') {
      const opened = program.callOf(file, block.test.call);
      if (isIndicator(widgetsOf(facts, opened))) return at('indicator', block.line);
    }
  }
  const { definition } = call.call;
  const beside = widgetsIn(facts, file).filter((one) => one.call?.call.definition === definition);
  const before = beside.find(
    (one) =>
      one.line <= call.call.line &&
      call.call.line - one.line < 60 &&
      (one.kind === 'progress' || one.kind === 'status' || isBusyWord(one)),
  );
  if (before) return at('indicator', before.line);
  const tied = coverOf(facts, file, definition) ?? indicatedByState(facts, call);
  if (tied) return at('indicator', tied.line);
  const own = file.definitions[definition];
  const marked = own?.decorators.find(({ line }) =>
    isIndicator(widgetsIn(facts, file).filter((one) => one.line === line)),
  );
  if (marked) return at('indicator', marked.line);
  // What a handler yields is on screen as it comes.
  const yields = file.imports.some(({ module }) => /^(?:gradio|panel)(?:\.|$)/.test(module));
  if (yields && own) {
    if (own.generator) return at('stream', own.line);
    const bar = own.parameters.find(
      (item) =>
        item.default?.kind === 'call' &&
        program.means(program.callOf(file, item.default.call), 'ui.progress-handle'),
    );
    if (bar) return at('indicator', bar.line);
  }
  const [how] = widgetsIn(facts, file).flatMap(({ framework }) => BY_ITSELF.get(framework) ?? []);
  return how ? at(hidesOverlay(file) ? 'default' : how, call.call.line) : null;
}

/** `button.click(answer, show_progress="hidden")`: nothing is laid over its outputs then. */
function hidesOverlay(file: CodeFile): boolean {
  return file.calls.some((call) =>
    call.arguments.some(
      ({ name, value }) =>
        name === 'show_progress' &&
        value.kind === 'literal' &&
        /^(?:hidden|false)$/i.test(String(value.value)),
    ),
  );
}

function isIndicator(widgets: readonly Widget[]): boolean {
  return widgets.some(({ kind }) => INDICATORS.has(kind));
}

/** What of a file says that something runs. */
export function indicatorsIn(facts: Facts, file: CodeFile): readonly Widget[] {
  return widgetsIn(facts, file).filter(
    (one) => INDICATORS.has(one.kind) || (isBusyWord(one) && one.call?.call.definition !== MODULE),
  );
}

function isBusyWord({ kind, label }: Widget): boolean {
  return /^(?:info|text|message)$/.test(kind) && label.length < 200 && BUSY_TEXT.test(label);
}

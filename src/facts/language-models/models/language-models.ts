/** Where the program runs a model: chat, embedding, reranking. Names are in knowledge/models.yml. */
import type { Value } from '../../../program/file.ts';
import { origins } from '../../../program/flow/flow.ts';
import { argument, calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { RoleName } from '../../../program/role-names.ts';
import { ADDRESSES, addressOf } from './addresses.ts';
import { isOn, readArguments } from './arguments.ts';
import { isRun, runOf } from './runnables.ts';

/** What comes out: text, vectors, an order, a picture, a text of speech or the reverse. */
export type Purpose = 'chat' | 'embedding' | 'rerank' | 'image' | 'speech';

export interface ModelCall {
  readonly call: CallRef;
  readonly purpose: Purpose;
  /** 'openai', 'anthropic', 'langchain' …: whose call it is, not whose model. */
  readonly library: string;
  /** The answer comes piece by piece. */
  readonly streams: boolean;
  /** What the model reads: messages, prompt, texts; all positional arguments and those that are named so. */
  readonly inputs: readonly Value[];
  /** Which model, where the call says it (`model=`); it may as well stand in what made the client. */
  readonly model: Value | null;
  /** The definition that the call stands in; null at module level. */
  readonly within: DefinitionRef | null;
}

const BASES = ['base_url', 'baseURL', 'baseUrl', 'prefixUrl', 'prefix_url'];

/** All calls of the application that run a model, by file and place. */
export function readModelCalls(program: Program): readonly ModelCall[] {
  return program.calls().flatMap((call) => {
    const found = recognised(program, call);
    if (!found) return [];
    const streams = found.streams || (found.library === 'llamaindex' && madeToStream(program, call));
    return [{ call, ...found, ...readArguments(program, call, streams) }];
  });
}

/** `index.as_query_engine(streaming=True)`: the engine is told, not the question. */
function madeToStream(program: Program, call: CallRef): boolean {
  const receiver = calleeParts(call.call.callee)?.of;
  const site = siteOf(call);
  const made =
    receiver?.kind === 'call'
      ? [program.callOf(call.file, receiver.call)]
      : receiver?.kind === 'name'
        ? program
            .assignmentsTo(receiver.name, site)
            .slice(0, 6)
            .flatMap(({ file, assignment }) =>
              assignment.value?.kind === 'call' ? [program.callOf(file, assignment.value.call)] : [],
            )
        : [];
  return made.some((maker) => isOn(program, argument(maker, 'streaming'), siteOf(maker)));
}

const PURPOSES: Readonly<Partial<Record<RoleName, Purpose>>> = {
  'llm.chat': 'chat',
  'embedding.compute': 'embedding',
  'llm.rerank': 'rerank',
  'llm.image': 'image',
  'llm.speech': 'speech',
};
const RUNS = Object.keys(PURPOSES) as readonly RoleName[];

function runBy(program: Program, name: string): Recognised | null {
  const meaning = program.meaning(name, ...RUNS);
  const purpose = meaning && PURPOSES[meaning.role];
  if (!meaning || !purpose) return null;
  return { purpose, library: meaning.about.library ?? '', streams: meaning.about.streams === 'always' };
}

interface Recognised {
  readonly purpose: Purpose;
  readonly library: string;
  readonly streams: boolean;
}

function recognised(program: Program, call: CallRef): Recognised | null {
  if (call.call.form === 'jsx') return null;
  const name = program.nameOf(call);
  const written = name.startsWith('?') ? writtenName(call) : null;
  for (const candidate of written === null ? [name] : [name, written]) {
    const run = runBy(program, candidate);
    if (run) return computesVectors(program, call) ? { ...run, purpose: 'embedding' } : run;
  }
  const handed = HANDS_ON.test(name) ? handedOn(program, call) : null;
  if (handed) return handed;
  if (isRun(name)) {
    const run = runOf(program, call, name);
    if (run) return { purpose: 'chat', library: 'langchain', streams: run.streams };
  }
  return program.means(name, 'http.request') ? byAddress(program, call) : null;
}

/** A pipeline of transformers is made for a task: `pipeline("feature-extraction", …)` gives vectors. */
function computesVectors(program: Program, call: CallRef): boolean {
  const task = argument(call, 'task') ?? call.call.arguments[0]?.value ?? null;
  return task !== null && program.constant(task, siteOf(call)) === 'feature-extraction';
}

/** Calls that run a function which they are handed: `asyncio.to_thread(chat.send_message, text)`. */
const HANDS_ON = /(?:^|\.)(?:to_thread|run_in_executor|run_in_threadpool|run_sync|sync_to_async|submit)$/;

function handedOn(program: Program, call: CallRef): Recognised | null {
  const site = siteOf(call);
  for (const { value } of call.call.arguments.slice(0, 2)) {
    if (value.kind !== 'name' && value.kind !== 'member') continue;
    const target = program.resolve(value, site);
    const run =
      (target.kind === 'external' ? runBy(program, target.name) : null) ??
      (value.kind === 'name' ? runBy(program, `?.${value.name.split('.').slice(1).join('.')}`) : null);
    if (run) return run;
  }
  return null;
}

/** `self.client.chat.completions.create` with a client that was not found: '?.chat.completions.create'. */
function writtenName({ call }: CallRef): string | null {
  const parts = calleeParts(call.callee);
  if (!parts) return null;
  // `request.app["llm"].chat.completions.create`: what stands behind a key.
  const behind: string[] = [];
  let of = parts.of;
  for (; of.kind === 'member'; of = of.of) behind.unshift(of.name);
  const before = of.kind === 'name' ? of.name.split('.').slice(1) : [];
  return ['?', ...before, ...behind, parts.name].join('.');
}

function byAddress(program: Program, call: CallRef): Recognised | null {
  const site = siteOf(call);
  const candidates = [...call.call.arguments.slice(0, 2).map((item) => item.value), argument(call, 'url')];
  for (const value of candidates) {
    const path = value ? addressOf(program, value, site) : '';
    const written = path.startsWith('/') ? `${baseOf(program, call)}${path}` : path;
    if (value === null || written === '' || written.length > 2000) continue;
    const address = speaksOfOllama(program, call, value) ? `ollama:${written}` : written;
    const row = ADDRESSES.find((one) => one.address.test(address));
    const streams = row?.streams === true || lastSegment(program.nameOf(call)) === 'stream';
    if (row) return { purpose: row.purpose, library: row.library, streams };
  }
  return null;
}

/** What the client was made with: `httpx.Client(base_url=…)`, `axios.create({ baseURL })`. */
function baseOf(program: Program, call: CallRef): string {
  const receiver = calleeParts(call.call.callee)?.of;
  if (!receiver) return '';
  for (const { value, site } of origins(program, receiver, siteOf(call), { most: 40 })) {
    const maker = value.kind === 'call' ? program.callOf(site.file, value.call) : null;
    const base = maker && BASES.map((name) => argument(maker, name)).find((given) => given !== null);
    if (maker && base) return addressOf(program, base, siteOf(maker)).replace(/\/$/, '');
  }
  return '';
}

/** An address whose base only the settings know, in a class or a file that is called after the server. */
function speaksOfOllama(program: Program, call: CallRef, value: Value): boolean {
  const site = siteOf(call);
  const owner = program.definitionOf(site);
  const written = valuesThroughCalls(value, call.file);
  const assigned = written.flatMap((part) =>
    part.kind === 'name' ? program.assignmentsTo(part.name, site).slice(0, 4) : [],
  );
  const names = [
    ...written,
    ...assigned.flatMap(({ file, assignment }) =>
      assignment.value ? valuesThroughCalls(assignment.value, file) : [],
    ),
  ].flatMap((part) =>
    part.kind === 'name' ? [part.name] : part.kind === 'literal' ? [String(part.value)] : [],
  );
  return [call.file.path, owner?.definition.qualifiedName ?? '', ...names].some((text) =>
    /ollama/i.test(text),
  );
}

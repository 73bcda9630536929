/** Where the program runs a model: chat, embedding, reranking. Names are in knowledge/models.yml. */
import type { Value } from '../../../program/file.ts';
import { origins } from '../../../program/flow/flow.ts';
import { argument, calleeParts, siteOf } from '../../../program/link/calls.ts';
import { handedOnBy } from '../../../program/link/handed-on.ts';
import { entryAt, lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { RoleName } from '../../../program/role-names.ts';
import { ADDRESSES, addressOf } from './addresses.ts';
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

const INPUTS = new Set(
  `messages message prompt prompts input inputs contents content question query text texts documents docs history
   chat_history chatHistory system system_prompt systemPrompt instructions instruction context body data json params
   state user_prompt message_history msg preamble sentences`
    .trim()
    .split(/\s+/),
);
const MODELS = ['model', 'model_name', 'modelName', 'model_id', 'modelId', 'deployment_name', 'engine'];
const BASES = ['base_url', 'baseURL', 'baseUrl', 'prefixUrl', 'prefix_url'];
const STREAMS = ['stream', 'streaming', 'stream_options'];

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

function readArguments(program: Program, call: CallRef, streams: boolean) {
  const site = siteOf(call);
  const inputs: Value[] = [];
  for (const { name, value } of call.call.arguments) {
    if (name === null ? value.kind !== 'dict' : INPUTS.has(name)) inputs.push(value);
    if (name !== null || value.kind !== 'dict') continue;
    const entries = value.entries.filter(
      ({ key }) => key?.kind === 'literal' && INPUTS.has(String(key.value)),
    );
    // LangChain's `{"question": …}` names its inputs as it likes.
    inputs.push(...(entries.length > 0 ? entries.map((entry) => entry.value) : [value]));
  }
  // Google's configuration of a call holds what the model is told.
  for (const name of ['system_instruction', 'systemInstruction']) {
    const told = deepArgument(program, call, name);
    if (told) inputs.push(told);
  }
  const model = MODELS.map((name) => argument(call, name)).find((value) => value !== null) ?? null;
  return {
    streams:
      streams ||
      STREAMS.some((name) => isOn(program, deepArgument(program, call, name), site)) ||
      handedOnBy(program, call).some((caller) =>
        STREAMS.some((name) => isOn(program, argument(caller, name), siteOf(caller))),
      ),
    inputs,
    model,
    within: program.definitionOf(site),
  };
}

/** `stream=True`, also in what is sent as `json={…}` or `body: JSON.stringify({…})`. */
function deepArgument(program: Program, call: CallRef, name: string): Value | null {
  const direct = argument(call, name);
  if (direct) return direct;
  for (const item of call.call.arguments) {
    const nested = item.value.kind === 'dict' ? item.value.entries.map((entry) => entry.value) : [item.value];
    for (const part of nested) {
      const target = part.kind === 'name' ? program.resolve(part, siteOf(call)) : null;
      const value = target?.kind === 'value' ? target.value : part;
      const found =
        value.kind === 'call'
          ? argument({ ...call, call: call.file.calls[value.call] ?? call.call }, name)
          : (entryAt(value, name) ?? null);
      if (found) return found;
    }
  }
  return null;
}

/** True, or handed in and true at one of the callers. */
function isOn(program: Program, value: Value | null, site: Site): boolean {
  if (!value) return false;
  if (value.kind === 'dict') return true;
  if (program.constant(value, site) === true) return true;
  const owner = value.kind === 'name' ? program.definitionOf(site) : null;
  if (!owner || value.kind !== 'name') return false;
  const position = owner.definition.parameters.findIndex((item) => item.name === value.name);
  const parameter = owner.definition.parameters[position];
  if (!parameter) return false;
  if (parameter.default && program.constant(parameter.default, site) === true) return true;
  return program.callers(owner).some((caller) => {
    const given = argument(caller, value.name);
    return given !== null && program.constant(given, siteOf(caller)) === true;
  });
}

/** LangChain's and LangGraph's runnables: whether what is invoked runs a model. */

import type { Value } from '../../../program/file.ts';
import { calleeParts } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';

/** Methods that run a runnable, and whether what comes back is a stream. One line each: extend here. */
const RUNS: Readonly<Record<string, boolean>> = {
  invoke: false,
  ainvoke: false,
  batch: false,
  abatch: false,
  stream: true,
  astream: true,
  astream_events: true,
  astream_log: true,
  streamEvents: true,
  streamLog: true,
  predict: false,
  apredict: false,
  predict_messages: false,
  run: false,
  arun: false,
  acall: false,
  generate: false,
  agenerate: false,
  call: false,
};
/** Runnables that run no model by themselves. */
const STILL =
  /retriever|vector_?stores?\b|vectorstore|loader|splitter|embedding|[./]tools?\.|\.Tool\b|prompt|parser|compress|messages?\.|documents?\.|cache|callback|runnables?\.Runnable(?:Lambda|Passthrough|Map|Parallel)|ChatMessageHistory|[./]storage/i;
/** What looks like one of those and does run one. */
const RUNNING =
  /\bchains?\b|create_\w*chain|RetrievalQA|RetrievalChain|RunnableWithMessageHistory|RunnableSequence|\.pipe\b|agent|init_chat_model|initChatModel|\.compile\b|with_structured_output|withStructuredOutput|\.bind_?tools|\.Chat(?!Message|Prompt)\w+|\.llms\./i;
/** How learners call what runs a model, where its maker was not found. */
const LIKELY =
  /(?:llm|chat_?model|model|chain|agent|graph|workflow|runnable|supervisor|qa|rag)(?:_?\w{0,12})$/i;
const MOST_STEPS = 120;

export function isRun(name: string): boolean {
  return Object.hasOwn(RUNS, lastSegment(name));
}

/** Whether a call runs a LangChain or LangGraph runnable that runs a model; and whether it streams. */
export function runOf(program: Program, ref: CallRef, name: string): { readonly streams: boolean } | null {
  const streams = RUNS[lastSegment(name)];
  if (streams === undefined) return null;
  const parts = calleeParts(ref.call.callee);
  if (!parts) return null;
  const site = { file: ref.file, definition: ref.call.definition };
  if (runsModel(program, parts.of, site)) return { streams };
  const wrapped = /RunnableLambda|RunnableGenerator|runnables\.chain\b/.test(name);
  if ((!name.startsWith('?') && !wrapped) || !usesLangChain(program)) return null;
  const written = parts.of.kind === 'name' || parts.of.kind === 'member' ? lastSegment(parts.of.name) : '';
  const listed =
    parts.of.kind === 'index' && parts.of.index[0]?.kind === 'literal' ? String(parts.of.index[0].value) : '';
  return LIKELY.test(written) || LIKELY.test(listed) ? { streams } : null;
}

const using = new WeakMap<Program, boolean>();
function usesLangChain(program: Program): boolean {
  let known = using.get(program);
  if (known === undefined) {
    known = program
      .filesOf()
      .some((file) => file.imports.some((item) => program.isFrom(item.module, 'llm.chain-library')));
    using.set(program, known);
  }
  return known;
}

/** Follows names, pipes and the program's own functions to what made the receiver. */
function runsModel(program: Program, start: Value, at: Site): boolean {
  const queue: { readonly value: Value; readonly site: Site }[] = [{ value: start, site: at }];
  const seen = new Set<Value>();
  for (let step = 0; step < queue.length && step < MOST_STEPS; step++) {
    const { value, site } = queue[step] as (typeof queue)[number];
    if (seen.has(value)) continue;
    seen.add(value);
    switch (value.kind) {
      case 'operation':
        if (value.operator === '|' && value.operands.some((operand) => isPrompt(program, operand, site)))
          return true;
        for (const operand of value.operands) queue.push({ value: operand, site });
        break;
      case 'list':
        for (const item of value.items) queue.push({ value: item, site });
        break;
      case 'name':
      case 'member':
      case 'index': {
        if (value.kind !== 'index') {
          const target = program.resolve(value, site);
          if (target.kind === 'external' && runs(program, target.name)) return true;
          if (target.kind === 'instance' && isOwnModel(program, target.ref)) return true;
          if (target.kind === 'value') queue.push({ value: target.value, site: target.site });
        }
        const name = value.kind === 'name' ? value.name : null;
        if (name === null) break;
        for (const { file, assignment } of program.assignmentsTo(name, site).slice(0, 12))
          if (assignment.value)
            queue.push({ value: assignment.value, site: { file, definition: assignment.definition } });
        break;
      }
      case 'call': {
        const call = program.callOf(site.file, value.call);
        const target = program.callee(call);
        if (target.kind === 'external' && runs(program, target.name)) return true;
        if (
          target.kind === 'external' &&
          /\.(?:from|pipe|with_config|with_retry|with_fallbacks|assign|from_llm)$/.test(target.name)
        )
          for (const item of call.call.arguments) queue.push({ value: item.value, site });
        if (target.kind === 'definition' && isOwnModel(program, target.ref)) return true;
        if (target.kind === 'definition')
          for (const statement of target.ref.file.statements)
            if (statement.definition === target.ref.id && statement.kind === 'return' && statement.value)
              queue.push({
                value: statement.value,
                site: { file: target.ref.file, definition: target.ref.id },
              });
        break;
      }
      default:
        break;
    }
  }
  return false;
}

/** A prompt in a pipe is there to be answered, whatever follows it. */
function isPrompt(program: Program, value: Value, site: Site): boolean {
  const target =
    value.kind === 'call'
      ? program.callee(program.callOf(site.file, value.call))
      : program.resolve(value, site);
  return (
    target.kind === 'external' &&
    program.isFrom(target.name, 'llm.chain-library') &&
    /prompt/i.test(target.name)
  );
}

/** A model of the program's own that LangChain runs. */
function isOwnModel(program: Program, ref: DefinitionRef): boolean {
  return program
    .ancestors(ref)
    .some((name) => program.isFrom(name, 'llm.chain-library') && /(?:Model|LLM|Runnable|Chain)$/.test(name));
}

function runs(program: Program, name: string): boolean {
  return program.isFrom(name, 'llm.chain-library') && (RUNNING.test(name) || !STILL.test(name));
}

/** Where a model's answer reaches someone: routes, pages, jobs. Read off routes, interfaces and model calls. */

import type { CodeFile } from '../../program/file.ts';
import type { Origin } from '../../program/flow/flow.ts';
import { returnedValues } from '../../program/flow/flow.ts';
import { type Region, regionFrom } from '../../program/life/region.ts';
import { siteAround, siteOf } from '../../program/link/calls.ts';
import { decoratorNames } from '../../program/link/qualified.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import type { Interfaces } from '../interfaces/interfaces.ts';
import type { Route } from '../web/routes/routes.ts';
import type { ModelCall } from './models/language-models.ts';

export interface Answering {
  /** 'job': a workflow, a task or a bot's handler that something outside starts. 'terminal': a program that prints. */
  readonly via: 'route' | 'interface' | 'job' | 'terminal';
  readonly route: Route | null;
  readonly file: CodeFile;
  readonly line: number;
  readonly region: Region;
  /** The chat models that are run on the way. */
  readonly models: readonly ModelCall[];
  /** What is sent or shown. */
  readonly outputs: readonly Origin[];
}

/** Calls that send to whoever asked. The last part of their names; extend here. */
const SENDS = new Set(
  `send send_json send_text send_bytes send_str sendText write emit enqueue end json reply send_message write_message writeSSE push
   stream_token data append writeData writeMessageAnnotation appendMessageAnnotation`
    .trim()
    .split(/\s+/),
);
const NO_SENDS = /^(?:list|dict|str|json|fs|open|sys|console|logging|requests|httpx|array)\b|open.*\.write$/;
/** Decorators of functions that a model calls: what they return goes to the model. */
const TOOLS = /(?:^|\.)(?:tool|function_tool|tool_plain|ai_function|kernel_function|action)$/i;

export function readModelAnswers(
  program: Program,
  routes: readonly Route[],
  interfaces: Interfaces,
  models: readonly ModelCall[],
): readonly Answering[] {
  const chats = new Map(models.filter((one) => one.purpose === 'chat').map((one) => [one.call, one]));
  const inNodes = graphNodes(program)
    .map(({ file, id }) => regionFrom(program, { file, definition: id }))
    .flatMap((region) => region.calls.flatMap((call) => chats.get(call) ?? []));
  const chatsIn = (region: Region) => {
    const run = region.calls.flatMap((call) => chats.get(call) ?? []);
    const graph = run.some(({ call }) => GRAPHS.test(program.nameOf(call)));
    return graph ? [...new Set([...run, ...inNodes])] : run;
  };
  const found: Answering[] = [];
  const handlers = new Set<DefinitionRef>();
  for (const route of routes) {
    if (!route.handler) continue;
    handlers.add(route.handler);
    if (!route.mounted) continue;
    const region = regionFrom(program, { file: route.handler.file, definition: route.handler.id });
    const run = chatsIn(region);
    if (run.length === 0) continue;
    const outputs = [...returnedValues(route.handler), ...sentIn(program, region)];
    found.push({ via: 'route', route, file: route.file, line: route.line, region, models: run, outputs });
  }
  for (const ref of program.definitions()) {
    if (handlers.has(ref) || !startsOutside(program, ref)) continue;
    const region = regionFrom(program, { file: ref.file, definition: ref.id });
    const run = chatsIn(region);
    if (run.length === 0) continue;
    const { file, definition } = ref;
    const outputs = [...returnedValues(ref), ...sentIn(program, region)];
    found.push({ via: 'job', route: null, file, line: definition.line, region, models: run, outputs });
  }
  for (const { call, ref } of handedOn(program)) {
    const region = regionFrom(program, { file: ref.file, definition: ref.id });
    const run = chatsIn(region);
    if (run.length === 0) continue;
    const { file } = call;
    const outputs = [...returnedValues(ref), ...sentIn(program, region)];
    found.push({ via: 'job', route: null, file, line: call.call.line, region, models: run, outputs });
  }
  found.push(...pages(program, interfaces, chatsIn));
  if (found.length === 0) found.push(...terminals(program, chatsIn));
  return found;
}

/** What runs a graph runs its nodes, which nothing calls by name. */
const GRAPHS = /(?:compile|[gG]raph|workflow|supervisor)\w*\.\w+$/;

/** Functions that are nodes of a graph. */
export function graphNodes(program: Program): readonly DefinitionRef[] {
  return program.callsAs('graph.node').flatMap((call) =>
    call.call.arguments.flatMap(({ value }) => {
      const target = program.resolve(value, siteOf(call));
      return target.kind === 'definition' && target.ref.definition.kind !== 'class' ? [target.ref] : [];
    }),
  );
}

/** What is sent piece by piece: over a socket, into a response, as an event. */
export function sentIn(program: Program, region: Region): readonly Origin[] {
  return region.calls.flatMap((call) => {
    const name = program.nameOf(call);
    if (!SENDS.has(lastSegment(name)) || NO_SENDS.test(name) || !call.call.statement) return [];
    return argumentsOf(call);
  });
}

function argumentsOf(call: CallRef): readonly Origin[] {
  const site = siteOf(call);
  return call.call.arguments.map(({ value }) => ({ value, site }));
}

/** Classes of sockets, and the methods that a message starts. */
const RECEIVES = /^(?:receive|receive_json|on_message|on_receive|handle_?message)$/i;

function handedOn(program: Program): readonly {
  readonly call: { readonly file: CodeFile; readonly call: { readonly line: number } };
  readonly ref: DefinitionRef;
}[] {
  const handed = program.callsAs('handler.taker').flatMap((call) =>
    call.call.arguments.flatMap(({ value }) => {
      const target = program.resolve(value, siteOf(call));
      return target.kind === 'definition' ? [{ call, ref: target.ref }] : [];
    }),
  );
  const received = program.definitions().flatMap((ref) => {
    const owner = program.definitionOf(siteAround(ref));
    if (!owner || !RECEIVES.test(ref.definition.name) || owner.definition.kind !== 'class') return [];
    if (!descendsAs(program, owner, 'socket.consumer')) return [];
    return [{ call: { file: ref.file, call: { line: ref.definition.line } }, ref }];
  });
  return [...handed, ...received];
}

/** Decorated, called by nobody in the program, and no tool of a model. */
function startsOutside(program: Program, ref: DefinitionRef): boolean {
  const { decorators, kind } = ref.definition;
  if (decorators.length === 0 || !/^(?:function|method)$/.test(kind)) return false;
  if (decoratorNames(program, ref).some((name) => TOOLS.test(name))) return false;
  return program.callers(ref).length === 0;
}

const SHOWING = [
  'text',
  'message',
  'metric',
  'table',
  'info',
  'success',
  'warning',
  'stream',
  'tabs',
  'dialog',
  'link',
  'image',
] as const;

/** One for each file with widgets; Gradio's functions stand for what they return. */
function pages(
  program: Program,
  interfaces: Interfaces,
  chatsIn: (region: Region) => readonly ModelCall[],
): readonly Answering[] {
  const shown = new Map<CodeFile, CallRef[]>();
  for (const { call, kind, framework } of interfaces.widgets) {
    if (!call) continue;
    const calls = shown.get(call.file) ?? [];
    shown.set(call.file, calls);
    if (framework === 'gradio' || (SHOWING as readonly string[]).includes(kind)) calls.push(call);
  }
  for (const call of program.callsAs('ui.outlet')) shown.get(call.file)?.push(call);
  return [...shown].map(([file, calls]) => {
    const region = regionFrom(program, { file, definition: -1 });
    const outputs = calls.flatMap(argumentsOf);
    const line = calls[0]?.call.line ?? 1;
    return { via: 'interface', route: null, file, line, region, models: chatsIn(region), outputs };
  });
}

function terminals(
  program: Program,
  chatsIn: (region: Region) => readonly ModelCall[],
): readonly Answering[] {
  return program.filesOf().flatMap((file): Answering[] => {
    if (file.notebook) return [];
    const region = regionFrom(program, { file, definition: -1 });
    const run = chatsIn(region);
    if (run.length === 0) return [];
    const prints = region.calls.filter((call) =>
      /^(?:print|console\.log|rich\.print|rich\..*\.print|click\.echo|typer\.echo)$/.test(
        program.nameOf(call),
      ),
    );
    const line = prints[0]?.call.line ?? 1;
    return [
      { via: 'terminal', route: null, file, line, region, models: run, outputs: prints.flatMap(argumentsOf) },
    ];
  });
}

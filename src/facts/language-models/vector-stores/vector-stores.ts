/** Where the program keeps vectors, and how it asks for them. Names are in knowledge/vector-stores.yml. */
import type { Value } from '../../../program/file.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { EngineRow, Hosting, StoreKind } from './engines.ts';
import {
  ADDS,
  DELETES,
  FILTERS,
  MAKERS,
  QUERIES,
  RETRIEVER_CLASSES,
  RETRIEVERS,
  TELLING,
} from './methods.ts';
import { placeOf } from './place.ts';
import { vectorQueries } from './sql.ts';

export type { Hosting, StoreKind } from './engines.ts';

/** A store as it is opened. */
export interface VectorStore {
  readonly engine: string;
  readonly kind: StoreKind;
  readonly hosting: Hosting;
  /** What is added is still there after the program ended. */
  readonly persists: boolean;
  readonly call: CallRef;
}

export interface VectorCall {
  /** 'unknown' where the receiver was not found. */
  readonly engine: string;
  /** 'retriever': makes something that asks later. */
  readonly does: 'add' | 'query' | 'retriever' | 'delete';
  readonly call: CallRef;
  readonly within: DefinitionRef | null;
  /** What narrows a query: the values of `filter=`, `where=`, `search_kwargs={'filter': …}` and the like. */
  readonly filters: readonly Value[];
}

export interface VectorStores {
  readonly stores: readonly VectorStore[];
  readonly calls: readonly VectorCall[];
}

export function readVectorStores(program: Program): VectorStores {
  const stores: VectorStore[] = [];
  const calls: VectorCall[] = [];
  for (const call of program.calls()) {
    if (call.call.form === 'jsx') continue;
    const name = program.nameOf(call);
    const { opens, root } = rowsOf(program, name);
    if (opens)
      stores.push({ engine: opens.engine, kind: opens.kind, ...placeOf(program, call, opens), call });
    const handed = HANDS_ON.test(name) ? handedOn(program, call) : null;
    if (handed)
      calls.push({
        ...handed,
        call,
        within: program.definitionOf(siteOf(call)),
        filters: handed.does === 'add' ? [] : filtersOf(program, call),
      });
    const retrieves = RETRIEVER_CLASSES.test(name) || program.means(name, 'vector.retriever');
    const does = retrieves ? 'retriever' : doingOf(name, root);
    if (does === null) continue;
    const telling = TELLING.has(lastSegment(name)) && program.callee(call).kind !== 'definition';
    if (!root && !opens && !telling && !retrieves) continue;
    calls.push({
      engine: root ?? opens?.engine ?? 'unknown',
      does,
      call,
      within: program.definitionOf(siteOf(call)),
      filters: does === 'add' ? [] : filtersOf(program, call),
    });
  }
  calls.push(...throughPipelines(program, calls));
  const asked = vectorQueries(program);
  return { stores: [...stores, ...asked.stores], calls: [...calls, ...asked.calls] };
}

/** `pipeline.run({"retriever": {"filters": filters}})`: the retriever that is part of it is handed its filter as it runs. */
function throughPipelines(program: Program, calls: readonly VectorCall[]): readonly VectorCall[] {
  const retriever = calls.find(({ does }) => does === 'retriever');
  if (retriever === undefined) return [];
  return program.callsAs('vector.pipeline').flatMap((call) => {
    const filters = filtersOf(program, call);
    return filters.length > 0
      ? [{ ...retriever, call, within: program.definitionOf(siteOf(call)), filters }]
      : [];
  });
}

/** Calls that run a method which they are handed: `asyncio.to_thread(collection.query, …)`. */
const HANDS_ON = /(?:^|\.)(?:to_thread|run_in_executor|run_in_threadpool|run_sync|sync_to_async)$/;

function handedOn(program: Program, call: CallRef): Pick<VectorCall, 'engine' | 'does'> | null {
  for (const { value } of call.call.arguments.slice(0, 2)) {
    if (value.kind !== 'name' && value.kind !== 'member') continue;
    const target = program.resolve(value, siteOf(call));
    if (target.kind !== 'external') continue;
    const { root } = rowsOf(program, target.name);
    const does = root ? doingOf(target.name, root) : null;
    if (root && does) return { engine: root, does };
  }
  return null;
}

function doingOf(name: string, engine: string | null): VectorCall['does'] | null {
  const method = lastSegment(name);
  // Pinecone's `index('name')` opens an index, the search engines' `index(…)` adds a document.
  if (method === 'index' && engine !== 'elasticsearch' && engine !== 'opensearch') return null;
  if (QUERIES.has(method)) return 'query';
  if (RETRIEVERS.has(method)) return 'retriever';
  if (ADDS.has(method)) return 'add';
  return DELETES.has(method) ? 'delete' : null;
}

function openedBy(program: Program, name: string): EngineRow | null {
  const about = program.meaning(name, 'vector.store')?.about;
  // The loader lets nothing else stand in `kind` and `hosting`.
  return about ? (about as unknown as EngineRow) : null;
}

/** A call of a store that was opened before: only those that make one of documents open it. */
function nested(program: Program, name: string): boolean {
  const before = name.slice(0, -lastSegment(name).length - 1);
  return before !== '' && !MAKERS.test(lastSegment(name)) && openedBy(program, before) !== null;
}

/** What a name opens, and whose call it is. */
function rowsOf(
  program: Program,
  name: string,
): { readonly opens: EngineRow | null; readonly root: string | null } {
  const opens = nested(program, name) ? null : openedBy(program, name);
  const root = name.includes('.') ? (program.meaning(name, 'vector.client')?.about.engine ?? null) : null;
  return { opens, root };
}

/** Filters among the arguments, in options objects, in `search_kwargs`, and in what a chain of calls was given. */
function filtersOf(program: Program, call: CallRef): readonly Value[] {
  const found: Value[] = [];
  const site = siteOf(call);
  const look = (value: Value, depth: number): void => {
    if (depth > 3) return;
    const entries = entriesOf(program, value, site);
    for (const { key, value: inner } of entries) {
      if (key?.kind === 'literal' && FILTERS.has(String(key.value))) found.push(inner);
      else look(inner, depth + 1);
    }
  };
  // By its position where it has one: the third of `similaritySearch(question, 4, filter)`.
  const placed = program.argumentOf(call, 'filter');
  if (placed) found.push(placed);
  let current: CallRef | null = call;
  for (let hop = 0; current && hop < 6; hop++) {
    for (const { name, value } of current.call.arguments) {
      if (name !== null && FILTERS.has(name)) found.push(value);
      else look(value, 0);
    }
    // `index.query().withWhere(…)`, `client.from('x').select().eq(…)`: what was said before.
    const before: Value | undefined = calleeParts(current.call.callee)?.of;
    current = before?.kind === 'call' ? program.callOf(current.file, before.call) : null;
  }
  found.push(...saidLater(program, call));
  return [...new Set(found)].filter((value) => !isNothing(program, value, site));
}

/** `query = table.search(vector)`, and then `query.where(…)`, in the same function. */
function saidLater(program: Program, query: CallRef): readonly Value[] {
  const before = `${program.nameOf(query)}.`;
  return query.file.calls.flatMap((call, id) => {
    const method = calleeParts(call.callee)?.name ?? '';
    const isFilter =
      FILTERS.has(method) &&
      call.definition === query.call.definition &&
      program.nameOf(program.callOf(query.file, id)).startsWith(before);
    return isFilter ? call.arguments.slice(0, 1).map(({ value }) => value) : [];
  });
}

function entriesOf(program: Program, value: Value, site: Site) {
  if (value.kind === 'dict') return value.entries;
  if (value.kind !== 'name') return [];
  const target = program.resolve(value, site);
  return target.kind === 'value' && target.value.kind === 'dict' ? target.value.entries : [];
}

function isNothing(program: Program, value: Value, site: Site): boolean {
  if (value.kind === 'dict') return value.entries.length === 0;
  return program.constant(value, site) === null || (value.kind === 'name' && value.name === 'undefined');
}

/** What is kept beside vectors, and stores that are set apart by user or document. */
import type { Value } from '../../../program/file.ts';
import { type Origin, origins, originsOf } from '../../../program/flow/flow.ts';
import { argument, given, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { TEXTS } from '../sources.ts';
import type { VectorStores } from './vector-stores.ts';
import { wordSearches } from './words.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const METADATA = /^(?:metadata|metadatas|payload|payloads|properties|meta|extra_info|cmetadata|metadata_)$/;
/** Whose part of a store it is. */
const APART =
  /user|project|session|tenant|file|doc|workspace|org|owner|client|customer|team|account|kb|base_?id|knowledge/i;
const PARTITIONS = words(
  'namespace tenant partition_name partition_names collection_name collection shard_key name index_name index',
);

/** Calls that add chunks with metadata, or make the chunks that are added. */
export function storesMetadata(program: Program, { calls, stores }: VectorStores): readonly CallRef[] {
  const adds = calls.filter(({ does }) => does === 'add').map((one) => one.call);
  const said = adds.filter((call) => carries(call));
  if (said.length > 0) return said;
  const records = adds.filter((call) => addsRecords(program, call));
  if (records.length > 0) return records;
  // `VectorStoreIndex(nodes)` is opened and filled in one.
  if (adds.length > 0 || stores.some(({ call }) => argument(call, 'nodes') !== null)) {
    const made = program
      .callsAs('vector.carrier')
      .filter(
        (call) =>
          /split|nodes|Loader|Reader|load_data/i.test(lastSegment(program.nameOf(call))) || carries(call),
      );
    if (made.length > 0) return made;
  }
  const ranked = wordSearches(program).filter(({ records }) => records.some(isDescribed));
  if (ranked.length > 0) return ranked.map(({ ranks }) => ranks);
  const rows = inRows(program);
  return rows.length > 0 || calls.length + stores.length === 0 ? rows : besideIndex(program);
}

/** What a source is told by, as a field of a record. */
const FIELDS =
  /^(?:source|file_?name|file_?id|page|page_?number|doc(?:ument)?_?(?:id|name)|title|url|section|user_?id|category|tags?|date|author|role|department|metadata)$/i;

/** A text that is kept with what tells of it, its own number aside: `{"document_id": id, "title": title, "content": text}`. */
function isDescribed({ value }: Origin): boolean {
  const keys = keysOf(value);
  return keys.some((key) => TEXTS.test(key)) && keys.some((key) => FIELDS.test(key) && !/_?id$/i.test(key));
}

/** Records whose fields beside the text tell where it is from: `{ id, text, source, page }`. */
function addsRecords(program: Program, call: CallRef): boolean {
  return recordsIn(program, call, 800).some((keys) => keys.some((key) => FIELDS.test(key)));
}

/** A list or a file of metadata beside an index that holds vectors only: `self.metadata.extend(rows)`, `meta.to_csv(path)`. */
function besideIndex(program: Program): readonly CallRef[] {
  return program.calls().filter(({ call }) => {
    const written =
      call.callee.kind === 'name' ? call.callee.name : call.callee.kind === 'member' ? call.callee.name : '';
    const method = lastSegment(written);
    if (/^(?:append|extend|to_csv|to_json|to_pickle|to_parquet|push)$/.test(method))
      return /meta/i.test(written.slice(0, -method.length));
    if (!/^(?:dump|dumps|writeFile\w*|stringify)$/.test(method)) return false;
    return call.arguments.some(({ value }) => value.kind === 'name' && /meta/i.test(value.name));
  });
}

/** Rows of a database: `INSERT INTO chunks (content, metadata, embedding)`, `.insert({ content, metadata })`, an ORM's row. */
function inRows(program: Program): readonly CallRef[] {
  return program.calls().filter((call) => {
    const name = lastSegment(program.nameOf(call));
    if (
      !/^(?:execute|executemany|execute_values|copy|fetch\w*|query|insert|upsert|insertMany|create|createMany|add|text)$/.test(
        name,
      ) &&
      !/chunk|embedding|passage/i.test(name) &&
      !isWrite(program, call)
    )
      return false;
    const site = siteOf(call);
    const sql = call.call.arguments.slice(0, 2).some(({ value }) => {
      const text = program.constant(value, site);
      return (
        typeof text === 'string' &&
        /(?:insert\s+into|copy)\s[^;]{0,400}(?:embedding|vector)/i.test(text) &&
        /metadata|source|file_?name|page|document_id|title/i.test(text)
      );
    });
    if (sql) return true;
    const named = call.call.arguments.flatMap(({ name: key }) => key ?? []);
    return [named, ...recordsIn(program, call)].some(
      (keys) => keys.some((key) => /embedding|vector/i.test(key)) && keys.some((key) => FIELDS.test(key)),
    );
  });
}

function isWrite(program: Program, call: CallRef): boolean {
  const access = program.meaning(program.nameOf(call), 'table.store', 'store.access');
  return access?.role === 'table.store' || access?.about.direction === 'write';
}

/** The keys of each record that a call is handed, wherever it was put together. */
function recordsIn(program: Program, call: CallRef, most = 400): readonly (readonly string[])[] {
  return originsOf(program, given(call), { most }).flatMap(({ value }) =>
    value.kind === 'dict' ? [keysOf(value)] : [],
  );
}

function keysOf(value: Value): readonly string[] {
  if (value.kind !== 'dict') return [];
  return value.entries.flatMap(({ key }) => (key?.kind === 'literal' ? [String(key.value)] : []));
}

function carries(call: CallRef): boolean {
  return call.call.arguments.some(({ name, value }) => {
    if (name !== null && METADATA.test(name)) return true;
    return valuesThroughCalls(value, call.file)
      .slice(0, 400)
      .some(
        (part) =>
          (part.kind === 'dict' &&
            part.entries.some(({ key }) => key?.kind === 'literal' && METADATA.test(String(key.value)))) ||
          (part.kind === 'call' &&
            (call.file.calls[part.call]?.arguments ?? []).some(
              (item) => item.name !== null && METADATA.test(item.name),
            )),
      );
  });
}

/** `collection_name=f"user_{id}"`, `index.namespace(userId)`: a part of the store that only the request names. */
export function isPartition(program: Program, call: CallRef): boolean {
  const site = siteOf(call);
  const named = PARTITIONS.map((name) => argument(call, name));
  const first = program.means(program.nameOf(call), 'vector.collection')
    ? (call.call.arguments[0]?.value ?? null)
    : null;
  return [...named, first].some((value) => {
    if (!value || value.kind === 'literal' || value.kind === 'dict' || value.kind === 'list') return false;
    if (typeof program.constant(value, site) === 'string' && value.kind !== 'template') return false;
    return origins(program, value, site, { most: 60 }).some(
      ({ value: part }) => part.kind === 'name' && APART.test(part.name),
    );
  });
}

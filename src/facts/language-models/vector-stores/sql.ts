/** Vectors in PostgreSQL and MongoDB by hand: operators in SQL, `match_documents`, `$vectorSearch`, columns of an ORM. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { origins } from '../../../program/flow/flow.ts';
import { siteOf } from '../../../program/link/calls.ts';
import { entryAt, lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { VectorCall, VectorStore, VectorStores } from './vector-stores.ts';

const OPERATOR =
  /<=>|<->|<#>|\bvec_distance|\bcosine_distance\b|\b(?:match|search)_(?:documents|chunks|embeddings|sections|vectors)\w*\s*\(/;
const NARROWED = /\bwhere\b(?!\s+(?:1\s*=\s*1|(?:\w+\.)?embedding\s+is\s+not\s+null)\s*(?:order|limit|$))/i;
const FUNCTION = /^(?:hybrid_)?(?:match|search|query|find|similar)_\w+$/;
const RPC_FILTERS = /filter|user|document|file|project|tenant|owner|source|category|tag|date/i;
const DISTANCES =
  /^(?:cosine_distance|l2_distance|max_inner_product|l1_distance|CosineDistance|L2Distance|cosineDistance|l2Distance)$/;
/** What the steps of one pipeline are made of. */
const MOST_STEPS = 200;
/** Texts longer than this are no query. */
const LONGEST = 20_000;

export function vectorQueries(program: Program): VectorStores {
  const stores: VectorStore[] = [];
  const calls: VectorCall[] = [];
  for (const file of program.filesOf()) {
    for (const [id] of file.calls.entries()) {
      const call = program.callOf(file, id);
      const found = readCall(program, call, file);
      if (!found) continue;
      calls.push({ ...found, does: 'query', call, within: program.definitionOf(siteOf(call)) });
      stores.push({
        engine: found.engine,
        kind: 'database',
        hosting: found.engine === 'pgvector' ? 'server' : 'cloud',
        persists: true,
        call,
      });
    }
  }
  return { stores, calls };
}

function readCall(
  program: Program,
  call: CallRef,
  file: CodeFile,
): Pick<VectorCall, 'engine' | 'filters'> | null {
  const name = program.nameOf(call);
  const last = lastSegment(name);
  const [first, second] = call.call.arguments;
  if (last === 'rpc' && first?.value.kind === 'literal' && FUNCTION.test(String(first.value.value)))
    return { engine: 'supabase', filters: second ? rpcFilters(second.value) : [] };
  if (DISTANCES.test(last)) return { engine: 'pgvector', filters: narrowedBy(call, file) };
  if (last === 'aggregate' && first) {
    // Also steps that were pushed onto it before.
    const search = origins(program, first.value, siteOf(call), { most: MOST_STEPS }).find(
      ({ value }) => entryAt(value, '$vectorSearch') !== undefined,
    );
    if (!search) return null;
    const inner = valuesThroughCalls(search.value, search.site.file).flatMap((value) =>
      value.kind === 'dict' ? value.entries : [],
    );
    return {
      engine: 'mongodb',
      filters: inner.flatMap(({ key, value }) =>
        key?.kind === 'literal' && key.value === 'filter' ? [value] : [],
      ),
    };
  }
  if (
    !/^(?:execute|fetch|fetchall|fetchrow|fetch_all|fetchval|query|raw|\$queryRaw\w*|sql|text|unsafe|all|prepare|scalars)$/.test(
      last,
    )
  )
    return null;
  const site = siteOf(call);
  for (const { value } of call.call.arguments.slice(0, 2)) {
    const text = program.constant(value, site);
    if (typeof text !== 'string' || text.length > LONGEST || !OPERATOR.test(text)) continue;
    return { engine: 'pgvector', filters: NARROWED.test(text) ? [value] : [] };
  }
  return null;
}

/** `rpc('match_documents', { query_embedding, match_count, filter })`. */
function rpcFilters(value: Value): readonly Value[] {
  if (value.kind !== 'dict') return [];
  return value.entries.flatMap(({ key, value: inner }) =>
    key?.kind === 'literal' && RPC_FILTERS.test(String(key.value)) && !/^match_|query/.test(String(key.value))
      ? [inner]
      : [],
  );
}

/** `select(Chunk).where(Chunk.user_id == user).order_by(Chunk.embedding.cosine_distance(v))`: in the same statement. */
function narrowedBy(call: CallRef, file: CodeFile): readonly Value[] {
  return file.calls.flatMap((other) =>
    other.definition === call.call.definition &&
    Math.abs(other.line - call.call.line) <= 15 &&
    (other.callee.kind === 'member' || other.callee.kind === 'name') &&
    /^(?:where|filter|filter_by|andWhere)$/.test(lastSegment(other.callee.name))
      ? other.arguments.slice(0, 1).flatMap((item) => (isPresence(item.value, file) ? [] : [item.value]))
      : [],
  );
}

/** `Chunk.embedding.isnot(None)` asks whether there is a vector, not whose. */
function isPresence(value: Value, file: CodeFile): boolean {
  if (value.kind !== 'call') return value.kind === 'operation' && /^is/.test(value.operator);
  const callee = file.calls[value.call]?.callee;
  return (
    (callee?.kind === 'name' || callee?.kind === 'member') &&
    /(?:^|\.)(?:isnot|is_not|isNot|is_)$/.test(callee.name)
  );
}

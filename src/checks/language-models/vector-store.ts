import type { Facts } from '../../facts/facts.ts';
import { comparedByHand } from '../../facts/language-models/vector-stores/by-hand.ts';
import type { VectorStore } from '../../facts/language-models/vector-stores/vector-stores.ts';
import { wordIndexes } from '../../facts/language-models/vector-stores/words.ts';
import type { Evidence } from '../../model.ts';
import { isAlive } from '../../program/life/alive.ts';
import { siteOf } from '../../program/link/calls.ts';
import { defineCheck, found } from '../define.ts';

/** Opened and then filled or asked: a client that nobody uses is no store. */
function used(facts: Facts, store: VectorStore): boolean {
  // pgvector's own registration and columns are for nothing else; the SQL may be put together elsewhere.
  if (store.engine === 'pgvector') return true;
  return facts.vectors.calls.some(
    ({ engine, does }) =>
      does !== 'delete' && (engine === store.engine || engine === 'unknown' || engine === 'llamaindex'),
  );
}

function byHand(facts: Facts): readonly Evidence[] {
  return comparedByHand(facts.program, facts.models).map(({ path, line }) => facts.evidence(path, line));
}

/** An index of words in memory. */
function lexical({ program, evidence }: Facts): readonly Evidence[] {
  return wordIndexes(program)
    .filter((call) => isAlive(program, siteOf(call)))
    .map(({ file, call }) => evidence(file.path, call.line));
}

export const vectorStore = defineCheck({
  name: 'vector-store',
  summary:
    'Vectors are kept in a vector database that outlives the program (`database`); with `any`, an index or a store in memory counts too.',
  reads: ['code', 'configuration'],
  parameters: (z) => z.strictObject({ kind: z.enum(['database', 'any']) }),
  ask: (facts, { kind }) => {
    const stores = facts.vectors.stores.filter((store) => used(facts, store));
    const lasting = stores.filter((store) => store.kind === 'database' && store.persists);
    const wanted = kind === 'database' ? lasting : [...lasting, ...stores];
    const shown = wanted.map(({ call }) => facts.evidence(call.file.path, call.call.line));
    const answer = found(
      [...shown, ...(kind === 'any' ? [...byHand(facts), ...lexical(facts)] : [])].slice(0, 2),
      kind === 'database'
        ? 'a vector database that persists (Pinecone, Qdrant, Weaviate, Milvus, pgvector, Chroma or LanceDB on disk …)'
        : 'a vector index of any kind',
    );
    const others = stores.slice(0, 2).map(({ call }) => facts.evidence(call.file.path, call.call.line));
    return answer.answer === 'no' && others.length > 0 ? { ...answer, counter: others } : answer;
  },
});

import type { Facts } from '../../facts/facts.ts';
import { SELF_EMBEDDING } from '../../facts/language-models/models/embedders.ts';
import { wordIndexes } from '../../facts/language-models/vector-stores/words.ts';
import { argument } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef } from '../../program/program.ts';
import { defineCheck, found } from '../define.ts';

/** A call that embeds, a store that is given a model to embed with, a store that embeds by itself. */
function embedding(facts: Facts): readonly CallRef[] {
  const direct = facts.models.filter((one) => one.purpose === 'embedding').map((one) => one.call);
  const stored = facts.vectors.calls.filter(({ engine, does, call }) => {
    if (does !== 'add') return false;
    const methods = SELF_EMBEDDING[engine] ?? [];
    if (!methods.includes(lastSegment(facts.program.nameOf(call)))) return false;
    // Vectors that are handed in were made elsewhere, or are none.
    const vectors = argument(call, 'embeddings') ?? argument(call, 'vectors') ?? argument(call, 'vector');
    return vectors === null && (engine !== 'chroma' || argument(call, 'documents') !== null);
  });
  const kept = facts.vectors.calls.some(({ does }) => does === 'add' || does === 'retriever');
  const makers = kept || facts.vectors.stores.length > 0 ? facts.program.callsAs('embedding.maker') : [];
  return [...direct, ...stored.map((one) => one.call), ...makers];
}

export const embeddings = defineCheck({
  name: 'embeddings',
  summary:
    'Chunks are turned into embeddings by a model or an API (`model`); with `any`, TF-IDF, BM25 or a score of words of its own counts too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ by: z.enum(['model', 'any']) }),
  ask: (facts, { by }) => {
    const made = embedding(facts);
    const calls = by === 'any' ? [...made, ...wordIndexes(facts.program)] : made;
    return found(
      calls.slice(0, 2).map((ref) => facts.evidence(ref.file.path, ref.call.line)),
      by === 'model'
        ? 'a call of an embedding model or API, or a store that is given one'
        : 'embeddings, TF-IDF or BM25, or texts ranked by their words',
    );
  },
});

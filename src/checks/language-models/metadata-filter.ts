import type { Facts } from '../../facts/facts.ts';
import { isPartition, storesMetadata } from '../../facts/language-models/vector-stores/metadata.ts';
import { narrowedByHand } from '../../facts/language-models/vector-stores/narrowed.ts';
import type { VectorCall } from '../../facts/language-models/vector-stores/vector-stores.ts';
import type { Evidence } from '../../model.ts';
import type { Value } from '../../program/file.ts';
import { origins } from '../../program/flow/flow.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { CallRef } from '../../program/program.ts';
import { defineCheck, found } from '../define.ts';

/** Whether a filter is ever more than "none": a condition is built, or a caller may hand one in. */
function narrows(facts: Facts, { call }: VectorCall, filter: Value): boolean {
  return origins(facts.program, filter, siteOf(call), { most: 400 }).some(({ value }) => {
    if (value.kind === 'dict') return value.entries.length > 0;
    if (value.kind === 'literal') return typeof value.value === 'string' && value.value.length > 1;
    return value.kind === 'call' || value.kind === 'template' || value.kind === 'list';
  });
}

/** `similarity_search("test", 1, where)` looks whether something is there: nobody searches with it. */
function asksAlwaysTheSame({ program }: Facts, call: CallRef): boolean {
  const query = program.argumentOf(call, 'query');
  const text = query ? program.constant(query, siteOf(call)) : undefined;
  return typeof text === 'string' && !text.includes('{}');
}

function filtered(facts: Facts): readonly Evidence[] {
  const queries = facts.vectors.calls.filter(
    ({ does, call }) => does === 'retriever' || (does === 'query' && !asksAlwaysTheSame(facts, call)),
  );
  const shown = queries.flatMap((query) =>
    query.filters
      .filter((filter) => narrows(facts, query, filter))
      .slice(0, 1)
      .map((filter) => facts.evidence(query.call.file.path, filter.line)),
  );
  const asking = facts.program.callsAs('vector.self-query');
  const byHand = narrowedByHand(facts);
  return [...shown, ...[...asking, ...byHand].map((ref) => facts.evidence(ref.file.path, ref.call.line))];
}

export const metadataFilter = defineCheck({
  name: 'metadata-filter',
  summary:
    'A metadata filter reaches the search (`filtered`); with `stored`, metadata kept beside the vectors or a collection per user or document counts too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ level: z.enum(['filtered', 'stored']) }),
  ask: (facts, { level }) => {
    const narrowed = filtered(facts);
    if (level === 'filtered')
      return found(
        narrowed.slice(0, 2),
        'a query of the vector store that carries a filter (filter=, where=, expr= …)',
      );
    const { calls, stores } = facts.vectors;
    const opened = calls.length > 0 ? facts.program.callsAs('vector.collection') : [];
    const apart = [...calls.map((one) => one.call), ...stores.map((one) => one.call), ...opened].filter(
      (call) => isPartition(facts.program, call),
    );
    const kept = [...storesMetadata(facts.program, facts.vectors), ...apart];
    return found(
      [...narrowed, ...kept.map((ref) => facts.evidence(ref.file.path, ref.call.line))].slice(0, 2),
      'metadata that are stored with the chunks, or a collection per user or document',
    );
  },
});

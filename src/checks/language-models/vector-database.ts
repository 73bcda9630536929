import type { Facts } from '../../facts/facts.ts';
import type { VectorStore } from '../../facts/language-models/vector-stores/vector-stores.ts';
import { addressesOf } from '../../facts/operations/hosting/addresses.ts';
import { managedPostgres } from '../../facts/operations/hosting/managed.ts';
import { linesSaying } from '../../facts/operations/hosting/signs.ts';
import { MANAGED_VECTORS, VECTOR_HOSTS } from '../../facts/operations/hosting/vectors.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found, no } from '../define.ts';

/** Engines that live with a provider only: no server of one's own is to be had. */
const ONLY_HOSTED =
  /pinecone|azure|vertex|bedrock|kendra|upstash|turbopuffer|astra|cloudflare|supabase|atlas|vectara/i;
const IN_POSTGRES = /pgvector|postgres|supabase|timescale|neon/i;

/** A key is handed over, and the address in the settings is a provider's, or no server of one's own is set up. */
function isHosted(facts: Facts, store: VectorStore): boolean {
  const { engine, hosting } = store;
  if (ONLY_HOSTED.test(engine)) return true;
  if (IN_POSTGRES.test(engine)) return managedPostgres(facts).length > 0;
  const hosts = VECTOR_HOSTS.find((row) => row.engine.test(engine));
  if (hosts !== undefined && addressesOf(facts).some(({ value }) => hosts.host.test(value))) return true;
  if (hosting !== 'cloud') return false;
  const local = facts.containers.compose.some(
    ({ image }) => image?.toLowerCase().includes(engine.toLowerCase()) === true,
  );
  const near = addressesOf(facts).some(
    ({ name, value }) =>
      name.toLowerCase().includes(engine.toLowerCase()) && /localhost|127\.0\.0\.1/.test(value),
  );
  return !local && !near;
}

export const vectorDatabase = defineCheck({
  name: 'vector-database',
  summary: 'The program keeps its vectors in a vector database: with a provider, or any.',
  reads: ['code', 'configuration', 'documents'],
  parameters: (z) => z.strictObject({ hosting: z.enum(['provider', 'any']) }),
  ask: (facts, { hosting }) => {
    const show = ({ call }: VectorStore): Evidence => facts.evidence(call.file.path, call.call.line);
    const stores = facts.vectors.stores.filter(({ call }) => !call.file.notebook);
    const lookedFor =
      'a vector database of a provider by its address or key (Pinecone, Qdrant Cloud, Weaviate Cloud, Zilliz, managed pgvector …)';
    const infrastructure = linesSaying(facts, MANAGED_VECTORS).map(({ path, line }) =>
      facts.evidence(path, line),
    );
    const hosted = stores.filter((store) => isHosted(facts, store));
    if (hosting === 'any') return found([...hosted, ...stores].slice(0, 2).map(show), 'a vector database');
    if (hosted.length > 0)
      return found([...hosted.slice(0, 2).map(show), ...infrastructure.slice(0, 1)], lookedFor);
    // Of infrastructure alone, without a program, nothing more is to be had.
    if (infrastructure.length > 0 && (stores.length > 0 || facts.program.filesOf().length === 0))
      return found(infrastructure.slice(0, 2), lookedFor);
    return no(lookedFor, stores.slice(0, 2).map(show));
  },
});

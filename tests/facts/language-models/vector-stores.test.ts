import { expect, it } from 'vitest';
import { readVectorStores } from '../../../src/facts/language-models/vector-stores/vector-stores.ts';
import { programOf } from '../../support/program.ts';

async function said(path: string, text: string): Promise<readonly string[]> {
  const { stores, calls } = readVectorStores(await programOf({ [path]: text }));
  return [
    ...stores.map((one) => `${one.engine} ${one.kind} ${one.hosting}${one.persists ? ' persists' : ''}`),
    ...calls.map((one) => `${one.does} ${one.engine}${one.filters.length > 0 ? ' filtered' : ''}`),
  ];
}

const PYTHON: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a persistent Chroma with a filtered query',
    `import chromadb
client = chromadb.PersistentClient(path="db")
docs = client.get_or_create_collection("docs")
docs.add(ids=["1"], documents=["x"])
docs.query(query_texts=["q"], n_results=3, where={"user": "u"})
docs.query(query_texts=["q"], where=None)`,
    ['chroma database embedded persists', 'add chroma', 'query chroma filtered', 'query chroma'],
  ],
  [
    'Chroma that forgets',
    `from langchain_chroma import Chroma
store = Chroma.from_documents(documents=[], embedding=None)
retriever = store.as_retriever(search_kwargs={"k": 3, "filter": {"source": "a.pdf"}})`,
    ['chroma database embedded', 'add chroma', 'retriever chroma filtered'],
  ],
  [
    'Qdrant: in memory, in a folder, on a server, in the cloud',
    `from qdrant_client import QdrantClient
a = QdrantClient(":memory:")
b = QdrantClient(path="./qdrant")
c = QdrantClient(url="http://localhost:6333")
d = QdrantClient(url="https://x.cloud.qdrant.io", api_key="k")`,
    [
      'qdrant database embedded',
      'qdrant database embedded persists',
      'qdrant database server persists',
      'qdrant database cloud persists',
    ],
  ],
  [
    'FAISS is an index',
    `import faiss
index = faiss.IndexFlatL2(384)
index.add(vectors)
index.search(query, 3)`,
    ['faiss index embedded', 'add faiss', 'query faiss'],
  ],
  [
    'pgvector in SQL and in an ORM',
    `import psycopg2
from sqlalchemy import select
from models import Chunk
def raw(cursor, vector, user):
    cursor.execute("SELECT text FROM chunks WHERE user_id = %s ORDER BY embedding <=> %s LIMIT 5", (user, vector))
def orm(session, vector):
    return session.scalars(select(Chunk).order_by(Chunk.embedding.cosine_distance(vector)).limit(5))`,
    [
      'pgvector database server persists',
      'pgvector database server persists',
      'query pgvector filtered',
      'query pgvector',
    ],
  ],
  [
    'a function of Supabase',
    `from supabase import create_client
db = create_client("u", "k")
db.rpc("match_documents", {"query_embedding": v, "match_count": 5, "filter": {"user": u}}).execute()
db.rpc("match_documents", {"query_embedding": v, "match_count": 5}).execute()`,
    [
      'supabase database cloud persists',
      'supabase database cloud persists',
      'query supabase filtered',
      'query supabase',
    ],
  ],
  [
    'comments, strings and an import alone are no store',
    `import chromadb
# client = chromadb.PersistentClient(path="db")
TEXT = "chromadb.PersistentClient()"
results = [].index(1)`,
    [],
  ],
];

it.each(PYTHON)('%s', async (_, text, expected) => {
  expect(await said('main.py', text)).toEqual(expected);
});

it('reads Pinecone in JavaScript', async () => {
  const text = `import { Pinecone } from '@pinecone-database/pinecone';
const pinecone = new Pinecone({ apiKey: process.env.KEY });
const index = pinecone.index('docs');
export const save = (rows) => index.namespace('a').upsert(rows);
export const ask = (vector, file) => index.query({ vector, topK: 3, filter: { file } });`;
  expect(await said('store.js', text)).toEqual([
    'pinecone database cloud persists',
    'add pinecone',
    'query pinecone filtered',
  ]);
});

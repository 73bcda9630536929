/** What goes by another name for asynchronous code, as a class or as a function, means the same. */
import { describe, expect, it } from 'vitest';
import { sourceKnowledge } from '../../src/commands/knowledge-files.ts';
import { nameTable } from '../../src/program/link/patterns.ts';
import type { RoleName } from '../../src/program/role-names.ts';

const TWINS: readonly (readonly [role: RoleName, one: string, other: string])[] = [
  ['llm.chat', 'openai.OpenAI.chat.completions.create', 'openai.AsyncOpenAI.chat.completions.create'],
  ['llm.chat', 'openai.OpenAI.responses.create', 'openai.AsyncAzureOpenAI.responses.create'],
  ['llm.chat', 'anthropic.Anthropic.messages.create', 'anthropic.AsyncAnthropic.messages.stream'],
  ['llm.chat', 'mistralai.Mistral.chat.complete', 'mistralai.Mistral.chat.stream_async'],
  [
    'llm.chat',
    'google.genai.Client.models.generate_content',
    'google.genai.Client.aio.models.generate_content',
  ],
  ['llm.chat', 'litellm.completion', 'litellm.acompletion'],
  ['llm.chat', 'ollama.chat', 'ollama.AsyncClient.chat'],
  ['llm.chat', 'replicate.run', 'replicate.async_run'],
  ['embedding.compute', 'openai.OpenAI.embeddings.create', 'openai.AsyncOpenAI.embeddings.create'],
  ['embedding.compute', 'litellm.embedding', 'litellm.aembedding'],
  ['vector.store', 'qdrant_client.QdrantClient', 'qdrant_client.AsyncQdrantClient'],
  ['vector.store', 'pinecone.Pinecone', 'pinecone.PineconeAsyncio'],
  ['vector.store', 'weaviate.connect_to_local', 'weaviate.use_async_with_local'],
  ['vector.store', 'pymilvus.MilvusClient', 'pymilvus.AsyncMilvusClient'],
  ['vector.store', 'lancedb.connect', 'lancedb.connect_async'],
  ['vector.store', 'langchain_chroma.Chroma.from_documents', 'langchain_chroma.Chroma.afrom_documents'],
  ['database.client', 'psycopg.connect', 'psycopg_pool.AsyncConnectionPool'],
  ['database.client', 'asyncpg.connect', 'asyncpg.create_pool'],
  ['database.client', 'pymongo.MongoClient', 'motor.motor_asyncio.AsyncIOMotorClient'],
  ['database.client', 'supabase.create_client', 'supabase.acreate_client'],
  ['database.by-driver', 'sqlalchemy.create_engine', 'sqlalchemy.ext.asyncio.create_async_engine'],
  ['store.access', 'sqlite3.connect', 'aiosqlite.connect'],
  ['store.access', 'redis.Redis', 'redis.asyncio.client.Redis'],
  ['store.access', 'csv.DictReader', 'aiocsv.AsyncDictReader'],
  ['store.access', 'pickle.dump', 'cloudpickle.dump'],
  ['file.read', 'fs.readFileSync', 'fs/promises.readFile'],
  ['password.hash', 'bcrypt.hashpw', 'bcryptjs.hashSync'],
  ['password.hash', 'passlib.context.CryptContext.hash', 'argon2.PasswordHasher.hash'],
  ['secret.compare', 'bcrypt.checkpw', 'argon2.PasswordHasher.verify'],
  ['secret.compare', 'werkzeug.security.check_password_hash', 'pwdlib.PasswordHash.verify'],
  ['token.sign', 'jwt.encode', 'jose.SignJWT'],
  ['token.verify', 'jsonwebtoken.verify', 'jose.jwtVerify'],
  ['table.read', 'pandas.read_csv', 'polars.scan_csv'],
  ['evaluation.measure', 'ragas.evaluate', 'ragas.aevaluate'],
  ['evaluation.measure', 'deepeval.metrics.GEval.measure', 'deepeval.metrics.GEval.a_measure'],
  [
    'conversation.memory',
    'langgraph.checkpoint.sqlite.SqliteSaver',
    'langgraph.checkpoint.postgres.aio.AsyncPostgresSaver',
  ],
  ['socket.server', 'socketio.Server', 'socketio.AsyncServer'],
  ['socket.server', 'websockets.serve', 'websockets.asyncio.server.serve'],
];

describe('twins', async () => {
  const { meanings } = await sourceKnowledge(new URL('../../knowledge/', import.meta.url));
  const table = nameTable(
    meanings
      .filter(({ use }) => use === 'call')
      .flatMap(({ names, role }) => names.map((name) => [name, role] as const)),
  );

  it.each(TWINS)('%s: %s, %s', (role, one, other) => {
    expect([one, other].filter((name) => !table(name).includes(role))).toEqual([]);
  });

  it('give nothing to what only begins alike', () => {
    expect(table('pickle.dump')).not.toContain('cli.prompt');
  });
});

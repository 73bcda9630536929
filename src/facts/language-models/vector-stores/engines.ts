/** Vector stores by qualified name: one line per engine and client, extended by one more line. */

/**
 * 'database' keeps vectors by itself; 'index' is a structure in memory (which may be written to a file); 'memory' is a
 * store made for trying things out.
 */
export type StoreKind = 'database' | 'index' | 'memory';
/** Where it lives: with a provider, on a server of one's own, in the program's own files or memory. */
export type Hosting = 'cloud' | 'server' | 'embedded';

export interface EngineRow {
  readonly engine: string;
  readonly kind: StoreKind;
  readonly hosting: Hosting;
  /** What makes the client or the store. */
  readonly opens: readonly string[];
  /** Calls of a client made like this start so; where it is left out: as `opens`. */
  readonly roots?: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const database = (engine: string, hosting: Hosting, opens: string, roots?: string): EngineRow => ({
  engine,
  kind: 'database',
  hosting,
  opens: words(opens),
  ...(roots === undefined ? {} : { roots: words(roots) }),
});

export const STORE_ENGINES: readonly EngineRow[] = [
  database(
    'pinecone',
    'cloud',
    `pinecone*.Pinecone pinecone*.PineconeAsyncio pinecone*.PineconeGRPC pinecone.init @pinecone-database/pinecone.Pinecone
     *langchain*Pinecone *langchain*PineconeVectorStore *langchain*Pinecone*.from_* *langchain*PineconeStore*.from*
     *llama*index*PineconeVectorStore haystack*PineconeDocumentStore`,
    'pinecone* @pinecone-database/pinecone* *langchain*Pinecone* *PineconeVectorStore* *IndexAsyncio*',
  ),
  database(
    'qdrant',
    'server',
    `qdrant_client*.QdrantClient qdrant_client*.AsyncQdrantClient @qdrant/*.QdrantClient *langchain*Qdrant
     *langchain*QdrantVectorStore *langchain*Qdrant*.from* *llama*index*QdrantVectorStore haystack*QdrantDocumentStore`,
    'qdrant_client.*Client* @qdrant/* *langchain*Qdrant* *llama*index*QdrantVectorStore* ?.query_points',
  ),
  database(
    'weaviate',
    'server',
    `weaviate.Client weaviate.WeaviateClient weaviate.WeaviateAsyncClient weaviate.connect_to_* weaviate.use_async_with_*
     weaviate-ts-client* weaviate-client.connectTo* weaviate.connectTo* *langchain*Weaviate *langchain*WeaviateVectorStore
     *langchain*Weaviate*.from* *llama*index*WeaviateVectorStore haystack*WeaviateDocumentStore`,
    'weaviate.c* weaviate.W* weaviate.C* weaviate.u* weaviate-* *langchain*Weaviate* *llama*index*WeaviateVectorStore*',
  ),
  database(
    'milvus',
    'server',
    `pymilvus.MilvusClient pymilvus.AsyncMilvusClient pymilvus.connections.connect pymilvus.Collection
     @zilliz/milvus2-sdk-node* *langchain*Milvus *langchain*Zilliz *langchain*Milvus*.from* *llama*index*MilvusVectorStore`,
    'pymilvus* @zilliz/* *langchain*Milvus* *langchain*Zilliz* *llama*index*MilvusVectorStore*',
  ),
  database(
    'chroma',
    'embedded',
    `chromadb.*Client chromadb.Client chromadb.ChromaClient chromadb.CloudClient *langchain*.Chroma *langchain*Chroma.from*
     *langchain*/chroma.Chroma* *llama*index*ChromaVectorStore dspy*.ChromadbRM haystack*ChromaDocumentStore`,
    `chromadb.*Client* chromadb.C* chromadb.api* chromadb.Collection* *langchain*Chroma* *llama*index*ChromaVectorStore*
     dspy*ChromadbRM`,
  ),
  database(
    'pgvector',
    'server',
    `*langchain*PGVector *langchain*PGVectorStore *langchain*PGEngine* *langchain*PGVector*.from* *llama*index*PGVectorStore*
     pgvector.*register_vector* pgvector.sqlalchemy.* pgvector.django.* pgvector.peewee.* pgvector/* vecs.create_client
     haystack*PgvectorDocumentStore *langchain*PGVectorStore.initialize`,
    '*langchain*PGVector* *llama*index*PGVectorStore* vecs*',
  ),
  database(
    'supabase',
    'cloud',
    `*langchain*SupabaseVectorStore *langchain*SupabaseVectorStore.from* *llama*index*SupabaseVectorStore`,
    '*SupabaseVectorStore*',
  ),
  database(
    'lancedb',
    'embedded',
    `lancedb.connect* @lancedb/lancedb.connect vectordb.connect *langchain*LanceDB *langchain*LanceDB.from*
     *llama*index*LanceDBVectorStore`,
    'lancedb* @lancedb/* vectordb* *langchain*LanceDB* *llama*index*LanceDBVectorStore*',
  ),
  database(
    'elasticsearch',
    'server',
    `elasticsearch.*Elasticsearch @elastic/elasticsearch.Client *langchain*Elastic*Store *langchain*Elastic*Search
     *langchain*Elastic*.from* llama_index*ElasticsearchStore`,
    'elasticsearch.* @elastic/* *langchain*Elastic* llama_index*Elasticsearch*',
  ),
  database(
    'opensearch',
    'server',
    `opensearchpy.*OpenSearch @opensearch-project/opensearch.Client *langchain*OpenSearchVectorSearch
     *langchain*OpenSearch*.from* *llama*index*OpensearchVectorStore`,
    'opensearchpy* @opensearch-project/* *langchain*OpenSearch* llama_index*Opensearch*',
  ),
  database(
    'mongodb',
    'cloud',
    `*langchain*MongoDBAtlasVectorSearch *langchain*MongoDBAtlasVectorSearch.from* llama_index*MongoDBAtlasVectorSearch`,
    '*MongoDBAtlasVectorSearch*',
  ),
  database(
    'azure',
    'cloud',
    `azure.search.documents.*SearchClient azure.search.documents.*SearchIndexClient @azure/search-documents.*Client
     *langchain*AzureSearch *langchain*AzureSearch.from* *langchain*AzureAISearchVectorStore *llama*index*AzureAISearchVectorStore`,
    'azure.search.documents.* @azure/search-documents* *langchain*AzureSearch* *langchain*AzureAISearch*',
  ),
  database(
    'redis',
    'server',
    `*langchain*redis*RedisVectorStore *langchain*vectorstores*.Redis *langchain*vectorstores*.Redis.from* redisvl*.SearchIndex*
     *llama*index*RedisVectorStore *langchain*RedisVectorStore.from*`,
    '*langchain*Redis* redisvl* *llama*index*RedisVectorStore*',
  ),
  database(
    'vertex',
    'cloud',
    `*langchain*VectorSearchVectorStore* google.cloud.aiplatform.MatchingEngineIndex* *llama*index*VertexAIVectorStore
     vertexai*.rag.create_corpus`,
    '*VectorSearchVectorStore* google.cloud.aiplatform.MatchingEngine* vertexai*.rag*',
  ),
  database('bedrock', 'cloud', `*langchain*AmazonKnowledgeBasesRetriever *.retrieve_and_generate`),
  database(
    'astra',
    'cloud',
    `astrapy*.DataAPIClient *langchain*AstraDB* @datastax/astra-db-ts.DataAPIClient`,
    'astrapy* *langchain*AstraDB* @datastax/*',
  ),
  database('upstash', 'cloud', `upstash_vector.Index @upstash/vector.Index *langchain*UpstashVectorStore*`),
  database('turbopuffer', 'cloud', 'turbopuffer.*'),
  database('typesense', 'server', 'typesense.Client *langchain*Typesense*'),
  database('neo4j', 'server', '*langchain*Neo4jVector* *llama*index*Neo4jVectorStore*'),
  database('clickhouse', 'server', '*langchain*Clickhouse* *langchain*MyScale*'),
  database('duckdb', 'embedded', '*langchain*vectorstores*DuckDB*'),
  database('sqlite-vec', 'embedded', 'sqlite_vec.load *langchain*SQLiteVec* sqlite-vec.load*'),
  database('vespa', 'server', 'vespa.application.Vespa *langchain*VespaStore*'),
  database('marqo', 'server', 'marqo.Client'),
  database('deeplake', 'embedded', 'deeplake.* *langchain*DeepLake*'),
  {
    engine: 'faiss',
    kind: 'index',
    hosting: 'embedded',
    opens: words(
      `faiss.Index* faiss.read_index faiss.index_factory *langchain*.FAISS *langchain*.FAISS.from* *langchain*.FAISS.load_local
       *langchain*FaissStore* *llama*index*FaissVectorStore faiss-node.*`,
    ),
    roots: words('faiss* *langchain*FAISS* *langchain*FaissStore* *llama*index*FaissVectorStore*'),
  },
  {
    engine: 'nearest neighbours',
    kind: 'index',
    hosting: 'embedded',
    opens: words(
      `sklearn.neighbors.NearestNeighbors annoy.AnnoyIndex hnswlib.Index *langchain*HNSWLib* hnswlib-node.* scann.*
       usearch*.Index *langchain*vectorstores*.Annoy* *langchain*SKLearnVectorStore* voyager.Index`,
    ),
  },
  {
    engine: 'memory',
    kind: 'memory',
    hosting: 'embedded',
    opens: words(
      `*langchain*InMemoryVectorStore *langchain*InMemoryVectorStore.from* *langchain*MemoryVectorStore
       *langchain*MemoryVectorStore.from* *langchain*DocArray* *llama*index*SimpleVectorStore haystack*InMemoryDocumentStore
       vectorstores.*`,
    ),
    roots: words(
      '*langchain*MemoryVectorStore* *langchain*DocArray* *llama*index*SimpleVectorStore* haystack*InMemory*',
    ),
  },
  {
    // Without a store of its own this index keeps its vectors in memory, and in a JSON file if it is told to.
    engine: 'llamaindex',
    kind: 'memory',
    hosting: 'embedded',
    opens: words(
      'llama_index*VectorStoreIndex llama_index*VectorStoreIndex.from_documents llamaindex*VectorStoreIndex.fromDocuments llamaindex*VectorStoreIndex.init',
    ),
    roots: words(
      'llama_index*VectorStoreIndex* llamaindex*VectorStoreIndex* llama_index*load_index_from_storage*',
    ),
  },
  {
    engine: 'similarity of arrays',
    kind: 'index',
    hosting: 'embedded',
    opens: words(
      'sklearn.metrics.pairwise.cosine_similarity scipy.spatial.distance.cosine sentence_transformers.util.semantic_search',
    ),
  },
];

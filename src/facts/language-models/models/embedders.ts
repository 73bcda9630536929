/** What computes embeddings without a call that says so: models handed to a store, and stores that embed by themselves. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Makers of embedding models, which a store or an index then runs on the chunks. */
export const EMBEDDERS: readonly string[] = words(
  `*langchain*Embeddings *langchain*Embeddings.from_* *langchain*.init_embeddings llama_index*Embedding llama_index*Embedding.from_*
   llamaindex*Embedding *Embeddings chromadb.utils.embedding_functions.* haystack*DocumentEmbedder haystack*TextEmbedder
   weaviate.*.text2vec_* weaviate.*Vectorizer.text2vec* weaviate.*Vectors.text2vec* sentence_transformers.SentenceTransformer
   fastembed.TextEmbedding @xenova/transformers.pipeline dspy.Embedder lancedb.embeddings.get_registry* *.EmbeddingFunction
   agno.*Embedder *google*GenerativeAIEmbeddings ai.embedMany openai.*.textEmbeddingModel`,
);
/** Methods of stores that embed what they are given: `collection.add(documents=…)`, Pinecone's integrated inference. */
export const SELF_EMBEDDING: Readonly<Record<string, readonly string[]>> = {
  chroma: ['add', 'upsert'],
  qdrant: ['add'],
  pinecone: ['upsert_records', 'upsertRecords'],
  weaviate: ['insert', 'insert_many', 'add_object', 'add_data_object'],
};
/** Words counted, not understood. */
export const KEYWORD_INDEXES: readonly string[] = words(
  `*TfidfVectorizer *CountVectorizer *HashingVectorizer rank_bm25.* *BM25Retriever* bm25s.* *BM25Encoder* natural.TfIdf
   *InMemoryBM25Retriever *KeywordTableIndex* *SimpleKeywordTableIndex* gensim.*.TfidfModel whoosh.* wink-bm25* okapibm25*`,
);

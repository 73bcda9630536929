/** What computes embeddings without a call that says so: models handed to a store, and stores that embed by themselves. */

/** Methods of stores that embed what they are given: `collection.add(documents=…)`, Pinecone's integrated inference. */
export const SELF_EMBEDDING: Readonly<Record<string, readonly string[]>> = {
  chroma: ['add', 'upsert'],
  qdrant: ['add'],
  pinecone: ['upsert_records', 'upsertRecords'],
  weaviate: ['insert', 'insert_many', 'add_object', 'add_data_object'],
};

/** What the calls of a store do, by the last part of their name, and which arguments narrow a query. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const ADDS = words(
  `add aadd upsert aupsert upsert_records upsertRecords upsert_from_dataframe insert insert_many insert_data insert_nodes
   add_documents aadd_documents addDocuments add_texts aadd_texts add_vectors addVectors add_embeddings add_items
   from_documents afrom_documents fromDocuments from_texts afrom_texts fromTexts from_embeddings from_vector_store
   upload_points upload_collection upload_records upload_documents merge_or_upload_documents uploadDocuments
   mergeOrUploadDocuments add_object add_objects add_data_object batch_import insertMany add_images write_documents index
   bulk create_documents insertObject index_documents put_documents add_with_ids
   mergeDocuments DocumentWriter`,
);
export const QUERIES = words(
  `query aquery query_points query_batch_points query_records search search_batch asearch search_documents searchRecords
   search_records hybrid_search similarity_search similarity_search_with_score similarity_search_by_vector
   similarity_search_with_relevance_scores similarity_search_by_vector_with_score similarity_search_by_vector_with_relevance_scores
   asimilarity_search asimilarity_search_with_score asimilarity_search_with_relevance_scores
   asimilarity_search_by_vector asimilarity_search_by_vector_with_score max_marginal_relevance_search
   amax_marginal_relevance_search max_marginal_relevance_search_by_vector similaritySearch similaritySearchWithScore
   similaritySearchVectorWithScore maxMarginalRelevanceSearch near_text near_vector near_object hybrid bm25 nearText
   nearVector withNearText withNearVector withHybrid with_near_text with_near_vector with_hybrid recommend
   queryPoints kneighbors get_nns_by_vector knn_query semantic_search cosine_similarity retrieve_and_generate
   vectorSearch vector_search find_neighbors vector_query`,
);
/** What makes something that queries later. */
export const RETRIEVERS = words(
  'as_retriever asRetriever as_query_engine as_chat_engine asQueryEngine asChatEngine',
);
/** Classes that ask a store whenever they are asked. */
export const RETRIEVER_CLASSES =
  /(?:MultiVector|ParentDocument|SelfQuery|VectorStore|VectorIndex|TimeWeightedVectorStore)Retriever(?:\.from_llm|\.fromLLM)?$|ChromadbRM$|QdrantRM$|PineconeRM$|WeaviateRM$/;
/** Methods of a class that make a store. */
export const MAKERS = /^(?:a?from_?[A-Za-z]|load_local|initialize$|connect)/;
export const DELETES = words(
  'delete adelete delete_documents delete_vectors deleteMany delete_collection delete_many',
);

/** On a receiver that was not found these mean nothing else. */
export const TELLING = words(
  `similarity_search similarity_search_with_score similarity_search_by_vector similarity_search_with_relevance_scores
   asimilarity_search asimilarity_search_with_score max_marginal_relevance_search similaritySearch similaritySearchWithScore
   near_vector near_text query_points as_retriever asRetriever as_query_engine as_chat_engine add_documents aadd_documents
   addDocuments upsert_records upload_points query_embeddings nearVector nearText DocumentWriter`,
);

/** Arguments, or keys of an options object, that narrow what a query may find. One line each: extend here. */
export const FILTERS = words(
  `filter filters where where_document query_filter filter_expression expr metadata_filter metadata_filters pre_filter
   search_filter must partition_names filter_expr scroll_filter metadataFilter filterExpression whereDocument
   metadata_filters filter_query conditions knn_filter`,
);

/** Libraries that split documents into chunks. One line each: extend here. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** They split by structure, sentences, tokens or meaning, or overlap by themselves. */
export const CAREFUL_SPLITTERS: readonly string[] = words(
  `*RecursiveCharacterTextSplitter *RecursiveCharacterTextSplitter.from_* *RecursiveCharacterTextSplitter.from?anguage
   *TokenTextSplitter *TokenTextSplitter.from_* *CharacterTextSplitter.from_tiktoken_encoder
   *CharacterTextSplitter.from_huggingface_tokenizer *MarkdownTextSplitter *MarkdownHeaderTextSplitter
   *ExperimentalMarkdownSyntaxTextSplitter *HTMLHeaderTextSplitter *HTMLSectionSplitter *HTMLSemanticPreservingSplitter
   *RecursiveJsonSplitter *LatexTextSplitter *PythonCodeTextSplitter *NLTKTextSplitter *SpacyTextSplitter *KonlpyTextSplitter
   *SentenceTransformersTokenTextSplitter *SemanticChunker *SentenceSplitter *SentenceWindowNodeParser*
   *SemanticSplitterNodeParser* *HierarchicalNodeParser* *MarkdownNodeParser* *MarkdownElementNodeParser* *HTMLNodeParser*
   *CodeSplitter *TokenTextSplitter *SimpleNodeParser* *SentenceNodeParser* *DoclingNodeParser* *JSONNodeParser*
   *.chunk_by_title *unstructured*.chunk_elements *chonkie*Chunker* *HybridChunker *HierarchicalChunker
   semantic_text_splitter.* semchunk.* semantic_chunkers.* *nltk*.sent_tokenize ?.sent_tokenize *haystack*DocumentSplitter
   *haystack*RecursiveDocumentSplitter *haystack*PreProcessor pysbd.Segmenter* wtpsplit.* *MarkdownTextSplitter.fromLanguage
   llm-splitter* llm-chunk* @langchain/textsplitters.Recursive* langchain/text_splitter.Recursive* gpt-tokenizer.encode
   *llama_index*.VectorStoreIndex.from_documents llamaindex*.VectorStoreIndex.fromDocuments
   *.load_and_split *VectorstoreIndexCreator* agno*.AgenticChunking agno*.RecursiveChunking agno*.SemanticChunking
   *.TextSplitter.from_huggingface_tokenizer *.TextSplitter.from_tiktoken_model langchain*.SpacyTextSplitter
   @llamaindex/*.SentenceSplitter spacy.load.pipe.sents *.refresh_ref_docs *.update_ref_doc
   llama_index*.*Index.insert llama_index*.*Index.from_documents llamaindex*.*Index.insert`,
);
/** Splitters that overlap or keep structure only if they are told to. */
export const PLAIN_SPLITTERS: readonly string[] = words(
  `*CharacterTextSplitter textwrap.wrap more_itertools.chunked itertools.batched lodash.chunk *.LineTextSplitter
   agno*.FixedSizeChunking`,
);
/** Functions that partition and chunk in one go, by an argument. */
export const CHUNKING_ARGUMENT = /^chunking_strategy$/;
/** Words of a function or variable that deals in chunks. */
export const CHUNK_WORDS = /chunk|split|segment|passage|window|partition|trocear|dividir|fragment/i;
export const OVERLAP_WORDS = /overlap|stride|step|solap/i;

/**
 * Calls that run a model, by qualified name: one line per library or shape, extended by one more line. A pattern's `*`
 * matches within; `?` stands for a receiver that was not found, so only names that mean nothing else may follow it.
 */

/** What comes out: text, vectors, an order, a picture, a text of speech or the reverse. */
export type Purpose = 'chat' | 'embedding' | 'rerank' | 'image' | 'speech';

export interface ProviderRow {
  readonly library: string;
  readonly purpose: Purpose;
  readonly calls: readonly string[];
  /** True: it always streams. Without it a call streams by its own `stream` argument. */
  readonly streams?: true;
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const made =
  (purpose: Purpose) =>
  (library: string, calls: string): ProviderRow => ({ library, purpose, calls: words(calls) });
const chat = made('chat');
const embedding = made('embedding');
const rerank = made('rerank');
const image = made('image');
const speech = made('speech');
const streamed = (library: string, calls: string): ProviderRow => ({
  ...chat(library, calls),
  streams: true,
});

export const PROVIDERS: readonly ProviderRow[] = [
  chat('openai', '*.chat.completions.create *.chat.completions.parse'),
  streamed('openai', '*.chat.completions.stream *.chat.completions.runTools *.responses.stream'),
  chat('openai', 'openai*.responses.create openai*.responses.parse'),
  chat('openai', 'openai*.completions.create openai*.threads.runs.create*'),
  chat('openai', 'openai.ChatCompletion.*create openai.Completion.*create openai.*createChatCompletion'),
  embedding('openai', '*.embeddings.create openai.Embedding.*create openai.*createEmbedding'),
  image('openai', 'openai*.images.generate openai*.images.edit'),
  speech('openai', '*.audio.transcriptions.create *.audio.translations.create *.audio.speech.create'),
  chat('azure', 'azure.ai.inference.*.complete'),
  embedding('azure', 'azure.ai.inference.*Embeddings*.embed'),
  chat('anthropic', 'anthropic*.messages.create @anthropic-ai/*.messages.create'),
  chat('anthropic', 'anthropic*.completions.create @anthropic-ai/*.completions.create'),
  streamed('anthropic', 'anthropic*.messages.stream @anthropic-ai/*.messages.stream'),
  chat(
    'google',
    `*.generate_content *.generate_content_async *.generateContent ?.generate_content ?.generateContent`,
  ),
  streamed(
    'google',
    `*.generate_content_stream *.generateContentStream *.sendMessageStream *.send_message_stream`,
  ),
  chat(
    'google',
    `*.start_chat.send_message* *.startChat.sendMessage google*.send_message* *.chats.create.send*essage
     vertexai*.predict`,
  ),
  embedding(
    'google',
    `google*.embed_content* *.embedContent *.batchEmbedContents ?.embed_content vertexai*.get_embeddings*`,
  ),
  chat('ollama', 'ollama*.chat ollama*.generate'),
  embedding('ollama', 'ollama*.embed ollama*.embeddings'),
  chat('groq', 'groq*.chat.completions.create'),
  chat('mistral', 'mistralai*.chat mistralai*.chat.complete* @mistralai/*.chat.complete'),
  streamed('mistral', 'mistralai*.chat.stream* mistralai*.chat_stream @mistralai/*.chat.stream'),
  embedding('mistral', 'mistralai*.embeddings* @mistralai/*.embeddings*'),
  chat('cohere', 'cohere*.chat cohere*.generate cohere-ai*.chat'),
  streamed('cohere', 'cohere*.chat_stream cohere-ai*.chatStream'),
  embedding('cohere', 'cohere*.embed'),
  rerank('cohere', 'cohere*.rerank'),
  embedding('voyage', 'voyageai*.embed voyageai*.contextualized_embed'),
  rerank('voyage', 'voyageai*.rerank'),
  chat('together', 'together*.complete*.create'),
  chat('replicate', 'replicate*.run'),
  streamed('replicate', 'replicate*.stream'),
  chat(
    'huggingface',
    `huggingface_hub*.chat_completion huggingface_hub*.text_generation
     huggingface_hub*.question_answering @huggingface/inference*.textGeneration*
     @huggingface/inference*.chatCompletion*`,
  ),
  embedding('huggingface', 'huggingface_hub*.feature_extraction @huggingface/inference*.featureExtraction'),
  chat(
    'transformers',
    `transformers.pipeline @xenova/transformers.pipeline @huggingface/transformers.pipeline
     transformers.*.generate ?.generate_text`,
  ),
  chat('llama.cpp', 'llama_cpp.Llama llama_cpp.Llama.create* ctransformers.* gpt4all.*.generate vllm.LLM.*'),
  embedding(
    'sentence-transformers',
    `sentence_transformers.SentenceTransformer.encode* fastembed*.embed* fastembed*.query_embed
     InstructorEmbedding*.encode FlagEmbedding*.encode* spacy.load.vector`,
  ),
  // A model without a head gives vectors, whatever pools them.
  embedding(
    'transformers',
    'transformers.AutoModel.from_pretrained transformers.BertModel.from_pretrained transformers.RobertaModel.from_pretrained',
  ),
  rerank(
    'sentence-transformers',
    `sentence_transformers.CrossEncoder.predict sentence_transformers.CrossEncoder.rank
     FlagEmbedding*.compute_score flashrank*.rerank rerankers*.rank`,
  ),
  chat(
    'litellm',
    `litellm.completion litellm.acompletion litellm.*.completion litellm.*.acompletion
     litellm.text_completion litellm.responses`,
  ),
  embedding('litellm', 'litellm.embedding litellm.aembedding litellm.*.*embedding'),
  rerank('litellm', 'litellm.*rerank'),
  chat(
    'llamaindex',
    `llama_index*.query llama_index*.aquery llama_index*.chat llama_index*.achat llama_index*.complete
     llama_index*.acomplete llama_index*.predict llama_index*.synthesize llama_index*Agent*.run
     llamaindex*.query llamaindex*.chat llamaindex*.complete ?.as_query_engine.query
     ?.as_chat_engine.chat`,
  ),
  streamed(
    'llamaindex',
    `llama_index*.stream_chat llama_index*.astream_chat llama_index*.stream_complete
     llama_index*.astream_complete ?.as_chat_engine.*stream_chat ?.stream_chat ?.astream_chat`,
  ),
  embedding(
    'llamaindex',
    `llama_index*.get_text_embedding* llama_index*.aget_text_embedding* llama_index*.get_query_embedding
     llama_index*.get_agg_embedding* llama_index*VectorStoreIndex
     llama_index*VectorStoreIndex.from_documents llama_index*.IngestionPipeline.run
     llamaindex*.VectorStoreIndex.fromDocuments ?.get_text_embedding*`,
  ),
  rerank('llamaindex', 'llama_index*.postprocess_nodes'),
  chat(
    'dspy',
    `dspy.ChainOfThought dspy.Predict dspy.ReAct dspy.ProgramOfThought dspy.TypedPredictor*
     dspy.ChatAdapter*`,
  ),
  chat('haystack', 'haystack*Pipeline.run* haystack*Generator.run* haystack*.Agent.run'),
  embedding('haystack', 'haystack*Embedder.run'),
  chat(
    'bedrock',
    `*.invoke_model *.converse ?.invoke_model ?.converse *.retrieve_and_generate
     @aws-sdk/client-bedrock-runtime.InvokeModelCommand @aws-sdk/client-bedrock-runtime.ConverseCommand
     @aws-sdk/client-bedrock-agent-runtime.RetrieveAndGenerateCommand`,
  ),
  streamed(
    'bedrock',
    `*.invoke_model_with_response_stream *.converse_stream
     @aws-sdk/client-bedrock-runtime.InvokeModelWithResponseStreamCommand
     @aws-sdk/client-bedrock-runtime.ConverseStreamCommand`,
  ),
  chat('ai', 'ai.generateText ai.generateObject ai/rsc.render'),
  streamed('ai', 'ai.streamText ai.streamObject ai/rsc.streamUI ai.experimental_streamText'),
  embedding('ai', 'ai.embed ai.embedMany'),
  chat('pydantic-ai', 'pydantic_ai.Agent.run pydantic_ai.Agent.run_sync pydantic_ai.Agent.iter'),
  streamed('pydantic-ai', 'pydantic_ai.Agent.run_stream pydantic_ai.Agent.run_stream_events'),
  chat('crewai', 'crewai.*.kickoff* ?.kickoff* crewai.LLM.call'),
  chat('autogen', 'autogen*.initiate_chat* autogen*.generate_reply autogen*.run *.initiate_chat'),
  streamed('autogen', 'autogen*.run_stream'),
  chat('openai-agents', 'agents.Runner.run agents.Runner.run_sync @openai/agents.run'),
  streamed('openai-agents', 'agents.Runner.run_streamed'),
  chat('google-adk', 'google.adk.*.run google.adk.*.run_async'),
  chat(
    'semantic-kernel',
    `semantic_kernel*.invoke semantic_kernel*.invoke_prompt semantic_kernel*.get_chat_message_content*`,
  ),
  streamed('semantic-kernel', 'semantic_kernel*.invoke_stream semantic_kernel*.get_streaming*'),
  chat('smolagents', 'smolagents.*.run'),
  chat('agno', 'agno.*.run agno.*.arun agno.*.print_response phi.*.run phi.*.print_response'),
  chat('pandasai', 'pandasai*.chat pandasai*.run'),
  embedding(
    'langchain',
    `*langchain*.embed_documents *langchain*.embed_query *langchain*.aembed_* *langchain*.embedDocuments
     *langchain*.embedQuery ?.embed_documents ?.embed_query ?.aembed_* ?.embedDocuments ?.embedQuery
     typing.*.embed_query typing.*.embed_documents`,
  ),
  rerank('langchain', 'langchain*.compress_documents *langchain*Rerank*'),
  embedding('pinecone', '*pinecone*.inference.embed *pinecone*.upsert_records *pinecone*.upsertRecords'),
  rerank('pinecone', '*pinecone*.inference.rerank'),
  embedding('chroma', 'chromadb.utils.embedding_functions.*'),
];

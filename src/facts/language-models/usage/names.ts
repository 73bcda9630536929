/** What counts tokens and prices them: tables that a newcomer extends with one line. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Attributes and keys of an answer that hold its tokens. */
export const TOKEN_COUNTS =
  /^(?:usage|token_?usage|usage_?metadata|llm_output|(?:total|prompt|completion|input|output|cached)_?tokens?(?:_?count)?|(?:prompt|candidates|total)_?token_?count|eval_count|prompt_eval_count|tokens?_?(?:used|count|in|out)|num_tokens)$/i;
/** Calls that count tokens by themselves. */
export const TOKEN_COUNTERS: readonly string[] = words(
  `*.count_tokens *.countTokens *.count_message_tokens *get_openai_callback *OpenAICallbackHandler *TokenCountingHandler
   litellm.token_counter litellm.*.token_counter *.get_num_tokens *.get_num_tokens_from_messages *UsageMetadataCallbackHandler
   *get_usage_metadata_callback gpt-tokenizer.* gpt-3-encoder.* js-tiktoken.* *.encodeChat *.num_tokens_from_* *.track_usage`,
);
/** Encoders whose result is as long as the text has tokens. */
export const TOKEN_ENCODERS: readonly string[] = words(
  'tiktoken.*.encode *Tokenizer*.encode *tiktoken*.encode',
);
/** Calls that compute a price by themselves. */
export const PRICERS: readonly string[] = words(
  `litellm.completion_cost litellm.cost_per_token litellm.*.completion_cost *.completion_cost tokencost.* *.calculate_cost_by_tokens
   genai_prices.* *.total_cost`,
);
/** Tracing services that count tokens and price them on their own pages. */
export const TRACERS: readonly string[] = words(
  `langfuse* *langfuse* langsmith* helicone* phoenix.otel.* phoenix.* opik* agentops* traceloop* openlit* *.LangfuseCallbackHandler
   portkey_ai* weave.init mlflow.openai.autolog mlflow.langchain.autolog logfire.instrument_openai openinference.*`,
);
/** What a price is called. */
export const PRICE =
  /(?:^|_|\b)(?:cost|price|pricing|rate|usd|dollars?)s?(?:$|_|\b)|per_?(?:1k|1m|million|thousand|token|mtok)|cost|price/i;
/** Limits that a caller or a budget sets, more than the model's own. */
export const LIMITS =
  /max_?(?:output_?|new_?|completion_?|context_?|input_?|history_?|query_?)?tokens?|token_?(?:limit|budget|quota|cap)|maxTokens|max_?context/i;

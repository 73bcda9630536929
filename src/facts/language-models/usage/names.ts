/** What counts tokens and prices them: tables that a newcomer extends with one line. */

/** Attributes and keys of an answer that hold its tokens. */
export const TOKEN_COUNTS =
  /^(?:usage|token_?usage|usage_?metadata|llm_output|(?:total|prompt|completion|input|output|cached)_?tokens?(?:_?count)?|(?:prompt|candidates|total)_?token_?count|eval_count|prompt_eval_count|tokens?_?(?:used|count|in|out)|num_tokens)$/i;

/** What a price is called. */
export const PRICE =
  /(?:^|_|\b)(?:cost|price|pricing|rate|usd|dollars?)s?(?:$|_|\b)|per_?(?:1k|1m|million|thousand|token|mtok)|cost|price/i;
/** Limits that a caller or a budget sets, more than the model's own. */
export const LIMITS =
  /max_?(?:output_?|new_?|completion_?|context_?|input_?|history_?|query_?)?tokens?|token_?(?:limit|budget|quota|cap)|maxTokens|max_?context/i;

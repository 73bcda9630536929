/** What measures a RAG system: tables that a newcomer extends with one line. */

/** Functions of one's own that measure retrieval or answers. */
export const QUALITY =
  /(?:^|_)(?:precision|recall|hit_?rate|hits?_?at|mrr|reciprocal_?rank(?!_?fusion)|ndcg|dcg|map_at|average_precision|f1)(?:$|_|@|\d)|precisionAt|recallAt|hitRate|meanReciprocal|reciprocalRank(?!Fusion)|faithful|groundedness|grounding_score|hallucinat\w*_?(?:rate|score|check|eval)|(?:answer|context|response)_?(?:relevan\w+|correctness|similarity|quality|precision|recall|completeness)|(?:answer|context)(?:Relevan\w+|Precision|Recall|Correctness)|relevan\w+_?(?:score|eval\w*|judge|metric)s?$|evaluate_?(?:answer|response|retrieval|rag|generation|faithful\w*|relevan\w*|pipeline|quality|system)|(?:rag|retrieval|answer|llm)_?(?:eval\w*|judge|metrics)|judge_?(?:answer|response)|llm_?judge|^_?judge$|(?:retrieval|context|chunk)_?hits?$|score_?(?:answer|response|faithful\w*|relevan\w*)/i;
/** Words that such a name may hold without measuring. */
export const NO_QUALITY =
  /filter|threshold|retriev(?:e|er)_by|rerank|sort|grade_documents|get_|fetch|load|render|display|show|print|plot|format|save|list/i;
/** What only tells how the program feels. */
export const FEEDBACK =
  /feedback|thumbs?_?(?:up|down)|(?:^|[^a-z])ratings?(?:$|[^a-z])|upvote|downvote|satisfaction/i;
export const LATENCY = /latency|response_?time|duration|elapsed|processing_?time|time_?taken|took/i;
/** How near a passage is, as it is shown. */
export const SIMILARITY = /similarity|(?:relevance|match|distance)_?\s?score/i;
/** Keys of a result under which a measure stands. */
export const MEASURES =
  /^(?:hit_?rate(?:_?@?\d+)?|precision(?:_?@?\w+)?|recall(?:_?@?\w+)?|mrr(?:_?@?\d+)?|ndcg(?:_?@?\d+)?|faithfulness|groundedness|(?:answer|context)_?(?:relevanc[ey]|precision|recall|accuracy|correctness))$/i;
/** Files that are there to measure. */
export const EVALUATING = /eval|bench|metric|score/i;

/** What the addresses say that an interface asks a backend at. */

/** Methods that only models and agents have, whatever the thing is called that has them. */
export const CLEAR_METHODS: ReadonlySet<string> = new Set(
  'ainvoke kickoff achat stream_chat astream_chat aquery generate_content generateContent astream_events run_sync run_stream'.split(
    ' ',
  ),
);
/** Methods that others have too: the thing must be called like a model. */
export const UNKNOWN_MODELS: ReadonlySet<string> = new Set(
  'invoke acall arun stream astream chat query ask send_message sendMessage generate run predict answer get_response complete'.split(
    ' ',
  ),
);
export const MODEL_LIKE =
  /chain|agent|llm|model|graph|assistant|chat_?(?:bot|engine|session|model)|(?:^|_)bot$|engine|\brag|pipeline|crew|conversation|gpt|gemini|claude|ollama|qa(?:_|$)|retriever/i;

/** What a path, or the name of who sends it, says when it is the model that is asked. */
export const ASKS =
  /chat|ask|quer(?:y|ies)|message|completion|generat|answer|question|prompt|assistant|agent|analy[sz]|summar|\brag\b|llm|\bai\b|translate|invoke|stream|infer|respond|explain|insight/i;
/** … and when it is a file that is handed over. */
export const UPLOADS = /upload|ingest|import|attach|index|embed|document|file|pdf|csv|knowledge|dataset/i;
/** Asked with GET, a question stands in the address. */
export const QUESTION_IN_ADDRESS = /[?&](?:q|query|question|prompt|message|input|text)=/i;
/** … and when it is neither. */
export const ASIDE =
  /log-?(?:in|out)|sign-?(?:in|up|out)|register|auth(?!or)|token|metric|statistic|health|history|delete|clear|reset|rename|feedback|rating|track|setting|config|profile|session(?!s?\/\w)/i;

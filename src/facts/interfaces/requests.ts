/** What an interface asks a backend with: clients, addresses and what these say. Tables: one line each. */
import type { Method } from '../web/routes/routes.ts';

export interface ClientRow {
  /** Qualified names; `*` matches within. */
  readonly names: string;
  /** Told by the call's own name; 'option' where an argument says it. */
  readonly method: Method | 'option';
}

export const CLIENTS: readonly ClientRow[] = [
  {
    names:
      'fetch window.fetch globalThis.fetch $fetch ofetch.* node-fetch* *.fetch cross-fetch* *fetchEventSource *fetchWithAuth *authFetch',
    method: 'option',
  },
  { names: 'axios axios.request *axios*.request', method: 'option' },
  { names: '*axios*.get ky.get got.get superagent.get $.get $.getJSON jQuery.get', method: 'GET' },
  {
    names: '*axios*.post *axios*.postForm ky.post got.post superagent.post $.post jQuery.post',
    method: 'POST',
  },
  { names: '*axios*.put *axios*.patch ky.put ky.patch', method: 'PUT' },
  { names: '*axios*.delete ky.delete', method: 'DELETE' },
  { names: '$.ajax jQuery.ajax', method: 'option' },
  { names: 'XMLHttpRequest.send', method: 'POST' },
  { names: 'EventSource', method: 'GET' },
  { names: 'WebSocket.send *socket*.emit socket.io-client*.emit *.useWebSocket', method: 'WEBSOCKET' },
  { names: '*.functions.invoke', method: 'POST' },
  {
    names: 'requests.get httpx.get requests.Session.get httpx.*Client.get aiohttp.ClientSession.get',
    method: 'GET',
  },
  {
    names:
      'requests.post httpx.post requests.Session.post httpx.*Client.post aiohttp.ClientSession.post httpx.stream httpx.*Client.stream',
    method: 'POST',
  },
  { names: 'requests.put requests.patch httpx.put httpx.patch requests.Session.put', method: 'PUT' },
  { names: 'requests.delete httpx.delete requests.Session.delete httpx.*Client.delete', method: 'DELETE' },
  {
    names: 'requests.request requests.Session.request httpx.request urllib.request.urlopen',
    method: 'option',
  },
];

/** Hooks and components that ask a model themselves, show it while they do and stream the answer in. */
export const CHAT_HOOKS: readonly string[] = [
  'ai/react.useChat',
  'ai/react.useCompletion',
  'ai/react.useAssistant',
  '@ai-sdk/react.*',
  '@ai-sdk/vue.*',
  '@ai-sdk/svelte.*',
  'ai/svelte.*',
  'ai/vue.*',
  'ai/rsc.*',
  '@copilotkit/react-core.*',
  '@assistant-ui/react.*',
  '@langchain/langgraph-sdk/react.useStream',
];

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

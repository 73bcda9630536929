/** What remembers a conversation: tables that a newcomer extends with one line. */

/** How long it is remembered: in a store, in the browser (which sends it again), as long as the process runs. */
export type Kept = 'store' | 'client' | 'process';

/** What a conversation is called, in names of variables, functions, tables, keys. */
export const HISTORY =
  /(?:^|[^a-z])(?:\w*_)?(?:history|histories|messages?|turns?|memory|transcripts?|chat_?logs?|dialogs?|exchanges?|historico|historial|riwayat|verlauf)(?:_\w+)?(?:$|[^a-z])|(?:chat|conversation|message|dialog)_?(?:history|log|memory|turns?)|ChatMessage|messageHistory|chatHistory|conversationHistory|MessageModel|previousMessages|prevMessages/i;

/** What earlier turns are called, where a single message would be the question itself. */
export const TURNS =
  /(?:^|[._\s"'`])(?:\w*_)?(?:history|histories|messages|conversations?|turns|memory|transcript|chat_?log|chats|thread|dialogs?|exchanges|historico|historial|riwayat|verlauf)(?:_\w+)?$|\w+(?:History|Messages|Conversation|Turns|Memory)$/i;

/** A query that reads earlier turns, whoever runs it. */
export const SQL_READ =
  /\bselect\b[^;]{1,400}\bfrom\s+["'`\w.]*(?:messages?|history|chat_?logs?|turns|transcripts?|application_logs|interactions)\b/i;
/** Where a framework keeps what one user said, as long as it runs. */
export const SESSION_STATE = /session_state|user_session|sessionState|st\.session/;
/** Whose a conversation is. */
export const OWNERS = /user|owner|account|\buid\b|author|session|member|client_?id|sender|profile/i;

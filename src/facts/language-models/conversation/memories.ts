/** What remembers a conversation: tables that a newcomer extends with one line. */

/** How long it is remembered: in a store, in the browser (which sends it again), as long as the process runs. */
export type Kept = 'store' | 'client' | 'process';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Memories of libraries. */
export const MEMORIES: readonly (readonly [Kept, readonly string[]])[] = [
  [
    'store',
    words(
      `*SQLChatMessageHistory* *RedisChatMessageHistory* *PostgresChatMessageHistory* *MongoDBChatMessageHistory* *FileChatMessageHistory*
       *DynamoDBChatMessageHistory* *FirestoreChatMessageHistory* *UpstashRedisChatMessageHistory* *CosmosDBChatMessageHistory*
       *ElasticsearchChatMessageHistory* *CassandraChatMessageHistory* *ZepChatMessageHistory* *SqliteSaver* *AsyncSqliteSaver*
       *PostgresSaver* *AsyncPostgresSaver* *RedisSaver* *AsyncRedisSaver* *MongoDBSaver* *MongoDBStore* *PostgresStore*
       *RedisChatStore* *PostgresChatStore* *AzureChatStore* *MongoChatStore* *SQLAlchemyChatStore* *.SQLiteSession *.SQLAlchemySession
       openai*.threads.* *.PostgresAgentStorage *.SqliteAgentStorage agno*.SqliteDb agno*.PostgresDb *mem0*.Memory* mem0.* zep_cloud.*
       *.SqliteSaver.from_conn_string *.PostgresSaver.from_conn_string *BufferMemory.RedisChatMessageHistory *.Mem0Memory*`,
    ),
  ],
  [
    'process',
    words(
      `*InMemoryChatMessageHistory* *.ChatMessageHistory *.ChatMessageHistory.* *StreamlitChatMessageHistory* *ConversationBufferMemory*
       *ConversationBufferWindowMemory* *ConversationSummaryMemory* *ConversationSummaryBufferMemory* *ConversationTokenBufferMemory*
       *ConversationEntityMemory* *VectorStoreRetrieverMemory* *ChatMemoryBuffer* *ChatSummaryMemoryBuffer* *SimpleChatStore*
       *MemorySaver *InMemorySaver *BufferMemory *.start_chat *.startChat *.chats.create *.as_chat_engine *.asChatEngine
       *CondensePlusContextChatEngine* *CondenseQuestionChatEngine* *ContextChatEngine* *.SimpleChatEngine* *ConversationChain*
       *.InMemoryStore dspy.History *.Memory.from_defaults`,
    ),
  ],
];
/** What a conversation is called, in names of variables, functions, tables, keys. */
export const HISTORY =
  /(?:^|[^a-z])(?:\w*_)?(?:history|histories|messages?|turns?|memory|transcripts?|chat_?logs?|dialogs?|exchanges?|historico|historial|riwayat|verlauf)(?:_\w+)?(?:$|[^a-z])|(?:chat|conversation|message|dialog)_?(?:history|log|memory|turns?)|ChatMessage|messageHistory|chatHistory|conversationHistory|MessageModel|previousMessages|prevMessages/i;

/** What earlier turns are called, where a single message would be the question itself. */
export const TURNS =
  /(?:^|[._\s"'`])(?:\w*_)?(?:history|histories|messages|conversations?|turns|memory|transcript|chat_?log|chats|thread|dialogs?|exchanges|historico|historial|riwayat|verlauf)(?:_\w+)?$|\w+(?:History|Messages|Conversation|Turns|Memory)$/i;

/** Calls that read a store, by qualified name; an unknown receiver's by the last part. */
export const STORE_READS: readonly string[] = words(
  `*Session.query* *sqlalchemy*.select* sqlmodel*.select* sqlmodel.*Session.* *.AsyncSession.* *scoped_session* ?.execute ?.scalars ?.fetchall ?.fetchone ?.fetch ?.fetch_all ?.findMany ?.lrange ?.query *.Session.query
   *.scalars *.execute *.exec *.fetchall *.fetchone *.fetch *.fetchrow *.objects.filter *.objects.all *.objects.get *.findMany
   *.findUnique *.findFirst *supabase*.select* *.table.select* *.from.select* *create_client*.select* *createClient*.select*
   *mongo*.find* *motor*.find* *mongoose*.find* *.find *.find_one *.findOne *.find_many *.aggregate redis*.get redis*.lrange
   redis*.hget* *.Redis.* ioredis.* *.lrange *.hgetall sqlite3.* aiosqlite.* psycopg* asyncpg* databases.* tortoise.* peewee.*
   *.filter_by *.filter_by.* *.query.filter* json.load pickle.load *.read_text *.collection.*.get *.collection.*.stream
   *firestore* *dynamodb*.query *dynamodb*.get_item *.Table.query *.Table.get_item boto3.* drizzle-orm* *.to_list *.getDocs *.get_all
   fs*.readFile* *@vercel/kv* *@upstash/redis* tinydb.* *.select *.get_messages *.list_messages`,
);
/** A query that reads earlier turns, whoever runs it. */
export const SQL_READ =
  /\bselect\b[^;]{1,400}\bfrom\s+["'`\w.]*(?:messages?|history|chat_?logs?|turns|transcripts?|application_logs|interactions)\b/i;
/** Where a framework keeps what one user said, as long as it runs. */
export const SESSION_STATE = /session_state|user_session|sessionState|st\.session/;
/** Whose a conversation is. */
export const OWNERS = /user|owner|account|\buid\b|author|session|member|client_?id|sender|profile/i;

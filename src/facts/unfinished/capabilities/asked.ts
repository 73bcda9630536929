/**
 * Promises of a README that requirements ask about: how a sentence, a heading or a list item says it, and what any code
 * that keeps it would speak of. A trace is wide on purpose: "not found" must never be said of what is there.
 */
import type { Parameter } from '../../../program/file.ts';
import { type Capability, named } from './capability.ts';

const AUTHENTICATION = /auth|login|sign_?in|jwt|session|password|clerk|supabase|firebase/i;

const isAnnotated = ({ annotation }: Parameter): boolean => annotation !== null;

export const PROMISES = {
  registration: {
    promise: /\b(?:user |account )?(?:registration|sign[- ]?ups?)\b/i,
    shown: named(/regist|sign_?up|create_?user|users?\b|supabase|firebase|auth0|clerk/i),
  },
  authentication: {
    promise: /\b(?:user |secure )?authentication\b|\b(?:secure|user) login\b/i,
    shown: named(AUTHENTICATION),
  },
  jwt: {
    promise: /\bjwts?\b|\bjson web tokens?\b/i,
    shown: named(/jwt|jose|token|passport|supabase|clerk/i),
  },
  crud: { promise: /\bcrud\b/i, shown: ({ facts }) => facts.routes.length > 0 || facts.commands.length > 0 },
  postgres: {
    promise: /\bpostgres(?:ql)?\b/i,
    shown: named(/postgres|psycopg|asyncpg|\bpg\b|supabase|neon|prisma|(?:database|db)_?(?:url|uri|dsn)/i),
  },
  relations: {
    promise: /\bforeign keys?\b|\b(?:one-to-many|many-to-one|many-to-many)\b/i,
    shown: named(/foreign|relation|references|many|belongs_?to|populate|ref\b/i),
  },
  'input-validation': {
    promise:
      /\b(?:input|data|request|schema) validation\b|\bvalidat(?:es?|ed) (?:all )?(?:inputs?|requests?)\b/i,
    shown: named(/valid|pydantic|schema|zod|joi|yup|marshmallow|serializer|parse/i),
  },
  'rate-limit': {
    promise: /\brate.?limit|\bthrottling\b/i,
    // So many messages a month are a limit of a rate, too.
    shown: named(/rate.?limit|limiter|limit_req|throttl|slowapi|token.?bucket|too.?many|quota|limits$/i),
  },
  'api-documentation': {
    promise: /\bswagger\b|\bredoc\b|\bopenapi (?:docs|documentation|spec)/i,
    shown: named(/swagger|openapi|fastapi|flasgger|spectacular|redoc|yasg|docs/i),
  },
  'error-handling': {
    promise: /\b(?:error|exception) handling\b|\bhandles? errors\b/i,
    // What a user is told counts, too: "Task not found".
    shown: (trace) =>
      named(/error|exception|catch|except|raise|abort|fail/i)(trace) ||
      trace.facts.messages.some(({ text }) => /error|invalid|fail|not found|missing|must|cannot/i.test(text)),
  },
  'json-storage': {
    promise: /\bjson (?:files?|storage|persistence)\b|\b(?:stored|saved|kept) (?:in|as) (?:a )?json\b/i,
    shown: named(/json/i),
  },
  dataclasses: {
    promise: /\bdata ?class(?:es)?\b/i,
    shown: named(/dataclass|pydantic|attrs?\b|attr\.s|NamedTuple|TypedDict/i),
  },
  logging: {
    promise: /\blogging\b|\blogs? (?:in)?to (?:a )?(?:file|rotating)/i,
    shown: named(/\blog(?:ging|gers?|uru|s)?(?:\b|_)|winston|pino|structlog/i),
  },
  'type-hints': {
    promise: /\btype[- ](?:hint(?:s|ed|ing)?|annotations?)\b|\bfully typed\b/i,
    shown: ({ facts, names }) =>
      names(/typing|mypy|pyright|\.tsx?$/i) ||
      facts.program
        .filesOf()
        .some((file) => file.definitions.some((one) => one.parameters.some(isAnnotated))),
  },
  'csv-upload': {
    promise: /\bupload(?:s|ing)? (?:a |any |your |of )?csvs?\b|\bcsv (?:file )?uploads?\b/i,
    shown: named(/csv|upload|read_excel|sheet/i),
  },
  'natural-language-questions': {
    promise:
      /\b(?:natural language|plain english)\b.{0,40}\b(?:quer|question|ask|analy)|\bask questions\b.{0,30}\bdata\b/i,
    shown: named(/prompt|llm|openai|gemini|chat|agent|groq|ollama|question|query/i),
  },
  charts: {
    promise: /\b(?:interactive |automatic )?(?:charts?|visuali[sz]ations?|plots)\b/i,
    shown: named(/chart|plot|graph|altair|seaborn|d3\b|vega|figure|visuali/i),
  },
  'data-cleaning': {
    promise:
      /\b(?:data|automatic) cleaning\b|\b(?:removes?|handles?|drops?) (?:duplicates|missing values)\b/i,
    shown: named(/clean|dropna|fillna|duplicat|null|missing|dedup|strip/i),
  },
  statistics: {
    promise: /\b(?:summary|descriptive) statistics\b/i,
    shown: named(/describe|mean|median|stat|average|\bstd\b/i),
  },
  'large-files': {
    promise: /\blarge (?:csv )?(?:files?|datasets?|csvs?)\b/i,
    shown: named(/chunk|stream|batch|iter|yield|lazy|polars|dask/i),
  },
  'file-upload': {
    promise:
      /\b(?:file|document|pdf) uploads?\b|\bupload (?:your |a |pdf |any )?(?:files?|documents?|pdfs?)\b/i,
    shown: named(/upload|multipart|dropzone|file/i),
  },
  'conversation-history': {
    promise: /\b(?:conversation|chat|message) (?:history|memory)\b|\bconversational memory\b/i,
    shown: named(/history|memory|conversation|session|thread|message|checkpoint/i),
  },
  'cost-tracking': {
    promise: /\b(?:cost|token usage) (?:tracking|estimation|monitoring|dashboard)\b/i,
    shown: named(/cost|token|usage|price|pricing/i),
  },
  'model-selection': {
    promise:
      /\bmodel (?:selection|switching|picker)\b|\b(?:choose|select|switch) (?:between |from |your )?(?:multiple |different |several )?(?:models|llms)\b/i,
    shown: named(/model|provider/i),
  },
  export: {
    promise: /\b(?:share|export|download) (?:your |the |a )?(?:chats?|conversations?|transcripts?)\b/i,
    shown: named(/share|export|download/i),
  },
  streaming: {
    promise:
      /\bstream(?:s|ed|ing)\b.{0,40}\b(?:answers?|responses?|tokens?|repl(?:y|ies)|output|completions?)\b|\b(?:answers?|responses?|tokens?|output)[ -]stream/i,
    shown: named(/stream(?!lit|handler|_?io)|yield|web-?socket|event-?source|\bsse\b/i),
  },
  prediction: {
    promise: /(?<![\w/])\/predict\b|\bprediction (?:endpoint|api)\b/i,
    shown: named(/predict|infer|score|classif/i),
  },
  'model-versions': {
    promise: /\bmodel (?:versioning|registry)\b/i,
    shown: named(/version|mlflow|registry/i),
  },
  confidence: {
    promise: /\bconfidence scores?\b|\b(?:class )?probabilit(?:y|ies)\b/i,
    shown: named(/proba|confidence|score|softmax/i),
  },
  'prediction-logging': {
    promise: /\b(?:prediction|request) (?:logging|logs)\b|\blogs? (?:every|each|all) predictions?\b/i,
    shown: named(/log|history|record|audit/i),
  },
  retraining: {
    promise: /\b(?:auto(?:matic|mated)?|scheduled)[- ](?:model )?retrain|\bmodel retraining\b/i,
    shown: named(/re_?train|schedul|\btrain/i),
  },
  'architecture-diagram': {
    promise: /\barchitecture diagram\b/i,
    shown: ({ facts: { documentation } }) =>
      (documentation.readme?.diagrams.length ?? 0) > 0 || (documentation.readme?.images.length ?? 0) > 0,
  },
  'demo-video': {
    promise: /\b(?:demo|walkthrough) video\b|\bvideo (?:demo|walkthrough)\b|\bscreencast\b/i,
    shown: ({ facts: { documentation, files } }) =>
      files.some(({ kind }) => kind === 'video') ||
      [...(documentation.readme?.links ?? []), ...(documentation.readme?.images ?? [])].some(({ url }) =>
        /youtu|vimeo|loom|drive\.google|\.(?:mp4|webm|mov|gif)\b|user-attachments|asciinema/i.test(url),
      ),
  },
  docker: {
    promise: /\bdocker(?:i[sz]ed|file|[- ]compose|ization)?\b(?!\/)|\bcontaineri[sz](?:ed|ation)\b/i,
    shown: ({ facts }) =>
      facts.files.some(({ path, size }) => size > 0 && /docker|compose|container/i.test(path)),
  },
  'error-tracking': {
    promise: /\bsentry\b|\brollbar\b|\bbugsnag\b/i,
    shown: named(/sentry|rollbar|bugsnag/i),
  },
  'structured-logs': {
    promise: /\bstructured (?:json )?logg?ing\b|\bjson logs\b/i,
    shown: named(/structlog|json.?log|log.?json|pino|winston|loguru|jsonformatter/i),
  },
  'health-check': {
    promise: /\bhealth[- ]?checks?\b/i,
    shown: named(/health|ping|ready|live|status|alive/i),
  },
  pipeline: {
    promise: /\bci\/cd\b|\bcontinuous (?:integration|deployment)\b|\bgithub actions\b/i,
    shown: ({ facts }) => facts.pipelines.list.some((one) => !one.empty),
  },
  'own-domain': {
    promise: /\bcustom domain\b|\b(?:ssl|tls) certificates?\b|\blet'?s encrypt\b/i,
    shown: named(/ssl|tls|cert|caddy|traefik|nginx|https|domain/i),
  },
  chunking: { promise: /\b(?:text |document )?chunking\b|\btext splitt/i, shown: named(/chunk|split/i) },
  embeddings: { promise: /\bembeddings?\b/i, shown: named(/embed|vector/i) },
  'vector-database': {
    promise: /\bvector (?:database|store|db)s?\b/i,
    shown: named(/vector|chroma|qdrant|pinecone|weaviate|milvus|faiss|lance|redis|elastic|index/i),
  },
  'metadata-filter': { promise: /\bmetadata filter/i, shown: named(/filter|where|metadata/i) },
  citations: {
    promise:
      /\b(?:source )?citations?\b|\bcites? (?:its |the )?sources?\b|\bsource (?:attribution|references)\b/i,
    shown: named(/cit(?:e|ation)|source|reference|metadata/i),
  },
  evaluation: {
    promise: /\bragas\b|\brag evaluation\b|\bevaluation (?:metrics|pipeline|framework|suite)\b/i,
    shown: named(/eval|ragas|faithful|metric|recall|precision/i),
  },
  websockets: {
    promise: /\bweb-?sockets?\b/i,
    shown: named(/web-?socket|socket\.?io|channels|^wss?(?::|$)/i),
  },
  retrieval: {
    promise: /\bretrieval[- ]augmented\b|\brag\b/i,
    shown: named(/retriev|rag|vector|embed|search|knowledge/i),
  },
  'task-decomposition': {
    promise: /\bdecompos\w+|\bbreak(?:s|ing)? (?:down )?.{0,30}(?:sub-?tasks|sub-?questions)\b/i,
    shown: named(/plan|sub_?task|sub_?question|decompos|step|outline|quer(?:y|ies)/i),
  },
  agents: { promise: /\bmulti-?agents?\b/i, shown: named(/agent|crew|graph|swarm/i) },
  orchestration: {
    promise: /\borchestrat(?:es|ed|ion|ing)\b/i,
    shown: named(/graph|crew|workflow|orchestr|pipeline|supervisor|chain|flow/i),
  },
} as const satisfies Readonly<Record<string, Capability>>;

export type PromiseId = keyof typeof PROMISES;
export const PROMISE_IDS = Object.keys(PROMISES) as readonly PromiseId[];

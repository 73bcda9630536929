/** What a README may promise, and what of it a repository would show. One more promise is one more row. */
import type { CodeFile, Value } from './code/file.ts';
import type { Facts } from './facts.ts';

export interface Capability {
  readonly promise: RegExp;
  readonly shown: (trace: Trace) => boolean;
}

/** Where traces of a capability are looked for. */
export interface Trace {
  readonly facts: Facts;
  /** Something in the code, the dependencies, the containers or the files' names says so. */
  readonly names: (pattern: RegExp) => boolean;
  /** The code itself imports or calls it, or hands on its address. */
  readonly uses: (pattern: RegExp) => boolean;
}

const MAX_WORDS = 200_000;

export function traceOf(facts: Facts): Trace {
  const used = new Set<string>();
  const named = new Set<string>();
  for (const role of ['application', 'test'] as const) {
    for (const file of facts.program.filesOf(role)) collect(file, used, named);
    for (const call of facts.program.calls(role)) used.add(facts.program.nameOf(call));
  }
  for (const item of facts.dependencies.list) if (item.direct) named.add(item.name);
  for (const service of facts.containers.compose) named.add(service.image ?? '').add(service.name);
  for (const file of facts.files) if (file.size > 0 && file.kind !== 'documentation') named.add(file.path);
  for (const route of facts.routes) named.add(route.path);
  const words = [...used].slice(0, MAX_WORDS);
  const all = [...words, ...named].slice(0, 2 * MAX_WORDS);
  return {
    facts,
    names: (pattern) => all.some((word) => pattern.test(word)),
    uses: (pattern) => words.some((word) => pattern.test(word)),
  };
}

function collect(file: CodeFile, used: Set<string>, named: Set<string>): void {
  const text = (value: Value | null): void => {
    if (value?.kind === 'name') used.add(value.name);
    if (value?.kind === 'literal' && typeof value.value === 'string') used.add(value.value.slice(0, 200));
  };
  for (const item of file.imports) used.add(item.module).add(item.name ?? '');
  for (const call of file.calls) {
    for (const argument of call.arguments) {
      if (argument.name !== null) named.add(argument.name);
      text(argument.value);
    }
  }
  for (const one of file.definitions) {
    named.add(one.name);
    for (const part of [...one.parameters, ...one.fields]) named.add(part.name);
  }
  for (const one of file.assignments) if (one.target.kind === 'name') named.add(one.target.name);
}

const named =
  (pattern: RegExp) =>
  ({ names }: Trace): boolean =>
    names(pattern);
const used =
  (pattern: RegExp) =>
  ({ uses }: Trace): boolean =>
    uses(pattern);

export const CAPABILITIES: readonly Capability[] = [
  {
    promise: /\brate.?limit|\bthrottling\b/i,
    shown: named(/rate.?limit|limiter|limit_req|throttl|slowapi|token.?bucket|too.?many/i),
  },
  { promise: /\bredis\b/i, shown: used(/redis|valkey|upstash|celery|dramatiq|arq|bullmq|\brq\b|channels/i) },
  {
    promise: /^caching$|\b(?:response|query|result|api|redis|in-memory|semantic) cach(?:e|ing)\b/i,
    shown: named(/cach|redis|memo/i),
  },
  {
    promise: /\be-?mail (?:notification|verification|confirmation|alert)s?|\bsend(?:s|ing)? e-?mails?/i,
    shown: used(/mail|smtp|sendgrid|resend|postmark|\bses\b/i),
  },
  {
    promise: /\bci\/cd\b|\bcontinuous integration\b|\bgithub actions\b/i,
    shown: ({ facts }) => facts.pipelines.list.some((one) => !one.empty),
  },
  {
    promise: /\b(?:unit|integration|automated|e2e) tests?\b|\btest suite\b/i,
    shown: ({ facts }) =>
      facts.files.some((file) => file.size > 0 && (file.role === 'test' || /test|spec/i.test(file.path))),
  },
  {
    promise: /\bdocker(?:ized|ised|file|-compose)?\b/i,
    shown: ({ facts }) => facts.files.some((file) => /docker|compose|container/i.test(file.path)),
  },
  {
    promise: /\bmulti-?stage docker/i,
    shown: ({ facts }) => facts.containers.dockerfiles.some((file) => file.stages.length > 1),
  },
  { promise: /\bweb-?sockets?\b/i, shown: named(/web-?socket|socket\.?io|channels|^ws$/i) },
  { promise: /\bcelery\b/i, shown: used(/celery/i) },
  {
    promise:
      /\bweb-?hook (?:management|notifications|support)|\b(?:add|edit|delete|test|send)\b.{0,30}\bweb-?hooks?\b/i,
    shown: named(/hook/i),
  },
  {
    promise: /\boauth ?2? (?:login|sign)|\bsocial login\b|\bgoogle (?:login|sign-?in)/i,
    shown: named(/oauth|passport|authlib|allauth|openid|supabase|firebase|auth0|clerk/i),
  },
  {
    promise: /^pagination\b|\bwith pagination\b|\bpaginated\b/i,
    shown: named(/pagina|limit|offset|skip|\bpage|per_?page|page_?size|cursor/i),
  },
  {
    promise: /\b(?:locali[sz]ation|internationali[sz]ation|i18n|multi-?lingual)\b/i,
    shown: named(/locale|i18n|lang(?!chain|graph|smith|fuse)|translat|intl|multilingual/i),
  },
  {
    promise: /\bretry (?:support|logic|mechanism)|\b(?:automatic|with) retries\b/i,
    shown: named(/retr(?:y|ies)|tenacity|backoff|attempt/i),
  },
  {
    promise: /\bmodel versioning\b|\bversion(?:ing)?,? (?:and|list|delete|rollback)\b/i,
    shown: named(/version|mlflow/i),
  },
  { promise: /\bgrafana\b/i, shown: named(/grafana/i) },
  { promise: /\bprometheus\b/i, shown: named(/prometheus/i) },
  { promise: /\b(?:two-factor|2fa|mfa)\b/i, shown: named(/totp|otp|2fa|mfa|two.?factor/i) },
  {
    promise: /\bterraform\b/i,
    shown: ({ facts }) => facts.files.some((file) => /\.tf(?:\.json)?$/.test(file.path)),
  },
  {
    promise: /\bkubernetes (?:deployment|manifest|support|ready)|\bhelm chart/i,
    shown: named(/k8s|kube|helm|deployment\.ya?ml/i),
  },
  { promise: /\bqdrant\b/i, shown: used(/qdrant/i) },
  { promise: /\bpinecone\b/i, shown: used(/pinecone/i) },
  { promise: /\bmlflow\b/i, shown: named(/mlflow/i) },
  { promise: /\bexport(?:s|ing)?\b.{0,30}\b(?:to|as) pdf\b/i, shown: named(/pdf/i) },
  {
    promise: /\b(?:text-to-speech|speech-to-text|voice (?:input|output))\b/i,
    shown: named(/speech|voice|audio|whisper|tts/i),
  },
];

/** Images of stores and queues, and how code that uses one speaks of it. */
export const SERVICES: readonly { readonly image: RegExp; readonly used: RegExp }[] = [
  { image: /(?:^|\/)(?:redis|valkey)\b/, used: /redis|valkey|celery|dramatiq|arq|bull|\brq\b|channels/i },
  { image: /(?:^|\/)qdrant\b/, used: /qdrant/i },
  { image: /(?:^|\/)(?:chroma|chromadb)\b/, used: /chroma/i },
  { image: /(?:^|\/)weaviate\b/, used: /weaviate/i },
  { image: /(?:^|\/)rabbitmq\b/, used: /amqp|pika|celery|kombu|rabbit/i },
  { image: /(?:^|\/)mongo\b/, used: /mongo|motor|beanie|odmantic/i },
  { image: /(?:^|\/)(?:elasticsearch|opensearch)\b/, used: /elastic|opensearch/i },
  { image: /(?:^|\/)minio\b/, used: /minio|boto|s3/i },
  { image: /(?:^|\/)memcached\b/, used: /memcache/i },
];

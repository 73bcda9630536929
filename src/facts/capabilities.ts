/** What a README's features may promise and what of it a repository would show. One more promise is one more row. */
import type { Facts } from './facts.ts';

export interface Capability {
  readonly promise: RegExp;
  readonly shown: (trace: Trace) => boolean;
}

/** Where traces of a capability are looked for. */
export interface Trace {
  readonly facts: Facts;
  /** A call, an import, a direct dependency, a definition's or a parameter's name, an image or a file's path says so. */
  readonly names: (pattern: RegExp) => boolean;
}

export function traceOf(facts: Facts): Trace {
  const words = new Set<string>();
  const { program } = facts;
  for (const role of ['application', 'test'] as const) {
    for (const file of program.filesOf(role)) {
      for (const item of file.imports) words.add(item.module).add(item.name ?? '');
      for (const one of file.definitions) {
        words.add(one.name);
        for (const parameter of one.parameters) words.add(parameter.name);
        for (const field of one.fields) words.add(field.name);
      }
      for (const one of file.assignments) if (one.target.kind === 'name') words.add(one.target.name);
      for (const call of file.calls)
        for (const argument of call.arguments) {
          if (argument.name !== null) words.add(argument.name);
          if (argument.value.kind === 'literal' && typeof argument.value.value === 'string') words.add(argument.value.value.slice(0, 200));
        }
    }
    for (const call of program.calls(role)) words.add(program.nameOf(call));
  }
  for (const item of facts.dependencies.list) if (item.direct) words.add(item.name);
  for (const service of facts.containers.compose) words.add(service.image ?? '').add(service.name);
  for (const file of facts.files) words.add(file.path);
  for (const route of facts.routes) words.add(route.path);
  const all = [...words].filter((word) => word !== '').slice(0, 200_000);
  return { facts, names: (pattern) => all.some((word) => pattern.test(word)) };
}

const named = (pattern: RegExp) => (trace: Trace): boolean => trace.names(pattern);

export const CAPABILITIES: readonly Capability[] = [
  { promise: /\brate.?limit|\bthrottl/i, shown: named(/limit|throttl/i) },
  { promise: /\bredis\b/i, shown: named(/redis|valkey/i) },
  { promise: /\bcaching\b|\bresponse cache\b/i, shown: named(/cach|redis|memo|nginx/i) },
  { promise: /\be-?mail (?:notification|verification|confirmation|task|alert)s?|send(?:s|ing)? e-?mails?/i, shown: named(/mail|smtp|sendgrid|resend/i) },
  { promise: /\bci\/cd\b|continuous integration|github actions/i, shown: ({ facts }) => facts.pipelines.list.some((one) => !one.empty) },
  { promise: /\b(?:unit|integration|automated|e2e) tests?\b|\btest suite\b|\bpytest\b/i, shown: ({ facts }) => facts.program.filesOf('test').some((file) => file.calls.length + file.definitions.length > 0) || facts.files.some((file) => /test/i.test(file.path) && file.size > 0) },
  { promise: /\bdocker(?:ized|ised|file)?\b/i, shown: ({ facts }) => facts.containers.dockerfiles.length + facts.containers.compose.length > 0 || facts.files.some((file) => /docker/i.test(file.path)) },
  { promise: /\bmulti-?stage\b.{0,20}\b(?:docker|build)/i, shown: ({ facts }) => facts.containers.dockerfiles.length === 0 || facts.containers.dockerfiles.some((file) => file.stages.length > 1) },
  { promise: /\bweb-?sockets?\b/i, shown: named(/web-?socket|socket\.?io|channels|^ws$/i) },
  { promise: /\bcelery\b/i, shown: named(/celery/i) },
  { promise: /\bweb-?hooks?\b/i, shown: named(/hook/i) },
  { promise: /\boauth2?\b|\bsocial login\b|\bgoogle (?:login|sign)/i, shown: named(/oauth|passport|authlib|allauth|openid|supabase|firebase|auth0|clerk/i) },
  { promise: /\bpaginat/i, shown: named(/pagina|limit|offset|skip|\bpage|per_?page|page_?size|cursor/i) },
  { promise: /\b(?:locali[sz]ation|multi-?lingual|internationali[sz]ation|i18n)\b/i, shown: named(/locale|i18n|lang|translat|intl/i) },
  { promise: /\b(?:retry|retries)\b/i, shown: named(/retr(?:y|ies)|tenacity|backoff|attempt/i) },
  { promise: /\b(?:response |token |real-?time |live )?stream(?:ing|ed|s)\b.{0,20}\b(?:response|answer|output|token)s?\b/i, shown: named(/stream|eventsource|sse|websocket|yield/i) },
  { promise: /\b(?:model|api) versioning\b/i, shown: named(/version|(?:^|\/)v\d+(?:\/|$)|mlflow/i) },
  { promise: /\bgrafana\b/i, shown: named(/grafana/i) },
  { promise: /\bprometheus\b/i, shown: named(/prometheus/i) },
  { promise: /\bkubernetes\b|\bk8s\b|\bhelm\b/i, shown: ({ facts, names }) => facts.deployment.list.some((one) => one.platform === 'kubernetes' || one.platform === 'helm') || names(/k8s|kube|helm/i) },
  { promise: /\bdark (?:mode|theme)\b/i, shown: named(/dark|theme/i) },
  { promise: /\b(?:two-?factor|2fa|mfa)\b/i, shown: named(/totp|otp|2fa|mfa|two.?factor/i) },
  { promise: /\bterraform\b/i, shown: ({ facts }) => facts.files.some((file) => /\.tf$/.test(file.path)) },
  { promise: /\bqdrant\b/i, shown: named(/qdrant/i) },
  { promise: /\bpinecone\b/i, shown: named(/pinecone/i) },
  { promise: /\bmlflow\b/i, shown: named(/mlflow/i) },
  { promise: /\bexport(?:s|ing)?\b.{0,30}\bpdf\b/i, shown: named(/pdf/i) },
  { promise: /\bspeech|\bvoice\b/i, shown: named(/speech|voice|audio|whisper|tts/i) },
];

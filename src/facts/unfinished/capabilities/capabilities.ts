/** What a repository shows of what its README promises, and of the services that it starts. */
import type { CodeFile } from '../../../program/file.ts';
import { namesRead } from '../../../program/link/names-read.ts';
import type { Facts } from '../../facts.ts';

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
    for (const file of facts.program.filesOf(role)) {
      collect(file, used, named);
      // A fixture of the tests yields as well.
      if (role === 'application' && file.definitions.some((one) => one.generator)) named.add('yield');
    }
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
  for (const item of file.imports) used.add(item.module).add(item.name ?? '');
  const read = namesRead(file);
  for (const word of [...read.names, ...read.texts]) used.add(word);
  for (const call of file.calls)
    for (const argument of call.arguments) if (argument.name !== null) named.add(argument.name);
  for (const one of file.definitions) {
    named.add(one.name);
    for (const part of [...one.parameters, ...one.fields]) named.add(part.name);
  }
  for (const one of file.assignments) if (one.target.kind === 'name') named.add(one.target.name);
}

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

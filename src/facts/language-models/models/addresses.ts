/** Models reached by plain HTTP: what an address says about the call. One line each: extend here. */
import type { Value } from '../../../program/file.ts';
import type { Program, Site } from '../../../program/program.ts';
import type { Purpose } from './language-models.ts';

export interface AddressRow {
  readonly address: RegExp;
  readonly library: string;
  readonly purpose: Purpose;
  readonly streams?: true;
}

/** Tried in order. Unknown pieces of an address are '{}'. */
export const ADDRESSES: readonly AddressRow[] = [
  { address: /\/chat\/completions\b/, library: 'openai', purpose: 'chat' },
  { address: /api\.openai\.com\/v1\/responses/, library: 'openai', purpose: 'chat' },
  { address: /(?:api\.openai\.com|\{\})\/v1\/completions\b/, library: 'openai', purpose: 'chat' },
  {
    address: /(?:\/v1|openai\/deployments\/[^/]*|mistral\.ai|voyageai\.com|jina\.ai).{0,40}\/embeddings?\b/,
    library: 'openai',
    purpose: 'embedding',
  },
  { address: /\/v1\/rerank\b/, library: 'cohere', purpose: 'rerank' },
  { address: /api\.cohere\.(?:ai|com)\/v\d\/chat/, library: 'cohere', purpose: 'chat' },
  { address: /anthropic\.com\/v1\/(?:messages|complete)/, library: 'anthropic', purpose: 'chat' },
  { address: /:streamGenerateContent\b/, library: 'google', purpose: 'chat', streams: true },
  { address: /:generateContent\b/, library: 'google', purpose: 'chat' },
  { address: /:(?:batchE|e)mbedContents?\b/, library: 'google', purpose: 'embedding' },
  { address: /(?::11434|ollama).{0,60}\/api\/(?:generate|chat)\b/i, library: 'ollama', purpose: 'chat' },
  { address: /(?::11434|ollama).{0,60}\/api\/embed(?:dings)?\b/i, library: 'ollama', purpose: 'embedding' },
  {
    address:
      /(?:api-inference|router|endpoints)\.huggingface\.co\/.{0,120}(?:embed|feature-extraction|sentence-transformers|bge-|gte-|[/-]e5-|minilm|mpnet)/i,
    library: 'huggingface',
    purpose: 'embedding',
  },
  { address: /(?:api-inference|router)\.huggingface\.co\//, library: 'huggingface', purpose: 'chat' },
  { address: /api\.replicate\.com\/v1\/(?:predictions|models)/, library: 'replicate', purpose: 'chat' },
];

/** The text of an address, a base from the environment with its default: what is not known is '{}'. */
export function addressOf(program: Program, value: Value, site: Site, depth = 0): string {
  const constant = program.constant(value, site);
  const inner = (part: Value) => addressOf(program, part, site, depth + 1) || '{}';
  if (depth > 4) return '';
  if (value.kind === 'template')
    return value.parts.map((part) => (typeof part === 'string' ? part : inner(part))).join('');
  if (value.kind === 'operation' && value.operator === '+') return value.operands.map(inner).join('');
  if (typeof constant === 'string') return constant;
  if (value.kind === 'call') return builtAddress(program, value.call, site, depth);
  if (value.kind !== 'name') return '';
  for (const { file, assignment } of program.assignmentsTo(value.name, site).slice(0, 4)) {
    if (!assignment.value) continue;
    const at = { file, definition: assignment.definition };
    const found = addressOf(program, assignment.value, at, depth + 1);
    if (found !== '') return found;
  }
  return '';
}

/** `url("/tasks")`: a function of the program's own puts a base before the path that it is given. */
function builtAddress(program: Program, id: number, site: Site, depth: number): string {
  const call = program.callOf(site.file, id);
  if (program.callee(call).kind !== 'definition') return '';
  const [path] = call.call.arguments
    .map(({ value }) => addressOf(program, value, site, depth + 1))
    .filter((text) => text.startsWith('/'));
  return path === undefined ? '' : `{}${path}`;
}

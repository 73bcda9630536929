/** What GitHub refuses: by its OpenAPI description, and by what that does not say. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: object;
  }[];
  readonly body?: object;
}

interface Rule {
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly query: ValidateFunction;
  readonly body: ValidateFunction | null;
}

const { operations } = JSON.parse(readFileSync(new URL('./openapi.json', import.meta.url), 'utf8')) as {
  readonly operations: readonly Operation[];
};

const ajv = new Ajv({ strict: false, coerceTypes: 'array', allErrors: true });
formats.default(ajv);
const bodies = new Ajv({ strict: false, allErrors: true });
formats.default(bodies);

const RULES: readonly Rule[] = operations.map((operation) => {
  const pattern = operation.path
    .replace(/\{(basehead|ref)\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const asked = operation.parameters.filter(({ in: where }) => where === 'query');
  const query = {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ name, schema }) => [name, schema])),
    required: asked.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
  return {
    operation,
    pattern: new RegExp(`^${pattern}$`),
    query: ajv.compile(query),
    body: operation.body === undefined ? null : bodies.compile(operation.body),
  };
});

export interface Matched {
  /** `PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}` */
  readonly route: string;
  readonly path: Readonly<Record<string, string>>;
  /** What GitHub would complain of; null where it is content. */
  readonly complaint: string | null;
}

/** null for a route that the Action has no business with. */
export function match(method: string, path: string, query: URLSearchParams, body: unknown): Matched | null {
  for (const { operation, pattern, query: fitsQuery, body: fitsBody } of RULES) {
    const found = operation.method === method ? pattern.exec(path) : null;
    if (found === null) continue;
    const values = Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]),
    );
    const route = `${method} ${operation.path}`;
    const complaint = !fitsQuery(Object.fromEntries(query))
      ? ajv.errorsText(fitsQuery.errors)
      : fitsBody !== null && !fitsBody(body)
        ? lengthOf(fitsBody, body)
        : overlay(route, body);
    return { route, path: values, complaint };
  }
  return null;
}

function lengthOf(fits: ValidateFunction, body: unknown): string {
  const items = fits.errors?.find(({ keyword }) => keyword === 'maxItems');
  if (items === undefined) return bodies.errorsText(fits.errors);
  const count = items.instancePath
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => Reflect.get(Object(value), key), body);
  return `No more than ${items.params.limit} items are allowed; ${(count as unknown[]).length} were supplied.`;
}

interface Output {
  readonly title?: string;
  readonly summary?: string;
  readonly annotations?: readonly Readonly<Record<string, unknown>>[];
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  check: [
    'name',
    'head_sha',
    'details_url',
    'external_id',
    'status',
    'started_at',
    'conclusion',
    'completed_at',
    'output',
    'actions',
  ],
  output: ['title', 'summary', 'text', 'annotations', 'images'],
  annotation: [
    'path',
    'start_line',
    'end_line',
    'start_column',
    'end_column',
    'annotation_level',
    'message',
    'title',
    'raw_details',
  ],
};

/** Limits that the description does not tell: measured, or read in other people's troubles. */
function overlay(route: string, body: unknown): string | null {
  const {
    body: text,
    output,
    status,
    conclusion,
  } = Object(body) as {
    body?: string;
    output?: Output;
    status?: string;
    conclusion?: string;
  };
  if (route.includes('/comments') && text !== undefined) {
    if (text.length > 65_536) return 'Body is too long (maximum is 65536 characters)';
    return text.trim() === '' ? 'Body cannot be blank' : null;
  }
  if (!route.includes('/check-runs') || body === undefined) return null;
  if (status === 'completed' && conclusion === undefined) return 'conclusion is required when completed';
  const strange = [
    ...unknownKeys(body, 'check'),
    ...unknownKeys(output, 'output'),
    ...(output?.annotations ?? []).flatMap((one) => unknownKeys(one, 'annotation')),
  ];
  if (strange.length > 0) return `unknown keys: ${strange.join(', ')}`;
  if (Buffer.byteLength(output?.summary ?? '') > 65_535) return 'summary exceeds a maximum bytesize of 65535';
  for (const one of output?.annotations ?? []) {
    if (String(one.title ?? '').length > 255) return 'title is too long (maximum is 255 characters)';
    if (Buffer.byteLength(String(one.message)) > 65_535) return 'message is too long (maximum is 64 KB)';
    if (Number(one.start_line) < 1 || Number(one.end_line) < Number(one.start_line))
      return 'start_line must be at least 1';
    if (/[\u{10000}-\u{10ffff}]/u.test(`${one.title}${one.message}`))
      return 'annotations take no letters above U+FFFF';
  }
  return null;
}

function unknownKeys(value: unknown, kind: string): readonly string[] {
  return Object.keys(Object(value)).filter((key) => !KEYS[kind]?.includes(key));
}

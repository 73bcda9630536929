/** What a route takes from its caller, and whether a schema checks it. */
import type { Program } from '../../../program/program.ts';
import type { Entry } from './entry.ts';
import { parameterInputs } from './python-parameters.ts';
import { requestInputs } from './request-reads.ts';
import type { BodyInput } from './routes.ts';

/** Frameworks that read the handler's parameters. */
const BY_PARAMETERS = new Set(['fastapi', 'litestar', 'django-ninja', 'robyn']);

export function bodyOf(
  program: Program,
  entry: Entry,
  path: string,
  before: Entry['checks'],
): readonly BodyInput[] {
  if (entry.method === 'WEBSOCKET') return [];
  const declared =
    entry.handler && BY_PARAMETERS.has(entry.framework) ? parameterInputs(program, entry.handler, path) : [];
  const typed = declared.some((input) => input.kind === 'schema' || input.kind === 'form');
  // A handler that takes a schema and reads the request besides still goes through the schema.
  return typed ? declared : [...declared, ...requestInputs(program, entry, before)];
}

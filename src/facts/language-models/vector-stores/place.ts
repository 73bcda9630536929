/** Where a store lives and whether it keeps what it is given, by the arguments that open it. */
import type { Value } from '../../../program/file.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { EngineRow, Hosting } from './engines.ts';

interface Place {
  readonly hosting: Hosting;
  readonly persists: boolean;
}

/** Addresses of providers. One line each: extend here. */
const PROVIDERS =
  /qdrant\.io|weaviate\.(?:cloud|network)|zillizcloud\.com|pinecone\.io|trychroma\.com|supabase\.co|neon\.tech|elastic(?:-cloud|\.co)|es\.amazonaws|aoss\.amazonaws|aivencloud|lancedb\.com|^db:\/\//i;
/** Arguments that only a provider asks for. */
const KEYS = [
  'api_key',
  'apiKey',
  'cloud_id',
  'cloud_inference',
  'auth_credentials',
  'qdrant_api_key',
  'token',
];
const FOLDERS = [
  'persist_directory',
  'path',
  'uri',
  'persistDirectory',
  'db_path',
  'local_uri',
  'connection',
];
const SERVERS = [
  'url',
  'host',
  'location',
  'client_settings',
  'connection_args',
  'prefer_grpc',
  'grpc_port',
  'port',
];
const MEMORY = /^(?::memory:|memory:\/\/)/;

export function placeOf(program: Program, call: CallRef, row: EngineRow): Place {
  if (row.kind !== 'database') return { hosting: row.hosting, persists: false };
  const site = siteOf(call);
  const name = lastSegment(program.nameOf(call));
  const said = call.call.arguments
    .map(({ value }) => program.constant(value, site))
    .filter((text): text is string => typeof text === 'string');
  const given = (names: readonly string[]): Value | null =>
    names
      .map((one) => argument(call, one))
      .find((value) => value !== null && !isNull(program, value, call)) ?? null;
  if (said.some((text) => MEMORY.test(text))) return { hosting: 'embedded', persists: false };
  if (row.hosting === 'cloud') return { hosting: 'cloud', persists: true };
  const cloud =
    said.some((text) => PROVIDERS.test(text)) || /cloud|wcs|wcd/i.test(name) || given(KEYS) !== null;
  if (cloud) return { hosting: 'cloud', persists: true };
  if (row.engine === 'chroma') return chroma(name, given);
  if (/embedded/i.test(name)) return { hosting: 'embedded', persists: true };
  if (given(SERVERS) === null && given(FOLDERS) !== null && isFolder(program, given(FOLDERS), call))
    return { hosting: 'embedded', persists: true };
  return { hosting: row.hosting, persists: true };
}

function chroma(name: string, given: (names: readonly string[]) => Value | null): Place {
  if (/^(?:Async)?HttpClient$/i.test(name)) return { hosting: 'server', persists: true };
  if (name === 'PersistentClient') return { hosting: 'embedded', persists: true };
  if (name === 'ChromaClient') return { hosting: 'server', persists: true };
  // LangChain's and LlamaIndex's wrappers take a folder, a client or a collection of one: the client tells for itself.
  if (given(['url', 'host', 'client_settings', 'collectionMetadata']) !== null)
    return { hosting: 'server', persists: true };
  if (
    given(['persist_directory', 'settings', 'Settings', 'client', 'chroma_collection', 'collection']) !== null
  )
    return { hosting: 'embedded', persists: true };
  return { hosting: 'embedded', persists: false };
}

function isNull(program: Program, value: Value, call: CallRef): boolean {
  return program.constant(value, siteOf(call)) === null;
}

function isFolder(program: Program, value: Value | null, call: CallRef): boolean {
  if (!value) return false;
  const text = program.constant(value, siteOf(call));
  return typeof text !== 'string' || !/^[\w+]+:\/\//.test(text);
}

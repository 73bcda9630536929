/** Who a connection says that it is, and nobody checks: a name in its handshake, its address or its query. */
import type { Location } from '../../model.ts';
import type { CodeFile, Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';

/** What a connection brings along. */
const BROUGHT = new Set(
  'handshake match_info query query_params queryParams searchParams params path_params url_route kwargs'.split(
    ' ',
  ),
);
/** What somebody is called by. */
const NAMES = new Set(
  'name nick nickname user username user_name userName user_id userId client_id clientId uid email'.split(
    ' ',
  ),
);

/** `/chat/<name>`: a part of the address in which somebody says who they are. */
export function isClaimIn(address: string, parameter: string): boolean {
  return NAMES.has(parameter) && address.split(/\W+/).includes(parameter);
}

/** Reads of a name that came with the connection, by line. */
export function claimedNames(file: CodeFile): readonly Location[] {
  const values = [
    ...file.assignments.map(({ value }) => value),
    ...file.calls.flatMap((call) => call.arguments.map(({ value }) => value)),
  ];
  return values.flatMap((value) =>
    (value === null ? [] : valuesThroughCalls(value, file)).flatMap((part) => {
      const path = pathOf(part, file);
      const isClaim = NAMES.has(path.at(-1) ?? '') && path.slice(0, -1).some((one) => BROUGHT.has(one));
      return isClaim ? [{ path: file.path, line: part.line }] : [];
    }),
  );
}

/** `socket.handshake.auth.name`, `scope["url_route"]["kwargs"]["name"]`, `url.searchParams.get("name")`, part by part. */
function pathOf(value: Value, file: CodeFile, depth = 0): readonly string[] {
  if (depth > 8) return [];
  switch (value.kind) {
    case 'name':
      return value.name.split('.');
    case 'member':
      return [...pathOf(value.of, file, depth + 1), value.name];
    case 'index':
      return [...pathOf(value.of, file, depth + 1), ...value.index.map(keyOf)];
    case 'call': {
      const call = file.calls[value.call];
      const [first] = call?.arguments ?? [];
      return call ? [...pathOf(call.callee, file, depth + 1), ...(first ? [keyOf(first.value)] : [])] : [];
    }
    default:
      return [];
  }
}

function keyOf(value: Value): string {
  return value.kind === 'literal' ? String(value.value) : '';
}

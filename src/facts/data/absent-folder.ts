/** Stores that cannot be opened on a fresh checkout: they lie in a folder that is not committed, and that nothing makes. */
import type { CodeFile, Value } from '../../program/file.ts';
import { surelyRunsAtLoad } from '../../program/life/loading.ts';
import type { Stop } from '../../program/life/stops.ts';
import { calleeParts, lastName, siteOf } from '../../program/link/calls.ts';
import type { CallRef, Program, Site } from '../../program/program.ts';
import { isToldToBeMade, type Place } from '../project/absent-paths.ts';
import type { StoreAccess } from './storage/storage.ts';

const JOINS = new Set(['join', 'resolve', 'Path', 'joinpath']);
/** They say the same path in full. */
const KEEPS = new Set(['abspath', 'realpath']);
const MAX_DEPTH = 8;

/** The calls that open such a store, and the folder. */
export function absentFolders(
  program: Program,
  storage: readonly StoreAccess[],
  paths: readonly string[],
): readonly { readonly call: CallRef; readonly folder: string }[] {
  if (program.callsAs('folder.made').length > 0) return [];
  const opening = new Set(
    storage.flatMap(({ call, direction, within }) => [
      ...(direction === 'both' ? [call] : []),
      ...(within ? program.callsIn(within).filter((one) => program.means(one, 'file.write')) : []),
    ]),
  );
  return [...opening].flatMap((call) => {
    const first = call.call.arguments[0]?.value;
    const parts = first ? partsOf(program, first, siteOf(call), 0) : null;
    const folder = parts?.slice(0, -1).join('/') ?? '';
    const file = parts?.at(-1) ?? '';
    if (folder === '' || folder.startsWith('..') || !file.includes('.')) return [];
    return paths.some((path) => path.startsWith(`${folder}/`)) ? [] : [{ call, folder }];
  });
}

/** Files that open such a store while they are loaded: whatever needs them stops there. */
export function absentStores(place: Place, storage: readonly StoreAccess[]): readonly Stop[] {
  const { program, present } = place;
  return absentFolders(program, storage, present).flatMap(({ call, folder }) =>
    surelyRunsAtLoad(program, call) && !isToldToBeMade(place, folder)
      ? [
          {
            path: call.file.path,
            line: call.call.line,
            what: `opens a store in ${folder}/, which is not there, and which nothing makes`,
          },
        ]
      : [],
  );
}

/** A path below the repository's root, taken apart; null where it is not known. Who starts it does so at the root. */
function partsOf(program: Program, value: Value, site: Site, depth: number): readonly string[] | null {
  if (depth > MAX_DEPTH) return null;
  const read = (part: Value, at = site) => partsOf(program, part, at, depth + 1);
  if (value.kind === 'name' && (value.name === '__dirname' || value.name === '__file__'))
    return site.file.path.split('/').slice(0, value.name === '__file__' ? undefined : -1);
  const text = value.kind === 'call' ? undefined : program.constant(value, site);
  if (typeof text === 'string')
    return /^(?:[/~\\]|[\w+]+:)|\{\}/.test(text) ? null : joined([], text.split('/'));
  if (value.kind === 'name') {
    const [only, ...others] = program.assignmentsTo(value.name, site);
    const given = only?.assignment.via === '=' ? only.assignment.value : null;
    return given && others.length === 0
      ? read(given, { file: only?.file as CodeFile, definition: only?.assignment.definition ?? -1 })
      : null;
  }
  if (value.kind === 'member' && value.name === 'parent') return read(value.of)?.slice(0, -1) ?? null;
  if (value.kind === 'operation' && value.operator === '/')
    return joinedAll(value.operands.map((one) => read(one)));
  if (value.kind !== 'call') return null;
  const { call } = program.callOf(site.file, value.call);
  const name = lastName(call.callee);
  const first = call.arguments[0]?.value;
  if (name === 'dirname') return first ? (read(first)?.slice(0, -1) ?? null) : null;
  if (name === 'cwd') return [];
  const of = calleeParts(call.callee)?.of;
  if (KEEPS.has(name)) return first ? read(first) : null;
  if (!JOINS.has(name)) return null;
  return call.arguments.length === 0 && of
    ? read(of)
    : joinedAll(call.arguments.map((argument) => read(argument.value)));
}

function joinedAll(parts: readonly (readonly string[] | null)[]): readonly string[] | null {
  let whole: readonly string[] = [];
  for (const part of parts) {
    if (part === null) return null;
    whole = joined(whole, part);
  }
  return whole;
}

function joined(before: readonly string[], after: readonly string[]): readonly string[] {
  const whole = [...before];
  for (const part of after) {
    if (part === '..' && whole.length > 0 && whole.at(-1) !== '..') whole.pop();
    else if (part !== '.' && part !== '') whole.push(part);
  }
  return whole;
}

/** Whether a model can be trained anew on data that were not there before. */

import type { CodeFile } from '../../program/file.ts';
import { anyFlowsFrom, type Origin, originsOf } from '../../program/flow/flow.ts';
import { type Region, regionFrom } from '../../program/life/region.ts';
import { calleeParts, siteOf, textOf } from '../../program/link/calls.ts';
import { firstSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import type { Command } from '../cli/commands/commands.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Training } from './training.ts';

export interface Retraining {
  readonly file: CodeFile;
  readonly line: number;
  /** Files by which the command may be started, none where it is a route: whether one is documented is for others to say. */
  readonly scripts: readonly string[];
}

const REQUEST = /^(flask\.)?(self\.)?(request|req|ctx\.request|ctx)(\.|$)/;
/** The same by a call: `request.get_json()`, `await request.form()`. */
const REQUEST_READS =
  /(^|\.)(request|req)\.(get_json|get_data|json|form|body|text|formData|parseBody|file|files|parts)$/;
const PARSED = /(^|\.)(parse_args|parse_known_args|parseArgs|argv)$/;
const LINE = /^(sys|process)\.argv\b/;
/** Methods by which what was sent gets into a file, beside those of files: an upload's, a table's, a CSV writer's. */
const SAVES = /\.(save|mv|copyfileobj|to_csv|to_parquet|to_excel|writerows?)$/;

/** The first way to train on newly supplied data: a route, then commands. */
export function retrainings(
  program: Program,
  routes: readonly Route[],
  commands: readonly Command[],
  trainings: readonly Training[],
): readonly Retraining[] {
  const own = trainings.filter(({ call }) => !call.file.notebook);
  if (own.length === 0) return [];
  const found: Retraining[] = [];
  for (const route of routes) {
    if (!route.mounted || !route.handler) continue;
    const region = regionFrom(program, { file: route.handler.file, definition: route.handler.id });
    const run = own.filter(({ call }) => region.calls.includes(call));
    if (run.some((training) => isFresh(program, routes, route, region, training)))
      found.push({ file: route.file, line: route.line, scripts: [] });
  }
  for (const training of own) {
    const command = commandRead(program, commands, training);
    if (!command) continue;
    const scripts = [training.call.file, command.read.file, command.from].map(({ path }) => path);
    found.push({ file: command.read.file, line: command.read.call.line, scripts });
  }
  return found;
}

/** Data of the request itself, or of a table or a file that a route fills. */
function isFresh(
  program: Program,
  routes: readonly Route[],
  route: Route,
  region: Region,
  { inputs }: Training,
): boolean {
  const origins = originsOf(program, inputs);
  if (origins.some((origin) => isRequest(program, route, origin))) return true;
  const tables = new Set(origins.flatMap((origin) => tableOf(program, origin)));
  const places = placesRead(program, origins);
  if (tables.size === 0 && places.size === 0) return false;
  return routes.some((other) => {
    if (!other.handler || other.method === 'GET') return false;
    const way =
      other === route
        ? region
        : regionFrom(program, { file: other.handler.file, definition: other.handler.id });
    return way.calls.some((call) => fills(program, call, tables) || writesTo(program, other, call, places));
  });
}

function isRequest(
  program: Program,
  { handler, body }: Pick<Route, 'handler' | 'body'>,
  { value, site }: Origin,
): boolean {
  if (value.kind === 'call') return REQUEST_READS.test(program.nameOf(program.callOf(site.file, value.call)));
  if (value.kind === 'index') return isRequest(program, { handler, body }, { value: value.of, site });
  if (value.kind !== 'name' || !handler) return false;
  if (REQUEST.test(value.name) && /\.(files?|json|form|data|body|get_json|stream)/.test(value.name))
    return true;
  if (site.file !== handler.file || site.definition !== handler.id) return false;
  const head = firstSegment(value.name);
  return (
    body.some((input) => input.name === head) && program.binding(head ?? '', site)?.binding.parameter !== null
  );
}

/** A table that data are read from: an own model class, or a name in SQL. */
function tableOf(program: Program, { value, site }: Origin): readonly (DefinitionRef | string)[] {
  if (value.kind === 'literal' && typeof value.value === 'string') {
    const name = /\bfrom\s+["'`]?(\w+)/i.exec(value.value.slice(0, 2000))?.[1];
    return name ? [name.toLowerCase()] : [];
  }
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const target = program.resolve(value, site);
  return target.kind === 'definition' && target.ref.definition.kind === 'class' ? [target.ref] : [];
}

/** The files that training data are read from, by their path as the code has it. */
function placesRead(program: Program, origins: readonly Origin[]): ReadonlySet<string> {
  const places = origins.flatMap(({ value, site }) => {
    if (value.kind !== 'call') return [];
    const call = program.callOf(site.file, value.call);
    return program.means(program.nameOf(call), 'table.read') ? pathsOf(program, firstOf(call)) : [];
  });
  return new Set(places);
}

/** The last parts of the paths that a value may hold: `data / "new.csv"` and `"data/new.csv"` are one file. */
function pathsOf(program: Program, starts: readonly Origin[]): readonly string[] {
  return originsOf(program, starts, { most: 300 }).flatMap(({ value, site }) => {
    const text = value.kind === 'literal' || value.kind === 'template' ? textOf(program, value, site) : '';
    const name = /[^/\\]+\.(?:csv|tsv|parquet|json|jsonl|ndjson|xlsx?|feather)$/i.exec(text.slice(-200))?.[0];
    return name ? [name.toLowerCase()] : [];
  });
}

function firstOf(call: CallRef): readonly Origin[] {
  const given = call.call.arguments.find(
    ({ name }, index) => index === 0 || (name !== null && /^(filepath|path|file|source|io)/i.test(name)),
  );
  return given ? [{ value: given.value, site: siteOf(call) }] : [];
}

/** Whether a call writes what a route was sent into one of these files. */
function writesTo(program: Program, route: Route, call: CallRef, places: ReadonlySet<string>): boolean {
  if (places.size === 0) return false;
  const name = program.nameOf(call);
  if (!SAVES.test(name) && !program.means(name, 'file.write')) return false;
  const site = siteOf(call);
  const receiver = calleeParts(call.call.callee)?.of;
  const starts = [
    ...call.call.arguments.map(({ value }) => ({ value, site })),
    ...(receiver ? [{ value: receiver, site }] : []),
  ];
  return (
    pathsOf(program, starts).some((path) => places.has(path)) &&
    originsOf(program, starts).some((origin) => isRequest(program, route, origin))
  );
}

function fills(program: Program, call: CallRef, tables: ReadonlySet<DefinitionRef | string>): boolean {
  const target = program.callee(call);
  if (target.kind === 'definition' && tables.has(target.ref)) return true;
  return call.call.arguments.some(({ value }) => {
    const text = program.constant(value, siteOf(call));
    const name =
      typeof text === 'string'
        ? /\binsert\s+(?:or\s+\w+\s+)?into\s+["'`]?(\w+)/i.exec(text.slice(0, 2000))?.[1]
        : undefined;
    return name !== undefined && tables.has(name.toLowerCase());
  });
}

/** The reading of training data whose place is an argument of the command line. */
function commandRead(
  program: Program,
  commands: readonly Command[],
  { inputs }: Training,
): { readonly read: CallRef; readonly from: CodeFile } | null {
  let from: CodeFile | undefined;
  const read = anyFlowsFrom(program, inputs, (call) => {
    if (!program.means(program.nameOf(call), 'table.read')) return false;
    const places = originsOf(program, firstOf(call), { most: 300 });
    for (const place of places) from ??= argumentAt(program, commands, place) ?? undefined;
    return from !== undefined;
  });
  return read && from ? { read, from } : null;
}

/** The file that takes a value from the command line; null where it comes from elsewhere. */
function argumentAt(
  program: Program,
  commands: readonly Command[],
  { value, site }: Origin,
): CodeFile | null {
  if (value.kind !== 'name') return null;
  if (LINE.test(value.name)) return site.file;
  const [head = '', option = ''] = value.name.split('.');
  const bound = program.binding(head, site)?.binding;
  const parsed = bound?.assignments.some(
    ({ value: from }) =>
      from?.kind === 'call' && PARSED.test(program.nameOf(program.callOf(site.file, from.call))),
  );
  if (option !== '') return parsed === true ? site.file : null;
  // `def train(data: Path)` of typer, `@click.option("--data")`.
  const command = commands.find(
    ({ handler }) => handler?.file === site.file && handler.id === site.definition,
  );
  return bound?.parameter && command ? command.file : null;
}

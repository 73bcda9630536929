/** Whether a model can be trained anew on data that were not there before. */

import type { CodeFile } from '../../program/file.ts';
import { anyFlowsFrom, type Origin, originsOf } from '../../program/flow/flow.ts';
import { type Region, regionFrom } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import type { Command } from '../cli/commands/commands.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Training } from './training.ts';

export interface Retraining {
  readonly file: CodeFile;
  readonly line: number;
  /** The command's file, where it is no route: whether it is documented is for others to say. */
  readonly script: string | null;
}

const REQUEST = /^(flask\.)?(self\.)?(request|req|ctx\.request|ctx)(\.|$)/;
/** Options and settings that name data. */
const DATA = /data|file|input|csv|path|source|dataset|train/i;
const PARSED = /(^|\.)(parse_args|parse_known_args|argv)$/;

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
      found.push({ file: route.file, line: route.line, script: null });
  }
  for (const training of own) {
    const read = commandRead(program, commands, training);
    if (read) found.push({ file: read.file, line: read.call.line, script: training.call.file.path });
  }
  return found;
}

/** Data of the request itself, or of a table that another route fills. */
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
  if (tables.size === 0) return false;
  return routes.some((other) => {
    if (!other.handler || other.method === 'GET') return false;
    const way =
      other === route
        ? region
        : regionFrom(program, { file: other.handler.file, definition: other.handler.id });
    return way.calls.some((call) => fills(program, call, tables));
  });
}

function isRequest(program: Program, { handler, body }: Route, { value, site }: Origin): boolean {
  if (value.kind !== 'name' || !handler) return false;
  if (REQUEST.test(value.name) && /\.(files?|json|form|data|body|get_json|stream)/.test(value.name))
    return true;
  if (site.file !== handler.file || site.definition !== handler.id) return false;
  const [head] = value.name.split('.');
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
function commandRead(program: Program, commands: readonly Command[], { inputs }: Training): CallRef | null {
  return anyFlowsFrom(program, inputs, (call) => {
    if (!program.means(program.nameOf(call), 'table.read')) return false;
    const places = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    return originsOf(program, places, { most: 300 }).some((origin) => isArgument(program, commands, origin));
  });
}

function isArgument(program: Program, commands: readonly Command[], { value, site }: Origin): boolean {
  if (value.kind !== 'name') return false;
  if (/^sys\.argv$/.test(value.name)) return true;
  const [head = '', option = ''] = value.name.split('.');
  const bound = program.binding(head, site)?.binding;
  if (option !== '')
    return (
      DATA.test(option) &&
      bound?.assignments.some(
        ({ value: from }) =>
          from?.kind === 'call' && PARSED.test(program.nameOf(program.callOf(site.file, from.call))),
      ) === true
    );
  // `def train(data: Path)` of typer, `@click.option("--data")`.
  return (
    DATA.test(head) &&
    bound?.parameter !== null &&
    bound?.parameter !== undefined &&
    commands.some(({ handler }) => handler?.file === site.file && handler.id === site.definition)
  );
}

/** The ways on which the program reads a table: from a route, a command, a task or a script's own top level. */

import { MODULE } from '../../../program/file.ts';
import { type Region, regionFrom } from '../../../program/life/region.ts';
import { decoratorNames } from '../../../program/link/qualified.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import type { Route } from '../../web/routes/routes.ts';
import { copiesIn, readsBySql } from './copies.ts';

export interface Way {
  readonly route: Route | null;
  readonly start: Site;
  readonly region: Region;
  /** The calls that read a table; never empty. */
  readonly reads: readonly CallRef[];
}

const known = new WeakMap<Program, readonly Way[]>();
const TASKS =
  /(^|\.)(task|shared_task|actor|job|flow|asset|op|function|cron|periodic_task|scheduled_job|command)$/;

/** All of them, routes first; notebooks are none. Looked for once per program. */
export function waysOf(program: Program, routes: readonly Route[]): readonly Way[] {
  return entryOfWeak(known, program, () => {
    const starts: { readonly start: Site; readonly route: Route | null }[] = [
      ...routes.flatMap((route) =>
        route.mounted && route.handler
          ? [{ route, start: { file: route.handler.file, definition: route.handler.id } }]
          : [],
      ),
      ...program
        .definitions()
        .filter((ref) => isTask(program, ref))
        .map(({ file, id }) => ({ route: null, start: { file, definition: id } })),
      ...program
        .filesOf()
        .filter((file) => !file.notebook)
        .map((file) => ({ route: null, start: { file, definition: MODULE } })),
    ];
    return starts.flatMap(({ start, route }): Way[] => {
      const region = regionFrom(program, start);
      const reads = region.calls.filter((call) => readsTable(program, call));
      return reads.length > 0 ? [{ route, start, region, reads }] : [];
    });
  });
}

export function readsTable(program: Program, call: CallRef): boolean {
  if (program.means(program.nameOf(call), 'table.read')) return program.targetsOf(call).length === 0;
  return copiesIn(program, call) || readsBySql(program, call);
}

function isTask(program: Program, ref: DefinitionRef): boolean {
  return decoratorNames(program, ref).some((name) => TASKS.test(name));
}

export interface DataRegion {
  readonly calls: readonly CallRef[];
  readonly places: readonly Site[];
  readonly definitions: ReadonlySet<DefinitionRef>;
}

const joined = new WeakMap<Program, DataRegion>();

/** Everything on any of the ways, each once. */
export function dataRegion(program: Program, routes: readonly Route[]): DataRegion {
  return entryOfWeak(joined, program, () => {
    const calls = new Set<CallRef>();
    const places = new Map<string, Site>();
    const definitions = new Set<DefinitionRef>();
    for (const { region } of waysOf(program, routes)) {
      for (const call of region.calls) calls.add(call);
      for (const ref of region.definitions) definitions.add(ref);
      for (const place of region.places) places.set(`${place.definition}\0${place.file.path}`, place);
    }
    return { calls: [...calls], places: [...places.values()], definitions };
  });
}

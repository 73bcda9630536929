/** Everything that runs when something is started: a handler, a command, a module's own top level. */

import { entryOf } from '../../reading/collections.ts';
import { type CodeFile, type DefinitionId, MODULE, type Value } from '../file.ts';
import { queuedBy } from '../link/jobs.ts';
import { valuesWithin } from '../link/values.ts';
import { definitionsIn } from '../nesting.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';

/** A value with the place where its names are looked up. */
export interface Written {
  readonly value: Value;
  readonly site: Site;
}

export interface Region {
  /** Own definitions, jobs put on a queue included; nested ones stand for themselves only where they are used. */
  readonly definitions: ReadonlySet<DefinitionRef>;
  /** Their calls, each once, near ones first. */
  readonly calls: readonly CallRef[];
  /** Where their values stand: the definitions, what is nested in them, the start itself. */
  readonly places: readonly Site[];
}

const MAX_DEFINITIONS = 2000;
/** Each is a list of what runs: of more, memory would be full of them. */
const MOST_REMEMBERED = 2000;
const remembered = new WeakMap<Program, Map<string, Region>>();

/** What runs from a place on: a definition, or a file's own top level. Looked up once each, as far as there is room. */
export function regionFrom(program: Program, start: Site): Region {
  const known = entryOf(remembered, program, () => new Map<string, Region>());
  const key = keyOf(start);
  const region = known.get(key) ?? regionOf(program, start);
  if (known.size < MOST_REMEMBERED) known.set(key, region);
  return region;
}

/** What runs from any of several places on. */
export function joined(regions: readonly Region[]): Region {
  return {
    definitions: new Set(regions.flatMap(({ definitions }) => [...definitions])),
    calls: [...new Set(regions.flatMap(({ calls }) => calls))],
    places: [...new Map(regions.flatMap(({ places }) => places.map((one) => [keyOf(one), one]))).values()],
  };
}

const keyOf = ({ file, definition }: Site): string => `${definition}\0${file.path}`;

function regionOf(program: Program, start: Site): Region {
  const own = program.definitionOf(start);
  const definitions = new Set<DefinitionRef>();
  const calls = new Set<CallRef>();
  if (own) definitions.add(own);
  else for (const call of topLevel(program, start.file)) enter(call);
  function enter(call: CallRef): void {
    calls.add(call);
    for (const target of queuedBy(program, call)) definitions.add(target);
    for (const target of program.targetsOf(call)) definitions.add(target);
  }
  if (!own) for (const ref of namedAtTop(program, start.file)) definitions.add(ref);
  for (const ref of definitions) {
    if (definitions.size > MAX_DEFINITIONS) break;
    for (const call of program.callsIn(ref)) enter(call);
    for (const next of program.uses(ref)) definitions.add(next);
  }
  return { definitions, calls: [...calls], places: placesOf(start, definitions) };
}

function placesOf(start: Site, definitions: ReadonlySet<DefinitionRef>): readonly Site[] {
  const places = new Map<string, Site>();
  for (const site of [start, ...[...definitions].map(({ file, id }) => ({ file, definition: id }))])
    for (const place of [site, ...nestedIn(site)]) places.set(keyOf(place), place);
  return [...places.values()];
}

/** Everything defined within a definition, at any depth; nothing for a file's own top level. */
export function nestedIn({ file, definition }: Site): readonly Site[] {
  if (definition === MODULE) return [];
  const ids = [...definitionsIn(file, definition)];
  for (const id of ids) ids.push(...definitionsIn(file, id));
  return ids.map((id) => ({ file, definition: id }));
}

function topLevel(program: Program, file: CodeFile): readonly CallRef[] {
  return file.calls.flatMap((call, id) => (call.definition === MODULE ? [program.callOf(file, id)] : []));
}

/** Functions that a file's top level calls or hands on. */
function namedAtTop(program: Program, file: CodeFile): readonly DefinitionRef[] {
  const site = { file, definition: MODULE };
  const found: DefinitionRef[] = [];
  const see = (value: Value): void => {
    // What stands within a call is seen with that call: entering it here would see a chain as often as it is long.
    for (const part of valuesWithin(value)) {
      if (part.kind !== 'name' && part.kind !== 'member' && part.kind !== 'function') continue;
      const target = program.resolve(part, site);
      if (target.kind === 'definition' && target.ref.definition.kind !== 'class') found.push(target.ref);
    }
  };
  for (const call of file.calls) {
    if (call.definition !== MODULE) continue;
    see(call.callee);
    for (const { value } of call.arguments) see(value);
  }
  for (const item of file.assignments) if (item.definition === MODULE && item.value) see(item.value);
  return found;
}

const contents = new WeakMap<CodeFile, ReadonlyMap<DefinitionId, readonly Written[]>>();

/** Every value that stands in a definition's own body (or a file's top level), the parts of values included. */
export function writtenIn(site: Site): readonly Written[] {
  return entryOf(contents, site.file, () => contentsOf(site.file)).get(site.definition) ?? [];
}

/** Every place of a file at which names are looked up: its own top level, and each of its definitions. */
export function sitesIn(file: CodeFile): readonly Site[] {
  return [MODULE, ...file.definitions.keys()].map((definition) => ({ file, definition }));
}

/** Every value that stands anywhere in a file. */
export function writtenAnywhere(file: CodeFile): readonly Written[] {
  return sitesIn(file).flatMap(writtenIn);
}

function contentsOf(file: CodeFile): ReadonlyMap<DefinitionId, readonly Written[]> {
  const values = new Map<DefinitionId, Written[]>();
  const add = (definition: DefinitionId, whole: Value | null) => {
    if (!whole) return;
    const written = entryOf(values, definition, () => []);
    const site = written[0]?.site ?? { file, definition };
    for (const value of valuesWithin(whole)) written.push({ value, site });
  };
  for (const call of file.calls) {
    add(call.definition, call.callee);
    for (const { value } of call.arguments) add(call.definition, value);
  }
  for (const item of file.assignments) add(item.definition, item.value);
  for (const item of file.statements) add(item.definition, item.value);
  for (const item of file.blocks) add(item.definition, item.test);
  for (const [id, item] of file.definitions.entries()) {
    for (const parameter of item.parameters) add(id, parameter.default);
    for (const field of item.fields) add(id, field.value);
    for (const decorator of item.decorators) add(id, decorator);
  }
  return values;
}

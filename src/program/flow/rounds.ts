/** A call in a loop over a literal, round by round: `for path, handler in [("/a", a), …]: app.add_route(path, handler)`. */

import { type Assignment, type Block, type CodeFile, NONE, type Value } from '../file.ts';
import { calleeParts, siteOf } from '../link/calls.ts';
import type { Lookup } from '../link/origin.ts';
import { descendantsOf } from '../link/subclasses.ts';
import { entryAt, firstSegment, lastSegment, valuesWithin } from '../link/values.ts';
import type { CallRef, Program, Site } from '../program.ts';

export interface Placed {
  readonly value: Value;
  readonly site: Site;
}

/** One round: the call, and what its arguments are in it. */
export interface Round {
  readonly call: CallRef;
  readonly arguments: readonly (Placed & { readonly name: string | null })[];
  /** What a value of the call is in this round. */
  read(value: Value): Placed;
}

type Row = ReadonlyMap<string, Placed>;

const MAX_ROUNDS = 60;
const ITERATING = new Set(['forEach', 'map', 'flatMap']);

/** The rounds of a call; one, with the arguments as they are written, where it stands in no loop that is known. */
export function roundsOf(program: Program, lookup: Lookup, call: CallRef): readonly Round[] {
  const site = siteOf(call);
  const rows = rowsAround(program, lookup, call).filter((row) => speaksOf(call, row));
  return (rows.length > 0 ? rows : [new Map<string, Placed>()]).map((row) => {
    const read = (value: Value) => inRow(value, row, site);
    return {
      call,
      arguments: call.call.arguments.map(({ name, value }) => ({ name, ...read(value) })),
      read,
    };
  });
}

/** Whether a call says anything that its loop binds: one that was written out round by round does not. */
function speaksOf({ call }: CallRef, row: Row): boolean {
  return [call.callee, ...call.arguments.map(({ value }) => value)].some((value) =>
    valuesWithin(value).some((part) => part.kind === 'name' && row.has(firstSegment(part.name))),
  );
}

/** A keyword argument of a round, or an option of an object among its arguments. */
export function roundArgument({ arguments: given }: Round, ...names: readonly string[]): Placed | null {
  for (const name of names) {
    const direct = given.find((item) => item.name === name);
    if (direct) return direct;
    for (const { value, site } of given) {
      const entry = entryAt(value, name);
      if (entry) return { value: entry, site };
    }
  }
  return null;
}

function rowsAround(program: Program, lookup: Lookup, { file, call }: CallRef): readonly Row[] {
  for (let id = call.block, hops = 0; id !== NONE && hops < 20; hops++) {
    const block: Block | undefined = file.blocks[id];
    if (!block) break;
    if (block.kind === 'for' && block.test) {
      const bound = file.assignments.filter((item) => item.block === id && item.line === block.line);
      const rows = itemsOf(program, lookup, block.test, { file, definition: block.definition });
      if (rows.length > 0 && bound.length > 0) return rows.map((row) => boundBy(bound, row));
    }
    id = block.parent;
  }
  return rowsHandedIn(program, lookup, file, call.definition);
}

/** `TABLE.forEach(({ path, handler }) => …)`. */
function rowsHandedIn(program: Program, lookup: Lookup, file: CodeFile, definition: number): readonly Row[] {
  const around = file.definitions[definition];
  const parameter = around?.parameters[0];
  if (around?.kind !== 'lambda' || !parameter) return [];
  const over = file.calls.find(
    ({ callee, arguments: given }) =>
      ITERATING.has(calleeParts(callee)?.name ?? '') &&
      given.some(({ value }) => value.kind === 'function' && value.definition === definition),
  );
  const list = over && calleeParts(over.callee);
  if (!over || !list) return [];
  const parts = file.assignments.filter(
    (item) => item.definition === definition && item.via === 'destructure',
  );
  return itemsOf(program, lookup, list.of, { file, definition: over.definition }).map((row) => {
    const bound = new Map<string, Placed>([[parameter.name, row]]);
    for (const { target, value } of parts) {
      const part = target.kind === 'name' && value?.kind === 'name' ? projected(value.name, bound) : null;
      const indexed = target.kind === 'name' && value ? chained(value, row) : null;
      const found = part ?? indexed;
      if (target.kind === 'name' && found) bound.set(target.name, found);
    }
    return bound;
  });
}

/** What a round of a `for` binds: one name, the parts of a tuple in their order, or the parts of an object. */
function boundBy(bound: readonly Assignment[], row: Placed): Row {
  const found = new Map<string, Placed>();
  const plain = bound.filter((item) => item.via === 'for');
  for (const [index, { target }] of plain.entries()) {
    if (target.kind !== 'name') continue;
    const part = plain.length === 1 ? row.value : partsOfTuple(row.value, plain.length)[index];
    if (part) found.set(target.name, { value: part, site: row.site });
  }
  for (const { target, value, via } of bound) {
    const part = via === 'destructure' && value ? chained(value, row) : null;
    if (target.kind === 'name' && part) found.set(target.name, part);
  }
  return found;
}

/** The parts of a tuple in their order, those of tuples within it where so many names ask for them: `kind, (status, text)`. */
function partsOfTuple(value: Value, wanted: number): readonly Value[] {
  if (value.kind !== 'list') return [];
  return wanted <= value.items.length
    ? value.items
    : value.items.flatMap((item) => (item.kind === 'list' ? item.items : [item]));
}

/** The rows of a literal list, of a dict's keys, entries or values; nothing where it is no literal. */
function itemsOf(program: Program, lookup: Lookup, list: Value, site: Site): readonly Placed[] {
  const [only, ...others] = lookup.origins(list, site);
  if (only?.kind !== 'value' || others.length > 0) return [];
  const { value, site: at } = only;
  const place = (item: Value): Placed => ({ value: item, site: at });
  if (value.kind === 'list') return value.items.slice(0, MAX_ROUNDS).map(place);
  if (value.kind === 'dict')
    return value.entries.flatMap(({ key }) => (key ? [place(key)] : [])).slice(0, MAX_ROUNDS);
  if (value.kind !== 'call') return [];
  const call = program.callOf(at.file, value.call);
  const parts = calleeParts(call.call.callee);
  if (parts?.name === '__subclasses__') return subclassesIn(program, parts.of, at);
  const first = call.call.arguments[0]?.value;
  const name = parts?.name ?? lastSegment(program.nameOf(call));
  const ofObject = parts?.of.kind === 'name' && parts.of.name === 'Object';
  const source = ofObject || !parts ? first : parts.of;
  if (!source) return [];
  if (name === 'enumerate')
    return itemsOf(program, lookup, source, at).map(({ value: item, site: where }) => ({
      value: { kind: 'list', items: [{ kind: 'other', line: item.line }, item], line: item.line },
      site: where,
    }));
  const dict = lookup
    .origins(source, at)
    .find((origin) => origin.kind === 'value' && origin.value.kind === 'dict');
  if (dict?.kind !== 'value' || dict.value.kind !== 'dict') return [];
  const entries = dict.value.entries.slice(0, MAX_ROUNDS);
  if (name === 'values') return entries.map((entry) => ({ value: entry.value, site: dict.site }));
  if (name !== 'items' && name !== 'entries') return [];
  return entries.flatMap(({ key, value: item }) =>
    key ? [{ value: { kind: 'list', items: [key, item], line: item.line }, site: dict.site }] : [],
  );
}

/** `Command.__subclasses__()`: the classes that are made of it, each by its name where it is defined. */
function subclassesIn(program: Program, base: Value, site: Site): readonly Placed[] {
  const target = program.resolve(base, site);
  if (target.kind !== 'definition') return [];
  return descendantsOf(program, target.ref)
    .slice(0, MAX_ROUNDS)
    .map(({ file, definition: { name, line, parent } }) => ({
      value: { kind: 'name', name, line },
      site: { file, definition: parent },
    }));
}

/** A value with the names of the row put in. */
function inRow(value: Value, row: Row, site: Site): Placed {
  if (row.size === 0) return { value, site };
  const found = value.kind === 'name' ? projected(value.name, row) : null;
  if (found) return found;
  const put = (part: Value): Value => {
    const read = inRow(part, row, site);
    return read.value.kind === 'literal' || read.site.file === site.file ? read.value : part;
  };
  if (value.kind === 'template')
    return {
      value: { ...value, parts: value.parts.map((part) => (typeof part === 'string' ? part : put(part))) },
      site,
    };
  if (value.kind === 'operation') return { value: { ...value, operands: value.operands.map(put) }, site };
  if (value.kind === 'list') return { value: { ...value, items: value.items.map(put) }, site };
  if (value.kind === 'dict')
    return {
      value: { ...value, entries: value.entries.map((entry) => ({ ...entry, value: put(entry.value) })) },
      site,
    };
  return { value, site };
}

/** `one.path` of a row that binds `one`. */
function projected(name: string, row: Row): Placed | null {
  const [head = '', ...rest] = name.split('.');
  let found = row.get(head) ?? null;
  for (const part of rest) found = found ? (attributeOf(found, part) ?? partOf(found, part)) : null;
  return found;
}

/** The parts that destructuring takes of each item: `TABLE[?].path`, `TABLE[?][0]`. */
function chained(value: Value, row: Placed): Placed | null {
  if (value.kind === 'member') {
    const owner = chained(value.of, row);
    return owner ? partOf(owner, value.name) : null;
  }
  if (value.kind !== 'index') return value.kind === 'name' && /^\{\}\d+$/.test(value.name) ? row : null;
  const key = value.index[0];
  if (key?.kind === 'other') return row;
  const owner = chained(value.of, row);
  return owner && key?.kind === 'literal' ? partOf(owner, String(key.value)) : null;
}

/** `Add.word`, of a row that is a class. */
function attributeOf({ value, site }: Placed, name: string): Placed | null {
  return value.kind === 'name' ? { value: { ...value, name: `${value.name}.${name}` }, site } : null;
}

function partOf({ value, site }: Placed, name: string): Placed | null {
  const part = value.kind === 'list' ? value.items[Number(name)] : entryAt(value, name);
  return part ? { value: part, site } : null;
}

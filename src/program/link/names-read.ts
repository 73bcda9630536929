/** Which names a file reads, wherever they stand: what is bound and never read has no effect. */
import { addTo, entryOf, entryOfWeak } from '../../reading/collections.ts';
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import { firstSegment, valuesWithin } from './values.ts';

export interface NamesRead {
  /** Every part of a dotted name, members, exported names. */
  readonly names: ReadonlySet<string>;
  /** Only what is read off something: `title` of `task.title`. */
  readonly attributes: ReadonlySet<string>;
  /** Texts and keys: `row["title"]`, `getattr(row, "title")`; the pieces between the values of a template. */
  readonly texts: ReadonlySet<string>;
}

const MAX_TEXT = 200;
const remembered = new WeakMap<CodeFile, NamesRead>();

/** Names, attributes and short texts that a file reads; a plain assignment does not read its target. */
export function namesRead(file: CodeFile): NamesRead {
  const known = remembered.get(file);
  if (known !== undefined) return known;
  const { values, owners } = piecesOf(file);
  const found = collect(file, new Set([...values.keys(), ...owners.keys()]));
  for (const { local, value } of file.exports) {
    if (local !== null) found.names.add(local);
    if (value !== null) for (const part of valuesWithin(value)) readPart(part, found);
  }
  remembered.set(file, found);
  return found;
}

/** The same for one definition and what is nested in it, its own parameters and decorators left out. */
export function namesReadIn(file: CodeFile, id: DefinitionId): NamesRead {
  const known = entryOfWeak(rememberedIn, file, () => new Map<DefinitionId, NamesRead>());
  return entryOf(known, id, () => {
    const { values, owners, children } = piecesOf(file);
    const within = [id];
    for (const one of within) within.push(...(children.get(one) ?? []));
    return within.some((one) => values.has(one) || owners.has(one)) ? collect(file, within) : NOTHING;
  });
}

const rememberedIn = new WeakMap<CodeFile, Map<DefinitionId, NamesRead>>();

interface Collected extends NamesRead {
  readonly names: Set<string>;
  readonly attributes: Set<string>;
  readonly texts: Set<string>;
}

const NOTHING: NamesRead = { names: new Set(), attributes: new Set(), texts: new Set() };

/** What stands directly in each definition: values that are read, and names that are read where something is assigned. */
interface Pieces {
  readonly values: ReadonlyMap<DefinitionId, readonly Value[]>;
  readonly owners: ReadonlyMap<DefinitionId, readonly string[]>;
  readonly children: ReadonlyMap<DefinitionId, readonly DefinitionId[]>;
}
const pieces = new WeakMap<CodeFile, Pieces>();

function piecesOf(file: CodeFile): Pieces {
  return entryOfWeak(pieces, file, () => {
    const values = new Map<DefinitionId, Value[]>();
    const owners = new Map<DefinitionId, string[]>();
    const children = new Map<DefinitionId, DefinitionId[]>();
    const add = (id: DefinitionId, value: Value | null): void => {
      if (value !== null) addTo(values, id, value);
    };
    // Each call is here by itself, so that no value needs to be followed into the calls within it.
    for (const { callee, arguments: given, definition } of file.calls) {
      add(definition, callee);
      for (const { value } of given) add(definition, value);
    }
    /** A name that carries a value to its one use is read there: the plain form of a file says the value alone. */
    const handed = new Set<Value | null>(file.statements.map(({ value }) => value));
    for (const { arguments: given } of file.calls) for (const { value } of given) handed.add(value);
    for (const { target, value, annotation, via, definition } of file.assignments) {
      add(definition, value);
      add(definition, annotation);
      if (value !== null && target.kind === 'name' && handed.has(value))
        addTo(owners, definition, target.name);
      if (target.kind !== 'name' || via === 'augmented') add(definition, target);
      else if (target.name.includes('.'))
        entryOf(owners, definition, () => []).push(...target.name.split('.').slice(0, -1));
    }
    for (const { definition, test } of file.blocks) add(definition, test);
    for (const { definition, value } of file.statements) add(definition, value);
    for (const [id, one] of file.definitions.entries()) {
      addTo(children, one.parent, id);
      for (const value of [...one.decorators, ...one.bases, one.returns]) add(one.parent, value);
      for (const { annotation, default: given } of one.parameters) {
        add(one.parent, annotation);
        add(one.parent, given);
      }
      for (const { annotation, value, decorators } of one.fields)
        for (const part of [annotation, value, ...decorators]) add(one.parent, part);
    }
    return { values, owners, children };
  });
}

function collect(file: CodeFile, definitions: Iterable<DefinitionId>): Collected {
  const found: Collected = { names: new Set(), attributes: new Set(), texts: new Set() };
  const { values, owners } = piecesOf(file);
  for (const id of definitions) {
    for (const value of values.get(id) ?? []) for (const part of valuesWithin(value)) readPart(part, found);
    for (const name of owners.get(id) ?? []) found.names.add(name);
  }
  return found;
}

function readPart(part: Value, { names, attributes, texts }: Collected): void {
  if (part.kind === 'name') {
    const first = firstSegment(part.name);
    names.add(first);
    if (first === part.name) return;
    for (const one of part.name.slice(first.length + 1).split('.')) {
      names.add(one);
      attributes.add(one);
    }
  } else if (part.kind === 'member') {
    names.add(part.name);
    attributes.add(part.name);
  } else if (part.kind === 'literal' && typeof part.value === 'string') addText(part.value, texts);
  else if (part.kind === 'template')
    for (const piece of part.parts) if (typeof piece === 'string') addText(piece, texts);
}

function addText(text: string, texts: Set<string>): void {
  if (text.length <= MAX_TEXT) texts.add(text);
}

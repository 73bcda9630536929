/** Which names a file reads, wherever they stand: what is bound and never read has no effect. */
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import { valuesThroughCalls } from './values.ts';

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
  const found = collect(file, () => true);
  for (const item of file.exports) if (item.local !== null) found.names.add(item.local);
  remembered.set(file, found);
  return found;
}

/** The same for one definition and what is nested in it, its own parameters and decorators left out. */
export function namesReadIn(file: CodeFile, id: DefinitionId): NamesRead {
  const within = new Set<DefinitionId>([id]);
  for (const [at, one] of file.definitions.entries()) if (within.has(one.parent)) within.add(at);
  return collect(file, (definition) => within.has(definition), id);
}

interface Collected extends NamesRead {
  readonly names: Set<string>;
  readonly attributes: Set<string>;
  readonly texts: Set<string>;
}

function collect(file: CodeFile, wanted: (id: DefinitionId) => boolean, outer?: DefinitionId): Collected {
  const found: Collected = { names: new Set(), attributes: new Set(), texts: new Set() };
  /** A name that carries a value to its one use is read there: the plain form of a file says the value alone. */
  const handed = new Set<Value>();
  const read = (value: Value | null): void => {
    if (value !== null) for (const part of valuesThroughCalls(value, file)) readPart(part, found);
  };
  for (const call of file.calls) {
    if (!wanted(call.definition)) continue;
    read(call.callee);
    for (const { value } of call.arguments) {
      read(value);
      handed.add(value);
    }
  }
  for (const one of file.statements) if (one.value !== null) handed.add(one.value);
  for (const { target, value, annotation, via, definition } of file.assignments) {
    if (!wanted(definition)) continue;
    read(value);
    if (value !== null && target.kind === 'name' && handed.has(value)) found.names.add(target.name);
    read(annotation);
    if (target.kind !== 'name' || via === 'augmented') read(target);
    else for (const part of target.name.split('.').slice(0, -1)) found.names.add(part);
  }
  for (const one of file.blocks) if (wanted(one.definition)) read(one.test);
  for (const one of file.statements) if (wanted(one.definition)) read(one.value);
  for (const [id, one] of file.definitions.entries()) {
    if (id === outer || !(wanted(id) || wanted(one.parent))) continue;
    for (const value of [...one.decorators, ...one.bases, one.returns]) read(value);
    for (const part of one.parameters) for (const value of [part.annotation, part.default]) read(value);
    for (const part of one.fields)
      for (const value of [part.annotation, part.value, ...part.decorators]) read(value);
  }
  for (const item of file.exports) if (outer === undefined) read(item.value);
  return found;
}

function readPart(part: Value, { names, attributes, texts }: Collected): void {
  if (part.kind === 'name') {
    const [first = '', ...rest] = part.name.split('.');
    names.add(first);
    for (const one of rest) {
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

/** What stands around a place in a file, and what stands within it: definitions and blocks, by their numbers. */
import { addTo, entryOfWeak } from '../reading/collections.ts';
import { type BlockId, type CodeFile, type DefinitionId, MODULE, NONE } from './file.ts';

const children = new WeakMap<CodeFile, ReadonlyMap<DefinitionId, readonly DefinitionId[]>>();

/** The definitions that stand directly in another, or at a file's top level: the methods of a class. In source order. */
export function definitionsIn(file: CodeFile, definition: DefinitionId): readonly DefinitionId[] {
  const known = entryOfWeak(children, file, () => {
    const found = new Map<DefinitionId, DefinitionId[]>();
    for (const [id, { parent }] of file.definitions.entries()) addTo(found, parent, id);
    return found;
  });
  return known.get(definition) ?? [];
}

/** A definition and those around it, innermost first; none for a file's own top level. */
export function definitionsAround(
  { definitions }: CodeFile,
  definition: DefinitionId,
): readonly DefinitionId[] {
  const around: DefinitionId[] = [];
  for (let id = definition; id !== MODULE; id = definitions[id]?.parent ?? MODULE) around.push(id);
  return around;
}

/** A definition and all that are nested in it, at any depth. */
export function definitionsWithin(
  { definitions }: CodeFile,
  definition: DefinitionId,
): ReadonlySet<DefinitionId> {
  return within(definitions, definition);
}

/** A block and those around it, innermost first. */
export function blocksAround({ blocks }: CodeFile, block: BlockId): readonly BlockId[] {
  const around: BlockId[] = [];
  for (let id = block; id !== NONE; id = blocks[id]?.parent ?? NONE) around.push(id);
  return around;
}

/** A block and all that are nested in it. */
export function blocksWithin({ blocks }: CodeFile, block: BlockId): ReadonlySet<BlockId> {
  return within(blocks, block);
}

/** What is nested is numbered in source order: a parent precedes its children. */
function within(nested: readonly { readonly parent: number }[], id: number): ReadonlySet<number> {
  const found = new Set([id]);
  for (const [index, { parent }] of nested.entries()) if (found.has(parent)) found.add(index);
  return found;
}

/** What stands in a block of code. */
import type { BlockId, CodeFile } from '../file.ts';

/** A block and all that are nested in it. */
export function blocksWithin(file: CodeFile, block: BlockId): ReadonlySet<BlockId> {
  const within = new Set([block]);
  // Blocks are numbered in source order, so a parent precedes its children.
  for (const [id, item] of file.blocks.entries()) if (within.has(item.parent)) within.add(id);
  return within;
}

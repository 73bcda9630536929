/** Imports of a package that is in no folder, where what they ask for lies elsewhere: a file was taken out of its folder. */

import { baseName } from '../../reading/text-file.ts';
import { type CodeFile, type Import, MODULE } from '../file.ts';
import { PYTHON_STANDARD_LIBRARY } from '../link/standard-library.ts';
import { firstSegment } from '../link/values.ts';
import type { Program } from '../program.ts';

/**
 * `from src.services.chat import Chat` where no folder is called `src`, and chat.py with its `Chat` lies at the root. Whoever
 * asks has seen that no dependency is called so, nor any package that is known.
 */
export function movedModule(
  { module, name }: Import,
  program: Program,
  folders: ReadonlySet<string>,
): string | null {
  const first = firstSegment(module);
  const last = module.slice(module.lastIndexOf('.') + 1);
  if (last === module || name === null || PYTHON_STANDARD_LIBRARY.has(first)) return null;
  if ([...folders].some((folder) => baseName(folder) === first)) return null;
  const target = program.filesOf().find((file) => baseName(file.path) === `${last}.py` && makes(file, name));
  return target ? `imports ${module}, which is there only as ${target.path}` : null;
}

/** What it imports itself is made by another. */
export function makes({ definitions, assignments }: CodeFile, name: string | null): boolean {
  return (
    definitions.some((one) => one.parent === MODULE && one.name === name) ||
    assignments.some(
      ({ target, definition }) => definition === MODULE && target.kind === 'name' && target.name === name,
    )
  );
}

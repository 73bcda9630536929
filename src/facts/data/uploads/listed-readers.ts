/** Readers that are named in a table and called through it: `LOADERS = {".pdf": PyPDFLoader}`. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { qualifiedName } from '../../../program/link/qualified.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import type { Program } from '../../../program/program.ts';

/** Tables longer than any of readers. */
const MOST_ENTRIES = 60;

/** The first entry of a table of the program, in a module or a class, that is wanted by its name; null without one. */
export function listedReader(
  program: Program,
  wanted: (name: string) => boolean,
): { readonly file: CodeFile; readonly line: number } | null {
  for (const file of program.filesOf()) {
    const tables: { readonly value: Value | null; readonly definition: number }[] = [
      ...file.assignments,
      ...file.definitions.flatMap(({ fields }, definition) =>
        fields.map(({ value }) => ({ value, definition })),
      ),
    ];
    for (const { value, definition } of tables) {
      if (value?.kind !== 'dict' || value.entries.length > MOST_ENTRIES) continue;
      const hit = value.entries
        .flatMap((entry) => valuesWithin(entry.value))
        .find((part) => part.kind === 'name' && wanted(qualifiedName(program, part, { file, definition })));
      if (hit) return { file, line: hit.line };
    }
  }
  return null;
}

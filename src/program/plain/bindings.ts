/** What a name of one file stands for, as far as that file alone says it. */
import type { CodeFile, DefinitionId, Value } from '../file.ts';
import { MODULE } from '../file.ts';

/** The value of a name that is bound once, seen from a definition; null where anything else may have bound it. */
export function soleValue(file: CodeFile, name: string, from: DefinitionId): Value | null {
  for (let scope = from; ; scope = file.definitions[scope]?.parent ?? MODULE) {
    if (file.definitions[scope]?.parameters.some((one) => one.name === name)) return null;
    const [only, ...more] = file.assignments.filter(
      ({ target, definition }) => definition === scope && target.kind === 'name' && target.name === name,
    );
    if (only) return more.length === 0 && only.via === '=' ? only.value : null;
    if (scope === MODULE) return null;
  }
}

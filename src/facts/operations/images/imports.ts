/** Programs that stop as soon as they start: what they import is not there. */

import { MODULE } from '../../../program/file.ts';
import type { Facts } from '../../facts.ts';
import type { Breakage } from './breakage.ts';
import { closureOf } from './entry.ts';
import type { Process } from './process.ts';

/** The first import of a Python program, or of what it imports, that cannot be found; null unless all processes have one. */
export function brokenImport(facts: Facts, processes: readonly Process[]): Breakage | null {
  const entries = processes.filter(({ part }) => part !== 'worker').map(({ entry }) => entry);
  if (entries.length === 0) return null;
  const broken = entries.map((entry): Breakage | null => {
    if (entry === null || entry.language !== 'python') return null;
    const files = new Map([...closureOf(facts.program, entry)].map((file) => [file.path, file]));
    return (
      [...facts.absentModules, ...facts.undeclaredImports].find(({ path, line }) =>
        // Inside a function it is asked for later, if ever.
        files.get(path)?.imports.some((item) => item.line === line && item.definition === MODULE),
      ) ?? null
    );
  });
  return broken.every((one) => one !== null) ? (broken[0] ?? null) : null;
}

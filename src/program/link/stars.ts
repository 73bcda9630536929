/** Names that come through `from x import *` and `export * from 'x'`, however many modules hand them on. */
import { entryOf } from '../../reading/collections.ts';
import type { CodeFile } from '../file.ts';
import { MODULE } from '../file.ts';
import type { Effort } from './effort.ts';
import type { ModuleFinder } from './modules.ts';
import type { Scopes } from './scopes.ts';

interface Linked {
  readonly files: readonly CodeFile[];
  readonly effort: Effort;
  readonly find: ModuleFinder;
  readonly scopes: (file: CodeFile) => Scopes;
}

/** Asked for a file and a name: the modules that may have it. */
export type BehindStars = (file: CodeFile, name: string) => readonly CodeFile[];

/** Modules behind one: a barrel of icons has hundreds. */
const MOST_MODULES = 1000;

/**
 * The modules that stand behind a file's stars and have a word on a name, in the order in which they are asked. Each is
 * looked at once: modules that import each other in a ring are no more work than modules in a row.
 */
export function starModules(linking: Linked): BehindStars {
  const direct = new Map<CodeFile, readonly CodeFile[]>();
  const directOf = (file: CodeFile): readonly CodeFile[] =>
    entryOf(direct, file, () => {
      const exported = file.exports.flatMap((item) => (item.exported === '*' ? (item.module ?? []) : []));
      const imported = linking.scopes(file).in(MODULE).get('*')?.imports ?? [];
      return [...exported, ...imported.map(({ module }) => module)].flatMap(
        (module) => linking.find(file, module) ?? [],
      );
    });

  const behind = new Map<CodeFile, readonly CodeFile[]>();
  const behindOf = (file: CodeFile): readonly CodeFile[] => entryOf(behind, file, () => walk(file));

  /** Depth first, as the stars are written. */
  function walk(start: CodeFile): readonly CodeFile[] {
    const found = new Set<CodeFile>();
    const waiting = directOf(start).toReversed();
    while (waiting.length > 0 && found.size < MOST_MODULES) {
      const file = waiting.pop();
      if (file === undefined || file === start || found.has(file)) continue;
      if (!linking.effort.spend('star imports')) break;
      found.add(file);
      waiting.push(...directOf(file).toReversed());
    }
    return [...found];
  }

  let holders: Map<string, Set<CodeFile>> | null = null;
  function holdersOf(name: string): ReadonlySet<CodeFile> | undefined {
    if (holders === null) {
      holders = new Map();
      for (const file of linking.files) {
        for (const own of linking.scopes(file).in(MODULE).keys()) add(holders, own, file);
        for (const { exported } of file.exports) add(holders, exported, file);
      }
    }
    return holders.get(name);
  }

  return (file, name) => {
    if (directOf(file).length === 0) return [];
    const known = holdersOf(name);
    if (known === undefined) return [];
    const modules = behindOf(file);
    return linking.effort.spend('names', modules.length) ? modules.filter((one) => known.has(one)) : [];
  };
}

function add(holders: Map<string, Set<CodeFile>>, name: string, file: CodeFile): void {
  entryOf(holders, name, () => new Set()).add(file);
}

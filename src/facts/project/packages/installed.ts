/** What is there once everything that a project asks for is installed, as far as it is known what brings what. */
import { firstSegment } from '../../../program/link/values.ts';
import { entryOf } from '../../../reading/collections.ts';
import type { PackageTable } from './table.ts';
import { staysBelow } from './versions.ts';

/** A package that is asked for, in whatever way. */
export interface Asked {
  readonly name: string;
  readonly extras: readonly string[];
  readonly version: string | null;
  /** 'alone': what it needs is not told; 'frozen': stands in a list of all that was installed; 'locked': in a lock file. */
  readonly as: 'alone' | 'frozen' | 'locked';
}

/** What so many known packages bring, one that nobody knows may bring, too. */
const COMMON = 5;

/** Whether a module surely is not there: a package that is known has it, and nothing that is asked for may bring that. */
export function lackingAmong(asked: readonly Asked[], table: PackageTable): (module: string) => boolean {
  const locked = new Set(asked.flatMap((one) => (one.as === 'locked' ? [one.name] : [])));
  const names = new Set(asked.map(({ name }) => name));
  for (const { name, extras, version } of asked) {
    const known = table.named(name);
    if (known === undefined || locked.has(name)) continue;
    if (extras.length > 0) for (const one of known.extras) names.add(one);
    for (const one of known.once) if (staysBelow(version, one.before)) names.add(one.name);
  }
  // What is brought is looked at in turn: the set grows while it is walked.
  for (const name of names)
    if (!locked.has(name)) for (const one of table.named(name)?.brings ?? []) names.add(one);
  const strangers = [
    ...new Set(
      asked.flatMap(({ name, as }) => (as === 'alone' && table.named(name) === undefined ? [name] : [])),
    ),
  ].filter((name) => !locked.has(name));
  const isLacking = (module: string): boolean => {
    const behind = table.behind(module);
    const own = firstSegment(module).toLowerCase().replaceAll('_', '-');
    const wanted = [...behind, own];
    if (behind.length === 0 || wanted.some((name) => names.has(name))) return false;
    // `streamlit-something` brings streamlit, `store-of-chroma` brings chromadb.
    if (strangers.some((name) => wanted.some((one) => isAkin(name, one)))) return false;
    return strangers.length === 0 || behind.every((name) => table.bringers(name) < COMMON);
  };
  const known = new Map<string, boolean>();
  return (module) => entryOf(known, module, () => isLacking(module));
}

/** A word of one name begins a word of the other. */
function isAkin(a: string, b: string): boolean {
  return stemsOf(a).some((one) => stemsOf(b).some((other) => one.startsWith(other) || other.startsWith(one)));
}

function stemsOf(name: string): readonly string[] {
  return name.split(/[-./]/).filter((word) => word.length > 3 && word !== 'python');
}

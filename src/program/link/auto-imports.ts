/** Exports that a framework puts at hand without an import: those of the folders that Nuxt scans. */
import { addTo, entryOf } from '../../reading/collections.ts';
import type { CodeFile } from '../file.ts';

/** Asked for a file and a name: the modules that give it. */
export type AtHand = (file: CodeFile, name: string) => readonly CodeFile[];

const CONFIGURATION = /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/;
const OF_SERVER = /^server\/utils\/[^.]/;
/** Those of the first level only. */
const OF_APP = /^(?:app\/)?(?:composables|utils|stores)\/[^/]+$/;

export function autoImported(files: readonly CodeFile[]): AtHand {
  const roots = files.flatMap(({ path }) =>
    CONFIGURATION.test(path) ? [path.slice(0, path.lastIndexOf('/') + 1)] : [],
  );
  const scanned = new Map<string, ReadonlyMap<string, readonly CodeFile[]>>();

  function exportsOf(root: string, folders: RegExp): ReadonlyMap<string, readonly CodeFile[]> {
    const found = new Map<string, CodeFile[]>();
    for (const file of files)
      if (file.path.startsWith(root) && folders.test(file.path.slice(root.length)))
        for (const { exported } of file.exports) addTo(found, exported, file);
    return found;
  }

  return (file, name) => {
    const root = roots.find((one) => file.path.startsWith(one));
    if (root === undefined || file.language === 'python') return [];
    const folders = file.path.startsWith(`${root}server/`) ? OF_SERVER : OF_APP;
    return entryOf(scanned, `${root}\0${folders.source}`, () => exportsOf(root, folders)).get(name) ?? [];
  };
}

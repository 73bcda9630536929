/** The files of a folder without Git: everything that the `.gitignore` files on the way do not leave out. */
import * as fs from 'node:fs';
import { relative } from 'node:path';
import { type Patterns, patternsOf } from '../reading/patterns.ts';
import { type Disk, diskAt } from './disk.ts';
import type { Limits } from './limits.ts';
import type { Listed } from './listing.ts';

export interface Walk {
  readonly listed: readonly Listed[];
  /** The walk ended before everything was seen. */
  readonly cut: boolean;
  /** Patterns of `.gitignore` files that were not used, because matching them could take for ever. */
  readonly refused: number;
}

const IGNORE_FILE_BYTES = 256 * 1024;
const IGNORE_PATTERNS = 2000;

/** `root` is a real path. Nearest files first, so that a limit cuts off what lies deepest. */
export async function walkFolder(root: string, limits: Limits): Promise<Walk> {
  const [{ default: glob }, { default: ignore }] = await Promise.all([import('fast-glob'), import('ignore')]);
  const disk = diskAt(root);
  const rulesOf = new Map<string, Patterns | null>();
  let seen = 0;
  let cut = false;
  let refused = 0;

  function rulesIn(folder: string): Patterns | null {
    const known = rulesOf.get(folder);
    if (known !== undefined) return known;
    const found = patternsOf(patternsIn(disk, folder), ignore);
    refused += found.refused;
    const rules = found.used === 0 ? null : found;
    rulesOf.set(folder, rules);
    return rules;
  }

  /** The deepest `.gitignore` that has a word on the path decides. Parents are not ignored: they would be pruned. */
  function isIgnored(folder: string, name: string, isFolder: boolean): boolean {
    const parts = folder === '' ? [] : folder.split('/');
    for (let level = parts.length; level >= 0; level--) {
      const rules = rulesIn(parts.slice(0, level).join('/'));
      if (rules === null) continue;
      const path = [...parts.slice(level), name].join('/') + (isFolder ? '/' : '');
      const { ignored, unignored } = rules.test(path, name);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  /** What fast-glob sees of a folder: it walks, this prunes. */
  function entriesOf(folder: string): fs.Dirent[] {
    const here = relative(root, folder).replaceAll('\\', '/');
    if (seen > limits.files || (here !== '' && here.split('/').length >= limits.depth)) {
      cut = true;
      return [];
    }
    const kept = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => {
      return entry.name !== '.git' && !isIgnored(here, entry.name, entry.isDirectory());
    });
    seen += kept.filter((entry) => !entry.isDirectory()).length;
    return kept;
  }

  const found = glob.sync('**', {
    cwd: root,
    dot: true,
    onlyFiles: false,
    objectMode: true,
    followSymbolicLinks: false,
    suppressErrors: true,
    // Of the many shapes of readdirSync, fast-glob uses the one that gives Dirent objects.
    fs: { readdirSync: entriesOf as unknown as typeof fs.readdirSync },
  });
  const listed = found
    .filter((entry) => !entry.dirent.isDirectory())
    .map((entry): Listed => {
      const kind = entry.dirent.isSymbolicLink() ? 'link' : 'file';
      return { path: entry.path, kind, tracked: true, id: null, recorded: null };
    });
  return { listed, cut, refused };
}

function patternsIn(disk: Disk, folder: string): readonly string[] {
  const path = folder === '' ? '.gitignore' : `${folder}/.gitignore`;
  if (disk.look(path).kind !== 'file') return [];
  const bytes = disk.bytes(path, IGNORE_FILE_BYTES);
  if (typeof bytes === 'string') return [];
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  return lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).slice(0, IGNORE_PATTERNS);
}

/** The files of a folder without Git: everything that the `.gitignore` files on the way do not leave out. */
import * as fs from 'node:fs';
import { relative } from 'node:path';
import type { Ignore } from 'ignore';
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

/** Rules of one `.gitignore`. */
interface Rules {
  readonly all: Ignore;
  /** Without the patterns that are slow on long names. */
  readonly quick: Ignore;
}

const IGNORE_FILE_BYTES = 256 * 1024;
const IGNORE_PATTERNS = 2000;
/** Stars that one part of a pattern may have; the second figure is for names of any length. */
const STARS = { all: 4, quick: 2 };
const LONG_NAME = 64;

/** `root` is a real path. Nearest files first, so that a limit cuts off what lies deepest. */
export async function walkFolder(root: string, limits: Limits): Promise<Walk> {
  const [{ default: glob }, { default: ignore }] = await Promise.all([import('fast-glob'), import('ignore')]);
  const disk = diskAt(root);
  const rulesOf = new Map<string, Rules | null>();
  let seen = 0;
  let cut = false;
  let refused = 0;

  function rulesIn(folder: string): Rules | null {
    const known = rulesOf.get(folder);
    if (known !== undefined) return known;
    const patterns = patternsIn(disk, folder);
    const usable = patterns.filter((pattern) => stars(pattern) <= STARS.all);
    refused += patterns.length - usable.length;
    const quick = usable.filter((pattern) => stars(pattern) <= STARS.quick);
    const rules = usable.length === 0 ? null : { all: ignore().add(usable), quick: ignore().add(quick) };
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
      const { ignored, unignored } = (name.length > LONG_NAME ? rules.quick : rules.all).test(path);
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

/** How slow a pattern can get: the most stars in one of its parts, or the number of its double stars. */
function stars(pattern: string): number {
  if (pattern.length > 500) return Number.POSITIVE_INFINITY;
  const parts = pattern.split('/');
  const doubled = parts.filter((part) => part.includes('**')).length;
  return Math.max(doubled, ...parts.map((part) => part.split(/\*+/).length - 1));
}

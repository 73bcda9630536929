/** A folder on this machine as a repository. */
import { realpathSync, statSync } from 'node:fs';
import type { Note } from '../model.ts';
import { contentIds } from './content-ids.ts';
import { diskAt } from './disk.ts';
import { entriesOf } from './entries.ts';
import { findWorkTree, GitSilent, gitIn, type WorkTree } from './git.ts';
import { type Past, readPast } from './history.ts';
import { counted, LIMITS, type Limits } from './limits.ts';
import { type Listed, listWithGit } from './listing.ts';
import { readerOf } from './reader.ts';
import { nameOf } from './remote.ts';
import type { NotListed, Repository } from './repository.ts';
import { committedIn, uncommittedIn } from './uncommitted.ts';
import { walkFolder } from './walk.ts';

/**
 * Lists a folder: in a Git work tree the tracked files and the untracked ones that are not ignored, elsewhere what the
 * `.gitignore` files leave. Throws Node's own errors where the folder cannot be reached; see `openRepository`.
 */
export async function openDirectory(path: string, limits: Limits = LIMITS): Promise<Repository> {
  const root = realpathSync.native(path);
  const disk = diskAt(root);
  const notes: Note[] = [];
  const tree = findWorkTree(root);
  const notListed: NotListed[] = [];
  const asked = tree === null ? null : await askGit(tree, notes, notListed);
  const listed = asked?.listed ?? (await walk(root, limits, notes, notListed));
  // The file in which Git keeps the recorded times: what changed in its last instant may have changed after it.
  const recordedAt = tree === null ? 0 : indexTime(tree);
  const { entries, absent, unread } = entriesOf(listed, disk, limits, recordedAt, notes);
  const remote = asked?.past.remote ?? null;
  const uncommitted =
    asked?.past.revision == null ? [] : uncommittedIn(asked.committed, entries, absent, disk);
  return {
    name: nameOf(
      asked === null ? root : (tree?.top ?? root),
      asked === null ? '' : (tree?.prefix ?? ''),
      remote,
    ),
    revision: asked?.past.revision ?? null,
    tree: asked?.past.tree ?? null,
    remote,
    folder: asked === null ? '' : (tree?.prefix ?? ''),
    entries,
    absent,
    unread: [...notListed, ...unread],
    uncommitted,
    history: asked?.past.history ?? null,
    contents: () => contentIds(entriesOf(listed, diskAt(root), limits, recordedAt, []).entries, disk, limits),
    notes,
    read: readerOf(entries, async ({ path }, most) => disk.bytes(path, most), limits, notes),
  };
}

interface Asked {
  readonly listed: readonly Listed[];
  readonly past: Past;
  readonly committed: ReadonlyMap<string, string>;
}

/** null when Git has no say: it is not there, refuses, or the folder is one that the work tree around it ignores. */
async function askGit(tree: WorkTree, notes: Note[], notListed: NotListed[]): Promise<Asked | null> {
  try {
    const git = await gitIn(tree);
    const [listed, past, committed] = await Promise.all([
      listWithGit(git),
      readPast(git, tree.prefix),
      committedIn(git),
    ]);
    if (listed.length === 0 && tree.prefix !== '') return null;
    if (past.history === null) {
      notes.push(note('the history could not be read: the repository is incomplete or damaged'));
      notListed.push({ path: '.git', reason: 'the repository is incomplete or damaged' });
    }
    return { listed, past, committed };
  } catch (error) {
    if (!(error instanceof GitSilent)) throw error;
    notes.push(note(`listed without Git, and without a history: ${error.message}`));
    notListed.push({ path: '.git', reason: error.message });
    return null;
  }
}

async function walk(
  root: string,
  limits: Limits,
  notes: Note[],
  notListed: NotListed[],
): Promise<readonly Listed[]> {
  const { listed, cut, refused } = await walkFolder(root, limits);
  if (cut) {
    notListed.push({ path: null, reason: 'not all folders were listed' });
    const most = `${counted(limits.files)} files and ${limits.depth} folders deep`;
    notes.push(
      note(
        `not all folders were listed: the limit is ${most}; audit a sub-folder, or ignore what is generated`,
      ),
    );
  }
  if (refused > 0) {
    const patterns =
      refused === 1 ? '1 pattern of .gitignore files has' : `${refused} patterns of .gitignore files have`;
    notes.push(note(`${patterns} too many stars and ${refused === 1 ? 'was' : 'were'} not used`));
  }
  return listed;
}

/** Milliseconds; 0 when it is not known, which makes every content id unknown. */
function indexTime(tree: WorkTree): number {
  try {
    return statSync(`${tree.gitFolder}/index`).mtimeMs;
  } catch {
    return 0;
  }
}

function note(text: string): Note {
  return { path: null, line: null, text };
}

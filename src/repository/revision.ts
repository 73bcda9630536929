/** A commit as a repository, read from the object store of a clone: nothing is checked out, nothing is written. */
import { realpathSync } from 'node:fs';
import type { Note } from '../model.ts';
import { findBare, findWorkTree, type Git, GitSilent, gitIn, type WorkTree } from './git.ts';
import { readPast } from './history.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Objects, objectsOf } from './objects.ts';
import { readerOf } from './reader.ts';
import { nameOf } from './remote.ts';
import type { NotListed, Repository } from './repository.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { entriesOfTree, parseTree } from './tree.ts';

/** A clone that commits are read from. `folder` is the audited one below its top. */
export interface Clone {
  readonly folder: string;
  readonly objects: Objects;
  /** The commit that is checked out; null before the first one. */
  readonly head: string | null;
  /** The commits up to one, oldest first; `since` itself is left out. null where Git does not answer. */
  timeline(until: string, since: string | null): Promise<readonly TimelineEntry[] | null>;
  /** What a branch, a tag or the start of an id names; null where the clone has no such thing. */
  commitOf(revision: string): Promise<string | null>;
  /** As the commit names them, also where a shallow clone does not hold them. */
  parentsOf(commit: string): Promise<readonly string[]>;
  /** The commit from which both come; null where the clone does not reach it. */
  mergeBase(one: string, other: string): Promise<string | null>;
  /** null where the clone does not hold the commit, or not all of its trees. */
  revision(commit: string, limits?: Limits): Promise<Repository | null>;
}

const COMMIT = /^[0-9a-f]{40,64}$/;

/** The clone around a folder; null where there is none, or Git does not answer. */
export async function openClone(path: string): Promise<Clone | null> {
  const folder = realpathSync.native(path);
  const tree = findWorkTree(folder) ?? findBare(folder);
  if (tree === null) return null;
  const git = await gitIn(tree);
  const objects = objectsOf(tree);
  const head = (await quietly(git('rev-parse', '--verify', '--quiet', 'HEAD')))?.trim() ?? null;
  return {
    folder: tree.prefix,
    objects,
    head: head !== null && COMMIT.test(head) ? head : null,
    timeline: (until, since) => silently(timelineOf(git, until, since)),
    async commitOf(revision) {
      // A name that begins with a dash would be an option.
      if (!/^[\w][\w./~^+-]{0,200}$/.test(revision)) return null;
      for (const name of [revision, `origin/${revision}`]) {
        const found = await quietly(git('rev-parse', '--verify', '--quiet', `${name}^{commit}`));
        if (found !== null && COMMIT.test(found.trim())) return found.trim();
      }
      return null;
    },
    async parentsOf(commit) {
      if (!COMMIT.test(commit)) return [];
      // Git's own idea of the parents ends where a shallow clone does; the commit's text does not.
      const [header = ''] = ((await quietly(git('cat-file', 'commit', commit))) ?? '').split('\n\n');
      return [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(([, id = '']) => id);
    },
    async mergeBase(one, other) {
      if (!COMMIT.test(one) || !COMMIT.test(other)) return null;
      const found = (await quietly(git('merge-base', one, other)))?.trim();
      return found && COMMIT.test(found) ? found : null;
    },
    revision: (commit, limits = LIMITS) => readRevision(tree, git, objects, commit, limits),
  };
}

async function readRevision(
  tree: WorkTree,
  git: Git,
  objects: Objects,
  commit: string,
  limits: Limits,
): Promise<Repository | null> {
  if (!COMMIT.test(commit)) return null;
  const [listing, past] = await Promise.all([
    quietly(git('ls-tree', '-r', '-z', '-l', '--full-tree', `${commit}:${tree.prefix}`)),
    readPast(git, tree.prefix, { revision: commit }),
  ]);
  if (past.revision !== commit) return null;
  // A folder that the commit does not have holds nothing; a commit whose trees are not there cannot be read.
  if (listing === null && (await quietly(git('ls-tree', '-r', '--full-tree', commit))) === null) return null;
  const notes: Note[] = [];
  const unread: NotListed[] =
    past.history === null ? [{ path: '.git', reason: 'Git could not read it' }] : [];
  const entries = entriesOfTree(parseTree(listing ?? ''), limits, notes, unread);
  return {
    name: nameOf(tree.top, tree.prefix, past.remote),
    revision: commit,
    tree: past.tree,
    remote: past.remote,
    folder: tree.prefix,
    entries,
    unread,
    history: past.history,
    notes,
    read: readerOf(entries, async ({ id }) => bytesOf(objects, id), limits, notes),
  };
}

async function bytesOf(objects: Objects, id: string | null): Promise<Uint8Array | string> {
  try {
    return (id === null ? null : await objects.blob(id)) ?? 'not in the clone';
  } catch (error) {
    if (error instanceof GitSilent) return 'not readable';
    throw error;
  }
}

async function quietly(question: Promise<string>): Promise<string | null> {
  return silently(question);
}

async function silently<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof GitSilent) return null;
    throw error;
  }
}

/** What can be audited: a folder, later a revision or an archive. One interface: list paths, read one. */
import type { Note } from '../model.js';
export interface Entry {
    /** Relative to the root, with `/`. */
    readonly path: string;
    /** Bytes; 0 for a link. */
    readonly size: number;
    /** Git's blob id where the file is known to be as it was recorded; the same id means the same bytes. */
    readonly id: string | null;
    readonly link: boolean;
    /** Git tracks it. Without git: true. */
    readonly tracked: boolean;
}
export type FileText = {
    readonly text: string;
    readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';
}
/** Why it has no text: 'binary', 'larger than 1 MB', 'a link that leaves the repository', … */
 | {
    readonly unreadable: string;
};
export interface Commit {
    readonly id: string;
    readonly author: string;
    /** ISO 8601, the author's date. */
    readonly date: string;
    readonly subject: string;
}
export interface History {
    /** Newest first, at most 10 000. */
    readonly commits: readonly Commit[];
    /** All commits reachable from the audited one. */
    readonly count: number;
    readonly authors: number;
    /** Of the audited commit, the author's date in ISO 8601: also where `commits` are those of a sub-folder only. */
    readonly date: string | null;
    readonly shallow: boolean;
}
/** `path` is null for an unknown number of files, '.git' for the history; `reason` ends a sentence. */
export interface NotListed {
    readonly path: string | null;
    readonly reason: string;
}
export interface Repository {
    readonly name: string;
    /** The commit audited, or null outside git. */
    readonly revision: string | null;
    /** Git's id of the commit's files, all of them, also where a folder is audited; null outside git. */
    readonly tree: string | null;
    /** `https://…` form of the remote 'origin', credentials removed, or null. */
    readonly remote: string | null;
    /** The audited folder below the root of the Git repository, with `/`; '' for the root, and outside git. */
    readonly folder: string;
    /** Sorted by code point. */
    readonly entries: readonly Entry[];
    /** Tracked and not on the disk: a partial clone, a sparse checkout or a large file that was not brought. Only a path. */
    readonly absent?: readonly string[];
    /**
     * What is there and could not be listed or brought: a path, or null for an unknown number of files. `.git` is the
     * history. A part of a file that a limit leaves unread is told by {@link read}.
     */
    readonly unread?: readonly NotListed[];
    /** Paths of files that are there and not looked at, because the project asks so. */
    readonly omitted?: readonly string[];
    /** Paths that are not as the commit has them: changed, new or deleted. Left out where a commit itself is read. */
    readonly uncommitted?: readonly string[];
    /** null outside git. */
    readonly history: History | null;
    /**
     * What the files hold as they are now, by path: see `contentIds`. Left out where a commit is read, of which the
     * entries tell it.
     */
    readonly contents?: () => ReadonlyMap<string, string> | null;
    /** What a limit cut or could not be listed. Grows while files are read: look at it last. */
    readonly notes: readonly Note[];
    read(path: string): Promise<FileText>;
}

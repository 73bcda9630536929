/** What the page asks of its worker, and what that answers. */

/** A repository on GitHub: `owner/name`, with `@ref` for another commit than the newest. */
export interface Address {
  readonly kind: 'address';
  readonly repository: string;
  readonly ref: string | null;
}

/** A folder that was dropped or chosen. */
export interface Folder {
  readonly kind: 'folder';
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly file: File }[];
}

export interface Archive {
  readonly kind: 'zip';
  readonly name: string;
  readonly file: File;
}

export type Source = Address | Folder | Archive;

export interface Job {
  readonly sources: readonly Source[];
  /** An id, or null to take what the project says, or to recognise it. */
  readonly milestone: string | null;
  /** Kept in memory alone. */
  readonly token: string | null;
  /** The folder of the page. */
  readonly home: string;
}

export type Answer =
  | { readonly kind: 'progress'; readonly text: string }
  | {
      readonly kind: 'done';
      readonly html: string;
      readonly json: string;
      /** `name@commit` of the one repository that was read from GitHub; null for any other. */
      readonly again: {
        readonly repository: string;
        readonly ref: string;
        readonly milestone: string;
      } | null;
      /** Questions that GitHub answers in this hour still; null where none was asked. */
      readonly left: number | null;
    }
  | { readonly kind: 'failed'; readonly message: string; readonly hint: string };

const ADDRESS =
  /^(?:https?:\/\/[^/\s]+\/)?([\w-]+\/[\w.-]+?)(?:\.git)?(?:\/tree\/([^\s?#]+)|@([^\s?#]+))?\/?(?:[?#]\S*)?$/;

/** What was typed: `owner/name`, `owner/name@ref`, or the address of its page; null where it is none of them. */
export function addressOf(text: string, server: string): Address | null {
  const typed = text.trim();
  if (/^https?:/.test(typed) && !typed.startsWith(`${server}/`)) return null;
  const [, repository, tree, ref] = ADDRESS.exec(typed) ?? [];
  if (repository === undefined || typed.length > 300) return null;
  return { kind: 'address', repository, ref: tree ?? ref ?? null };
}

/** A folder on disk, looked at without ever following a link or opening anything but a regular file. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';

export type OnDisk =
  | { readonly kind: 'file'; readonly size: number; readonly milliseconds: number }
  /** A symbolic link; `inside` when its target is a place of the same folder. */
  | { readonly kind: 'link'; readonly inside: boolean }
  | { readonly kind: 'folder' }
  /** A pipe, a device, a socket. */
  | { readonly kind: 'special' }
  /** Nothing there, or reached only through a link. */
  | { readonly kind: 'missing' };

export interface Disk {
  look(path: string): OnDisk;
  /** At most `limit` bytes of a regular file; a reason where there are more, or none may be read. */
  bytes(path: string, limit: number): Uint8Array | 'larger' | 'not readable' | 'not a regular file';
}

/** `root` is a real path: no part of it is a link. */
export function diskAt(root: string): Disk {
  const realFolders = new Map<string, boolean>([['', true]]);

  /** Every folder above a file must be a real one: a link there would lead out of the tree. */
  function isRealFolder(folder: string): boolean {
    const known = realFolders.get(folder);
    if (known !== undefined) return known;
    const slash = folder.lastIndexOf('/');
    const real =
      isRealFolder(folder.slice(0, Math.max(slash, 0))) && statOf(join(root, folder))?.isDirectory();
    realFolders.set(folder, real === true);
    return real === true;
  }

  function look(path: string): OnDisk {
    if (!isRealFolder(path.slice(0, Math.max(path.lastIndexOf('/'), 0)))) return { kind: 'missing' };
    const stat = statOf(join(root, path));
    if (stat === undefined) return { kind: 'missing' };
    if (stat.isSymbolicLink()) return { kind: 'link', inside: staysInside(root, join(root, path)) };
    if (stat.isDirectory()) return { kind: 'folder' };
    if (!stat.isFile()) return { kind: 'special' };
    return { kind: 'file', size: stat.size, milliseconds: stat.mtimeMs };
  }

  function bytes(path: string, limit: number): ReturnType<Disk['bytes']> {
    const full = join(root, path);
    let handle: number;
    try {
      if (!lstatSync(full).isFile() || realpathSync.native(dirname(full)) !== dirname(full))
        return 'not a regular file';
      // Without waiting for the other end, should a pipe have taken the file's place in the meantime.
      handle = openSync(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    } catch {
      return 'not readable';
    }
    try {
      const stat = fstatSync(handle);
      if (!stat.isFile()) return 'not a regular file';
      return stat.size > limit ? 'larger' : readAll(handle, stat.size);
    } catch {
      return 'not readable';
    } finally {
      closeSync(handle);
    }
  }

  return { look, bytes };
}

function readAll(handle: number, size: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(handle, buffer, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether a link's target exists and lies below the root. */
function staysInside(root: string, link: string): boolean {
  try {
    const target = realpathSync.native(link);
    return target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);
  } catch {
    return false;
  }
}

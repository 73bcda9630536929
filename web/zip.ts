/** The files of a zip archive, each read when it is asked for and no further than it may be. */
import type { FileEntry } from '@zip.js/zip.js';
import { type GivenFile, notOpened } from './folder.ts';

/** Files of one archive that are listed: beyond, it is no project. */
const MOST_ENTRIES = 50_000;
/** Bytes that all files together may become: what is small packed can be endless unpacked. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Names that lead out are left out by whoever opens the files, and told. */
const READING = { filenameValidation: 'tolerant' } as const;

export interface Unpacked {
  /** The folder that holds everything, where there is one: GitHub's archives have it. */
  readonly root: string;
  readonly files: readonly GivenFile[];
}

/** Throws a UserError. */
export async function filesOfZip(name: string, archive: Blob): Promise<Unpacked> {
  const { BlobReader, ZipReader, configure } = await import('@zip.js/zip.js');
  // This runs in a worker already.
  configure({ useWebWorkers: false });
  const files: GivenFile[] = [];
  let left = MOST_BYTES;
  const take = (bytes: number): boolean => {
    left -= bytes;
    return left >= 0;
  };
  try {
    for await (const entry of new ZipReader(new BlobReader(archive), READING).getEntriesGenerator()) {
      if (files.length >= MOST_ENTRIES) throw notOpened(name, `it holds more than ${MOST_ENTRIES} files`);
      // A link's target is its text: it is not followed, and nothing to read either.
      const link = (((entry.externalFileAttributes ?? 0) >>> 16) & 0o170000) === 0o120000;
      if (entry.directory || link) continue;
      const { filename: path, uncompressedSize: size } = entry;
      files.push({ path, size, bytes: (most) => unpacked(entry, most, take) });
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'UserError'
      ? error
      : notOpened(name, 'it is no zip archive');
  }
  return withoutRoot(files);
}

/** Stops as soon as there is more than may be: what the archive says of sizes is not believed. */
async function unpacked(
  entry: FileEntry,
  most: number,
  take: (bytes: number) => boolean,
): Promise<Uint8Array | string> {
  if (entry.encrypted) return 'encrypted';
  if (entry.uncompressedSize > most) return 'larger';
  const stop = new AbortController();
  const chunks: Uint8Array[] = [];
  let filled = 0;
  let cut: string | null = null;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      filled += chunk.length;
      if (filled > most) cut = 'larger';
      else if (!take(chunk.length)) cut = 'not unpacked: the archive becomes too large';
      else chunks.push(chunk);
      if (cut !== null) throw new Error(cut);
    },
  });
  try {
    await entry.getData(sink, { signal: stop.signal, checkSignature: false });
  } catch {
    return cut ?? 'damaged';
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

function withoutRoot(files: readonly GivenFile[]): Unpacked {
  const first = files[0]?.path.split('/')[0] ?? '';
  const shared = first !== '' && first !== '..' && files.every(({ path }) => path.startsWith(`${first}/`));
  if (!shared) return { root: '', files };
  return { root: first, files: files.map((file) => ({ ...file, path: file.path.slice(first.length + 1) })) };
}

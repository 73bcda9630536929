/** All files of a commit with one question: GitHub's archive of it, of which only what Git knows by its id is believed. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import type { Api } from './api.ts';

const MB = 1024 * 1024;
/** Bytes of one file that is kept, of all of them, and of what may come out of the archive at all. */
const MOST_OF_FILE = 5 * MB;
const MOST_KEPT = 96 * MB;
const MOST_UNPACKED = 1024 * MB;

/**
 * Blobs of a commit by their ids. An archive leaves out what `.gitattributes` says and may change a file on the way: what
 * is not here has to be asked for. Empty where there is no archive. Never rejects.
 */
export async function archivedBlobs(
  api: Api,
  commit: string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>();
  try {
    const body = await api.ask(async (octokit) => {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/tarball/{ref}', {
        ...api.repo,
        ref: commit,
        request: { parseSuccessResponseBody: false },
      });
      return { data: data as ReadableStream };
    });
    await unpack(Readable.fromWeb(body), wanted, kept);
  } catch {
    // What came until then is as good as it was: every blob is checked by its id.
  }
  return kept;
}

async function unpack(
  archive: Readable,
  wanted: ReadonlySet<string>,
  kept: Map<string, Uint8Array>,
): Promise<void> {
  const entries = extract();
  const gunzip = createGunzip();
  archive.on('error', (error) => gunzip.destroy(error));
  gunzip.on('error', (error) => entries.destroy(error));
  archive.pipe(gunzip).pipe(entries);
  let unpacked = 0;
  let left = MOST_KEPT;
  for await (const entry of entries) {
    const { type, size = 0 } = entry.header;
    unpacked += size;
    if (unpacked > MOST_UNPACKED) break;
    if (type !== 'file' || size > MOST_OF_FILE || size > left) {
      entry.resume();
      continue;
    }
    const bytes = await bytesOf(entry);
    const id = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    if (!wanted.has(id) || kept.has(id)) continue;
    kept.set(id, bytes);
    left -= bytes.length;
  }
  archive.destroy();
}

async function bytesOf(entry: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of entry) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

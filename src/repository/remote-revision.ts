/** A commit as a repository, read from a forge's API; what a clone holds already is not fetched again. */
import type { Note } from '../model.ts';
import { bytesAllowed, LIMITS, type Limits } from './limits.ts';
import type { Objects } from './objects.ts';
import { readerOf } from './reader.ts';
import type { Entry, History, NotListed, Repository } from './repository.ts';
import { entriesOfTree, type TreeItem } from './tree.ts';

/** What is asked of a forge. Each rejects where it does not answer. */
export interface Forge {
  /** `owner/name`. */
  readonly name: string;
  /** `https://host/owner/name`. */
  readonly url: string;
  tree(commit: string): Promise<{
    /** Git's id of it. */
    readonly id: string;
    readonly items: readonly TreeItem[];
    readonly truncated: boolean;
  }>;
  /** How many blobs may be asked for, and how many at a time, where it is not as an API has it. */
  readonly most?: { readonly blobs: number; readonly atOnce: number };
  /** `path` is the place of the blob in the commit. null where it holds no such blob. */
  blob(id: string, path: string): Promise<Uint8Array | null>;
  history(commit: string, folder: string): Promise<History>;
}

/** Requests that one commit may cost: a token has 1,000 an hour for a repository. */
const MOST_FETCHED = 400;
const AT_ONCE = 8;
/** Files that are never text: they are listed, and only fetched if somebody asks for one of them. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|mp[34]|mov|webm|wav|ogg|pdf|zip|gz|tgz|bz2|xz|7z|rar|jar|whl|exe|dll|so|dylib|bin|dat|db|sqlite3?|pkl|pickle|joblib|pt|pth|ckpt|onnx|h5|hdf5|npy|npz|parquet|feather|woff2?|ttf|otf|eot|pyc|class)$/i;

/** `folder` is the audited one below the root; `clone` holds what need not be fetched. */
export async function openRemoteRevision(
  forge: Forge,
  commit: string,
  { folder, clone = null, limits = LIMITS }: { folder: string; clone?: Objects | null; limits?: Limits },
): Promise<Repository> {
  const [{ id: tree, items, truncated }, history] = await Promise.all([
    forge.tree(commit),
    forge.history(commit, folder),
  ]);
  const notes: Note[] = [];
  const note = (text: string) => notes.push({ path: null, line: null, text });
  const unread: NotListed[] = [];
  if (truncated) {
    note('not every file was listed: the forge cuts listings of very many files');
    unread.push({ path: null, reason: 'the forge cut the listing' });
  }
  const entries = entriesOfTree(below(items, folder), limits, notes, unread);
  const above = folder === '' ? '' : `${folder}/`;
  const store = blobsOf(forge, clone, above);
  await store.fetchAhead(entries.filter((entry) => isText(entry, limits)));
  if (store.left() > 0)
    note(`${store.left()} files were not read: that would take more requests than the forge allows`);
  return {
    name: folder === '' ? forge.name : `${forge.name}/${folder}`,
    revision: commit,
    tree,
    remote: forge.url,
    folder,
    entries,
    unread,
    history,
    notes,
    read: readerOf(
      entries,
      async ({ id, path }) => (id === null ? 'not readable' : store.read(id, above + path)),
      limits,
      notes,
    ),
  };
}

/** What lies in a folder, seen from there. */
function below(items: readonly TreeItem[], folder: string): readonly TreeItem[] {
  if (folder === '') return items;
  const start = `${folder}/`;
  return items
    .filter(({ path }) => path.startsWith(start))
    .map((item) => ({ ...item, path: item.path.slice(start.length) }));
}

function isText({ path, link, size }: Entry, limits: Limits): boolean {
  return !link && size > 0 && size <= bytesAllowed(path, limits) && !NO_TEXT.test(path);
}

interface Blobs {
  fetchAhead(entries: readonly Entry[]): Promise<void>;
  /** Files that were to be fetched and could not be, for want of requests. */
  left(): number;
  read(id: string, path: string): Promise<Uint8Array | string>;
}

/** Each blob once, out of the clone where it is there. */
function blobsOf(forge: Forge, clone: Objects | null, above: string): Blobs {
  const { blobs: most, atOnce } = forge.most ?? { blobs: MOST_FETCHED, atOnce: AT_ONCE };
  const known = new Map<string, Promise<Uint8Array | string>>();
  let fetched = 0;
  let left = 0;

  async function find(id: string, path: string): Promise<Uint8Array | string> {
    const local = await clone?.blob(id).catch(() => null);
    if (local) return local;
    if (fetched >= most) {
      left += 1;
      return 'not fetched: too many files for the requests that the forge allows';
    }
    fetched += 1;
    try {
      return (await forge.blob(id, path)) ?? 'not there any more';
    } catch {
      return 'the forge did not give it';
    }
  }

  function read(id: string, path: string): Promise<Uint8Array | string> {
    const found = known.get(id) ?? find(id, path);
    known.set(id, found);
    return found;
  }

  return {
    read,
    left: () => left,
    async fetchAhead(entries) {
      const waiting = [...entries];
      const worker = async (): Promise<void> => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
          if (one.id !== null) await read(one.id, above + one.path);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    },
  };
}

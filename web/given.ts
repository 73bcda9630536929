/** Files that were dropped or chosen, however the browser hands them over. */
import type { Source } from './job.ts';

/** More than an audit looks at: what is beyond is counted by nobody. */
const MOST_FILES = 50_000;
const DEEPEST = 40;

type Found = { readonly path: string; readonly file: File };

/** A folder chosen by its button. */
export function fromList(list: FileList): Source | null {
  const files = [...list].slice(0, MOST_FILES);
  const [first] = files;
  if (first === undefined) return null;
  const name = first.webkitRelativePath.split('/')[0] ?? first.name;
  return {
    kind: 'folder',
    name,
    files: files.map((file) => ({ path: file.webkitRelativePath.split('/').slice(1).join('/'), file })),
  };
}

/** What was dropped: folders and zip archives, each a project of its own. */
export async function fromDrop(transfer: DataTransfer): Promise<readonly Source[]> {
  // The list is emptied as soon as anything is waited for.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const sources = await Promise.all(entries.map(sourceOf));
  return sources.flatMap((source) => source ?? []);
}

async function sourceOf(entry: FileSystemEntry): Promise<Source | null> {
  if (isFile(entry)) {
    const file = await fileOf(entry);
    return /\.zip$/i.test(file.name) ? { kind: 'zip', name: file.name, file } : null;
  }
  if (!isFolder(entry)) return null;
  const files: Found[] = [];
  await walk(entry, '', files, 0);
  return { kind: 'folder', name: entry.name, files };
}

async function walk(
  folder: FileSystemDirectoryEntry,
  above: string,
  files: Found[],
  depth: number,
): Promise<void> {
  if (depth > DEEPEST) return;
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const entry of some) {
      if (files.length >= MOST_FILES) return;
      const path = `${above}${entry.name}`;
      if (isFile(entry)) files.push({ path, file: await fileOf(entry) });
      else if (isFolder(entry) && !SKIPPED.has(entry.name)) await walk(entry, `${path}/`, files, depth + 1);
    }
  }
}

/** Never part of a project, and full of files. */
const SKIPPED = new Set(['.git', 'node_modules', '.venv', '__pycache__']);

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

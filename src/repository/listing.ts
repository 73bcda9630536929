/** The files of a work tree as Git lists them: tracked ones, and untracked ones that are not ignored. */
import type { Git } from './git.ts';

/** A file that is said to be there, before anybody looked at the disk. */
export interface Listed {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'submodule' | 'other repository';
  readonly tracked: boolean;
  /** Git was told to leave it out of the work tree: a sparse checkout. */
  readonly sparse?: true;
  readonly id: string | null;
  /** Size and time that the file had when Git recorded `id`: as long as it has them, `id` is its content. */
  readonly recorded: { readonly bytes: number; readonly milliseconds: number } | null;
}

/** One process for both kinds; `--debug` adds the recorded size and time, on lines after each tracked path. */
const QUESTION = ['ls-files', '-z', '-t', '--stage', '--debug', '--cached', '--others', '--exclude-standard'];

const RECORDED =
  /^ {2}ctime: .*\n {2}mtime: (\d+):(\d+)\n {2}dev: .*\n {2}uid: .*\n {2}size: (\d+)\tflags: .*\n/;
const TRACKED = /^([A-Z]) (\d{6}) ([0-9a-f]{40,64}) (\d)\t([\s\S]+)$/;

export async function listWithGit(git: Git): Promise<readonly Listed[]> {
  return parseListing(await git(...QUESTION));
}

/** Reads the answer. Of a path in conflict, which is there once per side, one is kept and its content is unknown. */
export function parseListing(answer: string): readonly Listed[] {
  const found = new Map<string, Listed>();
  let previous: string | null = null;
  for (const chunk of answer.split('\0')) {
    const recorded = RECORDED.exec(chunk);
    const line = recorded === null ? chunk : chunk.slice(recorded[0].length);
    const before = previous === null ? undefined : found.get(previous);
    if (recorded !== null && before !== undefined)
      found.set(before.path, { ...before, recorded: stampOf(recorded) });
    const listed = parseLine(line);
    previous = listed?.path ?? null;
    if (listed === null) continue;
    const same = found.get(listed.path);
    found.set(listed.path, same === undefined ? listed : { ...same, id: null });
  }
  return [...found.values()];
}

function parseLine(line: string): Listed | null {
  if (line.startsWith('? ')) {
    const path = line.slice(2);
    // Git does not look into a repository inside the work tree: it names only the folder.
    return path.endsWith('/')
      ? { path: path.slice(0, -1), kind: 'other repository', tracked: false, id: null, recorded: null }
      : { path, kind: 'file', tracked: false, id: null, recorded: null };
  }
  const match = TRACKED.exec(line);
  if (match === null) return null;
  const [, tag = '', mode = '', id = '', stage = '', path = ''] = match;
  const kind = mode === '160000' ? 'submodule' : mode === '120000' ? 'link' : 'file';
  const listed: Listed = { path, kind, tracked: true, id: stage === '0' ? id : null, recorded: null };
  return tag === 'S' ? { ...listed, sparse: true } : listed;
}

function stampOf(match: RegExpExecArray): Listed['recorded'] {
  const [, seconds = '0', nanoseconds = '0', bytes = '0'] = match;
  return { bytes: Number(bytes), milliseconds: Number(seconds) * 1000 + Number(nanoseconds) / 1e6 };
}

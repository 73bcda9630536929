/**
 * Git asked questions about a folder that is not trusted. A repository's own configuration can name programs (fsmonitor,
 * hooks, filters, pagers, ssh commands) that Git would run; every one of them is overruled here, nothing is fetched,
 * nothing is written, and an answer has an end.
 */
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SimpleGitOptions } from 'simple-git';

export interface WorkTree {
  /** The folder that holds `.git`. */
  readonly top: string;
  readonly gitFolder: string;
  /** The audited folder seen from `top`, with `/`; '' when they are the same. */
  readonly prefix: string;
}

/** Runs one question and gives what Git prints. Throws {@link GitSilent}. */
export type Git = (...args: readonly string[]) => Promise<string>;

/** Git gave no answer. `reason` ends a sentence and names no place of this machine. */
export class GitSilent extends Error {
  override readonly name = 'GitSilent';
}

/** Bytes of one answer: some 500 000 files. */
const ANSWER_BYTES = 64 * 1024 * 1024;
const SILENCE_MS = 20_000;
const ANSWER_MS = 60_000;

/** Git for Windows understands this name too. */
const NOTHING = '/dev/null';

/** Settings that overrule what the audited repository configures. */
const OVERRULED: readonly string[] = [
  'core.fsmonitor=false',
  `core.hooksPath=${NOTHING}`,
  'core.sshCommand=false',
  'core.askPass=',
  'core.pager=cat',
  'core.editor=false',
  'credential.helper=',
  'diff.external=',
  'gpg.program=false',
  'protocol.allow=never',
  'log.showSignature=false',
  // The user's own lists, so that everybody's report on one commit is the same.
  `core.excludesFile=${NOTHING}`,
  `core.attributesFile=${NOTHING}`,
  'core.quotePath=false',
  'i18n.logOutputEncoding=UTF-8',
  'color.ui=false',
];

/** simple-git refuses these even where they switch something off. */
const UNSAFE: NonNullable<SimpleGitOptions['unsafe']> = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeEditor: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeGpgProgram: true,
  allowUnsafeHooksPath: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
};

const GIT_ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: NOTHING,
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  // Stronger than `protocol.allow`, which `protocol.<name>.allow` of the repository would overrule: no such protocol.
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
};

/** What Git itself needs to start; nothing else of this process's environment is handed on. */
const NEEDED = ['PATH', 'HOME', 'SYSTEMROOT', 'TEMP', 'TMPDIR'];

/** The work tree around a folder, found without asking Git; null when there is none. */
export function findWorkTree(folder: string): WorkTree | null {
  let top = folder;
  for (let level = 0; level < 100; level++) {
    const gitFolder = join(top, '.git');
    const stat = lstatSync(gitFolder, { throwIfNoEntry: false });
    if (stat?.isDirectory() || stat?.isFile()) {
      const prefix = folder.slice(top.length).replaceAll('\\', '/').replace(/^\/+/, '');
      return { top, gitFolder, prefix };
    }
    const parent = dirname(top);
    if (parent === top) return null;
    top = parent;
  }
  return null;
}

/** A repository without a work tree, of which the folder itself is the store; null where it is none. */
export function findBare(folder: string): WorkTree | null {
  const at = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false });
  const bare = at('HEAD')?.isFile() && at('objects')?.isDirectory() && at('refs')?.isDirectory();
  return bare === true ? { top: folder, gitFolder: folder, prefix: '' } : null;
}

/** How Git is called for a work tree: words before the question, settings, and all of the environment that it gets. */
export function callOf(tree: WorkTree): {
  readonly place: readonly string[];
  readonly config: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
} {
  return {
    // Both folders are named, so that neither `core.worktree` nor a bare repository below can lead Git elsewhere.
    place: ['-C', join(tree.top, tree.prefix), `--git-dir=${tree.gitFolder}`, `--work-tree=${tree.top}`],
    config: [...OVERRULED, `safe.directory=${tree.top}`],
    environment: minimalEnvironment(),
  };
}

/** Git for one work tree. Questions run at the same time; each is a process of its own. */
export async function gitIn(tree: WorkTree): Promise<Git> {
  const { simpleGit } = await import('simple-git');
  const { place, config, environment } = callOf(tree);
  return async (...args) => {
    const stop = new AbortController();
    const git = simpleGit({
      // Not the audited folder: on Windows a program `git.exe` lying there would be started instead of Git.
      baseDir: dirname(process.execPath),
      abort: AbortSignal.any([stop.signal, AbortSignal.timeout(ANSWER_MS)]),
      timeout: { block: SILENCE_MS },
      config: [...config],
      unsafe: UNSAFE,
      allowEnvironment: Object.keys(GIT_ENVIRONMENT),
    });
    let bytes = 0;
    git.outputHandler((_command, stdout) => {
      stdout.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES) stop.abort();
      });
    });
    try {
      return await git.env(environment).raw([...place, '--no-pager', ...args]);
    } catch (error) {
      throw new GitSilent(reasonOf(error));
    }
  };
}

function minimalEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { ...GIT_ENVIRONMENT };
  for (const name of NEEDED) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** Git's own words may name folders of this machine, so they are sorted into kinds instead of repeated. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (text.includes('ENOENT')) return 'Git is not installed';
  if (/abort|timeout/i.test(text)) return 'Git took too long or had too much to say';
  if (text.includes('dubious ownership')) return 'Git does not trust the owner of the folder';
  return 'Git could not read the repository';
}

/** Where a project lies in its repository, and which branch pull requests go to. */
import { realpathSync } from 'node:fs';
import { findWorkTree, gitIn } from '../../repository/git.ts';

export interface Place {
  /** The root of the Git work tree; the folder itself where there is none. */
  readonly root: string;
  /** The folder below the root, with `/`; '' for the root. */
  readonly prefix: string;
  readonly branch: string;
}

/** What a repository without a branch yet, or without Git, most likely gets. */
const USUAL = 'main';

export async function placeOf(folder: string): Promise<Place> {
  const real = realpathSync(folder);
  const tree = findWorkTree(real);
  if (tree === null) return { root: real, prefix: '', branch: USUAL };
  const git = await gitIn(tree);
  const asked = async (...words: readonly string[]): Promise<string | null> => {
    const said = await git(...words).catch(() => '');
    return said.trim() || null;
  };
  // What the remote calls its default; else the branch that is checked out.
  const remote = await asked('symbolic-ref', '--short', 'refs/remotes/origin/HEAD');
  const branch =
    remote?.replace(/^origin\//, '') ?? (await asked('symbolic-ref', '--short', 'HEAD')) ?? USUAL;
  return { root: tree.top, prefix: tree.prefix, branch };
}

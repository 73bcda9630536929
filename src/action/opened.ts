/** The code that is judged, and the code that it is compared with: from the work tree, a clone, or GitHub's API. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { type Api, quietly } from '../github/api.ts';
import { contentsOf } from '../github/contents.ts';
import type { Subject } from '../github/event.ts';
import { mergeBase } from '../github/pull-request.ts';
import { openRepository } from '../repository/open.ts';
import { type Forge, openRemoteRevision } from '../repository/remote-revision.ts';
import type { Repository } from '../repository/repository.ts';
import { type Clone, openClone } from '../repository/revision.ts';

export interface Place {
  readonly workspace: string;
  /** The audited folder below it. */
  readonly path: string;
  readonly clone: Clone | null;
  readonly api: Api | null;
  readonly forge: Forge | null;
}

export interface Opened {
  readonly repository: Repository;
  /** Sentences that a reader of the report should know. Markdown of our own. */
  readonly notices: readonly string[];
}

export async function placeOf(workspace: string, path: string, api: Api | null): Promise<Place> {
  const folder = join(workspace, path);
  const nearest = [folder, workspace].find((one) => existsSync(one));
  const clone = nearest === undefined ? null : await openClone(nearest);
  return { workspace, path, clone, api, forge: api === null ? null : contentsOf(api) };
}

/** What is judged. Throws a UserError where it cannot be read. */
export async function openHead(place: Place, subject: Subject): Promise<Opened> {
  const { clone, workspace, path } = place;
  const { head, distrusted } = subject;
  if (!distrusted && (subject.pull === null || head === null || clone?.head === head)) {
    return { repository: await whole(place, await openRepository(join(workspace, path))), notices: [] };
  }
  const exact = head === null ? null : await openCommit(place, head);
  if (exact !== null) return { repository: exact, notices: [] };
  if (distrusted) throw unreadable(head);
  const merged = clone?.head != null && head !== null && (await clone.parentsOf(clone.head)).includes(head);
  const what = merged ? 'the merge of this pull request into its base' : 'what is checked out';
  const notice = `Judged was ${what}, because commit \`${head?.slice(0, 7)}\` itself could not be read: \`fetch-depth: 0\` for the checkout, or \`contents: read\` for the token, makes it readable.`;
  return { repository: await openRepository(join(workspace, path)), notices: [notice] };
}

/** What the change starts from; null where it cannot be read. */
export async function openBase(place: Place, subject: Subject, head: string): Promise<Repository | null> {
  const { clone, api } = place;
  const { base, event } = subject;
  if (base === null) return null;
  if (event === 'merge_group' || event === 'push') return openCommit(place, base);
  // The base may have moved on: what it gained since is not this change's loss.
  const start = (await clone?.mergeBase(base, head)) ?? (api && (await mergeBase(api, base, head))) ?? base;
  return openCommit(place, start);
}

/** A commit out of the clone where it is there, else by the API; null where neither can give it. */
async function openCommit(place: Place, commit: string): Promise<Repository | null> {
  const { clone, forge } = place;
  const local = await clone?.revision(commit);
  if (local) return whole(place, local);
  if (forge === null) return null;
  const folder = clone?.folder ?? place.path;
  return quietly(openRemoteRevision(forge, commit, { folder, clone: clone?.objects ?? null }));
}

/** A shallow clone knows only the newest commit; the API knows how many there are. */
async function whole({ forge }: Place, repository: Repository): Promise<Repository> {
  const { history, revision, folder } = repository;
  if (history?.shallow !== true || forge === null || revision === null) return repository;
  const known = await quietly(forge.history(revision, folder));
  // What is read later still grows the notes of the repository itself.
  return known === null ? repository : { ...repository, history: known, notes: repository.notes };
}

function unreadable(head: string | null): UserError {
  return new UserError({
    code: 'not-readable',
    message: `Commit ${head?.slice(0, 7) ?? 'unknown'} cannot be read`,
    hint: 'Give the step a token that may read it: `contents: read` in the permissions of the job.',
    exitCode: 2,
  });
}

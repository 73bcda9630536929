/** The one comment of a pull request: found again by its first line and its author, edited in place, never doubled. */
import { createHash } from 'node:crypto';
import { type Api, quietly } from './api.ts';

export type CommentMode = 'always' | 'on-change' | 'on-failure' | 'off';

export interface CommentRequest {
  readonly pull: number;
  readonly marker: string;
  readonly run: RunStamp;
  /** Login that comments are written under, where the token cannot tell. */
  readonly author: string | null;
  /** Whether a first comment is wanted; an earlier one is brought up to date in any case. */
  readonly wanted: boolean;
  /** The text below the first two lines, within a number of characters. */
  readonly body: (characters: number) => string;
}

/** Which attempt of which run wrote it, and about which commit. */
export interface RunStamp {
  readonly id: number;
  readonly attempt: number;
  readonly head: string;
}

export type Outcome = 'created' | 'updated' | 'unchanged' | 'not wanted' | 'stale';

/** GitHub refuses more than 65,536 characters. */
const MOST_CHARACTERS = 65_000;
/** An installation token cannot read who it is; the one of a workflow is this. */
const WORKFLOW_BOT = 'github-actions[bot]';

/** The first line: which audit of which folder it is. Only a comment that begins with it is one of ours. */
export function markerOf(...parts: readonly string[]): string {
  const key = createHash('sha256').update(parts.join('|')).digest('hex').slice(0, 12);
  return `<!-- milestone-auditor:v1 key=${key} -->`;
}

/** Throws a Trouble. */
export async function writeComment(api: Api, request: CommentRequest): Promise<Outcome> {
  const { pull, marker, run } = request;
  if (await isStale(api, pull, run.head)) return 'stale';
  const own = await ownComments(api, request);
  const [newest, ...older] = own;
  for (const one of older) await quietly(minimise(api, one.node_id));
  const stamp = `<!-- run=${run.id} attempt=${run.attempt} head=${run.head} -->`;
  const head = `${marker}\n${stamp}\n`;
  const body = `${head}${request.body(MOST_CHARACTERS - head.length)}`;
  if (newest === undefined) {
    if (!request.wanted) return 'not wanted';
    await api.ask(
      (octokit) =>
        octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...api.repo,
          issue_number: pull,
          body,
        }),
      async () => (await ownComments(api, request))[0] ?? null,
    );
    return 'created';
  }
  if (isNewer(newest.body ?? '', run)) return 'stale';
  if (withoutStamp(newest.body ?? '') === withoutStamp(body)) return 'unchanged';
  await api.ask((octokit) =>
    octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...api.repo,
      comment_id: newest.id,
      body,
    }),
  );
  return 'updated';
}

/** A newer commit was pushed while this run was on its way: its own run will write. */
async function isStale(api: Api, pull: number, head: string): Promise<boolean> {
  const found = await api.ask((octokit) =>
    octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { ...api.repo, pull_number: pull }),
  );
  return found.head.sha !== head;
}

/**
 * Newest first. By the first line alone anybody who quotes a comment, or copies it, could have theirs overwritten, and
 * edit the report ever after.
 */
async function ownComments(api: Api, { pull, marker, author }: CommentRequest) {
  const [comments, me] = await Promise.all([
    api.all((octokit, page, perPage) =>
      octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...api.repo,
        issue_number: pull,
        page,
        per_page: perPage,
      }),
    ),
    author ?? whoAmI(api),
  ]);
  return comments
    .filter(({ body, user }) => body?.split('\n', 1)[0]?.trimEnd() === marker && isMe(user, me))
    .sort((a, b) => Number(b.id) - Number(a.id));
}

function isMe(user: { readonly login: string; readonly type: string } | null, me: string): boolean {
  if (user === null || user.login !== me) return false;
  return !me.endsWith('[bot]') || user.type === 'Bot';
}

async function whoAmI(api: Api): Promise<string> {
  const user = await quietly(api.ask((octokit) => octokit.request('GET /user')));
  return user?.login ?? WORKFLOW_BOT;
}

async function minimise(api: Api, node: string): Promise<void> {
  await api.mutate(
    'mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { clientMutationId } }',
    { id: node },
  );
}

const STAMP = /^<!-- run=(\d+) attempt=(\d+) head=([0-9a-f]+) -->$/m;

/** Two runs at one commit: what the later one wrote stays. */
function isNewer(body: string, run: RunStamp): boolean {
  const match = STAMP.exec(body);
  if (match === null || match[3] !== run.head) return false;
  const [id, attempt] = [Number(match[1]), Number(match[2])];
  return id > run.id || (id === run.id && attempt > run.attempt);
}

function withoutStamp(body: string): string {
  return body.replace(STAMP, '').replace(/\r\n/g, '\n').trimEnd();
}

/** Which event started the run, and what follows: which commit is judged, against which, and what may be written. Pure. */

export interface Pull {
  readonly number: number;
  /** Its code comes from another repository, or from one that is gone. */
  readonly fork: boolean;
}

/** A run of another workflow, of which this one publishes the report. */
export interface Source {
  readonly owner: string;
  readonly branch: string;
}

export interface Subject {
  readonly event: string;
  /** The commit that is reported on; null where only the work tree is known. */
  readonly head: string | null;
  /** The tip of what it is to be merged into, the commit before a push, or null where there is nothing to compare with. */
  readonly base: string | null;
  readonly pull: Pull | null;
  /** What a push did to its branch; null where it is none. */
  readonly push: 'continued' | 'begun' | 'rewritten' | null;
  /** Only with `workflow_run`: the pull request has to be looked for. */
  readonly source: Source | null;
  /** The code is not trusted: it is read by the API, and what is checked out is somebody else's. */
  readonly distrusted: boolean;
  /** Why the token can write nothing, whatever its permissions say. */
  readonly readOnly: 'fork' | 'dependabot' | null;
  /** Why there is nothing to do, or null. */
  readonly skip: string | null;
}

const SHA = /^[0-9a-f]{40,64}$/;
const NOTHING = /^0+$/;

/** `sha` is the commit that GitHub names for the run. An unknown event is an audit all the same, and never an error. */
export function subjectOf(event: string, payload: unknown, sha: string, actor: string): Subject {
  const plain: Subject = {
    event,
    head: SHA.test(sha) ? sha : null,
    base: null,
    pull: null,
    push: null,
    source: null,
    distrusted: false,
    readOnly: null,
    skip: null,
  };
  switch (event) {
    case 'pull_request':
    case 'pull_request_target':
      return pullRequest(plain, payload, actor);
    case 'push': {
      const after = text(payload, 'after');
      if (after !== null && NOTHING.test(after)) return { ...plain, skip: 'the branch was deleted' };
      const before = commit(payload, 'before');
      const push = before === null ? 'begun' : read(payload, 'forced') === true ? 'rewritten' : 'continued';
      return { ...plain, head: commit(payload, 'after') ?? plain.head, base: before, push };
    }
    case 'merge_group':
      return {
        ...plain,
        head: commit(payload, 'merge_group', 'head_sha') ?? plain.head,
        base: commit(payload, 'merge_group', 'base_sha'),
      };
    case 'workflow_run':
      return workflowRun(plain, payload);
    case 'schedule':
    case 'workflow_dispatch':
      return plain;
    default:
      // Nobody knows what it is about: the result goes into the summary alone.
      return { ...plain, head: null };
  }
}

function pullRequest(plain: Subject, payload: unknown, actor: string): Subject {
  const number = read(payload, 'pull_request', 'number');
  const head = commit(payload, 'pull_request', 'head', 'sha');
  if (typeof number !== 'number' || head === null) return plain;
  const from = text(payload, 'pull_request', 'head', 'repo', 'full_name');
  const into = text(payload, 'pull_request', 'base', 'repo', 'full_name');
  // The repository of a fork that was deleted is null.
  const fork = from === null || from.toLowerCase() !== into?.toLowerCase();
  const distrusted = plain.event === 'pull_request_target';
  const readOnly = distrusted ? null : fork ? 'fork' : actor === 'dependabot[bot]' ? 'dependabot' : null;
  const base = commit(payload, 'pull_request', 'base', 'sha');
  return { ...plain, head, base, pull: { number, fork }, distrusted, readOnly };
}

function workflowRun(plain: Subject, payload: unknown): Subject {
  const head = commit(payload, 'workflow_run', 'head_sha');
  const owner = text(payload, 'workflow_run', 'head_repository', 'owner', 'login');
  const branch = text(payload, 'workflow_run', 'head_branch');
  const ofPull = text(payload, 'workflow_run', 'event')?.startsWith('pull_request') === true;
  if (text(payload, 'workflow_run', 'conclusion') === 'cancelled') {
    return { ...plain, head, distrusted: true, skip: 'the run that it follows was cancelled' };
  }
  const source = ofPull && owner !== null && branch !== null ? { owner, branch } : null;
  return { ...plain, head, source, distrusted: true };
}

function read(payload: unknown, ...keys: readonly string[]): unknown {
  let value = payload;
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function text(payload: unknown, ...keys: readonly string[]): string | null {
  const value = read(payload, ...keys);
  return typeof value === 'string' ? value : null;
}

function commit(payload: unknown, ...keys: readonly string[]): string | null {
  const value = text(payload, ...keys);
  return value !== null && SHA.test(value) && !NOTHING.test(value) ? value : null;
}

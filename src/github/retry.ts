/** What to do when GitHub does not answer as hoped: wait as long as it asks, a few times, and never past the end. */

/** Why a request came to nothing, as far as it matters to whoever asked. */
export type Reason = 'forbidden' | 'not found' | 'invalid' | 'limited' | 'unavailable';

/** GitHub refused, or could not be reached. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
  readonly reason: Reason;
  /** 0 where there was no answer at all. */
  readonly status: number;

  constructor(reason: Reason, status: number, message: string) {
    super(message);
    this.reason = reason;
    this.status = status;
  }
}

/** What is read of an answer. Names of headers are in lower case. */
interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export interface Patience {
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds of all waits together; two minutes where it is left out. */
  readonly longest?: number;
}

/** All waits of a run together: a job must not hang because GitHub is busy. */
const LONGEST_MS = 120_000;
/** What GitHub asks for where a secondary limit comes without a time. */
const LIMITED_MS = 60_000;
const TRIES = 3;
/** After so many questions without any answer nothing is asked any more. */
const SILENT = 2;

export type Retry = <T>(question: () => Promise<T>, again?: () => Promise<T | null>) => Promise<T>;

/**
 * Asks until there is an answer, or no hope of one: throws a {@link Trouble}. A question that creates something may have
 * been heard although the answer was lost; `again` then looks for what it created before it is asked once more.
 */
export function retrying(patience: Patience): Retry {
  let left = patience.longest ?? LONGEST_MS;
  let unanswered = 0;
  return async (question, again) => {
    if (unanswered >= SILENT) throw new Trouble('unavailable', 0, 'GitHub did not answer before');
    for (let tries = 1; ; tries += 1) {
      try {
        const answer = await question();
        unanswered = 0;
        return answer;
      } catch (error) {
        const refusal = refusalOf(error);
        const reason = reasonOf(refusal);
        const wait = waitOf(refusal, reason, tries, patience.now());
        if (wait === null || tries >= TRIES || wait > left) {
          unanswered = refusal.status === 0 ? unanswered + 1 : 0;
          throw new Trouble(reason, refusal.status, refusal.message);
        }
        left -= wait;
        await patience.sleep(wait);
        const done = reason === 'unavailable' ? await again?.() : null;
        if (done !== null && done !== undefined) return done;
      }
    }
  };
}

function refusalOf(error: unknown): Refusal {
  const status = numberAt(error, 'status');
  // Octokit says 500 where there was no answer at all.
  const response = status === null ? undefined : at(error, 'response');
  return {
    status: response === undefined ? 0 : (status ?? 0),
    headers: (at(response, 'headers') as Refusal['headers'] | undefined) ?? {},
    message: error instanceof Error ? error.message : String(error),
  };
}

function reasonOf({ status, headers, message }: Refusal): Reason {
  const limited = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
  if (status === 429 || (status === 403 && (limited || /rate limit/i.test(message)))) return 'limited';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'not found';
  return status >= 400 && status < 500 && status !== 408 ? 'invalid' : 'unavailable';
}

/** Milliseconds until it may be asked again; null where asking again would change nothing. */
function waitOf({ headers }: Refusal, reason: Reason, tries: number, now: number): number | null {
  const asked = Number(headers['retry-after'] ?? Number.NaN);
  if (reason === 'unavailable') return Number.isFinite(asked) ? asked * 1000 : 500 * 2 ** tries;
  if (reason !== 'limited') return null;
  if (Number.isFinite(asked)) return asked * 1000;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
  const exhausted = headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset);
  return exhausted ? Math.max(1000, reset - now + 1000) : LIMITED_MS;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number | null {
  const found = at(value, key);
  return typeof found === 'number' ? found : null;
}

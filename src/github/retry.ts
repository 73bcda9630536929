/**
 * What to do when GitHub does not answer as hoped. Octokit's plugins wait and ask again; here is said whether that is worth
 * it: as long as GitHub asks, a few times, and never past the end.
 */
import type { Octokit } from '@octokit/rest';

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

export interface Patience {
  /** Told how long GitHub asks to be left alone. */
  readonly waiting?: (milliseconds: number) => void;
  /** Milliseconds of all waits together; two minutes where it is left out. */
  readonly longest?: number;
  /** Milliseconds of a second: fewer in a test. */
  readonly second?: number;
}

/** All waits of a run together: a job must not hang because GitHub is busy. */
const LONGEST_MS = 120_000;
/** Seconds that GitHub asks for where a secondary limit comes without a time. */
const LIMITED = 60;
const TRIES = 3;

/** What Octokit knows of a question: the same object for every try. */
interface Asked {
  readonly request: { hopeless?: boolean };
}

export interface Waits {
  /** Options of the plugins for throttling and retrying. */
  readonly options: object;
  /** Whether to ask for the `tries`-th time again in so many seconds: counts them, and tells them. */
  readonly worth: (seconds: number, tries: number) => boolean;
  readonly pause: (seconds: number) => Promise<void>;
}

export function waitsOf({ waiting, longest = LONGEST_MS, second = 1000 }: Patience): Waits {
  let left = longest;
  const worth: Waits['worth'] = (seconds, tries) => {
    if (tries >= TRIES || seconds * 1000 > left) return false;
    left -= seconds * 1000;
    waiting?.(seconds * 1000);
    return true;
  };
  const limited = (seconds: number, { request }: Asked, _octokit: unknown, retried: number): boolean =>
    request.hopeless !== true && worth(seconds, retried + 1);
  return {
    options: {
      throttle: { onRateLimit: limited, onSecondaryRateLimit: limited, retryAfterBaseValue: second },
      retry: { doNotRetry: EVERY_STATUS, retryAfterBaseValue: second },
    },
    worth,
    pause: (seconds) => new Promise((resolve) => void setTimeout(resolve, seconds * second)),
  };
}

/** The plugin for retrying would ask a creating question twice, and overlooks `retry-after`: {@link patient} tells it when. */
const EVERY_STATUS = Array.from({ length: 200 }, (_, at) => 400 + at);

/** The seconds in which a question without an answer is asked again. */
export function breath(tries: number): number {
  return 2 ** (tries - 1);
}

/** A part of Octokit that is put into it when it is made. */
export type Plugin = Parameters<typeof Octokit.plugin>[0];

interface Retrying {
  readonly retry: {
    readonly retryRequest: (error: Error, retries: number, retryAfter: number) => Error;
  };
}

/** An Octokit plugin that stands before the others. `once`: what was not answered is not asked again. */
export function patient({ worth }: Waits, once: boolean): Plugin {
  return (octokit) => {
    octokit.hook.error('request', (error, { request }) => {
      const tries = (Number(request.retryCount) || 0) + 1;
      const seconds = secondsUntil(refusalOf(error), tries, once);
      if (seconds === null) throw error;
      if (!worth(seconds, tries)) {
        // The plugin for throttling would read another time out of the same answer.
        request.hopeless = true;
        throw error;
      }
      // Given by the plugin for retrying, which is there by then.
      throw (octokit as typeof octokit & Retrying).retry.retryRequest(error, TRIES - 1, seconds);
    });
  };
}

/** null where asking again would change nothing, and for limits whose time the plugin for throttling reads right. */
function secondsUntil(refusal: Refusal, tries: number, once: boolean): number | null {
  const { status, headers, message } = refusal;
  const asked = Number(headers['retry-after'] ?? Number.NaN);
  if (reasonOf(refusal) === 'limited') {
    if (/\bsecondary rate\b/i.test(message)) return null;
    if (Number.isFinite(asked)) return asked;
    const told = headers['x-ratelimit-remaining'] === '0' && headers['x-ratelimit-reset'] !== undefined;
    return told ? null : LIMITED;
  }
  if (once || !unanswered(status)) return null;
  return Number.isFinite(asked) ? asked : breath(tries);
}

function unanswered(status: number): boolean {
  return status === 0 || status === 408 || status >= 500;
}

export function troubleOf(error: unknown): Trouble {
  const refusal = refusalOf(error);
  return new Trouble(reasonOf(refusal), refusal.status, refusal.message);
}

/** What is read of an answer. Names of headers are in lower case. */
interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly message: string;
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
  return unanswered(status) || status < 400 ? 'unavailable' : 'invalid';
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number | null {
  const found = at(value, key);
  return typeof found === 'number' ? found : null;
}

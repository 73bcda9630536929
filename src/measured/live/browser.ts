/** Asks addresses as a careful stranger would: few requests, little time, no cookies, no credentials, nothing written. */
import { type PeerCertificate, TLSSocket } from 'node:tls';
import type { Dispatcher } from 'undici';
import { Forbidden, guarded, type Network } from './network.ts';

export interface Certificate {
  readonly issuer: string;
  /** `2027-01-31`. */
  readonly until: string;
}

export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Where the redirects ended. */
      readonly url: string;
      /** `text/html`, lower case, without parameters. */
      readonly type: string;
      /** The beginning of it, see {@link MOST_BYTES}. */
      readonly text: string;
      /** null without TLS. */
      readonly certificate: Certificate | null;
    }
  /** It surely does not work, and why; ends a sentence. */
  | { readonly kind: 'down'; readonly reason: string; readonly certificate?: 'refused' }
  /** Nobody can tell, and why. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Browser {
  /** `seconds` for one try; two are made where the first one got no answer. */
  ask(url: string, seconds?: number): Promise<Reply>;
  close(): Promise<void>;
}

const SECONDS = 5;
const MOST_BYTES = 1024 * 1024;
const MOST_REDIRECTS = 3;
/** Of one host, redirects and second tries among them. */
const MOST_REQUESTS = 10;

export async function openBrowser(network: Network): Promise<Browser> {
  const { Agent, request } = await import('undici');
  const certificates = new Map<string, Certificate>();
  const connect = await guarded(network);
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    connect: (options, callback) =>
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        if (socket instanceof TLSSocket)
          certificates.set(options.hostname, certificateOf(socket.getPeerCertificate()));
        callback(null, socket);
      }),
  });
  const asked = new Map<string, number>();

  async function once(url: URL, seconds: number): Promise<Reply | URL> {
    const count = (asked.get(url.host) ?? 0) + 1;
    if (count > MOST_REQUESTS)
      return { kind: 'unknown', reason: `${MOST_REQUESTS} requests to ${url.host} are enough` };
    asked.set(url.host, count);
    try {
      const response = await request(url, {
        dispatcher: agent,
        method: 'GET',
        headers: { accept: '*/*', 'user-agent': 'milestone-auditor (asks what a README documents)' },
        signal: AbortSignal.timeout(seconds * 1000),
      });
      const text = await beginning(response.body);
      const { statusCode: status, headers } = response;
      const location = redirects(status) ? String(headers.location ?? '') : '';
      if (location !== '') return URL.canParse(location, url.href) ? new URL(location, url) : BAD_REDIRECT;
      const type =
        String(headers['content-type'] ?? '')
          .split(';')[0]
          ?.trim()
          .toLowerCase() ?? '';
      const certificate = url.protocol === 'https:' ? (certificates.get(url.hostname) ?? null) : null;
      return { kind: 'answer', status, url: url.href, type, text, certificate };
    } catch (error) {
      return failure(error, seconds);
    }
  }

  async function patiently(url: URL, seconds: number): Promise<Reply | URL> {
    const first = await once(url, seconds);
    return 'kind' in first && first.kind === 'unknown' && first.reason !== NOT_PUBLIC
      ? once(url, seconds)
      : first;
  }

  return {
    async ask(address, seconds = SECONDS) {
      let url = new URL(address);
      for (let redirect = 0; redirect <= MOST_REDIRECTS; redirect += 1) {
        const refused = unasked(url);
        if (refused !== null) return { kind: 'unknown', reason: refused };
        const reply = await patiently(url, seconds);
        if ('kind' in reply) return reply;
        url = reply;
      }
      return { kind: 'down', reason: `it redirects more than ${MOST_REDIRECTS} times` };
    },
    close: () => agent.destroy(),
  };
}

const BAD_REDIRECT: Reply = { kind: 'down', reason: 'it redirects to what is no address' };
const NOT_PUBLIC = 'it leads to an address that is not public, so it was not asked';

/** What is not asked at all. */
function unasked(url: URL): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'it leads to what is no web page';
  return url.username === '' && url.password === '' ? null : 'it holds credentials, so it was not asked';
}

function redirects(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Whatever comes after the limit is left where it is. */
async function beginning(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes >= MOST_BYTES) break;
    }
  } catch {
    // It answered, and then took its time: what came is enough.
  }
  body.destroy();
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString();
}

function certificateOf({ issuer, valid_to }: PeerCertificate): Certificate {
  const named = issuer?.O ?? issuer?.CN ?? 'an issuer without a name';
  const until = new Date(valid_to);
  return {
    issuer: String(named).slice(0, 100),
    until: Number.isNaN(until.getTime()) ? 'an unknown day' : until.toISOString().slice(0, 10),
  };
}

/** Node's and OpenSSL's own words for what surely does not work. Whatever else went wrong may be our side's doing. */
const DOWN: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  ECONNREFUSED: 'nothing answers there',
};
const REFUSED: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that nobody knows',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that nobody knows',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
};

function failure(error: unknown, seconds: number): Reply {
  if (error instanceof Forbidden) return { kind: 'unknown', reason: NOT_PUBLIC };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const down = DOWN[code];
  if (down !== undefined) return { kind: 'down', reason: down };
  const refused = REFUSED[code];
  if (refused !== undefined) return { kind: 'down', reason: refused, certificate: 'refused' };
  const late = error instanceof Error && /timeout|aborted/i.test(`${error.name} ${code} ${error.message}`);
  return {
    kind: 'unknown',
    reason: late ? `it gave no answer within ${seconds} seconds` : 'the connection broke',
  };
}

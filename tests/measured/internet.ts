/**
 * A small internet on loopback: names that resolve to public addresses, and a wire that notes every address that somebody
 * connects to before it leads to a server of the test.
 */
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buildConnector } from 'undici';
import { onTestFinished } from 'vitest';
import type { Network } from '../../src/measured/live/network.ts';
import type { Authority, Pair } from './authority.ts';

export interface Internet extends Network {
  /** Addresses that were connected to, in order: `93.184.215.14:443`. */
  readonly connected: readonly string[];
  /** A name, and where it leads: the last answer is repeated. */
  readonly name: (host: string, ...answers: readonly (readonly string[])[]) => void;
  /** A server behind an address. */
  readonly serve: (address: string, listener: RequestListener, pair?: Pair) => Promise<void>;
  /** Requests that servers got: `app.example/health`. */
  readonly requests: readonly string[];
}

export function internet(authority: Authority): Internet {
  const connected: string[] = [];
  const requests: string[] = [];
  const names = new Map<string, (readonly string[])[]>();
  const ports = new Map<string, number>();
  const open = buildConnector({ timeout: 2000, ca: authority.ca });
  return {
    connected,
    requests,
    name: (host, ...answers) => void names.set(host, [...answers]),
    async serve(address, listener, pair) {
      const noted: RequestListener = (request, response) => {
        requests.push(`${request.headers.host}${request.url}`);
        listener(request, response);
      };
      const server = pair === undefined ? createHttp(noted) : createHttps(pair, noted);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ports.set(`${address}:${pair === undefined ? 80 : 443}`, (server.address() as AddressInfo).port);
      onTestFinished(() => {
        server.closeAllConnections();
        server.close();
      });
    },
    async resolve(host) {
      const answers = names.get(host);
      if (answers === undefined)
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
      return (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
    },
    connect(options, callback) {
      const place = `${options.hostname}:${options.port || (options.protocol === 'https:' ? 443 : 80)}`;
      connected.push(place);
      const port = ports.get(place);
      // No server of the test: a port of loopback at which nobody listens.
      open({ ...options, hostname: '127.0.0.1', port: String(port ?? 9) }, callback);
    },
  };
}

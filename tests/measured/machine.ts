/**
 * Loaded before the built program: a machine whose names and wires lead where a test says. Every address that the program
 * connects to, by whatever way, is noted before it leads to a server of loopback.
 */

import dns from 'node:dns/promises';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

export interface Machine {
  /** Addresses of names. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Ports of loopback by `address:port`. */
  readonly ports: Readonly<Record<string, number>>;
  /** A file that gets a line for each connection. */
  readonly log: string;
}

interface Place {
  host?: string;
  port?: number | string;
}

const { names, ports, log } = JSON.parse(process.env.MACHINE ?? '') as Machine;

async function lookup(host: string): Promise<readonly { readonly address: string }[]> {
  const found = names[host];
  if (found === undefined)
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
  return found.map((address) => ({ address }));
}
Object.assign(dns, { lookup });
syncBuiltinESMExports();

const connect = net.Socket.prototype.connect as (this: net.Socket, ...given: unknown[]) => net.Socket;
function noted(this: net.Socket, ...given: unknown[]): net.Socket {
  // Node hands over its own list of arguments, where `net.connect` was called.
  const place = ([given[0]].flat() as Place[])[0] ?? {};
  const asked = `${place.host}:${place.port}`;
  appendFileSync(log, `${asked}\n`);
  place.host = '127.0.0.1';
  // No server of the test: a port at which nobody listens.
  place.port = ports[asked] ?? 9;
  return connect.apply(this, given);
}
Object.assign(net.Socket.prototype, { connect: noted });

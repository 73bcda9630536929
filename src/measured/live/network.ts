/**
 * The way to the outside. Addresses stand in a README that somebody may have written to reach what is near this machine:
 * every name is resolved here, every address is checked, and the connection goes to the address that was checked.
 */
import { lookup } from 'node:dns/promises';
import type { buildConnector } from 'undici';

export interface Network {
  /** All addresses of a name. Rejects with Node's own errors. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Opens a socket to `hostname`, which is an address by then; `servername` is whom its certificate must name. */
  readonly connect: buildConnector.connector;
}

/** Not a place of the public internet. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

const CONNECT_MS = 5000;
/** Where a cloud tells its machines their secrets, at an address that looks public. */
const METADATA: ReadonlySet<string> = new Set(['168.63.129.16']);

export async function openNetwork(): Promise<Network> {
  const { buildConnector } = await import('undici');
  return {
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    connect: buildConnector({ timeout: CONNECT_MS, allowH2: false }),
  };
}

/** undici's connector with the check before it. What a name resolves to is asked once for each connection. */
export async function guarded({ resolve, connect }: Network): Promise<buildConnector.connector> {
  const { default: ip } = await import('ipaddr.js');
  const global = ip.IPv6.parse('2000::');
  const isPublic = (address: string): boolean => {
    if (!ip.isValid(address) || METADATA.has(address)) return false;
    const parsed = ip.parse(address);
    // Of IPv6 one eighth is given out; old forms of IPv4 addresses (`::127.0.0.1`) lie outside of it.
    const given = parsed instanceof ip.IPv4 || parsed.match(global, 3);
    return given && parsed.range() === 'unicast';
  };

  async function checked(host: string): Promise<string> {
    const literal = host.replace(/^\[|\]$/g, '');
    const addresses = ip.isValid(literal) ? [literal] : await resolve(host);
    // One of them that is near is enough: who mixes them wants to be connected to that one.
    const near = addresses.find((address) => !isPublic(address));
    const [first] = addresses;
    if (near !== undefined || first === undefined)
      throw new Forbidden('it leads to an address that is not public');
    return first;
  }

  return (options, callback) => {
    checked(options.hostname).then(
      (address) => {
        const servername = address === options.hostname ? undefined : options.hostname;
        connect(
          { ...options, hostname: address, ...(servername === undefined ? {} : { servername }) },
          callback,
        );
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

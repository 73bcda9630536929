/** `--live` as it is shipped: the built program asks a loopback web server, and its sockets are watched. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI, emptyFolder, repository } from '../cli/run.ts';
import { NODE } from '../github/step.ts';
import { misfits } from '../schemas/fits.ts';
import { type Authority, newAuthority, type Pair } from './authority.ts';
import type { Machine } from './machine.ts';

const HOST = 'posts.ada-and-friends.dev';
const PUBLIC = '93.184.215.14';
const PRELOAD = fileURLToPath(new URL('machine.ts', import.meta.url));

let authority: Authority;
let trusted: string;
beforeAll(() => {
  authority = newAuthority();
  trusted = join(emptyFolder(), 'authority.pem');
  writeFileSync(trusted, authority.ca);
});
afterAll(() => authority.close());

const app: RequestListener = ({ url }, response) => {
  if (url === '/health') response.setHeader('content-type', 'application/json').end('{"status": "ok"}');
  else response.setHeader('content-type', 'text/html').end('<p>Posts</p>');
};

async function served(listener: RequestListener, pair?: Pair): Promise<number> {
  const server = pair === undefined ? createHttp(listener) : createHttps(pair, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

interface Asked {
  readonly address?: string;
  readonly names?: Machine['names'];
  readonly ports?: Machine['ports'];
  readonly words?: readonly string[];
}

async function asked({ address, names, ports = {}, words = ['--live'] }: Asked) {
  const folder = repository({
    'README.md': `# Posts\n\nAn API for posts. It runs at ${address ?? `https://${HOST}`}.\n`,
    'main.py':
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {"status": "ok"}\n',
  });
  const log = join(emptyFolder(), 'connected');
  writeFileSync(log, '');
  const machine: Machine = { names: names ?? { [HOST]: [PUBLIC] }, ports, log };
  const { stdout, stderr } = await promisify(execFile)(
    NODE,
    ['--import', PRELOAD, CLI, 'audit', folder, '-m', 'production-deployment', '-f', 'json', ...words],
    { env: { PATH: process.env.PATH, MACHINE: JSON.stringify(machine), NODE_EXTRA_CA_CERTS: trusted } },
  );
  expect(stderr).toBe('');
  const report = JSON.parse(stdout) as Report;
  expect(misfits('report', report)).toEqual([]);
  const all = report.milestones.flatMap(({ requirements }) => requirements);
  return {
    measured: report.measured,
    verdict: (wanted: string) => {
      const one = all.find(({ id }) => id === wanted);
      return [one?.byFiles?.verdict ?? one?.verdict, one?.verdict];
    },
    connected: [...new Set(readFileSync(log, 'utf8').split('\n').filter(Boolean))],
  };
}

it('a program that answers is up, and nothing else was connected to', async () => {
  const port = await served(app, authority.certificate(HOST));
  const { measured, verdict, connected } = await asked({ ports: { [`${PUBLIC}:443`]: port } });
  expect(measured).toMatchObject([
    {
      what: 'address',
      source: `https://${HOST}`,
      value: { status: 200, down: null, certificate: { issuer: 'Authority of a test' }, health: '/health' },
    },
  ]);
  expect(verdict('public-url')).toEqual(['met', 'met']);
  expect(connected).toEqual([`${PUBLIC}:443`]);
});

it('one at which nothing answers is down: its documented address is met no more', async () => {
  const { measured, verdict, connected } = await asked({});
  expect(measured).toMatchObject([{ value: { status: null, down: 'nothing answers there' } }]);
  expect(verdict('public-url')).toEqual(['met', 'missing']);
  expect(connected).toEqual([`${PUBLIC}:443`]);
});

it.each([
  ['has expired', HOST, -1, 'its certificate has expired'],
  ['is for another name', 'other.example', 2, 'its certificate is for another name'],
])('a certificate that %s is no certificate', async (_, name, days, down) => {
  const port = await served(app, authority.certificate(name, days));
  const { measured, verdict } = await asked({ ports: { [`${PUBLIC}:443`]: port } });
  expect(measured).toMatchObject([{ value: { down, certificate: 'refused' } }]);
  expect(verdict('custom-domain-ssl')).toEqual(['met', 'missing']);
});

it.each(['http://127.0.0.1:8080/secret', 'http://169.254.169.254/latest/', 'http://inside.example/'])(
  'a redirect to %s is not followed, and makes the requirement undecided',
  async (to) => {
    const port = await served((_, response) => void response.writeHead(302, { location: to }).end());
    const { measured, verdict, connected } = await asked({
      address: `http://${HOST}`,
      names: { [HOST]: [PUBLIC], 'inside.example': ['10.0.0.5'] },
      ports: { [`${PUBLIC}:80`]: port },
    });
    expect(measured).toMatchObject([
      { value: { unmeasured: 'it leads to an address that is not public, so it was not asked' } },
    ]);
    expect(verdict('public-url')).toEqual(['met', 'unverifiable']);
    expect(connected).toEqual([`${PUBLIC}:80`]);
  },
);

it('without --live nobody is asked at all', async () => {
  const { measured, connected } = await asked({ words: [] });
  expect(measured).toBeUndefined();
  expect(connected).toEqual([]);
});

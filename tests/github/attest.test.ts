/** `attest: on`: the shipped Action signs its report with a loopback Sigstore, and gives it to a loopback GitHub. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { emptyFolder, repository, TASKS } from '../cli/run.ts';
import { type Authority, newAuthority } from '../measured/authority.ts';
import type { Machine } from '../measured/machine.ts';
import { git } from '../repository/git-folder.ts';
import { runAction } from './runner.ts';

const PRELOAD = fileURLToPath(new URL('../measured/machine.ts', import.meta.url));
const ISSUER = 'token.actions.githubusercontent.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

let authority: Authority;
let trusted: string;
beforeAll(() => {
  authority = newAuthority();
  trusted = join(emptyFolder(), 'authority.pem');
  writeFileSync(trusted, authority.ca);
});
afterAll(() => authority.close());

/** An identity as GitHub gives it to a job. */
function identity(audience: string): string {
  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = {
    iss: `https://${ISSUER}`,
    aud: audience,
    sub: 'repo:owner/name:ref:refs/heads/main',
    exp: Math.floor(Date.now() / 1000) + 600,
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
    repository: 'owner/name',
    event_name: 'push',
    job_workflow_ref: 'owner/name/.github/workflows/ci.yml@refs/heads/main',
    workflow_ref: 'owner/name/.github/workflows/ci.yml@refs/heads/main',
    repository_id: '1',
    repository_owner_id: '2',
    runner_environment: 'github-hosted',
    run_id: '100',
    run_attempt: '1',
  };
  const text = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

interface Stored {
  readonly bundle: { readonly dsseEnvelope: { readonly payload: string } };
}

/** GitHub's issuer of identities and the parts of its Sigstore, each behind its own name, and the API. */
async function world() {
  const ports: Record<string, number> = {};
  const stored: Stored[] = [];
  const json = (response: Parameters<RequestListener>[1], data: object, status = 200): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
  const serve = async (listener: RequestListener, host?: string): Promise<number> => {
    const server =
      host === undefined ? createHttp(listener) : createHttps(authority.certificate(host), listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    ports[host === undefined ? `127.0.0.1:${port}` : `${host}:443`] = port;
    return port;
  };
  await serve(({ url }, response) => {
    const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }];
    json(response, url === '/keys' ? { keys } : { jwks_uri: `https://${ISSUER}/keys` });
  }, ISSUER);
  await serve((_, response) => {
    const { cert } = authority.certificate('signer.example');
    json(response, { signedCertificateEmbeddedSct: { chain: { certificates: [cert] } } });
  }, 'fulcio.githubapp.com');
  await serve((_, response) => void response.end('a time'), 'timestamp.githubapp.com');
  const port = await serve((request, response) => {
    const url = new URL(request.url ?? '', 'http://loopback');
    if (url.pathname === '/identity')
      return json(response, { value: identity(url.searchParams.get('audience') ?? '') });
    if (url.pathname !== '/repos/owner/name/attestations')
      return json(response, { message: 'Not Found' }, 404);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      stored.push(JSON.parse(Buffer.concat(chunks).toString()) as Stored);
      json(response, { id: 4711 }, 201);
    });
  });
  return { api: `http://127.0.0.1:${port}`, ports, stored };
}

async function audited({
  allowed = true,
  inputs = {},
}: {
  allowed?: boolean;
  inputs?: Record<string, string>;
} = {}) {
  const { api, ports, stored } = await world();
  const workspace = repository(TASKS);
  const log = join(emptyFolder(), 'connected');
  writeFileSync(log, '');
  const machine: Machine = { names: {}, ports, log };
  const step = await runAction({
    event: 'push',
    workspace,
    sha: git(workspace, 'rev-parse', 'HEAD').trim(),
    inputs: { token: 'ghs_of.a.test', check: 'off', base: 'off', attest: 'on', ...inputs },
    env: {
      GITHUB_API_URL: api,
      MACHINE: JSON.stringify(machine),
      NODE_OPTIONS: `--import ${PRELOAD}`,
      NODE_EXTRA_CA_CERTS: trusted,
      ...(allowed
        ? {
            ACTIONS_ID_TOKEN_REQUEST_URL: `${api}/identity?x=1`,
            ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of the job',
          }
        : {}),
    },
  });
  expect(step).toMatchObject({ code: 0, stderr: '' });
  return { step, stored, connected: readFileSync(log, 'utf8').split('\n').filter(Boolean) };
}

it('says of exactly these bytes which workflow made them', async () => {
  const { step, stored } = await audited();
  expect(step.outputs.attestation).toBe('https://github.com/owner/name/attestations/4711');
  expect(step.summary).toContain('gh attestation verify report.json --repo owner/name');
  const payload = stored[0]?.bundle.dsseEnvelope.payload ?? '';
  const statement = JSON.parse(Buffer.from(payload, 'base64').toString());
  const report = readFileSync(step.outputs['report-path'] ?? '');
  expect(statement).toMatchObject({
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: [{ name: 'report.json', digest: { sha256: createHash('sha256').update(report).digest('hex') } }],
    predicate: {
      buildDefinition: { externalParameters: { workflow: { path: '.github/workflows/ci.yml' } } },
    },
  });
  // The identities are secrets to the log, and nothing else is said to the runner.
  expect(new Set(step.commands.map(({ name }) => name))).toEqual(new Set(['debug', 'add-mask']));
});

it('without the permission says which ones it takes, and the audit is as it was', async () => {
  const { step, stored } = await audited({ allowed: false });
  expect(stored).toEqual([]);
  expect(step.outputs.attestation).toBe('');
  expect(step.summary).toContain('Add `id-token: write` and `attestations: write`');
  expect(Number(step.outputs.score)).toBeGreaterThan(0);
});

it('asks nobody where it is not asked for', async () => {
  const { step, connected } = await audited({ inputs: { attest: 'off' } });
  expect(step.summary).not.toContain('attest');
  expect(connected).toEqual([]);
});

/** A release on loopback: packed as the workflow packs it, published to a registry of the test, and looked at there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderWith } from '../repository/git-folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = join(ROOT, 'scripts', 'release.ts');
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n## [9.8.7] - 2026-01-01\n\n### Added\n\n- A thing.\n\n## [9.8.6]\n\n- Older.\n';

let project: string;
beforeAll(() => {
  project = folderWith({});
  for (const name of [
    'dist',
    'rules',
    'package-lock.json',
    'README.md',
    'LICENSE',
    'docs',
    'knowledge',
    'schemas',
  ])
    cpSync(join(ROOT, name), join(project, name), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  lock.version = lock.packages[''].version = '9.8.7';
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ ...manifest, version: '9.8.7', scripts: {} }, null, 2),
  );
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify(lock, null, 2));
  writeFileSync(join(project, 'CHANGELOG.md'), CHANGELOG);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

const release = (tag: string) =>
  spawnSync(process.execPath, [SCRIPT, tag, 'out'], { cwd: project, encoding: 'utf8' });

it.each([
  ['v9.8.6', /the tag is v9\.8\.6, and package\.json says 9\.8\.7/],
  ['9.8.7', /the tag is 9\.8\.7/],
])('refuses %s', (tag, expected) => {
  const { status, stderr } = release(tag);
  expect(status).toBe(1);
  expect(stderr).toMatch(expected);
});

it('packs, says what it packed, and publishes that to a registry', async () => {
  expect(release('v9.8.7')).toMatchObject({ status: 0, stderr: '' });
  const out = join(project, 'out');
  const archive = join(out, 'milestone-auditor-9.8.7.tgz');
  expect(readFileSync(join(out, 'notes.md'), 'utf8')).toBe('### Added\n\n- A thing.\n');
  expect(JSON.parse(readFileSync(join(out, 'sbom.spdx.json'), 'utf8'))).toMatchObject({
    spdxVersion: 'SPDX-2.3',
  });
  execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: out, stdio: 'pipe' });

  const published: { readonly path: string; readonly body: string }[] = [];
  const registry = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT')
        published.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString() });
      response
        .writeHead(request.method === 'PUT' ? 201 : 404, { 'content-type': 'application/json' })
        .end('{}');
    });
  });
  await new Promise<void>((resolve) => void registry.listen(0, '127.0.0.1', resolve));
  const { port } = registry.address() as AddressInfo;
  const empty = join(project, 'home');
  mkdirSync(empty);
  writeFileSync(join(empty, '.npmrc'), `//127.0.0.1:${port}/:_authToken=of-a-test\n`);
  // Not in this process: npm waits for the registry, which answers here.
  const { spawn } = await import('node:child_process');
  const words = [
    'publish',
    archive,
    '--access',
    'public',
    '--ignore-scripts',
    '--registry',
    `http://127.0.0.1:${port}/`,
  ];
  const child = spawn('npm', [...words, '--userconfig', join(empty, '.npmrc'), '--cache', empty], {
    cwd: empty,
    stdio: 'pipe',
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  registry.close();
  expect(code, said).toBe(0);

  const [one] = published;
  expect(one?.path).toBe('/milestone-auditor');
  const { versions, _attachments } = JSON.parse(one?.body ?? '{}');
  const sha512 = createHash('sha512').update(readFileSync(archive)).digest('base64');
  expect(versions['9.8.7'].dist.integrity).toBe(`sha512-${sha512}`);
  expect(_attachments['milestone-auditor-9.8.7.tgz'].data).toBe(readFileSync(archive).toString('base64'));
}, 180_000);

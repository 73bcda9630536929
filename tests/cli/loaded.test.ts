/** What the built program loads for what it is asked: a local audit speaks to nobody, and needs nothing for it. */
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startGitHub } from '../github/server.ts';
import { NODE } from '../github/step.ts';
import { CLI, emptyFolder, repository, TASKS } from './run.ts';

const PRELOAD = fileURLToPath(new URL('loaded.ts', import.meta.url));
/** Marks that the libraries leave in whatever they are bundled into. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  octokit: /octokit-core\.js|octokit-rest\.js/,
  bottleneck: /BottleneckError/,
  undici: /UND_ERR_/,
  actions: /GITHUB_STEP_SUMMARY/,
};

/** Names of the libraries for networks that an audit loads. */
async function loadedBy(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const log = join(emptyFolder(), 'loaded');
  writeFileSync(log, '');
  await promisify(execFile)(NODE, ['--import', PRELOAD, CLI, 'audit', ...words], {
    env: { PATH: process.env.PATH, LOADED: log, ...env },
  });
  const files = readFileSync(log, 'utf8')
    .split('\n')
    .filter((url) => url.startsWith('file:'));
  expect(files.length).toBeGreaterThan(3);
  const texts = files.map((url) => readFileSync(fileURLToPath(url), 'utf8'));
  return Object.keys(LIBRARIES).filter((name) => texts.some((text) => LIBRARIES[name]?.test(text)));
}

it('nothing that asks a network for a folder', async () => {
  expect(await loadedBy([repository(TASKS), '--format', 'json,html', '--output', emptyFolder()])).toEqual([]);
});

it('Octokit with its plugins for a repository on GitHub', async () => {
  const folder = repository(TASKS);
  const github = await startGitHub({ git: folder });
  const env = { GITHUB_TOKEN: github.token, GITHUB_API_URL: github.api };
  expect(await loadedBy(['owner/name', '--milestone', 'cli-task-manager'], env)).toEqual([
    'octokit',
    'bottleneck',
  ]);
});

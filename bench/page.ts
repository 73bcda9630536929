/**
 * Measures the page as a stranger meets it: from an address to the report of a repository of a hundred files, nothing cached,
 * beside the command line on the same commit, and what is sent until then. GitHub and the page are on loopback.
 *
 *   npm run build && npm run bench:page [-- RUNS]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../scripts/page.ts';
import { launch } from '../tests/browser/chromium.ts';
import { browsedGitHub } from '../tests/browser/github.ts';
import findBrowser from '../tests/browser/setup.ts';
import { serveSite } from '../tests/browser/site.ts';
import { writeTree } from './tree.ts';

const FILES = 100;
const RUNS = Math.max(3, Number(process.argv[2] ?? 7) || 7);
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

await findBrowser();
const scratch = mkdtempSync(join(tmpdir(), 'page-bench-'));
const tree = join(scratch, 'tree');
writeTree(tree, FILES);
execFileSync('git', ['-C', tree, 'remote', 'add', 'origin', 'https://github.com/ada/bench.git']);
const github = await browsedGitHub({ 'ada/bench': tree });
await buildPage(join(scratch, 'site'), { server: 'https://github.com', api: github.api, raw: github.raw });
const site = await serveSite(join(scratch, 'site'));
const browser = await launch();

/** Milliseconds until the result is there. */
async function byPage(): Promise<number> {
  github.left = 1000;
  const context = await browser.newContext();
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(`${site.home}?repo=ada/bench&milestone=blog-api`);
  await page.waitForSelector('#result:not([hidden])', { timeout: 60_000 });
  const time = performance.now() - start;
  await context.close();
  return time;
}

function byCommandLine(): number {
  const start = performance.now();
  const words = [CLI, 'audit', tree, '--milestone', 'blog-api', '--format', 'json'];
  const { status } = spawnSync(process.execPath, words, { stdio: 'ignore' });
  if (status !== 0) throw new Error('the command line failed');
  return performance.now() - start;
}

try {
  // The first one makes GitHub's side read its files, and tells what is sent.
  await byPage();
  const sent = [...site.sent];
  const times = { page: [] as number[], line: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    times.line.push(byCommandLine());
    times.page.push(await byPage());
  }
  const [page, line] = [median(times.page), median(times.line)];
  console.log(
    `Node ${process.version}, Chromium ${browser.version()}, medians of ${RUNS} interleaved runs.\n`,
  );
  console.log('| a repository of 100 files | |\n|---|---:|');
  console.log(`| command line, whole process | ${line.toFixed(0)} ms |`);
  console.log(`| page, from the address to the report, nothing cached | ${page.toFixed(0)} ms |`);
  console.log(`| page / command line | ${(page / line).toFixed(2)}× |\n`);
  console.log('| sent for it | bytes | compressed |\n|---|---:|---:|');
  for (const { path, bytes, wire } of sent.toSorted((a, b) => b.wire - a.wire))
    console.log(`| ${path} | ${kilobytes(bytes)} | ${kilobytes(wire)} |`);
  const sum = (key: 'bytes' | 'wire'): string => kilobytes(sent.reduce((all, one) => all + one[key], 0));
  console.log(`| together, ${sent.length} files | ${sum('bytes')} | ${sum('wire')} |`);
  if (page > 3 * line) process.exitCode = 1;
} finally {
  await browser.close();
  site.close();
  await github.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Before all tests: a browser for those that open pages, the machine's own or the one that a dev dependency brings. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PACKAGE = fileURLToPath(new URL('../../node_modules/@sparticuz/chromium/', import.meta.url));
/** Unpacked once; gone with node_modules. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url));

/** Leaves in CHROMIUM where it is, and in CHROMIUM_LIBRARIES where its libraries are, if the machine has none. */
export default async function setup(): Promise<void> {
  const own = [process.env.CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (own !== undefined) process.env.CHROMIUM = own;
  else await unpacked().catch(() => {});
}

async function unpacked(): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(PACKAGE)) return;
  const { TMPDIR } = process.env;
  mkdirSync(CACHE, { recursive: true });
  // The package unpacks into the folder for temporary files, and takes for its own whatever lies there by that name.
  process.env.TMPDIR = CACHE;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    const libraries = join(await inflate(join(PACKAGE, 'bin', 'al2023.tar.br')), 'lib');
    if (starts(path, {})) process.env.CHROMIUM = path;
    else if (starts(path, { LD_LIBRARY_PATH: libraries }))
      Object.assign(process.env, { CHROMIUM: path, CHROMIUM_LIBRARIES: libraries });
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

function starts(path: string, env: Readonly<Record<string, string>>): boolean {
  return spawnSync(path, ['--version'], { env: { ...process.env, ...env }, timeout: 20_000 }).status === 0;
}

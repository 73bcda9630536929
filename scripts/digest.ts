/** The digest of the program: of its sources, of what it knows of libraries, and of the versions of what is bundled. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import glob from 'fast-glob';
import { ROOT } from './bundling.ts';

/** As many letters as the digest of the rules has. */
const LETTERS = 12;

/** The same on every machine, and in the program for Node and in the page alike. */
export async function programDigest(): Promise<string> {
  const paths = await glob(['src/**/*.ts', 'knowledge/*.yml', 'package-lock.json'], { cwd: ROOT });
  const hash = createHash('sha256');
  for (const path of paths.sort()) {
    const text = (await readFile(join(ROOT, path), 'utf8')).replaceAll('\r\n', '\n');
    hash.update(`${path}\0${text.length}\0${text}`);
  }
  return hash.digest('hex').slice(0, LETTERS);
}

/**
 * Packs a release: `node scripts/release.ts TAG FOLDER` writes the archive that npm publishes, its bill of materials, the
 * notes of the changelog, and the digests of them all. Refuses where tag, version and changelog do not say the same.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

class Refusal extends Error {}

function main([tag = '', folder = 'release']: readonly string[]): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  if (tag !== `v${version}`) throw new Refusal(`the tag is ${tag}, and package.json says ${version}`);
  const notes = notesOf(readFileSync('CHANGELOG.md', 'utf8'), version);
  if (notes === null) throw new Refusal(`CHANGELOG.md has no section [${version}] with something in it`);
  const target = resolve(folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  npm('pack', '--pack-destination', target);
  writeFileSync(join(target, 'sbom.spdx.json'), npm('sbom', '--sbom-format', 'spdx', '--package-lock-only'));
  writeFileSync(join(target, 'notes.md'), notes);
  const sums = readdirSync(target)
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(target, name)))
          .digest('hex')}  ${name}\n`,
    );
  writeFileSync(join(target, 'SHA256SUMS'), sums.join(''));
}

/** The section of a version, without its heading. */
function notesOf(changelog: string, version: string): string | null {
  const sections = changelog.split(/^## /m);
  const own = sections.find((section) => section.startsWith(`[${version}]`));
  const text = own
    ?.slice(own.indexOf('\n'))
    .replace(/^\[[^\]]+\]:.*$/gm, '')
    .trim();
  return text ? `${text}\n` : null;
}

function npm(...words: readonly string[]): string {
  const run = spawnSync('npm', words, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.status !== 0) throw new Refusal(`npm ${words[0]}: ${run.stderr.trim()}`);
  return run.stdout;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`no release: ${error.message}`);
  process.exitCode = 1;
}

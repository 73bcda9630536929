/**
 * Plays the reusable workflow for cohorts to a class of generated repositories, its `run:` lines as they stand, and leaves
 * the artifacts to look at.
 *
 *   npm run build && npm run cohort:try [-- FOLDER [SIZE]]
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Pool, writeClass } from '../bench/cohort/class.ts';
import { playCohort } from './cohort-try/play.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(process.argv[2] ?? join(ROOT, 'cohort-try'));
const size = Number(process.argv[3] ?? 12);

const caller = mkdtempSync(join(tmpdir(), 'cohort-try-'));
writeClass(caller, size, JSON.parse(readFileSync(join(ROOT, 'dist', 'examples.json'), 'utf8')) as Pool);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { plan, audits, merge, artifacts } = playCohort({
  caller,
  out,
  inputs: { shards: '3', similarity: 'true' },
});
rmSync(caller, { recursive: true, force: true });
writeFileSync(join(out, 'summary.md'), merge.summary);
console.log([plan, ...audits, merge].map(({ log }) => log).join(''));
console.log(`What the workflow leaves lies in ${artifacts}.`);
process.exitCode = [plan, ...audits, merge].some(({ code }) => code !== 0) ? 1 : 0;

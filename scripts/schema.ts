/** Writes rules/schema.json, by which editors check rule files. `--check`: only says whether it is up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { CHECKS } from '../src/checks/index.ts';
import { ruleFileSchema } from '../src/milestones/schema.ts';

const FILE = new URL('../rules/schema.json', import.meta.url);

const wanted = `${JSON.stringify(await ruleFileSchema(CHECKS), null, 2)}\n`;
const found = await readFile(FILE, 'utf8').catch(() => '');
if (found === wanted) {
  console.log('rules/schema.json is up to date');
} else if (process.argv.includes('--check')) {
  console.error("rules/schema.json differs from the checks' parameters: run `npm run schema` and commit it");
  process.exitCode = 1;
} else {
  await writeFile(FILE, wanted);
  console.log('rules/schema.json written');
}

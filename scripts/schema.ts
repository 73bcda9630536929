/** Writes the schemas by which editors check rule files. `--check`: only says whether they are up to date. */
import { readFile, writeFile } from 'node:fs/promises';
import { CHECKS } from '../src/checks/index.ts';
import { ruleFileSchema } from '../src/milestones/schema.ts';
import { skillsSchema } from '../src/milestones/skills.ts';

const SCHEMAS = {
  'rules/schema.json': ruleFileSchema,
  'rules/skills.schema.json': skillsSchema,
};

for (const [name, make] of Object.entries(SCHEMAS)) {
  const file = new URL(`../${name}`, import.meta.url);
  const wanted = `${JSON.stringify(await make(CHECKS), null, 2)}\n`;
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found === wanted) {
    console.log(`${name} is up to date`);
  } else if (process.argv.includes('--check')) {
    console.error(`${name} differs from the checks' parameters: run \`npm run schema\` and commit it`);
    process.exitCode = 1;
  } else {
    await writeFile(file, wanted);
    console.log(`${name} written`);
  }
}

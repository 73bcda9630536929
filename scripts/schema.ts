/**
 * Writes the schemas by which editors check rule files and knowledge, and the type of all roles. `--check`: only says
 * whether they are up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { CHECKS } from '../src/checks/index.ts';
import { sourceRoles } from '../src/commands/knowledge-files.ts';
import { knowledgeSchema } from '../src/knowledge/shape.ts';
import { ruleFileSchema } from '../src/milestones/schema.ts';
import { skillsSchema } from '../src/milestones/skills.ts';

const roles = await sourceRoles(new URL('../knowledge/', import.meta.url));
const json = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;

const FILES: Readonly<Record<string, string>> = {
  'rules/schema.json': json(await ruleFileSchema(CHECKS)),
  'rules/skills.schema.json': json(await skillsSchema(CHECKS)),
  'knowledge/schema.json': json(knowledgeSchema(z, roles)),
  'src/program/role-names.ts': [
    '/** Written by `npm run schema` from knowledge/roles.yml: change that. */',
    'export type RoleName =',
    `${Object.keys(roles)
      .sort()
      .map((role) => `  | '${role}'`)
      .join('\n')};`,
    '',
  ].join('\n'),
};

for (const [name, wanted] of Object.entries(FILES)) {
  const file = new URL(`../${name}`, import.meta.url);
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found === wanted) {
    console.log(`${name} is up to date`);
  } else if (process.argv.includes('--check')) {
    console.error(`${name} differs from what it is made of: run \`npm run schema\` and commit it`);
    process.exitCode = 1;
  } else {
    await writeFile(file, wanted);
    console.log(`${name} written`);
  }
}

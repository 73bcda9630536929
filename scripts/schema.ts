/**
 * Writes the schemas by which editors check rule files, knowledge and configurations, the one of the report, which is made
 * of the types of `src/model.ts`, and the type of all roles. `--check`: only says whether they are up to date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';
import * as z from 'zod';
import { schemaAddress } from '../src/addresses.ts';
import { cohortSchema } from '../src/cohort/file.ts';
import { sourceRoles } from '../src/commands/knowledge-files.ts';
import { configSchema } from '../src/config/shape.ts';
import { knowledgeSchema } from '../src/knowledge/shape.ts';
import { planSchema } from '../src/portfolio/plan.ts';

const roles = await sourceRoles(new URL('../knowledge/', import.meta.url));
const json = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`;

await write({
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
});
// Only now: what asks for a new role is checked against the names that were written above.
const { CHECKS } = await import('../src/checks/index.ts');
const { ruleFileSchema } = await import('../src/milestones/schema.ts');
const { skillsSchema } = await import('../src/milestones/skills.ts');
await write({
  'rules/schema.json': json(await ruleFileSchema(CHECKS)),
  'rules/skills.schema.json': json(await skillsSchema(CHECKS)),
  'schemas/milestone-config.schema.json': json(named('milestone-config', '.milestone.yml', configSchema(z))),
  'schemas/portfolio-plan.schema.json': json(named('portfolio-plan', 'PORTFOLIO.yml', await planSchema())),
  'schemas/report.schema.json': json(reportSchema('report', 'model.ts', 'Report')),
  'schemas/portfolio.schema.json': json(reportSchema('portfolio', 'model/portfolio.ts', 'PortfolioReport')),
  'schemas/history.schema.json': json(reportSchema('history', 'model/history.ts', 'HistoryReport')),
  'schemas/cohort.schema.json': json(reportSchema('cohort', 'model/cohort.ts', 'CohortReport')),
  'schemas/cohort-file.schema.json': json(named('cohort-file', 'COHORT.yml', await cohortSchema())),
});

/** The types themselves, with their comments as descriptions. */
function reportSchema(name: string, file: string, type: string): object {
  const schema = createGenerator({
    path: fileURLToPath(new URL(`../src/${file}`, import.meta.url)),
    tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)),
    type,
    topRef: false,
    expose: 'all',
    skipTypeCheck: true,
    sortProps: false,
  }).createSchema(type);
  return named(name, `The JSON ${name} of milestone-auditor`, schema);
}

function named(name: string, title: string, schema: object): object {
  return { $schema: 'http://json-schema.org/draft-07/schema#', $id: schemaAddress(name), title, ...schema };
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, wanted] of Object.entries(files)) {
    const file = new URL(`../${name}`, import.meta.url);
    const found = await readFile(file, 'utf8').catch(() => '');
    if (found === wanted) {
      console.log(`${name} is up to date`);
    } else if (process.argv.includes('--check')) {
      console.error(`${name} differs from what it is made of: run \`npm run schema\` and commit it`);
      process.exitCode = 1;
    } else {
      await mkdir(new URL('.', file), { recursive: true });
      await writeFile(file, wanted);
      console.log(`${name} written`);
    }
  }
}

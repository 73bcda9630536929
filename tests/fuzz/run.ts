/** Audits mutants, and says of each what it must not do: crash, take long, or hold what could steer a reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { audit } from '../../src/audit.ts';
import { sourceRules } from '../../src/commands/rule-files.ts';
import { parseConfig } from '../../src/config/config.ts';
import { UserError } from '../../src/errors.ts';
import { FORMATS } from '../../src/reporters/formats.ts';
import { REPORTERS } from '../../src/reporters/index.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { loadRuleTests } from '../../src/rule-tests/cases.ts';
import { reading } from '../support/program.ts';
import { type Files, filesOf, type Mutant } from './mutants.ts';

const TESTS = new URL('../rules/', import.meta.url);
/** A mutant is judged by one of these, as its seed says: all of them ask all there is to ask. */
const MILESTONES = [
  'blog-api',
  'rag-system',
  'full-stack-ai-app',
  'data-analysis-tool',
  'ml-api',
  'cli-task-manager',
];

export interface Outcome {
  /** null where all went well. */
  readonly fault: string | null;
  /** Of the processor: how busy the machine is does not count. */
  readonly milliseconds: number;
}

/** The repositories that mutants are made of: every case of every rule. */
export async function seeds(): Promise<readonly Files[]> {
  const names = readdirSync(TESTS)
    .filter((name) => name.endsWith('.yml'))
    .sort();
  const found: Files[] = [];
  for (const name of names) {
    const tests = await loadRuleTests(readFileSync(new URL(name, TESTS), 'utf8'), name);
    for (const cases of Object.values(tests)) for (const { files } of cases) found.push(files);
  }
  return found;
}

export async function auditMutant(mutant: Mutant, repositories: readonly Files[]): Promise<Outcome> {
  const files = filesOf(mutant, repositories);
  const started = process.threadCpuUsage();
  const fault = await faultOf(files, MILESTONES[mutant.seed % MILESTONES.length] ?? 'auto');
  const { user, system } = process.threadCpuUsage(started);
  return { fault, milliseconds: (user + system) / 1000 };
}

const rules = await sourceRules(new URL('../../rules/', import.meta.url));
const tool = { name: 'milestone-auditor', version: '0.0.0', program: '0123456789ab', rules: 'fuzz' };
/** What no format may hold, but for line ends and tabs. */
const STEERING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]|##\[/;

async function faultOf(files: Files, milestoneId: string): Promise<string | null> {
  try {
    const own = files['.milestone.yml'];
    const config = own === undefined ? null : await parseConfig(own, '.milestone.yml');
    const report = await audit(repositoryOf({ files }), {
      milestones: rules.milestones,
      milestoneId,
      config,
      reading,
      tool,
    });
    for (const format of FORMATS) {
      const text = REPORTERS[format](report, { columns: 80, ascii: false, verbose: true, palette: PLAIN });
      const found = STEERING.exec(text);
      if (found !== null) return `${format} holds ${JSON.stringify(found[0])}`;
    }
    return null;
  } catch (error) {
    if (error instanceof UserError) return null;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

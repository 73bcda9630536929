/** What lies beside the program: its version, its rules, what it knows of libraries, and the bytes of the Python grammar. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Reading } from '../audit.ts';
import type { SkillCatalogue } from '../milestones/skills.ts';
import type { Stack } from '../milestones/stacks.ts';
import type { Tool } from '../model/repository.ts';
import type { Milestone } from '../model.ts';
import type { Knowledge } from '../program/knowledge.ts';
import type { Examples } from '../rule-tests/examples.ts';
import type { RuleFile } from './rule-file.ts';

export interface Rules {
  /** Names the rules that were used: the same digest, the same rules. */
  readonly digest: string;
  readonly milestones: readonly Milestone[];
  /** Ids of those that are the user's own. */
  readonly custom: readonly string[];
  readonly skills: SkillCatalogue;
  /** Frameworks for which there is code in a first step. */
  readonly stacks: readonly Stack[];
}

export interface Installation {
  readonly version: string;
  /** What judges by the rules of a digest. */
  readonly tool: (rules: string) => Tool;
  /** The built-in rules, with those at paths that the user names and those that were read already. */
  readonly rules: (own?: readonly string[], more?: readonly RuleFile[]) => Promise<Rules>;
  /** By milestone and requirement; of built-in rules only. */
  readonly examples: () => Promise<Readonly<Record<string, Readonly<Record<string, Examples>>>>>;
  /** The JSON Schema of rule files. */
  readonly schema: URL;
  /** What code is read with: the built-in knowledge, with what the project says of its own calls. */
  readonly reading: (own?: readonly RuleFile[]) => Promise<Reading>;
  /** The folder of the program, and the program of a thread that audits submissions of a cohort. */
  readonly home: URL;
  readonly worker: URL;
}

/** `home` is the folder of cli.js (built) or of cli.ts (run from source). */
export function installationAt(home: URL): Installation {
  const built = !import.meta.url.endsWith('.ts');
  const grammar = (file: string, module: string): URL =>
    new URL(built ? file : `../node_modules/${module}/${file}`, home);
  const version = versionAt(home);
  return {
    version,
    tool: (rules) => ({ name: 'milestone-auditor', version, program: programDigest(), rules }),
    rules: async (own = [], more = []) => {
      const builtIn = await (built ? builtRules(home) : sourceRules(home));
      if (own.length === 0 && more.length === 0) return builtIn;
      // Loads the loader and its libraries, which the built-in rules never need.
      const { customRules } = await import('./rule-files.ts');
      return customRules(own, more, builtIn);
    },
    examples: async () =>
      built
        ? JSON.parse(await readFile(new URL('examples.json', home), 'utf8'))
        : (await import('./rule-files.ts')).sourceExamples(new URL('../tests/rules/', home)),
    schema: new URL('../rules/schema.json', home),
    home,
    worker: new URL(built ? 'worker.js' : 'commands/cohort/worker.ts', home),
    reading: async (own = []) => ({
      knowledge: await withOwn(await (built ? builtKnowledge(home) : sourceKnowledge(home)), own),
      grammars: {
        python: async () => {
          const [runtime, python] = await Promise.all([
            readFile(grammar('web-tree-sitter.wasm', 'web-tree-sitter')),
            readFile(grammar('tree-sitter-python.wasm', 'tree-sitter-python')),
          ]);
          return { runtime, grammar: python };
        },
      },
    }),
  };
}

/** Put in when the program is built, by scripts/digest.ts. */
declare const PROGRAM: string | undefined;

function programDigest(): string {
  return typeof PROGRAM === 'string' ? PROGRAM : 'unbuilt';
}

function versionAt(home: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', home), 'utf8'));
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known ? String(manifest.version) : 'unknown';
}

/** Validated when they were built. */
async function builtRules(home: URL): Promise<Rules> {
  return JSON.parse(await readFile(new URL('rules.json', home), 'utf8')) as Rules;
}

/** Validated when it was built. */
async function builtKnowledge(home: URL): Promise<Knowledge> {
  return JSON.parse(await readFile(new URL('knowledge.json', home), 'utf8')) as Knowledge;
}

async function withOwn(builtIn: Knowledge, own: readonly RuleFile[]): Promise<Knowledge> {
  if (own.length === 0) return builtIn;
  // Loads the loader and its libraries, which the built-in knowledge never needs.
  const { loadMeanings, withOwn: joined } = await import('../knowledge/load.ts');
  const read = await Promise.all(own.map((file) => loadMeanings(file, builtIn.roles, true)));
  return joined(builtIn, read.flat());
}

async function sourceKnowledge(home: URL): Promise<Knowledge> {
  const address = new URL('commands/knowledge-files.ts', home).href;
  const { sourceKnowledge: load } = (await import(address)) as typeof import('./knowledge-files.ts');
  return load(new URL('../knowledge/', home));
}

/** Behind an address that the bundler does not follow: a build needs neither the loader nor its libraries. */
async function sourceRules(home: URL): Promise<Rules> {
  const address = new URL('commands/rule-files.ts', home).href;
  const { sourceRules: load } = (await import(address)) as typeof import('./rule-files.ts');
  return load(new URL('../rules/', home));
}

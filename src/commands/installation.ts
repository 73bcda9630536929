/** What lies beside the program: its version, its rules, and the bytes of the Python grammar. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Grammars } from '../audit.ts';
import type { Milestone } from '../model.ts';

export interface Rules {
  /** Names the rules that were used: the same digest, the same rules. */
  readonly digest: string;
  readonly milestones: readonly Milestone[];
}

export interface Installation {
  readonly version: string;
  readonly rules: () => Promise<Rules>;
  readonly grammars: Grammars;
}

/** `home` is the folder of cli.js (built) or of cli.ts (run from source). */
export function installationAt(home: URL): Installation {
  const built = !import.meta.url.endsWith('.ts');
  const grammar = (file: string, module: string): URL =>
    new URL(built ? file : `../node_modules/${module}/${file}`, home);
  return {
    version: versionAt(home),
    rules: () => (built ? builtRules(home) : sourceRules(home)),
    grammars: {
      python: async () => {
        const [runtime, python] = await Promise.all([
          readFile(grammar('web-tree-sitter.wasm', 'web-tree-sitter')),
          readFile(grammar('tree-sitter-python.wasm', 'tree-sitter-python')),
        ]);
        return { runtime, grammar: python };
      },
    },
  };
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

/** Behind an address that the bundler does not follow: a build needs neither the loader nor its libraries. */
async function sourceRules(home: URL): Promise<Rules> {
  const address = new URL('commands/source-rules.ts', home).href;
  const { sourceRules: load } = (await import(address)) as typeof import('./source-rules.ts');
  return load(new URL('../rules/', home));
}

/** The import law: which layer may know which, and what the layers that run in a browser must leave alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';

interface Layer {
  /** Paths in src/ that belong to it: a folder ends in '/'. */
  readonly files: readonly string[];
  readonly may: readonly string[];
  /** Layers of which it may only know types: they leave nothing at run time. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  /** It knows the machine: node:*, process, console. Every other layer runs in a browser, unchanged. */
  readonly machine?: true;
  /** Its files stand beside each other: they may share only these. */
  readonly apart?: readonly string[];
}

const LAYERS: Readonly<Record<string, Layer>> = {
  model: { files: ['model.ts', 'model/'], may: [] },
  addresses: { files: ['addresses.ts'], may: [] },
  errors: { files: ['errors.ts'], may: ['addresses'] },
  repository: {
    files: ['repository/'],
    may: ['model', 'errors', 'reading'],
    packages: ['fast-glob', 'ignore', 'simple-git'],
    machine: true,
  },
  reading: {
    files: ['reading/'],
    may: ['model'],
    packages: ['markdown-it', 'toml-eslint-parser', 'yaml'],
  },
  results: { files: ['results/'], may: [], packages: ['saxes'] },
  program: {
    files: ['program/'],
    may: ['model', 'reading'],
    packages: ['ts-morph', 'web-tree-sitter'],
  },
  facts: {
    files: ['facts/'],
    may: ['model', 'reading', 'results', 'program'],
    types: ['repository'],
    packages: [
      '@secretlint/core',
      '@secretlint/secretlint-rule-preset-recommend',
      'dockerfile-ast',
      'ignore',
    ],
  },
  checks: {
    files: ['checks/'],
    may: ['model', 'reading', 'program', 'facts'],
    apart: ['checks/define.ts'],
  },
  milestones: {
    files: ['milestones/'],
    may: ['model', 'errors', 'addresses'],
    types: ['checks', 'facts', 'program'],
    packages: ['yaml', 'zod'],
  },
  knowledge: {
    files: ['knowledge/'],
    may: ['errors', 'milestones', 'program'],
    packages: ['zod'],
  },
  config: {
    files: ['config/'],
    may: ['model', 'errors', 'milestones'],
    packages: ['zod'],
  },
  score: { files: ['score.ts', 'steps.ts', 'difference.ts', 'measured-verdict.ts'], may: ['model'] },
  cohort: {
    files: ['cohort/'],
    may: ['model', 'errors', 'milestones', 'score'],
    types: ['program'],
    packages: ['@dodona/dolos-core', 'csv-parse', 'zod'],
  },
  portfolio: { files: ['portfolio/'], may: ['model', 'errors', 'milestones', 'score'], packages: ['zod'] },
  reporters: { files: ['reporters/'], may: ['addresses', 'model', 'score'] },
  audit: {
    files: ['audit.ts', 'audit-project.ts', 'audit-submission.ts', 'explain.ts', 'judged.ts', 'diagram.ts'],
    may: [
      'config',
      'model',
      'errors',
      'reading',
      'facts',
      'checks',
      'milestones',
      'score',
      'portfolio',
      'cohort',
    ],
    types: ['program', 'repository'],
  },
  history: { files: ['history/'], may: ['model'] },
  'rule-tests': {
    files: ['rule-tests/'],
    may: ['model', 'reading', 'facts', 'milestones', 'repository'],
    packages: ['zod'],
  },
  github: {
    files: ['github/'],
    may: ['model', 'reporters', 'addresses'],
    packages: ['@octokit/plugin-retry', '@octokit/plugin-throttling', '@octokit/rest', 'tar-stream'],
    machine: true,
  },
  measured: {
    files: ['measured/'],
    may: ['model', 'errors', 'results', 'github'],
    types: ['facts', 'repository'],
    packages: ['fast-glob', 'ipaddr.js', 'undici', 'zod'],
    machine: true,
  },
  action: {
    files: ['action.ts', 'action/'],
    may: [
      'addresses',
      'model',
      'errors',
      'repository',
      'milestones',
      'config',
      'score',
      'audit',
      'reporters',
      'github',
      'measured',
      'shell',
    ],
    packages: ['@actions/attest', '@actions/core', 'zod'],
    machine: true,
  },
  shell: {
    files: ['cli.ts', 'index.ts', 'commands/'],
    may: [
      'addresses',
      'model',
      'errors',
      'repository',
      'checks',
      'milestones',
      'config',
      'knowledge',
      'cohort',
      'audit',
      'github',
      'history',
      'measured',
      'portfolio',
      'reporters',
      'rule-tests',
      'score',
    ],
    types: ['program'],
    packages: ['@bomb.sh/tab', 'cacache', 'commander', 'picocolors', 'supports-hyperlinks', 'zod'],
    machine: true,
  },
};

/** Tables: the one place of a folder that may know all of its files. */
const TABLES = ['checks/index.ts'];

/** What only a machine has, and what makes two runs differ. */
const FORBIDDEN = /^(process|console|Buffer|__dirname|__filename|require|fetch|setTimeout|Date|performance)$/;

/** What may be loaded before it is known what there is to audit: a start must stay cheap. */
const EAGER: Readonly<Record<string, readonly string[]>> = {
  'cli.ts': ['commander', 'picocolors', 'supports-hyperlinks'],
  'action.ts': ['@actions/core'],
};

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
  readonly lazy: boolean;
}

function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

function nodesOf(file: ts.SourceFile): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return nodes;
}

function importsOf(nodes: readonly ts.Node[]): Import[] {
  return nodes.flatMap((node): Import[] => {
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      return [{ from: textOf(node.argument.literal), typeOnly: true, lazy: false }];
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return [{ from: textOf(node.arguments[0]), typeOnly: false, lazy: true }];
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      return [{ from: textOf(node.moduleSpecifier), typeOnly: node.isTypeOnly, lazy: false }];
    }
    if (!ts.isImportDeclaration(node)) return [];
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const onlyTypes =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (clause?.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((element) => element.isTypeOnly));
    return [{ from: textOf(node.moduleSpecifier), typeOnly: onlyTypes, lazy: false }];
  });
}

function textOf(node: ts.Node | undefined): string {
  return node && ts.isStringLiteralLike(node) ? node.text : '';
}

function layerOf(path: string): string | undefined {
  const fits = (pattern: string) => (pattern.endsWith('/') ? path.startsWith(pattern) : path === pattern);
  return Object.keys(LAYERS).find((name) => LAYERS[name]?.files.some(fits));
}

/** `path` is relative to src/. */
function violations(path: string, text: string): string[] {
  const name = layerOf(path);
  const layer = name === undefined ? undefined : LAYERS[name];
  if (!layer) return [`${path} belongs to no layer`];
  const file = parse(path, text);
  const nodes = nodesOf(file);
  const found = importsOf(nodes).flatMap((one) => againstLaw(path, name ?? '', layer, one));
  if (layer.machine) return found;
  for (const node of nodes) {
    const line = `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
    if (ts.isIdentifier(node) && FORBIDDEN.test(node.text) && isUse(node))
      found.push(`${line} uses ${node.text}`);
    if (ts.isPropertyAccessExpression(node) && node.getText(file) === 'Math.random')
      found.push(`${line} is random`);
  }
  return found;
}

/** Not the name of a member or of a declaration. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  const names = 'name' in parent && parent.name === node;
  const renames = 'propertyName' in parent && parent.propertyName === node;
  return !names && !renames;
}

function againstLaw(path: string, own: string, layer: Layer, { from, typeOnly }: Import): string[] {
  const says = `${path} imports ${from}`;
  if (from === '') return layer.machine ? [] : [`${path} imports what only the run knows`];
  if (from.startsWith('node:')) return layer.machine ? [] : [says];
  if (!from.startsWith('.')) {
    const name = from
      .split('/')
      .slice(0, from.startsWith('@') ? 2 : 1)
      .join('/');
    return typeOnly || layer.packages?.includes(name) ? [] : [says];
  }
  const target = posix.join(posix.dirname(path), from);
  const other = layerOf(target) ?? '';
  if (other === own) {
    const alone = layer.apart && !TABLES.includes(path) && !layer.apart.includes(target);
    return alone ? [`${says}: files of this layer do not know each other`] : [];
  }
  return layer.may.includes(other) || (typeOnly && layer.types?.includes(other)) ? [] : [says];
}

const SOURCE = new URL('../src/', import.meta.url);
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort();

function read(path: string): string {
  return readFileSync(new URL(path, SOURCE), 'utf8');
}

describe('the law', () => {
  it('is kept by every file', () => {
    expect(FILES.length).toBeGreaterThan(50);
    expect(FILES.flatMap((path) => violations(path, read(path)))).toEqual([]);
  });

  it.each([
    ['reading/a.ts', "import { no } from '../program/file.ts';"],
    ['program/a.ts', "import { no } from '../facts/facts.ts';"],
    ['program/a.ts', "import type { Facts } from '../facts/facts.ts';"],
    ['facts/a.ts', "import { no } from '../checks/define.ts';"],
    ['facts/a.ts', "import { readFileSync } from 'node:fs';"],
    ['facts/a.ts', "import { openDirectory } from '../repository/directory.ts';"],
    ['facts/a.ts', "const it = await import('left-pad');"],
    ['facts/a.ts', "export { x } from '../score.ts';"],
    ['facts/a.ts', "type X = import('../checks/define.ts').Check;"],
    ['facts/a.ts', 'const it = await import(name);'],
    ['checks/a.ts', "import { b } from './b.ts';"],
    ['checks/a.ts', "import { parse } from 'yaml';"],
    ['score.ts', 'console.log(1);'],
    ['score.ts', 'const now = Date.now();'],
    ['score.ts', 'const now = Math.random();'],
    ['reporters/a.ts', 'const { env } = process;'],
    ['milestones/a.ts', "import { CHECKS } from '../checks/index.ts';"],
    ['utils/a.ts', ''],
  ])('is broken by %s: %s', (path, text) => {
    expect(violations(path, text)).toHaveLength(1);
  });

  it.each([
    ['facts/a.ts', "import type { Repository } from '../repository/repository.ts';"],
    ['facts/a.ts', "import { type Entry } from '../repository/repository.ts';"],
    ['program/a.ts', "const { ts } = await import('ts-morph');"],
    ['facts/a.ts', 'const x = { process: 1 }; x.process; // process.env'],
    ['checks/index.ts', "import { b } from './b.ts';"],
    ['cli.ts', 'process.stdout.write(String(Date.now()));'],
  ])('is kept by %s: %s', (path, text) => {
    expect(violations(path, text)).toEqual([]);
  });
});

it.each(Object.entries(EAGER))('%s starts without the parsers', (start, known) => {
  const reached = new Set([start]);
  const packages = new Set<string>();
  for (const path of reached) {
    for (const { from, typeOnly, lazy } of importsOf(nodesOf(parse(path, read(path))))) {
      if (typeOnly || lazy || from.startsWith('node:')) continue;
      if (from.startsWith('.')) reached.add(posix.join(posix.dirname(path), from));
      else packages.add(from);
    }
  }
  expect([...packages].filter((name) => !known.includes(name))).toEqual([]);
});

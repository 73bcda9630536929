/**
 * Builds dist/: the bundled program, the bytes of the Python grammar, the validated rules and the notices of what is
 * bundled. The same sources give the same bytes wherever it runs. `node scripts/build.ts [FOLDER]`
 */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { sourceKnowledge } from '../src/commands/knowledge-files.ts';
import { sourceExamples, sourceRules } from '../src/commands/rule-files.ts';
import { RuleFileError } from '../src/milestones/shaped.ts';
import { noticesOf } from './notices.ts';
import { declarationsOf } from './types.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ENTRIES = ['src/cli.ts', 'src/index.ts', 'src/action.ts'];
const PROGRAMS = ['src/cli.ts'];
const GRAMMARS = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-python/tree-sitter-python.wasm',
];

/** What CommonJS code in the bundle (TypeScript, yaml) takes for granted. */
const BANNER = [
  "import{createRequire as __cr}from'node:module';",
  "import{fileURLToPath as __fu}from'node:url';",
  "const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));",
].join('');

/** The text of TypeScript's own declarations, 2.9 MB that parsing alone never looks at. */
const withoutLibFiles: Plugin = {
  name: 'without-lib-files',
  setup({ onLoad }) {
    onLoad({ filter: /ts-morph-common\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const start = source.indexOf('const libFiles = [{');
      const end = source.indexOf('}];', start);
      if (start < 0 || end < 0)
        throw new Error(`${basename(path)} no longer holds its lib files as expected`);
      return {
        contents: `${source.slice(0, start)}const libFiles = [];${source.slice(end + 3)}`,
        loader: 'js',
      };
    });
  },
};

/**
 * `await import('package')` gives the names that Node gives. Left alone, the bundler gives no names of a CommonJS
 * package, only its default.
 */
const namedLazyImports: Plugin = {
  name: 'named-lazy-imports',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[@a-z]/ }, ({ kind, path, namespace }) => {
      if (kind !== 'dynamic-import' || namespace !== 'file' || isBuiltin(path)) return undefined;
      return { path, namespace: 'lazy' };
    });
    onLoad({ filter: /.*/, namespace: 'lazy' }, async ({ path }) => {
      const exported: object = await import(path);
      const names = Object.keys(exported).filter((name) => name !== 'module.exports');
      const from = JSON.stringify(path);
      return {
        contents: `export { ${names.sort().join(', ')} } from ${from};`,
        resolveDir: ROOT,
        loader: 'js',
      };
    });
  },
};

interface Built {
  readonly path: string;
  readonly contents: Uint8Array | string;
}

/** In memory, so that a failed build leaves the last one as it was. */
async function bundle(folder: string): Promise<readonly Built[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir: folder,
    outbase: 'src',
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    splitting: true,
    minify: true,
    charset: 'utf8',
    sourcemap: false,
    legalComments: 'external',
    banner: { js: BANNER },
    plugins: [withoutLibFiles, namedLazyImports],
    // An `eval` in a part of web-tree-sitter that is never reached.
    logOverride: { 'direct-eval': 'silent' },
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  const legal = outputFiles.filter(({ path }) => path.endsWith('.LEGAL.txt'));
  const inputs = [...Object.keys(metafile.inputs), ...GRAMMARS];
  const notices = await noticesOf(
    ROOT,
    inputs,
    legal.map(({ text }) => text),
  );
  return [
    ...outputFiles.filter((file) => !legal.includes(file)),
    { path: join(folder, 'THIRD_PARTY_NOTICES.txt'), contents: notices },
  ];
}

async function main(target: string | undefined): Promise<void> {
  const folder = resolve(target ?? join(ROOT, 'dist'));
  const rules = await sourceRules(new URL('../rules/', import.meta.url));
  const knowledge = await sourceKnowledge(new URL('../knowledge/', import.meta.url));
  const examples = await sourceExamples(new URL('../tests/rules/', import.meta.url));
  const grammars = GRAMMARS.map(async (path) => ({
    path: join(folder, basename(path)),
    contents: await readFile(join(ROOT, path)),
  }));
  const files: readonly Built[] = [
    ...(await bundle(folder)),
    ...(await Promise.all(grammars)),
    ...declarationsOf(ROOT).map(({ path, contents }) => ({ path: join(folder, 'types', path), contents })),
    { path: join(folder, 'rules.json'), contents: `${JSON.stringify(rules)}\n` },
    { path: join(folder, 'knowledge.json'), contents: `${JSON.stringify(knowledge)}\n` },
    { path: join(folder, 'examples.json'), contents: `${JSON.stringify(examples)}\n` },
  ];
  await rm(folder, { recursive: true, force: true });
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  for (const entry of PROGRAMS) await chmod(join(folder, basename(entry).replace(/\.ts$/, '.js')), 0o755);
}

try {
  await main(process.argv[2]);
} catch (error) {
  if (!(error instanceof RuleFileError)) throw error;
  for (const mistake of error.mistakes) console.error(mistake);
  process.exitCode = 2;
}

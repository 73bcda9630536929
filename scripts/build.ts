/**
 * Builds dist/: the bundled program, the bytes of the Python grammar, the validated rules and the notices of what is
 * bundled. The same sources give the same bytes wherever it runs. `node scripts/build.ts [FOLDER]`
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { sourceKnowledge } from '../src/commands/knowledge-files.ts';
import { sourceExamples, sourceRules } from '../src/commands/rule-files.ts';
import { RuleFileError } from '../src/milestones/shaped.ts';
import { GRAMMARS, grammarFiles, namedLazyImports, ROOT, withoutLibFiles } from './bundling.ts';
import { programDigest } from './digest.ts';
import { noticesOf } from './notices.ts';
import { declarationsOf } from './types.ts';

const ENTRIES = ['src/cli.ts', 'src/index.ts', 'src/action.ts', 'src/commands/cohort/worker.ts'];
const PROGRAMS = ['src/cli.ts'];

/** What CommonJS code in the bundle (TypeScript, yaml) takes for granted. */
const BANNER = [
  "import{createRequire as __cr}from'node:module';",
  "import{fileURLToPath as __fu}from'node:url';",
  "const require=__cr(import.meta.url),__filename=__fu(import.meta.url),__dirname=__fu(new URL('.',import.meta.url));",
].join('');

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
    // V8 keeps a source of nothing else in half the room, and reads it faster.
    charset: 'ascii',
    define: { PROGRAM: JSON.stringify(await programDigest()) },
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
  const grammars = (await grammarFiles()).map(({ name, contents }) => ({
    path: join(folder, name),
    contents,
  }));
  const files: readonly Built[] = [
    ...(await bundle(folder)),
    ...grammars,
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

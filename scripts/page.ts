/**
 * Builds the page that audits in a browser: `npm run page`, into site/. Static files, for any server that serves files;
 * all that they load lies beside them. `node scripts/page.ts FOLDER [API [RAW [SERVER]]]` is for another GitHub.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { sourceKnowledge } from '../src/commands/knowledge-files.ts';
import { sourceRules } from '../src/commands/rule-files.ts';
import { reportPolicy } from '../src/reporters/html/page.ts';
import { GITHUB, type Hosts } from '../web/hosts.ts';
import { GRAMMARS, grammarFiles, namedLazyImports, ROOT, withoutLibFiles } from './bundling.ts';
import { programDigest } from './digest.ts';
import { noticesOf } from './notices.ts';

/** What Node has and a browser has not: a stand-in for what the engine asks of it, and nothing for the rest. */
const SHIMS: Readonly<Record<string, string>> = {
  crypto: 'web/shims/crypto.ts',
  path: 'node_modules/path-browserify/index.js',
};
const MACHINE = /^(?:node:)?(?:crypto|path|fs|fs\/promises|module|url|os|child_process|v8|util)$/;

const shims: Plugin = {
  name: 'shims',
  setup({ onResolve }) {
    onResolve({ filter: MACHINE }, ({ path }) => ({
      path: join(ROOT, SHIMS[path.replace(/^node:/, '')] ?? 'web/shims/nothing.ts'),
    }));
  },
};

/**
 * What the page may do. It runs its own scripts and the parsers' WebAssembly, and asks GitHub and nobody else; the
 * report in its frame brings a script and a style that are named by their digests.
 */
export function policyOf({ api, raw }: Hosts): string {
  const { script, styles } = reportPolicy();
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${script}`,
    `style-src 'self' ${styles.join(' ')}`,
    `connect-src 'self' ${[...new Set([api, raw].map((one) => new URL(one).origin))].join(' ')}`,
    "worker-src 'self' blob:",
    'img-src data:',
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Writes the page into a folder, which is made anew. */
export async function buildPage(folder: string, hosts: Hosts = GITHUB): Promise<void> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['web/page.ts', 'web/worker.ts'],
    outdir: folder,
    outbase: 'web',
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    define: {
      HOSTS: JSON.stringify(hosts),
      VERSION: JSON.stringify(version),
      PROGRAM: JSON.stringify(await programDigest()),
      'process.env.NODE_ENV': '"production"',
    },
    inject: [join(ROOT, 'web/shims/buffer.ts')],
    plugins: [shims, withoutLibFiles, namedLazyImports],
    logOverride: { 'direct-eval': 'silent' },
    logLevel: 'error',
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.startsWith('(disabled):'));
  const rules = await sourceRules(new URL('../rules/', import.meta.url));
  const knowledge = await sourceKnowledge(new URL('../knowledge/', import.meta.url));
  const html = await readFile(join(ROOT, 'web/index.html'), 'utf8');
  const files: readonly { readonly path: string; readonly contents: string | Uint8Array }[] = [
    ...outputFiles,
    ...(await grammarFiles()).map(({ name, contents }) => ({ path: join(folder, name), contents })),
    { path: join(folder, 'index.html'), contents: html.replace('%POLICY%', policyOf(hosts)) },
    { path: join(folder, 'style.css'), contents: await readFile(join(ROOT, 'web/style.css')) },
    { path: join(folder, 'rules.json'), contents: JSON.stringify(rules) },
    { path: join(folder, 'knowledge.json'), contents: JSON.stringify(knowledge) },
    {
      path: join(folder, 'THIRD_PARTY_NOTICES.txt'),
      contents: await noticesOf(ROOT, [...inputs, ...GRAMMARS], []),
    },
  ];
  await rm(folder, { recursive: true, force: true });
  for (const { path, contents } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = join(ROOT, 'site'), api = GITHUB.api, raw = GITHUB.raw, server = GITHUB.server] =
    process.argv.slice(2);
  await buildPage(resolve(folder), { api, raw, server });
}

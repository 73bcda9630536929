/** What every bundle of the program needs: the one for Node, and the one for browsers. */
import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Loaded by the parser of Python, as they are. */
export const GRAMMARS = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/tree-sitter-python/tree-sitter-python.wasm',
];

/** The text of TypeScript's own declarations, 2.9 MB that parsing alone never looks at. */
export const withoutLibFiles: Plugin = {
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
export const namedLazyImports: Plugin = {
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

/** The bytes of the grammars, by the names under which they lie beside the program. */
export async function grammarFiles(): Promise<
  readonly { readonly name: string; readonly contents: Uint8Array }[]
> {
  return Promise.all(
    GRAMMARS.map(async (path) => ({ name: basename(path), contents: await readFile(join(ROOT, path)) })),
  );
}

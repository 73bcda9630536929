/** Parses the Python files of tiny repositories for the rewrites. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Runtime, startRuntime } from '../../../src/program/python/runtime.ts';
import { type PythonModule, pythonModule } from './module.ts';

const require = createRequire(import.meta.url);

function start(): Promise<Runtime> {
  return startRuntime({
    runtime: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')),
  });
}

export async function parsePython(path: string, text: string): Promise<PythonModule> {
  const tree = (await start()).parse(text, {});
  if (!tree) throw new Error(`${path} does not parse`);
  const module = pythonModule(path, text, tree);
  tree.delete();
  return module;
}

/** Parses the Python files of tiny repositories for the rewrites. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { type PythonModule, pythonModule } from './module.ts';

const require = createRequire(import.meta.url);

async function start(): Promise<Parser> {
  await Parser.init({ wasmBinary: readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm')) });
  const grammar = new Uint8Array(readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm')));
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
  return parser;
}

const started = start();

export async function parsePython(path: string, text: string): Promise<PythonModule> {
  const tree = (await started).parse(text);
  if (!tree) throw new Error(`${path} does not parse`);
  const module = pythonModule(path, text, tree);
  tree.delete();
  return module;
}

/** Links literal sources into a program, as the audit does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sourceKnowledge } from '../../src/commands/knowledge-files.ts';
import type { CodeFile } from '../../src/program/file.ts';
import type { Knowledge } from '../../src/program/knowledge.ts';
import { linkProgram } from '../../src/program/link/link.ts';
import { readNotebook } from '../../src/program/notebook/notebook.ts';
import type { CallRef, Program, Role } from '../../src/program/program.ts';
import { loadPython, type PythonParser } from '../../src/program/python/python.ts';
import { readTypeScript } from '../../src/program/typescript/typescript.ts';

const require = createRequire(import.meta.url);
let parser: Promise<PythonParser> | null = null;

/** What code is read with, as an audit is handed it. */
const grammars = {
  python: async () => ({
    runtime: new Uint8Array(readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'))),
    grammar: new Uint8Array(readFileSync(require.resolve('tree-sitter-python/tree-sitter-python.wasm'))),
  }),
};

export const reading = {
  grammars,
  knowledge: await sourceKnowledge(new URL('../../knowledge/', import.meta.url)),
};

function python(): Promise<PythonParser> {
  parser ??= grammars.python().then(loadPython);
  return parser;
}

export async function programOf(
  sources: Readonly<Record<string, string>>,
  knowledge: Knowledge = reading.knowledge,
): Promise<Program> {
  const reader = await python();
  const read = (path: string, text: string): CodeFile =>
    path.endsWith('.py')
      ? reader.read(path, text)
      : path.endsWith('.ipynb')
        ? readNotebook(path, text, reader)
        : readTypeScript(path, text);
  const role = (path: string): Role => (/(^|\/)tests?\//.test(path) ? 'test' : 'application');
  return linkProgram(
    Object.entries(sources).map(([path, text]) => ({ file: read(path, text), role: role(path) })),
    knowledge,
  );
}

/** The qualified names of the calls written on one line of a file, in source order. */
export function namesOn(program: Program, path: string, line: number): string[] {
  return callsOn(program, path, line).map((call) => program.nameOf(call));
}

function callsOn(program: Program, path: string, line: number): CallRef[] {
  const file = program.file(path);
  if (!file) throw new Error(`no file ${path}`);
  return file.calls.flatMap((call, id) => (call.line === line ? [program.callOf(file, id)] : []));
}

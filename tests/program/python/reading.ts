/** How the tests of the Python reader read and show: shared by its test files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CodeFile, Value } from '../../../src/program/file.ts';
import { loadPython } from '../../../src/program/python/python.ts';

const { resolve } = createRequire(import.meta.url);
const parser = await loadPython({
  runtime: readFileSync(resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: readFileSync(resolve('tree-sitter-python/tree-sitter-python.wasm')),
});
export const read = (text: string, path = 'app.py'): CodeFile => parser.read(path, text);

/** A value in one line: names bare, texts quoted, operations in brackets. */
export function show(file: CodeFile, value: Value | null): string {
  if (value === null) return '-';
  const all = (values: readonly Value[]) => values.map((each) => show(file, each)).join(', ');
  switch (value.kind) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'template':
      return `f${value.parts.map((part) => (typeof part === 'string' ? part : `<${show(file, part)}>`)).join('')}`;
    case 'name':
      return value.name;
    case 'member':
      return `${show(file, value.of)}.${value.name}`;
    case 'index':
      return `${show(file, value.of)}[${all(value.index)}]`;
    case 'list':
      return `[${all(value.items)}]`;
    case 'dict':
      return `{${value.entries.map((entry) => `${show(file, entry.key)}: ${show(file, entry.value)}`).join(', ')}}`;
    case 'function':
      return `function ${value.definition}`;
    case 'operation':
      return `(${value.operator} ${all(value.operands)})`;
    case 'call': {
      const call = file.calls[value.call];
      const given = call?.arguments.map(
        (each) => (each.name === null ? '' : `${each.name}=`) + show(file, each.value),
      );
      return call ? `${show(file, call.callee)}(${given?.join(', ')})` : '?';
    }
    case 'other':
      return '?';
  }
}

/** The assignments of a text, one line for each. */
export const assigned = (text: string): readonly string[] => {
  const file = read(text);
  return file.assignments.map((each) => {
    const annotation = each.annotation ? `: ${show(file, each.annotation)}` : '';
    return `${show(file, each.target)}${annotation} ${each.via} ${show(file, each.value)}`;
  });
};

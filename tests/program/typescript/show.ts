/** Facts of a code file in one line each, so that tests can be tables. */
import { describe, expect, test } from 'vitest';
import type { Call, CodeFile, Value } from '../../../src/program/file.ts';
import { readTypeScript } from '../../../src/program/typescript/typescript.ts';

/** A value in one line: names as they are, literals as JSON, calls by their callee, '?' for what is not followed. */
export function show(file: CodeFile, value: Value | null): string {
  const all = (values: readonly Value[]) => values.map((each) => show(file, each)).join(', ');
  switch (value?.kind) {
    case undefined:
      return '-';
    case 'literal':
      return JSON.stringify(value.value);
    case 'template':
      return `\`${value.parts.map((part) => (typeof part === 'string' ? part : `<${show(file, part)}>`)).join('')}\``;
    case 'name':
      return value.name;
    case 'member':
      return `${show(file, value.of)} . ${value.name}`;
    case 'index':
      return `${show(file, value.of)}[${all(value.index)}]`;
    case 'call':
      return call(file, file.calls[value.call]!);
    case 'list':
      return `[${all(value.items)}]`;
    case 'dict':
      return `{${value.entries.map((each) => `${each.key ? show(file, each.key) : '...'}: ${show(file, each.value)}`).join(', ')}}`;
    case 'function':
      return `${file.definitions[value.definition]!.kind} ${file.definitions[value.definition]!.name}`.trim();
    case 'operation':
      return `(${[value.operator, ...value.operands.map((each) => show(file, each))].join(' ')})`;
    default:
      return '?';
  }
}

function call(file: CodeFile, { form, callee, arguments: given }: Call): string {
  const words = given.map(({ name, value }) => (name === null ? '' : `${name}=`) + show(file, value));
  return `${form === 'call' ? '' : `${form} `}${show(file, callee)}(${words.join(', ')})`;
}

export const calls = (file: CodeFile) => file.calls.map((each) => call(file, each));

export const assignments = (file: CodeFile) =>
  file.assignments.map((each) => `${show(file, each.target)} ${each.via} ${show(file, each.value)}`);

export const imports = (file: CodeFile) =>
  file.imports.map((each) => `${each.local}|${each.module}|${each.name}${each.typeOnly ? '|type' : ''}`);

export const exports = (file: CodeFile) =>
  file.exports.map((each) => `${each.exported}|${each.local}|${each.module}|${show(file, each.value)}`);

export const statements = (file: CodeFile) =>
  file.statements.map((each) => `${each.kind} ${show(file, each.value)}`);

export const blocks = (file: CodeFile) =>
  file.blocks.map((each) => `${each.kind} ${each.parent} ${each.of} ${show(file, each.test)}`);

export const definitions = (file: CodeFile) =>
  file.definitions.map((each) => `${each.kind} ${each.qualifiedName}`.trim());

export const annotations = (file: CodeFile) => file.assignments.map((each) => show(file, each.annotation));

export const fields = (file: CodeFile) =>
  file.definitions.flatMap((definition) =>
    definition.fields.map(
      (each) => `${each.name}: ${show(file, each.annotation)} = ${show(file, each.value)}`,
    ),
  );

export const parameters = (file: CodeFile) =>
  file.definitions.flatMap((definition) =>
    definition.parameters.map(
      (each) =>
        `${each.kind} ${each.name}${each.optional ? '?' : ''}: ${show(file, each.annotation)} = ${show(file, each.default)}`,
    ),
  );

type Row = readonly [source: string, expected: readonly string[]];

/** A describe block with one test a row: a source without errors, and what is read of it. */
export function table(title: string, read: (file: CodeFile) => readonly string[], rows: readonly Row[]) {
  describe(title, () => {
    test.each(rows)('%s', (source, expected) => {
      const file = readTypeScript('a.tsx', source);
      expect(file.errors).toEqual([]);
      expect(read(file)).toEqual(expected);
    });
  });
}

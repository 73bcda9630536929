import type { Facts } from '../../facts/facts.ts';
import type { CodeFile, Definition } from '../../program/file.ts';
import { valuesWithin } from '../../program/link/values.ts';
import { defineCheck, found } from '../define.ts';

/** Lines of one file that use a construct of the language. A new construct is one line here. */
const CONSTRUCTS = {
  branch: (file) => blocks(file, 'if'),
  loop: (file) => [...blocks(file, 'for'), ...blocks(file, 'while')],
  comprehension: (file) => operations(file, 'comprehension'),
  list: (file) => values(file, 'list'),
  dict: (file) => values(file, 'dict'),
  catch: (file) =>
    file.blocks.filter(({ kind, catches }) => kind === 'except' && catches.length > 0).map(lineOf),
  'context-manager': (file) => blocks(file, 'with'),
  'keyword-arguments': (file) =>
    file.calls
      .filter(({ form, arguments: given }) => form === 'call' && given.some(({ name }) => name !== null))
      .map(lineOf),
  'rest-parameters': (file) =>
    functions(file)
      .filter(({ parameters }) => parameters.some(({ kind }) => kind === 'rest' || kind === 'keywords'))
      .map(lineOf),
  'default-parameters': (file) =>
    functions(file)
      .filter(({ parameters }) => parameters.some((one) => one.default !== null))
      .map(lineOf),
  'type-hints': (file) =>
    functions(file)
      .filter(
        ({ returns, parameters }) =>
          returns !== null && parameters.some(({ annotation }) => annotation !== null),
      )
      .map(lineOf),
  class: (file) => file.definitions.filter(({ kind }) => kind === 'class').map(lineOf),
  method: (file) => file.definitions.filter(({ kind }) => kind === 'method').map(lineOf),
  'special-method': (file) =>
    methods(file, /^(__(init|str|repr|eq|len|iter|enter|call)__|constructor|toString)$/),
  inheritance: (file) =>
    file.definitions.filter(({ kind, bases }) => kind === 'class' && bases.length > 0).map(lineOf),
  property: (file) => file.definitions.filter(({ accessor }) => accessor).map(lineOf),
  decorator: (file) => file.definitions.filter(({ decorators }) => decorators.length > 0).map(lineOf),
  async: (file) => file.definitions.filter((one) => one.async).map(lineOf),
  generator: (file) => file.definitions.filter((one) => one.generator).map(lineOf),
  template: (file) => values(file, 'template'),
  slice: (file) => operations(file, 'slice'),
} as const satisfies Readonly<Record<string, (file: CodeFile) => readonly number[]>>;

type Construct = keyof typeof CONSTRUCTS;
const NAMES = Object.keys(CONSTRUCTS) as [Construct, ...Construct[]];
const MOST_SHOWN = 8;

export const construct = defineCheck({
  name: 'construct',
  summary: 'Application code uses a construct of the language in at least so many places.',
  reads: ['code'],
  written: true,
  parameters: (z) =>
    z.strictObject({ of: z.array(z.enum(NAMES)).min(1), atLeast: z.int().min(1).default(1) }),
  ask: (facts, { of, atLeast }) => {
    const places = facts.program.filesOf().flatMap((file) => {
      const lines = new Set(of.flatMap((name) => CONSTRUCTS[name](file)));
      return [...lines].map((line) => ({ file, line }));
    });
    const shown = places.length < atLeast ? [] : places.slice(0, MOST_SHOWN);
    return found(
      shown.map(({ file, line }) => evidenceOf(facts, file, line)),
      `${of.join(' or ')} in ${atLeast} places`,
    );
  },
});

function evidenceOf(facts: Facts, file: CodeFile, line: number) {
  return facts.evidence(file.path, line);
}

function lineOf({ line }: { readonly line: number }): number {
  return line;
}

function blocks(file: CodeFile, kind: CodeFile['blocks'][number]['kind']): readonly number[] {
  return file.blocks.filter((one) => one.kind === kind).map(lineOf);
}

function functions(file: CodeFile): readonly Definition[] {
  return file.definitions.filter(({ kind }) => kind === 'function' || kind === 'method');
}

function methods(file: CodeFile, name: RegExp): readonly number[] {
  return file.definitions.filter((one) => one.kind === 'method' && name.test(one.name)).map(lineOf);
}

/** Values that are assigned, returned or handed on. */
function written(file: CodeFile) {
  return [
    ...file.assignments.map(({ value }) => value),
    ...file.statements.map(({ value }) => value),
    ...file.calls.flatMap((call) => call.arguments.map(({ value }) => value)),
  ].flatMap((value) => (value ? valuesWithin(value) : []));
}

function values(file: CodeFile, kind: 'list' | 'dict' | 'template'): readonly number[] {
  return written(file)
    .filter((one) => one.kind === kind)
    .map(lineOf);
}

function operations(file: CodeFile, operator: string): readonly number[] {
  return written(file)
    .filter((one) => one.kind === 'operation' && one.operator === operator)
    .map(lineOf);
}

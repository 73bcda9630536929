/** Arguments get a name before the call. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { before, isDotted } from './code.ts';
import type { PythonModule } from './module.ts';
import { around, fieldOf, type Node, namedIn } from './tree.ts';

/** Evaluated at any time they are the same: a name of a local, a literal, a function. */
const STILL = ['identifier', 'integer', 'float', 'true', 'false', 'none', 'lambda', 'string'];

export const namedArguments: Form = {
  name: 'arguments',
  summary:
    'Calls, lists, dicts and attributes that a call is handed get names first, in the order of evaluation.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => {
      if (module.dynamic) return [];
      const prefix = fresh(module.text, 'part');
      let count = 0;
      return module.nodes.flatMap((node) => {
        const call = callOf(node);
        return call ? extracted(module, node, call, () => `${prefix}_${++count}`) : [];
      });
    }),
};

/** The call that a statement is: alone, as the value of an assignment, or as what is returned. */
function callOf(statement: Node): Node | null {
  if (statement.type !== 'expression_statement' && statement.type !== 'return_statement') return null;
  if (around(statement, 'function_definition', 'class_definition')?.type === 'class_definition') return null;
  const only = namedIn(statement)[0];
  const value = only?.type === 'assignment' ? fieldOf(only, 'right') : only;
  const call = value?.type === 'await' ? namedIn(value)[0] : value;
  return call?.type === 'call' && isDotted(fieldOf(call, 'function')) ? call : null;
}

function extracted(module: PythonModule, statement: Node, call: Node, next: () => string): readonly Edit[] {
  const list = fieldOf(call, 'arguments');
  if (list?.type !== 'argument_list') return [];
  const edits: Edit[] = [];
  const lines: string[] = [];
  for (const argument of namedIn(list)) {
    const value = argument.type === 'keyword_argument' ? fieldOf(argument, 'value') : argument;
    if (!value || /splat|generator|named_expression|yield/.test(value.type)) break;
    if (STILL.includes(value.type) && !value.children.some(({ type }) => type === 'interpolation')) continue;
    const name = next();
    lines.push(`${name} = ${value.type === 'parenthesized_expression' ? value.text : parenthesized(value)}`);
    edits.push({ start: value.start, end: value.end, text: name });
  }
  return edits.length > 0 ? [before(module, statement, lines), ...edits] : [];
}

/** A value that breaks over lines without brackets of its own stood in those of the call. */
function parenthesized(value: Node): string {
  const bracketed = /^[[{(]/.test(value.text) || value.type === 'call' || value.type === 'string';
  return value.text.includes('\n') && !bracketed ? `(${value.text})` : value.text;
}

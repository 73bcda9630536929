/** Ways through a function are written differently. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { hasLongText, indented } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, indentOf, type Node, namedIn, startsLine, within } from './tree.ts';

export const elseAfterReturn: Form = {
  name: 'else',
  summary: 'What follows a branch that leaves stands in an else.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => module.nodes.flatMap((node) => intoElse(module, node))),
};

export const listLoop: Form = {
  name: 'collected',
  summary: 'A list comprehension becomes a loop that appends.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => module.nodes.flatMap((node) => asLoop(module, node))),
};

function intoElse(module: PythonModule, block: Node): readonly Edit[] {
  if (block.type !== 'block' || block.parent?.type !== 'function_definition') return [];
  const statements = namedIn(block);
  const index = statements.findLastIndex((one, at) => at < statements.length - 1 && leaves(one));
  const branch = statements[index];
  const next = statements[index + 1];
  const last = statements.at(-1);
  if (
    !branch ||
    !next ||
    !last ||
    !startsLine(module.text, branch.start) ||
    !startsLine(module.text, next.start)
  )
    return [];
  const rest = statements.slice(index + 1);
  if (rest.some((one) => hasLongText(one) || !startsLine(module.text, one.start))) return [];
  const indent = indentOf(module.text, branch.start);
  const moved = indented(indentOf(module.text, next.start) + module.text.slice(next.start, last.end));
  return [{ start: branch.end, end: last.end, text: `\n${indent}else:\n${moved}` }];
}

/** `if …: return`, without another branch. */
function leaves(statement: Node): boolean {
  const last = namedIn(fieldOf(statement, 'consequence')).at(-1);
  const alone = statement.type === 'if_statement' && fieldOf(statement, 'alternative') === null;
  return alone && (last?.type === 'return_statement' || last?.type === 'raise_statement');
}

function asLoop(module: PythonModule, statement: Node): readonly Edit[] {
  const only = namedIn(statement)[0];
  const returns = statement.type === 'return_statement';
  const value = returns
    ? only
    : statement.type === 'expression_statement' && only?.type === 'assignment'
      ? fieldOf(only, 'right')
      : null;
  if (value?.type !== 'list_comprehension' || !startsLine(module.text, statement.start)) return [];
  if (inClass(statement) || hasLongText(statement) || module.dynamic) return [];
  const element = fieldOf(value, 'body');
  const clauses = value.children.filter(({ type }) => type === 'for_in_clause' || type === 'if_clause');
  if (!element || clauses.some((one) => one.text.includes('\n')) || element.text.includes('\n')) return [];
  const bound = module.names.filter(({ binds, scope }) => binds && scope === value).map(({ name }) => name);
  const clash = module.names.some(({ name, scope }) => bound.includes(name) && scope !== value);
  if (
    clash ||
    within(value).some(
      ({ type }) =>
        /^(?:lambda|named_expression|yield)$|_comprehension/.test(type) && type !== 'list_comprehension',
    )
  )
    return [];
  const name = fresh(module.text, 'collected');
  const indent = indentOf(module.text, statement.start);
  const lines = [`${name} = []`];
  let depth = '';
  for (const clause of clauses) {
    lines.push(`${depth}${clause.text}:`);
    depth += '    ';
  }
  lines.push(`${depth}${name}.append(${element.text})`);
  const end = module.text.slice(statement.start, value.start) + name;
  return [{ start: statement.start, end: statement.end, text: [...lines, end].join(`\n${indent}`) }];
}

function inClass(statement: Node): boolean {
  return statement.parent?.parent?.type === 'class_definition';
}

/** Statements without a body of their own, and the table of all statements. */
import { entryOf } from '../../reading/collections.ts';
import type { Value } from '../file.ts';
import { annotationOf } from './annotations.ts';
import { blocks } from './blocks.ts';
import { readExec, readPrint } from './calls.ts';
import { readClass, readDecorated, readFunction, readTypeAlias } from './definitions.ts';
import { imports } from './imports.ts';
import { readMatch } from './match.ts';
import { addStatement, type Reading, readValue, type StatementReader, textOf, visit } from './reading.ts';
import { child, type Syntax } from './syntax.ts';
import { bind, readTarget, type Target } from './targets.ts';

function readExpressionStatement(reading: Reading, node: Syntax): void {
  for (const each of node.children) {
    if (isString(each)) addStatement(reading, 'expression', each.line, () => readValue(reading, each));
    else if (reading.readers.statements[each.type]) visit(reading, each);
    else {
      const value = readValue(reading, each);
      const call = value.kind === 'call' && isCall(each) ? reading.found.calls[value.call] : undefined;
      if (call) call.statement = true;
    }
  }
}

function isString(node: Syntax): boolean {
  return node.type === 'string' || node.type === 'concatenated_string';
}

/** A call, also behind parentheses and `await`; a walrus keeps its value. */
function isCall(node: Syntax): boolean {
  if (node.type !== 'await' && node.type !== 'parenthesized_expression') return node.type === 'call';
  return node.children[0] !== undefined && isCall(node.children[0]);
}

/** `a = b = value` is an assignment to each, an annotation belongs to the only one. */
function readAssignment(reading: Reading, node: Syntax): void {
  const targets: { readonly target: Target; readonly annotation: Value | null }[] = [];
  let part: Syntax | undefined = node;
  while (part?.type === 'assignment') {
    const [left, type]: readonly (Syntax | undefined)[] = [child(part, 'left'), child(part, 'type')];
    if (left)
      targets.push({
        target: readTarget(reading, left),
        annotation: type ? annotationOf(reading, type) : null,
      });
    part = child(part, 'right');
  }
  const value = part ? readValue(reading, part) : null;
  for (const { target, annotation } of targets) bind(reading, target, value, '=', annotation);
}

function readAugmented(reading: Reading, node: Syntax): void {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  const target = left ? readTarget(reading, left) : null;
  const value = right ? readValue(reading, right) : null;
  if (target) bind(reading, target, value, 'augmented');
}

function readReturn(reading: Reading, node: Syntax): void {
  const [value] = node.children;
  addStatement(reading, 'return', node.line, () => (value ? readValue(reading, value) : null));
}

/** `raise X from e`: X. Python 2's `raise E, "message"`: E. */
function readRaise(reading: Reading, node: Syntax): void {
  addStatement(reading, 'raise', node.line, () => {
    const cause = child(node, 'cause');
    const raised = node.children.find((each) => each !== cause);
    const parts = raised?.type === 'expression_list' ? raised.children : raised ? [raised] : [];
    const [value] = parts.map((each) => readValue(reading, each));
    if (cause) readValue(reading, cause);
    return value ?? null;
  });
}

function readAssert(reading: Reading, node: Syntax): void {
  addStatement(reading, 'assert', node.line, () => {
    const [condition] = node.children.map((each) => readValue(reading, each));
    return condition ?? null;
  });
}

/** One statement for each thing that is deleted. */
function readDelete(reading: Reading, node: Syntax): void {
  const [only] = node.children;
  const deleted = only?.type === 'expression_list' || only?.type === 'tuple' ? only.children : node.children;
  for (const each of deleted) addStatement(reading, 'delete', node.line, () => readValue(reading, each));
}

/** `global model`: what this definition assigns to the name is seen outside. */
function readOuterNames(reading: Reading, node: Syntax): void {
  const names = entryOf(reading.outer, reading.definition, () => new Set<string>());
  for (const name of textOf(reading, node)
    .split(/[\s,\\;]+/)
    .slice(1))
    names.add(name);
}

function readChildren(reading: Reading, node: Syntax): void {
  for (const each of node.children) visit(reading, each);
}

export const statements: Readonly<Record<string, StatementReader>> = {
  ...imports,
  ...blocks,
  expression_statement: readExpressionStatement,
  assignment: readAssignment,
  augmented_assignment: readAugmented,
  return_statement: readReturn,
  raise_statement: readRaise,
  assert_statement: readAssert,
  delete_statement: readDelete,
  global_statement: readOuterNames,
  nonlocal_statement: readOuterNames,
  break_statement: (reading, node) => addStatement(reading, 'break', node.line),
  continue_statement: (reading, node) => addStatement(reading, 'continue', node.line),
  print_statement: readPrint,
  exec_statement: readExec,
  function_definition: (reading, node) => readFunction(reading, node),
  class_definition: (reading, node) => readClass(reading, node),
  decorated_definition: readDecorated,
  type_alias_statement: readTypeAlias,
  match_statement: readMatch,
  block: readChildren,
  ERROR: readChildren,
};

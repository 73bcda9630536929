/** Calls and their arguments. */
import type { Argument, Call, Value } from '../file.ts';
import { type ExpressionReader, endLineOf, type Reading, readValue, textOf } from './reading.ts';
import { child, childrenIn, type Syntax } from './syntax.ts';

type CallDraft = { -readonly [K in keyof Call]: Call[K] };

/** Functions that import the module they are handed. */
const IMPORTERS = new Set(['importlib.import_module', 'import_module', '__import__']);

/** Keeps a place before callee and arguments are read: calls stand in the order of their starts. */
function reserveCall(reading: Reading, node: Syntax): { readonly id: number; readonly call: CallDraft } {
  const call: CallDraft = {
    callee: { kind: 'other', line: node.line },
    arguments: [],
    form: 'call',
    definition: reading.definition,
    block: reading.block,
    line: node.line,
    endLine: endLineOf(reading, node),
    statement: false,
  };
  return { id: reading.found.calls.push(call) - 1, call };
}

function readCall(reading: Reading, node: Syntax): Value {
  const { id, call } = reserveCall(reading, node);
  const [callee, list] = [child(node, 'function'), child(node, 'arguments')];
  if (callee) call.callee = readValue(reading, callee);
  if (list) call.arguments = readArguments(reading, list);
  noteImport(reading, call);
  return { kind: 'call', call: id, line: node.line };
}

/** The arguments of an argument list, or the one generator that may stand in its place. */
export function readArguments(reading: Reading, list: Syntax): readonly Argument[] {
  if (list.type === 'generator_expression') return [{ name: null, value: readValue(reading, list) }];
  const found: Argument[] = [];
  for (const each of list.children) {
    const value = child(each, 'value');
    const name = child(each, 'name');
    if (each.type === 'keyword_argument' && name && value)
      found.push({ name: textOf(reading, name), value: readValue(reading, value) });
    else if (each.type === 'ERROR') readValue(reading, each);
    else found.push({ name: null, value: readValue(reading, each) });
  }
  return found;
}

/** `importlib.import_module('m')` imports as a statement would. */
function noteImport(reading: Reading, call: CallDraft): void {
  if (call.callee.kind !== 'name' || !IMPORTERS.has(call.callee.name)) return;
  const module = call.arguments[0]?.value;
  if (module?.kind !== 'literal' || typeof module.value !== 'string') return;
  const { definition, typeOnly } = reading;
  const { line } = call;
  reading.found.imports.push({ local: '', module: module.value, name: null, definition, line, typeOnly });
}

/** Python 2's `print x` and `print >>file, x`, as the calls that they would be today. */
export function readPrint(reading: Reading, node: Syntax): void {
  const { call } = reserveCall(reading, node);
  call.callee = { kind: 'name', name: 'print', line: node.line };
  call.statement = true;
  const chevron = node.children.find((each) => each.type === 'chevron')?.children[0];
  const file = chevron ? [{ name: 'file', value: readValue(reading, chevron) }] : [];
  const values = childrenIn(node, 'argument').map((each) => ({
    name: null,
    value: readValue(reading, each),
  }));
  call.arguments = [...values, ...file];
}

/** Python 2's `exec code`. */
export function readExec(reading: Reading, node: Syntax): void {
  const { call } = reserveCall(reading, node);
  call.callee = { kind: 'name', name: 'exec', line: node.line };
  call.statement = true;
  call.arguments = node.children.map((each) => ({ name: null, value: readValue(reading, each) }));
}

export const calls: Readonly<Record<string, ExpressionReader>> = { call: readCall };

/** The suite of a definition or block: its docstring, and whether it does anything. */
import type { Definition } from '../file.ts';
import { endLineOf, type Reading, readValue, textOf, visit } from './reading.ts';
import type { Syntax } from './syntax.ts';

/** Reads a definition's (or the module's) statements; a string that comes first is its docstring. */
export function readBody(reading: Reading, body: Syntax | undefined): void {
  const docstring = docstringOf(body);
  for (const each of body?.children ?? []) {
    if (each === docstring) noteDocstring(reading, each);
    else visit(reading, each);
  }
}

/** The statement that is the docstring of a body. */
function docstringOf(body: Syntax | undefined): Syntax | undefined {
  const first = body?.children[0];
  const [only, ...others] = first?.children ?? [];
  if (first?.type !== 'expression_statement' || !only || others.length > 0) return undefined;
  if (only.type !== 'string' && only.type !== 'concatenated_string') return undefined;
  return hasInterpolation(only) ? undefined : first;
}

function hasInterpolation(node: Syntax): boolean {
  return node.children.some((each) => each.type === 'interpolation' || hasInterpolation(each));
}

function noteDocstring(reading: Reading, node: Syntax): void {
  const value = node.children[0] ? readValue(reading, node.children[0]) : null;
  if (value?.kind !== 'literal') return;
  const text = String(value.value).trim();
  reading.found.comments.push({ text, docstring: true, line: node.line, endLine: endLineOf(reading, node) });
}

/** A statement that does nothing: `pass` or `...`. */
function isNothing(node: Syntax): boolean {
  return (
    node.type === 'pass_statement' ||
    (node.type === 'expression_statement' && node.children.every((each) => each.type === 'ellipsis'))
  );
}

/** Whether a block holds nothing but `pass`, `...` or comments. */
export function isEmpty(body: Syntax | undefined): boolean {
  return (body?.children ?? []).every(isNothing);
}

/** Whether a definition's body does nothing; raising NotImplementedError is nothing too. */
export function isStub(reading: Reading, body: Syntax | undefined): boolean {
  const docstring = docstringOf(body);
  const rest = (body?.children ?? []).filter((each) => each !== docstring && !isNothing(each));
  const [only, ...others] = rest;
  if (!only) return true;
  if (others.length > 0 || only.type !== 'raise_statement' || !only.children[0]) return false;
  return /^(?:\w+\.)?NotImplemented(?:Error)?\b/.test(textOf(reading, only.children[0]));
}

/** Classes whose methods only say what others do. */
const INTERFACES = new Set(['Protocol', 'typing.Protocol', 'typing_extensions.Protocol', 'Interface']);

/** Whether a function is only declared: abstract, an overload, in a protocol or a `.pyi` file. */
export function isDeclaration(
  reading: Reading,
  definition: Pick<Definition, 'abstract' | 'decorators'>,
  owner: Pick<Definition, 'bases' | 'kind'> | undefined,
): boolean {
  if (reading.declarations || definition.abstract) return true;
  const named = (names: (name: string) => boolean) => (value: Definition['bases'][number]) => {
    const base = value.kind === 'index' ? value.of : value;
    return base.kind === 'name' && names(base.name);
  };
  if (definition.decorators.some(named((name) => name === 'overload' || name.endsWith('.overload'))))
    return true;
  return owner?.kind === 'class' && owner.bases.some(named((name) => INTERFACES.has(name)));
}

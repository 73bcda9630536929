/** JSX elements as calls: attributes are named arguments, children one list. */
import { ts } from 'ts-morph';
import type { Argument, Value } from '../file.ts';
import { dottedName } from './names.ts';
import { type Reader, reserveCall } from './reader.ts';

/** An element is a call of form 'jsx'; a fragment is the list of its children. */
export function readJsx(
  reader: Reader,
  node: ts.JsxElement | ts.JsxSelfClosingElement | ts.JsxFragment,
): Value {
  const line = reader.line(node);
  if (ts.isJsxFragment(node)) return { kind: 'list', items: childrenOf(reader, node.children), line };
  const opening = ts.isJsxElement(node) ? node.openingElement : node;
  const { id, call } = reserveCall(reader, node, 'jsx', false);
  call.callee = { kind: 'name', name: tagName(opening.tagName), line };
  const given = reader
    .first(opening.attributes.properties)
    .map((attribute) => readAttribute(reader, attribute));
  const children = ts.isJsxElement(node) ? childrenOf(reader, node.children) : [];
  const list: Value = { kind: 'list', items: children, line };
  call.arguments = children.length > 0 ? [...given, { name: 'children', value: list }] : given;
  return { kind: 'call', call: id, line };
}

function tagName(node: ts.JsxTagNameExpression): string {
  if (ts.isJsxNamespacedName(node)) return `${node.namespace.text}:${node.name.text}`;
  return dottedName(node) ?? '';
}

function readAttribute(reader: Reader, node: ts.JsxAttributeLike): Argument {
  const line = reader.line(node);
  if (ts.isJsxSpreadAttribute(node)) {
    const operands = [reader.value(node.expression)];
    return { name: null, value: { kind: 'operation', operator: '...', operands, line } };
  }
  const name = ts.isIdentifier(node.name)
    ? node.name.text
    : `${node.name.namespace.text}:${node.name.name.text}`;
  const written = node.initializer;
  if (written === undefined) return { name, value: { kind: 'literal', value: true, line } };
  if (!ts.isJsxExpression(written)) return { name, value: reader.value(written) };
  const value: Value = written.expression ? reader.value(written.expression) : { kind: 'other', line };
  return { name, value };
}

function childrenOf(reader: Reader, children: readonly ts.JsxChild[]): readonly Value[] {
  return reader.first(children).flatMap((child): readonly Value[] => {
    if (ts.isJsxText(child)) {
      const value = child.text.trim().replace(/\s+/g, ' ');
      return value === '' ? [] : [{ kind: 'literal', value, line: reader.line(child) }];
    }
    if (!ts.isJsxExpression(child)) return [reader.value(child)];
    if (child.expression === undefined) return [];
    const value = reader.value(child.expression);
    if (child.dotDotDotToken === undefined) return [value];
    return [{ kind: 'operation', operator: '...', operands: [value], line: value.line }];
  });
}

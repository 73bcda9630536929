/** Type annotations as values: `Promise<Task[]>` is an index of the name Promise. */
import { ts } from 'ts-morph';
import type { DictEntry, Value } from '../file.ts';
import { entityName, keyValue } from './names.ts';
import type { Reader } from './reader.ts';

/** What a type says, as far as names can be followed; function, mapped and conditional types are 'other'. */
export function readType(reader: Reader, node: ts.TypeNode): Value {
  const line = reader.line(node);
  const types = (nodes: readonly ts.TypeNode[]) => reader.first(nodes).map((each) => reader.type(each));

  if (ts.isTypeReferenceNode(node))
    return applied(reader, { kind: 'name', name: entityName(node.typeName), line }, node.typeArguments);
  if (ts.isArrayTypeNode(node))
    return {
      kind: 'index',
      of: { kind: 'name', name: 'Array', line },
      index: [reader.type(node.elementType)],
      line,
    };
  if (ts.isUnionTypeNode(node))
    return { kind: 'operation', operator: '|', operands: types(node.types), line };
  if (ts.isIntersectionTypeNode(node))
    return { kind: 'operation', operator: '&', operands: types(node.types), line };
  if (ts.isLiteralTypeNode(node)) return reader.value(node.literal);
  if (ts.isTypeLiteralNode(node)) return { kind: 'dict', entries: objectType(reader, node), line };
  if (ts.isParenthesizedTypeNode(node) || ts.isOptionalTypeNode(node)) return reader.type(node.type);
  if (ts.isTupleTypeNode(node)) return { kind: 'list', items: types(node.elements), line };
  if (ts.isNamedTupleMember(node))
    return node.dotDotDotToken ? spread(reader.type(node.type), line) : reader.type(node.type);
  if (ts.isRestTypeNode(node)) return spread(reader.type(node.type), line);
  if (ts.isTypeOperatorNode(node)) {
    if (node.operator === ts.SyntaxKind.ReadonlyKeyword) return reader.type(node.type);
    if (node.operator !== ts.SyntaxKind.KeyOfKeyword) return { kind: 'other', line };
    return { kind: 'operation', operator: 'keyof', operands: [reader.type(node.type)], line };
  }
  if (ts.isTypeQueryNode(node)) {
    if (ts.isImportTypeNode(node.exprName)) return { kind: 'other', line };
    const of: Value = { kind: 'name', name: entityName(node.exprName), line };
    return { kind: 'operation', operator: 'typeof', operands: [of], line };
  }
  if (ts.isIndexedAccessTypeNode(node))
    return { kind: 'index', of: reader.type(node.objectType), index: [reader.type(node.indexType)], line };
  if (ts.isExpressionWithTypeArguments(node))
    return applied(reader, reader.value(node.expression), node.typeArguments);
  if (ts.isTypePredicateNode(node)) return predicate(reader, node);
  if (ts.isTemplateLiteralTypeNode(node)) {
    const parts = node.templateSpans.flatMap((span) => [reader.type(span.type), span.literal.text]);
    return { kind: 'template', parts: [node.head.text, ...parts].filter((part) => part !== ''), line };
  }
  if (node.kind === ts.SyntaxKind.ThisType) return { kind: 'name', name: 'this', line };
  const keyword = KEYWORDS.has(node.kind) ? ts.tokenToString(node.kind) : undefined;
  return keyword === undefined ? { kind: 'other', line } : { kind: 'name', name: keyword, line };
}

const KEYWORDS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AnyKeyword,
  ts.SyntaxKind.BigIntKeyword,
  ts.SyntaxKind.BooleanKeyword,
  ts.SyntaxKind.NeverKeyword,
  ts.SyntaxKind.NumberKeyword,
  ts.SyntaxKind.ObjectKeyword,
  ts.SyntaxKind.StringKeyword,
  ts.SyntaxKind.SymbolKeyword,
  ts.SyntaxKind.UndefinedKeyword,
  ts.SyntaxKind.UnknownKeyword,
  ts.SyntaxKind.VoidKeyword,
]);

/** A generic name with its arguments; the name alone where it has none. */
export function applied(reader: Reader, of: Value, typeArguments: readonly ts.TypeNode[] | undefined): Value {
  if (typeArguments === undefined || typeArguments.length === 0) return of;
  return { kind: 'index', of, index: typeArguments.map((each) => reader.type(each)), line: of.line };
}

function objectType(reader: Reader, node: ts.TypeLiteralNode): readonly DictEntry[] {
  return reader.first(node.members).flatMap((member): readonly DictEntry[] => {
    if (member.name === undefined) return [];
    const type = ts.isPropertySignature(member) && member.type ? member.type : null;
    const value: Value = type ? reader.type(type) : { kind: 'other', line: reader.line(member) };
    return [{ key: keyValue(reader, member.name), value }];
  });
}

function predicate(reader: Reader, node: ts.TypePredicateNode): Value {
  const line = reader.line(node);
  if (!node.type || !ts.isIdentifier(node.parameterName)) return { kind: 'other', line };
  const subject: Value = { kind: 'name', name: node.parameterName.text, line };
  return { kind: 'operation', operator: 'is', operands: [subject, reader.type(node.type)], line };
}

function spread(value: Value, line: number): Value {
  return { kind: 'operation', operator: '...', operands: [value], line };
}

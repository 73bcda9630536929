/** Functions, methods and lambdas with their parameters. */

import { ts } from 'ts-morph';
import { qualified } from '../bounds.ts';
import { type DefinitionId, type DefinitionKind, MODULE, NONE, type Parameter, type Value } from '../file.ts';
import { destructure } from './patterns.ts';
import {
  addAssignment,
  addStatement,
  type DefinitionDraft,
  decoratorsOf,
  hasModifier,
  type Reader,
} from './reader.ts';
import { isStub } from './stub.ts';

/** Keeps a place for a definition that stands here. */
export function addDefinition(
  reader: Reader,
  kind: DefinitionKind,
  name: string,
  node: ts.Node,
  nameNode: ts.Node | undefined,
): { readonly id: DefinitionId; readonly definition: DefinitionDraft } {
  const parent =
    reader.definition === MODULE ? '' : (reader.definitions[reader.definition]?.qualifiedName ?? '');
  const definition: DefinitionDraft = {
    kind,
    name,
    qualifiedName: qualified(parent, name),
    parent: reader.definition,
    block: reader.block,
    line: reader.line(nameNode ?? node),
    endLine: reader.endLine(node),
    async: hasModifier(node, ts.SyntaxKind.AsyncKeyword),
    generator: false,
    static: hasModifier(node, ts.SyntaxKind.StaticKeyword),
    accessor: false,
    abstract: hasModifier(node, ts.SyntaxKind.AbstractKeyword),
    decorators: [],
    parameters: [],
    returns: null,
    bases: [],
    fields: [],
    stub: false,
  };
  return { id: reader.definitions.push(definition) - 1, definition };
}

export type FunctionNode = ts.FunctionLikeDeclaration | ts.MethodSignature;

/** What is known of a function before it is read: its name with its line, the class property that it is bound to. */
export interface FunctionRole {
  readonly name: string;
  readonly kind: 'function' | 'method' | 'lambda';
  readonly line?: number | null;
  readonly property?: ts.PropertyDeclaration;
}

/** Reads a function and its body; without a body it is a declaration. */
export function readFunction(reader: Reader, node: FunctionNode, role: FunctionRole): DefinitionId {
  const holder = role.property ?? node;
  const nameNode = role.property?.name ?? node.name;
  const decorators = decoratorsOf(reader, holder);
  const { id, definition } = addDefinition(reader, role.kind, role.name, holder, nameNode);
  definition.decorators = decorators;
  if (role.line) definition.line = role.line;
  definition.async ||= hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  definition.generator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  definition.accessor = ts.isGetAccessor(node) || ts.isSetAccessor(node);

  const outer = { definition: reader.definition, block: reader.block };
  reader.within(id, NONE, () => {
    definition.parameters = reader
      .first(node.parameters)
      .map((each, position) => readParameter(reader, each, position, definition, outer));
    if (node.type) definition.returns = reader.type(node.type);
    const body = ts.isMethodSignature(node) ? undefined : node.body;
    if (body === undefined) return;
    definition.stub = isStub(node, body);
    if (ts.isBlock(body)) {
      for (const statement of body.statements) reader.statement(statement);
      return;
    }
    const returned = addStatement(reader, 'return', body);
    returned.value = reader.value(body);
  });
  return id;
}

function readParameter(
  reader: Reader,
  node: ts.ParameterDeclaration,
  position: number,
  owner: DefinitionDraft,
  outer: { readonly definition: DefinitionId; readonly block: number },
): Parameter {
  const line = reader.line(node.name);
  let decorators: readonly Value[] = [];
  // Decorators run where the class is made, defaults in the function itself.
  reader.within(outer.definition, outer.block, () => {
    decorators = decoratorsOf(reader, node);
  });
  const type = node.type ? reader.type(node.type) : null;
  const destructured = !ts.isIdentifier(node.name);
  const name = ts.isIdentifier(node.name) ? node.name.text : `{}${position}`;
  const fallback = node.initializer ? reader.value(node.initializer) : null;
  if (!ts.isIdentifier(node.name)) destructure(reader, node.name, { kind: 'name', name, line });
  const field = FIELD_MODIFIERS.some((modifier) => hasModifier(node, modifier));
  if (field && owner.parent !== MODULE) {
    reader.definitions[owner.parent]?.fields.push({
      name,
      annotation: type,
      value: fallback,
      decorators,
      line,
    });
    // `constructor(private readonly role: string)` is `this.role = role`.
    addAssignment(reader, { kind: 'name', name: `this.${name}`, line }, '=', line, {
      kind: 'name',
      name,
      line,
    });
  }
  return {
    name,
    annotation: decorators.length === 0 ? type : annotated(type, decorators, line),
    default: fallback,
    kind: destructured ? 'names' : node.dotDotDotToken ? 'rest' : 'normal',
    optional: node.questionToken !== undefined || fallback !== null,
    line,
  };
}

const FIELD_MODIFIERS = [
  ts.SyntaxKind.PublicKeyword,
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.ReadonlyKeyword,
];

/** A decorated parameter reads like Python's `Annotated[type, decorator]`. */
function annotated(type: Value | null, decorators: readonly Value[], line: number): Value {
  const of: Value = { kind: 'name', name: 'Annotated', line };
  return { kind: 'index', of, index: [type ?? { kind: 'other', line }, ...decorators], line };
}

/** Classes, interfaces, type aliases and enums: the definitions that have fields. */
import { ts } from 'ts-morph';
import { type DefinitionId, type Field, NONE, type Value } from '../file.ts';
import { addDefinition, readFunction } from './functions.ts';
import { keyText, unwrap } from './names.ts';
import { type DefinitionDraft, decoratorsOf, type Reader } from './reader.ts';
import { applied } from './types.ts';

/** A class with its members. An arrow function bound to a property is a method. */
export function readClass(reader: Reader, node: ts.ClassLikeDeclaration, name: string): DefinitionId {
  const decorators = decoratorsOf(reader, node);
  const { id, definition } = addDefinition(reader, 'class', name, node, node.name);
  definition.decorators = decorators;
  definition.bases = basesOf(reader, node.heritageClauses);
  definition.stub = node.members.length === 0;
  reader.within(id, NONE, () => {
    for (const member of node.members) readMember(reader, member, definition);
  });
  return id;
}

function readMember(reader: Reader, member: ts.ClassElement, owner: DefinitionDraft): void {
  if (ts.isConstructorDeclaration(member)) {
    readFunction(reader, member, { name: 'constructor', kind: 'method' });
  } else if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) {
    readFunction(reader, member, { name: keyText(member.name) ?? '', kind: 'method' });
  } else if (ts.isClassStaticBlockDeclaration(member)) {
    for (const statement of member.body.statements) reader.statement(statement);
  } else if (ts.isPropertyDeclaration(member)) {
    readProperty(reader, member, owner);
  }
}

function readProperty(reader: Reader, node: ts.PropertyDeclaration, owner: DefinitionDraft): void {
  const name = keyText(node.name) ?? '';
  const initializer = node.initializer ? unwrap(node.initializer) : undefined;
  if (initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))) {
    readFunction(reader, initializer, { name, kind: 'method', property: node });
    return;
  }
  const line = reader.line(node.name);
  const decorators = decoratorsOf(reader, node);
  const annotation = node.type ? reader.type(node.type) : null;
  const value = node.initializer ? reader.value(node.initializer, { name, line }) : null;
  owner.fields.push({ name, annotation, value, decorators, line });
}

/** An interface: its properties are fields, its methods are declarations. */
export function readInterface(reader: Reader, node: ts.InterfaceDeclaration): void {
  const { id, definition } = addDefinition(reader, 'interface', node.name.text, node, node.name);
  definition.bases = basesOf(reader, node.heritageClauses);
  reader.within(id, NONE, () => readTypeMembers(reader, node.members, definition));
}

/** A type alias; where its type is an object, or an intersection with one, it has that object's fields. */
export function readTypeAlias(reader: Reader, node: ts.TypeAliasDeclaration): void {
  const { id, definition } = addDefinition(reader, 'type', node.name.text, node, node.name);
  definition.returns = reader.type(node.type);
  const parts = ts.isIntersectionTypeNode(node.type) ? node.type.types : [node.type];
  reader.within(id, NONE, () => {
    for (const part of parts)
      if (ts.isTypeLiteralNode(part)) readTypeMembers(reader, part.members, definition);
  });
}

function readTypeMembers(reader: Reader, members: readonly ts.TypeElement[], owner: DefinitionDraft): void {
  for (const member of members) {
    if (ts.isMethodSignature(member)) {
      readFunction(reader, member, { name: keyText(member.name) ?? '', kind: 'method' });
    } else if (ts.isPropertySignature(member)) {
      const annotation = member.type ? reader.type(member.type) : null;
      owner.fields.push(field(reader, member.name, annotation, null));
    }
  }
}

/** An enum: its members are fields. */
export function readEnum(reader: Reader, node: ts.EnumDeclaration): void {
  const { id, definition } = addDefinition(reader, 'enum', node.name.text, node, node.name);
  reader.within(id, NONE, () => {
    for (const member of node.members) {
      const value = member.initializer ? reader.value(member.initializer) : null;
      definition.fields.push(field(reader, member.name, null, value));
    }
  });
}

function field(reader: Reader, name: ts.PropertyName, annotation: Value | null, value: Value | null): Field {
  return { name: keyText(name) ?? '', annotation, value, decorators: [], line: reader.line(name) };
}

function basesOf(reader: Reader, clauses: readonly ts.HeritageClause[] | undefined): readonly Value[] {
  const types = (clauses ?? []).flatMap((clause) => [...clause.types]);
  return types.map((base) => applied(reader, reader.value(base.expression), base.typeArguments));
}

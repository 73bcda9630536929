/** Bodies that do nothing. */
import { ts } from 'ts-morph';
import { dottedName, unwrap } from './names.ts';

const NOT_IMPLEMENTED = /\b(?:not (?:yet )?implemented|unimplemented|todo)\b/i;
const NOT_IMPLEMENTED_ERROR = /^(?:NotImplemented|Unimplemented|MethodNotImplemented)(?:Error|Exception)?$/;

/** An empty body, one that tries nothing, or one that only throws "not implemented". A constructor that makes fields of its parameters works. */
export function isStub(node: ts.SignatureDeclaration, body: ts.ConciseBody): boolean {
  if (!ts.isBlock(body)) return false;
  const statements = body.statements.filter((each) => !isNothing(each));
  const [only] = statements;
  // `try {} catch (error) { … }` tries nothing.
  if (statements.length === 1 && only !== undefined && ts.isTryStatement(only))
    return only.tryBlock.statements.every(isNothing) && only.finallyBlock === undefined;
  if (only === undefined) return !(ts.isConstructorDeclaration(node) && node.parameters.some(hasModifiers));
  return statements.length === 1 && ts.isThrowStatement(only) && saysNotImplemented(only.expression);
}

/** `;` and a lone string such as 'use strict'. */
export function isNothing(statement: ts.Statement): boolean {
  if (ts.isEmptyStatement(statement)) return true;
  return ts.isExpressionStatement(statement) && ts.isStringLiteralLike(statement.expression);
}

function hasModifiers(node: ts.ParameterDeclaration): boolean {
  return node.modifiers?.some((each) => !ts.isDecorator(each)) ?? false;
}

function saysNotImplemented(thrown: ts.Expression): boolean {
  const made = unwrap(thrown);
  if (!ts.isNewExpression(made) && !ts.isCallExpression(made)) return false;
  const name = dottedName(made.expression) ?? '';
  if (NOT_IMPLEMENTED_ERROR.test(name.slice(name.lastIndexOf('.') + 1))) return true;
  const message = made.arguments?.[0];
  return message !== undefined && ts.isStringLiteralLike(message) && NOT_IMPLEMENTED.test(message.text);
}

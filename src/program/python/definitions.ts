/** Functions, classes, lambdas and type aliases. */

import { MOST_DECORATORS, qualified, TOO_MANY_DECORATORS } from '../bounds.ts';
import type { DefinitionId, DefinitionKind, Parameter, Value } from '../file.ts';
import { NONE } from '../file.ts';
import { annotationOf } from './annotations.ts';
import { isDeclaration, isStub, readBody } from './bodies.ts';
import { readArguments } from './calls.ts';
import {
  addStatement,
  type DefinitionDraft,
  endLineOf,
  type Reading,
  readValue,
  textOf,
  visit,
  within,
} from './reading.ts';
import { child, type Syntax } from './syntax.ts';
import { bind, readTarget } from './targets.ts';

/** Decorators, by the last part of their name, that make a method look like an attribute. */
const ACCESSORS = new Set([
  'property',
  'cached_property',
  'hybrid_property',
  'computed_field',
  'setter',
  'getter',
  'deleter',
]);
const ABSTRACT = new Set([
  'abstractmethod',
  'abstractproperty',
  'abstractclassmethod',
  'abstractstaticmethod',
]);

function lastPart(decorator: Value, reading: Reading): string {
  const value = decorator.kind === 'call' ? reading.found.calls[decorator.call]?.callee : decorator;
  if (value?.kind !== 'name' && value?.kind !== 'member') return '';
  return value.name.slice(value.name.lastIndexOf('.') + 1);
}

/** Keeps a place before the parts are read, so that an outer definition stands before its inner ones. */
function reserve(
  reading: Reading,
  kind: DefinitionKind,
  name: string,
  node: Syntax,
  decorators: readonly Value[] = [],
): { readonly id: DefinitionId; readonly draft: DefinitionDraft } {
  const { definitions } = reading.found;
  const outer = definitions[reading.definition];
  const names = decorators.map((each) => lastPart(each, reading));
  const draft: DefinitionDraft = {
    kind,
    name,
    qualifiedName: qualified(outer?.qualifiedName ?? '', name),
    parent: reading.definition,
    block: reading.block,
    line: node.line,
    endLine: endLineOf(reading, node),
    async: false,
    generator: false,
    static: names.includes('staticmethod'),
    accessor: names.some((each) => ACCESSORS.has(each)),
    abstract: names.some((each) => ABSTRACT.has(each)),
    decorators,
    parameters: [],
    returns: null,
    bases: [],
    fields: [],
    stub: false,
  };
  return { id: definitions.push(draft) - 1, draft };
}

export function readDecorated(reading: Reading, node: Syntax): void {
  const decorators: Value[] = [];
  for (const each of node.children) {
    if (each.type === 'decorator') {
      if (decorators.length >= MOST_DECORATORS) reading.cut(each.line, TOO_MANY_DECORATORS);
      else if (each.children[0]) decorators.push(readValue(reading, each.children[0]));
    } else if (each.type === 'function_definition') readFunction(reading, each, decorators);
    else if (each.type === 'class_definition') readClass(reading, each, decorators);
    else visit(reading, each);
  }
}

export function readFunction(reading: Reading, node: Syntax, decorators: readonly Value[] = []): void {
  const owner = reading.found.definitions[reading.definition];
  const name = child(node, 'name');
  const kind: DefinitionKind = owner?.kind === 'class' ? 'method' : 'function';
  const { id, draft } = reserve(reading, kind, name ? textOf(reading, name) : '', node, decorators);
  draft.async = reading.text.startsWith('async', node.start);
  const parameters = child(node, 'parameters');
  const pending: Syntax[] = [];
  if (parameters) draft.parameters = readParameters(reading, parameters, pending);
  const returns = child(node, 'return_type');
  if (returns) draft.returns = annotationOf(reading, returns);
  const body = child(node, 'body');
  within(reading, { definition: id, block: NONE }, () => {
    for (const each of pending) bind(reading, readTarget(reading, each), null, 'destructure');
    readBody(reading, body);
  });
  draft.stub = isStub(reading, body) && !isDeclaration(reading, draft, owner);
}

export function readClass(reading: Reading, node: Syntax, decorators: readonly Value[] = []): void {
  const name = child(node, 'name');
  const { id, draft } = reserve(reading, 'class', name ? textOf(reading, name) : '', node, decorators);
  const superclasses = child(node, 'superclasses');
  if (superclasses)
    draft.bases = readArguments(reading, superclasses).flatMap((each) =>
      each.name === null ? [each.value] : [],
    );
  const body = child(node, 'body');
  within(reading, { definition: id, block: NONE }, () => readBody(reading, body));
  /** An empty class with a base is whole: `class NotFound(Exception): pass`. */
  draft.stub = draft.bases.length === 0 && !reading.declarations && isStub(reading, body);
}

export function lambda(reading: Reading, node: Syntax): Value {
  const { id, draft } = reserve(reading, 'lambda', '', node);
  draft.qualifiedName = qualified(draft.qualifiedName, '<lambda>');
  const [parameters, body] = [child(node, 'parameters'), child(node, 'body')];
  if (parameters) draft.parameters = readParameters(reading, parameters, []);
  within(reading, { definition: id, block: NONE }, () => {
    if (body) addStatement(reading, 'return', body.line, () => readValue(reading, body));
  });
  return { kind: 'function', definition: id, line: node.line };
}

/** `type X = …` */
export function readTypeAlias(reading: Reading, node: Syntax): void {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  const name = left ? /^\w*/.exec(textOf(reading, left))?.[0] : undefined;
  const { draft } = reserve(reading, 'type', name ?? '', node);
  if (right) draft.returns = annotationOf(reading, right);
}

/** `pending` takes the tuples that Python 2 allowed as parameters. */
function readParameters(reading: Reading, node: Syntax, pending: Syntax[]): readonly Parameter[] {
  return node.children.flatMap((each): Parameter[] => {
    const [type, value] = [child(each, 'type'), child(each, 'value')];
    const named = child(each, 'name') ?? bare(each);
    if (!named) {
      readValue(reading, each);
      return [];
    }
    const kind = PARAMETER_KINDS[named.type] ?? 'normal';
    if (kind === 'names') pending.push(named);
    const name = kind === 'names' ? '' : textOf(reading, named).replace(/^\*+\s*/, '');
    const annotation = type ? annotationOf(reading, type) : null;
    const fallback = value ? readValue(reading, value) : null;
    return [{ name, annotation, default: fallback, kind, optional: fallback !== null, line: each.line }];
  });
}

const PARAMETER_KINDS: Readonly<Record<string, Parameter['kind']>> = {
  list_splat_pattern: 'rest',
  dictionary_splat_pattern: 'keywords',
  tuple_pattern: 'names',
};

/** The part of a parameter that names it, where that is not a field of its own. */
function bare(node: Syntax): Syntax | undefined {
  if (node.type === 'typed_parameter') return node.children[0];
  return node.type === 'identifier' || node.type in PARAMETER_KINDS ? node : undefined;
}

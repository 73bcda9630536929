/** Texts that a call is handed get a name: as constants of the module, or as members of an enum. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { atStart, isText } from './code.ts';
import type { PythonModule } from './module.ts';
import { around, fieldOf, type Node } from './tree.ts';

/** Those want the text itself: their readers are type checkers. */
const LITERAL_ONLY = /(?:^|\.)(?:cast|TypeVar|NewType|NamedTuple|namedtuple|TypedDict|ParamSpec)$/;

export const hoistedTexts: Form = {
  name: 'constants',
  summary: 'Texts that calls in functions are handed become constants of the module.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) =>
      named(
        module,
        (name) => name,
        (pairs) => pairs.map(([name, text]) => `${name} = ${text}`),
      ),
    ),
};

export const enumTexts: Form = {
  name: 'enum',
  summary: 'Texts that calls in functions are handed become members of an Enum, used by `.value`.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => {
      const enumName = fresh(module.text, 'Texts');
      const members = (pairs: readonly Pair[]) => pairs.map(([name, text]) => `    ${name} = ${text}`);
      return named(
        module,
        (name) => `${enumName}.${name}.value`,
        (pairs) => ['from enum import Enum', `class ${enumName}(Enum):`, ...members(pairs)],
      );
    }),
};

type Pair = readonly [name: string, text: string];

function named(
  module: PythonModule,
  use: (name: string) => string,
  declare: (pairs: readonly Pair[]) => readonly string[],
): readonly Edit[] {
  if (/\bEnum\b/.test(module.text)) return [];
  const texts = module.nodes.filter((node) => isText(node) && isHanded(node));
  const names = new Map<string, string>();
  const prefix = fresh(module.text, 'TEXT');
  const edits = texts.map((node) => {
    const name = names.get(node.text) ?? `${prefix}_${names.size + 1}`;
    names.set(node.text, name);
    return { start: node.start, end: node.end, text: use(name) };
  });
  return edits.length === 0
    ? []
    : [atStart(module, declare([...names].map(([text, name]) => [name, text]))), ...edits];
}

/** An argument of a call in the body of a function. */
function isHanded(node: Node): boolean {
  const list = node.parent?.type === 'keyword_argument' ? node.parent.parent : node.parent;
  if (list?.type !== 'argument_list' || list.parent?.type !== 'call') return false;
  const body = bodyAround(node);
  return body !== null && !LITERAL_ONLY.test(fieldOf(list.parent, 'function')?.text ?? '');
}

function bodyAround(node: Node): Node | null {
  for (let at: Node | null = node; at; at = at.parent)
    if (at.type === 'block' && at.parent?.type === 'function_definition')
      return around(at, 'function_definition');
  return null;
}

/** What a call is always handed is bound before. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { atStart, before, isDotted, isLiteral } from './code.ts';
import type { PythonModule } from './module.ts';
import { around, fieldOf, type Node, namedIn } from './tree.ts';

export const partial: Form = {
  name: 'partial',
  summary: 'The first keywords of a call, where they are literals, are bound by functools.partial before.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => {
      if (module.dynamic) return [];
      const prefix = fresh(module.text, 'prepared');
      let count = 0;
      const edits = module.nodes.flatMap((node) => bound(module, node, () => `${prefix}_${++count}`));
      return edits.length > 0 ? [atStart(module, ['import functools as functools_own']), ...edits] : [];
    }),
};

/** In functions only: there a method that is bound early is the method that would be called. */
function bound(module: PythonModule, statement: Node, next: () => string): readonly Edit[] {
  if (around(statement, 'function_definition', 'class_definition')?.type !== 'function_definition') return [];
  if (statement.type !== 'expression_statement' && statement.type !== 'return_statement') return [];
  const only = namedIn(statement)[0];
  const value = only?.type === 'assignment' ? fieldOf(only, 'right') : only;
  const call = value?.type === 'await' ? namedIn(value)[0] : value;
  const callee = fieldOf(call, 'function');
  const list = fieldOf(call, 'arguments');
  if (call?.type !== 'call' || !callee || !isDotted(callee) || list?.type !== 'argument_list') return [];
  const given = namedIn(list);
  const keywords = given.filter(({ type }) => type === 'keyword_argument');
  const other = keywords.findIndex((one) => !isLiteral(fieldOf(one, 'value') as Node));
  const fixed = keywords.slice(0, other < 0 ? keywords.length : other);
  if (fixed.length === 0 || given.length === fixed.length || given.some(({ type }) => /splat/.test(type)))
    return [];
  const name = next();
  const rest = given.filter((one) => !fixed.includes(one)).map(({ text }) => text);
  return [
    before(module, statement, [
      `${name} = functools_own.partial(${[callee, ...fixed].map(({ text }) => text).join(', ')})`,
    ]),
    { start: call.start, end: call.end, text: `${name}(${rest.join(', ')})` },
  ];
}

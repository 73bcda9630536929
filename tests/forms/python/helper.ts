/** The body of a decorated function moves into a helper. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { decoratorsOf, docstringOf, functionsOf, isAsync, isGenerator, parametersOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, type Node, namedIn } from './tree.ts';

export const helper: Form = {
  name: 'helper',
  summary:
    'A decorated function hands its arguments to a helper that does the work; the docstring stays where it is.',
  language: 'python',
  rewrite: ({ python }) => eachModule(python, helped),
};

function helped(module: PythonModule): readonly Edit[] {
  if (module.dynamic) return [];
  const prefix = fresh(module.text, 'do_work');
  let count = 0;
  return functionsOf(module).flatMap((definition) => {
    const parameters = parametersOf(definition);
    const body = fieldOf(definition, 'body');
    const decorated = definition.parent?.type === 'decorated_definition' ? definition.parent : null;
    if (
      !parameters ||
      !body ||
      !decorated ||
      decoratorsOf(definition).length === 0 ||
      isGenerator(definition)
    )
      return [];
    const docstring = docstringOf(definition);
    const start = docstring ? namedIn(body)[1]?.start : body.start;
    if (start === undefined) return [];
    const name = `${prefix}_${++count}`;
    const keyword = isAsync(definition) ? 'async def' : 'def';
    const taken = parameters.map(({ node, name }) => withoutDefault(node, name)).join(', ');
    const work = module.text.slice(start, body.end);
    const oneLine =
      !docstring && !module.text.slice(fieldOf(definition, 'parameters')?.end, body.start).includes('\n');
    const head = `${keyword} ${name}(${taken}):`;
    const moved = oneLine ? `${head} ${work}\n` : `${head}\n    ${work}\n`;
    const given = parameters.map((one) => one.name).join(', ');
    const call = `return ${isAsync(definition) ? 'await ' : ''}${name}(${given})`;
    return [
      { start: decorated.start, end: decorated.start, text: moved },
      { start, end: body.end, text: call },
    ];
  });
}

function withoutDefault(node: Node, name: string): string {
  const type = fieldOf(node, 'type')?.text;
  return type === undefined ? name : `${name}: ${type}`;
}

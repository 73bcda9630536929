/** Functions become async where that is legal. */
import { type Edit, eachModule, type Form, type Project } from '../form.ts';
import { calledFunctions, decoratorsOf, functionsOf, isAsync, isGenerator, isReached } from './code.ts';
import type { PythonModule } from './module.ts';
import { around, fieldOf, type Node } from './tree.ts';

export const asyncTwin: Form = {
  name: 'async',
  summary: 'Handlers of FastAPI become async, and with them the functions that only async ones call.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => turned(project, module)),
};

function turned(project: Project, module: PythonModule): readonly Edit[] {
  if (module.dynamic || !/\bfrom fastapi import\b|\bimport fastapi\b/.test(module.text)) return [];
  const turned = new Set(functionsOf(module).filter((one) => isHandler(project, module, one)));
  const awaited = new Set<Node>();
  const called = calledFunctions(project, module).filter(
    (one) => !isAsync(one.definition) && !isGenerator(one.definition),
  );
  for (let count = -1; count !== turned.size; ) {
    count = turned.size;
    for (const { definition, calls } of called) {
      const waits = calls.every((call) => {
        const inside = around(call, 'function_definition', 'lambda', 'generator_expression');
        return (
          inside?.type === 'function_definition' &&
          inBody(call, inside) &&
          (isAsync(inside) || turned.has(inside)) &&
          inside !== definition
        );
      });
      if (!waits) continue;
      turned.add(definition);
      for (const call of calls) awaited.add(call);
    }
  }
  return [
    ...[...turned].map((one) => ({ start: one.start, end: one.start, text: 'async ' })),
    ...[...awaited].flatMap(({ start, end }) => [
      { start, end: start, text: '(await ' },
      { start: end, end, text: ')' },
    ]),
  ];
}

function inBody(node: Node, definition: Node): boolean {
  const body = fieldOf(definition, 'body');
  return body !== null && node.start >= body.start;
}

/** A route of an application or router of FastAPI that nothing else calls. */
function isHandler(project: Project, module: PythonModule, definition: Node): boolean {
  const name = fieldOf(definition, 'name')?.text ?? '';
  const route = decoratorsOf(definition).some(({ text }) =>
    /^@\w+\.(?:get|post|put|patch|delete)\(/.test(text),
  );
  const alone =
    module.names.filter((one) => one.name === name).length === 1 && !isReached(project, module, name);
  return (
    route &&
    alone &&
    decoratorsOf(definition).length === 1 &&
    !isAsync(definition) &&
    !isGenerator(definition)
  );
}

/** Annotations that only type checkers read come and go. */
import { type Edit, eachModule, type Form, type Project } from '../form.ts';
import { atStart, calledFunctions, parametersOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, type Node } from './tree.ts';

export const annotated: Form = {
  name: 'annotated',
  touches: ['type-hints'],
  summary: 'Functions that are only called say of unannotated parameters and results that they are Any.',
  language: 'python',
  rewrite: (project) =>
    eachModule(project.python, (module) => {
      const edits = called(project, module).flatMap(withAny);
      return edits.length > 0 ? [atStart(module, ['from typing import Any as Any_']), ...edits] : [];
    }),
};

export const unannotated: Form = {
  name: 'unannotated',
  touches: ['type-hints'],
  summary: 'Functions that are only called lose their annotations: nothing of the program reads these.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => called(project, module).flatMap(withoutTypes)),
};

function called(project: Project, module: PythonModule): readonly Node[] {
  return /get_type_hints|__annotations__/.test(module.text)
    ? []
    : calledFunctions(project, module).map(({ definition }) => definition);
}

function withAny(definition: Node): readonly Edit[] {
  const end = fieldOf(definition, 'parameters')?.end ?? definition.end;
  const result = fieldOf(definition, 'return_type') ? [] : [{ start: end, end, text: ' -> Any_' }];
  const typed = (parametersOf(definition) ?? []).flatMap(({ node }): readonly Edit[] => {
    const name =
      node.type === 'identifier' ? node : node.type === 'default_parameter' ? fieldOf(node, 'name') : null;
    return name ? [{ start: name.end, end: name.end, text: ': Any_' }] : [];
  });
  return [...typed, ...result];
}

function withoutTypes(definition: Node): readonly Edit[] {
  const parameters = fieldOf(definition, 'parameters');
  const result = fieldOf(definition, 'return_type');
  const typed = (parametersOf(definition) ?? []).flatMap(({ node, name }): readonly Edit[] => {
    const type = fieldOf(node, 'type');
    return type ? [{ start: node.start + name.length, end: type.end, text: '' }] : [];
  });
  return result && parameters ? [...typed, { start: parameters.end, end: result.end, text: '' }] : typed;
}

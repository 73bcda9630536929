/** Methods of a service that a model server puts on the web by itself: `@bentoml.api`, `@svc.api(…)`. */
import type { Value } from '../../../program/file.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import type { Entry } from './entry.ts';
import type { BodyInput } from './routes.ts';

export function readServiceMethods(program: Program): readonly Entry[] {
  return program.definitions().flatMap((ref): Entry[] => {
    const { file, definition } = ref;
    const decorator = definition.decorators.find((value) => serves(program, ref, value));
    if (!decorator) return [];
    return [
      {
        holders: [],
        method: 'POST',
        path: `/${definition.name}`,
        file,
        line: decorator.line,
        definition: definition.parent,
        handler: ref,
        framework: 'service',
        guards: [],
        checks: [],
        mounted: true,
        body: definition.parameters
          .filter(({ name }) => name !== 'self')
          .map((one) => inputOf(program, ref, one)),
      },
    ];
  });
}

function serves(program: Program, { file, definition }: DefinitionRef, value: Value): boolean {
  if (value.kind === 'call')
    return program.means(program.nameOf(program.callOf(file, value.call)), 'http.service-method');
  const target = program.resolve(value, { file, definition: definition.parent });
  return target.kind === 'external' && program.means(target.name, 'http.service-method');
}

function inputOf(
  program: Program,
  { file, id }: DefinitionRef,
  { name, annotation, line }: DefinitionRef['definition']['parameters'][number],
): BodyInput {
  const target = annotation ? program.resolve(annotation, { file, definition: id }) : null;
  const schema =
    target &&
    (target.kind === 'definition' || target.kind === 'instance') &&
    target.ref.definition.kind === 'class'
      ? target.ref
      : null;
  const type = schema?.definition.name ?? (annotation?.kind === 'name' ? annotation.name : 'unknown');
  return { name, schema, type, kind: schema ? 'schema' : 'scalar', file, line };
}

/** What a class that writes no constructor is made with: `Expert("historian", role="You are …")` fills its fields. */
import type { Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';

export interface Filled {
  /** The classes under which the field is read: the one that is made, and the base that declares it. */
  readonly owners: readonly DefinitionRef[];
  readonly field: string;
  readonly value: Value;
}

const MOST_BASES = 5;

/** The fields that a call fills, by name or in the order in which they are declared; none where it makes no such object. */
export function fieldsFilled(program: Program, ref: CallRef): readonly Filled[] {
  const target = program.callee(ref);
  if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') return [];
  const made = target.ref;
  if (made.file.language !== 'python' || program.member(made, '__init__')) return [];
  const line = lineage(program, made);
  const declared = line.flatMap((owner) =>
    owner.definition.fields.flatMap(({ name, annotation }) => (annotation ? [{ name, owner }] : [])),
  );
  const plain = ref.call.arguments.filter(({ name }) => name === null);
  return ref.call.arguments.flatMap((argument) => {
    const field =
      argument.name === null
        ? declared[plain.indexOf(argument)]
        : declared.find(({ name }) => name === argument.name);
    if (!field) return [];
    return [{ owners: [...new Set([made, field.owner])], field: field.name, value: argument.value }];
  });
}

/** A class after those that it extends, as far as they are the program's own: the order of their fields. */
function lineage(program: Program, ref: DefinitionRef, depth = 0): readonly DefinitionRef[] {
  const above = depth < MOST_BASES ? ref.definition.bases : [];
  const site = { file: ref.file, definition: ref.definition.parent };
  const bases = above.flatMap((base) => {
    const target = program.resolve(base, site);
    return target.kind === 'definition' && target.ref !== ref ? lineage(program, target.ref, depth + 1) : [];
  });
  return [...new Set([...bases, ref])];
}

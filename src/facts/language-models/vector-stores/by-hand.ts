/** Vectors that are compared by the program itself: kept in a list or an array, found by their products. */
import type { Value } from '../../../program/file.ts';
import { writtenAnywhere, writtenIn } from '../../../program/life/region.ts';
import { siteAround } from '../../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { ModelCall } from '../models/language-models.ts';

/** A similarity of one's own, by its name. */
const SIMILARITY = /cos(?:ine)?_?sim|cosine_?(?:distance|score)|vector_?similarity|dot_?product/i;

interface Place {
  readonly path: string;
  readonly line: number;
}

/** Where vectors are compared, in a program that has some. */
export function comparedByHand(program: Program, models: readonly ModelCall[]): readonly Place[] {
  if (!models.some((one) => one.purpose === 'embedding')) return [];
  return [
    ...comparers(program).map(placeOf),
    ...program.callsAs('vector.product').map(({ file, call }) => ({ path: file.path, line: call.line })),
    ...matrixProducts(program),
  ];
}

/** Calls that compare vectors: products of a library, and functions of one's own. */
export function comparisons(program: Program): readonly CallRef[] {
  const own = comparers(program).flatMap((ref) => program.callers(ref));
  return [...program.callsAs(['vector.product', 'vector.likeness']), ...own];
}

function comparers(program: Program): readonly DefinitionRef[] {
  const isNamed = ({ definition }: DefinitionRef): boolean =>
    definition.kind !== 'class' && SIMILARITY.test(definition.name);
  const definitions = program.definitions();
  return [...new Set([...definitions.filter(isNamed), ...definitions.filter(isProduct).map(withName)])];

  /** `reduce((sum, x, i) => …)` multiplies for the function that it stands in. */
  function withName(ref: DefinitionRef): DefinitionRef {
    const around = ref.definition.kind === 'lambda' ? program.definitionOf(siteAround(ref)) : null;
    return around === null ? ref : withName(around);
  }
}

function placeOf({ file, definition }: DefinitionRef): Place {
  return { path: file.path, line: definition.line };
}

/** `a.reduce((sum, x, i) => sum + x * b[i], 0)`, `sum(x * b[i] for i, x in enumerate(a))`. */
function isProduct({ file, id, definition }: DefinitionRef): boolean {
  if (definition.kind === 'class') return false;
  return writtenIn({ file, definition: id }).some(
    ({ value }) =>
      value.kind === 'operation' &&
      value.operator === '+' &&
      value.operands.some((part) => part.kind === 'operation' && part.operator === '*' && ofItem(part)),
  );
}

/** A factor is an item of a list, by its number. */
function ofItem({ operands }: Extract<Value, { kind: 'operation' }>): boolean {
  return operands.some(
    (part) =>
      part.kind === 'index' && part.index.every((key) => key.kind === 'name') && part.index.length === 1,
  );
}

/** `vectors @ question`. */
function matrixProducts(program: Program): readonly Place[] {
  return program
    .filesOf()
    .flatMap((file) =>
      writtenAnywhere(file).flatMap(({ value }) =>
        value.kind === 'operation' && value.operator === '@' ? [{ path: file.path, line: value.line }] : [],
      ),
    );
}

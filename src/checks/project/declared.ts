import type { Facts } from '../../facts/facts.ts';
import type { Evidence } from '../../model.ts';
import { type CodeFile, MODULE, type Value } from '../../program/file.ts';
import { qualifiedName } from '../../program/link/qualified.ts';
import { matchesAny, valuesWithin } from '../../program/link/values.ts';
import { defineCheck, found } from '../define.ts';

const MOST_SHOWN = 8;

export const declared = defineCheck({
  name: 'declared',
  summary:
    'Application code declares a class with such a base, a function with such a decorator, or a parameter or field of such a type.',
  reads: ['code'],
  written: true,
  parameters: (z) => {
    const names = z.array(z.string().min(1).max(200)).min(1).max(60).optional();
    return z.strictObject({
      bases: names.describe('Qualified names of base classes; * stands for any characters.'),
      decorators: names.describe('Qualified names of decorators.'),
      types: names.describe(
        'Qualified names in annotations, or calls that a parameter takes as its default.',
      ),
    });
  },
  ask: (facts, { bases = [], decorators = [], types = [] }) => {
    const evidence = [
      ...withBases(facts, bases),
      ...withDecorators(facts, decorators),
      ...withTypes(facts, types),
    ];
    const wanted = [...bases, ...decorators, ...types].slice(0, 4).join(', ');
    return found(evidence.slice(0, MOST_SHOWN), `declarations with ${wanted}`);
  },
});

function withBases(facts: Facts, names: readonly string[]): readonly Evidence[] {
  if (names.length === 0) return [];
  return facts.program
    .definitions()
    .filter(
      (ref) =>
        ref.definition.kind === 'class' &&
        facts.program.ancestors(ref).some((base) => matchesAny(base, names)),
    )
    .map(({ file, definition }) => facts.evidence(file.path, definition.line));
}

function withDecorators(facts: Facts, names: readonly string[]): readonly Evidence[] {
  if (names.length === 0) return [];
  return facts.program
    .definitions()
    .filter(({ file, definition }) =>
      definition.decorators.some((value) =>
        matchesAny(qualifiedName(facts.program, value, { file, definition: MODULE }), names),
      ),
    )
    .map(({ file, definition }) => facts.evidence(file.path, definition.line));
}

function withTypes(facts: Facts, names: readonly string[]): readonly Evidence[] {
  if (names.length === 0) return [];
  const fits = (file: CodeFile, value: Value | null): boolean =>
    value !== null &&
    valuesWithin(value).some((one) =>
      matchesAny(qualifiedName(facts.program, one, { file, definition: MODULE }), names),
    );
  return facts.program
    .definitions()
    .flatMap(({ file, definition }) => [
      ...definition.parameters
        .filter((one) => fits(file, one.annotation) || fits(file, one.default))
        .map(({ line }) => facts.evidence(file.path, line)),
      ...definition.fields
        .filter((one) => fits(file, one.annotation))
        .map(({ line }) => facts.evidence(file.path, line)),
    ]);
}

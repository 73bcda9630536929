import type { CodeFile, Value } from '../../program/file.ts';
import { valuesWithin } from '../../program/link/values.ts';
import { defineCheck, found } from '../define.ts';

const MOST_SHOWN = 6;

export const option = defineCheck({
  name: 'option',
  summary:
    'Application code hands on an option of such a name: a keyword argument, or a key of a dictionary or object.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      names: z.array(z.string().min(1).max(100)).min(1).max(40),
      is: z.array(z.string().min(1).max(100)).default([]).describe('One of these texts is its value.'),
    }),
  ask: (facts, { names, is }) => {
    const fits = (name: string, value: Value): boolean =>
      names.includes(name) &&
      (is.length === 0 || (value.kind === 'literal' && is.includes(String(value.value))));
    const evidence = facts.program
      .filesOf()
      .flatMap((file) => [...new Set(optionsOf(file, fits))].map((line) => facts.evidence(file.path, line)));
    const values = is.length > 0 ? ` of ${is.join(', ')}` : '';
    return found(evidence.slice(0, MOST_SHOWN), `an option ${names.join(' or ')}${values}`);
  },
});

function optionsOf(file: CodeFile, fits: (name: string, value: Value) => boolean): readonly number[] {
  const given = file.calls.flatMap((call) => call.arguments);
  const named = given
    .filter(({ name, value }) => name !== null && fits(name, value))
    .map(({ value }) => value.line);
  const written = [
    ...given.map(({ value }) => value),
    ...file.assignments.map(({ value }) => value),
    ...file.statements.map(({ value }) => value),
  ];
  const keyed = written
    .flatMap((value) => (value ? valuesWithin(value) : []))
    .flatMap((value) => (value.kind === 'dict' ? value.entries : []))
    .filter(
      ({ key, value }) => key?.kind === 'literal' && typeof key.value === 'string' && fits(key.value, value),
    )
    .map(({ value }) => value.line);
  return [...named, ...keyed];
}

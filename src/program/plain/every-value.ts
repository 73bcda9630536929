/** Every value that stands somewhere in a file. */
import type { CodeFile, Definition, Field, Value } from '../file.ts';

export function everyValue(file: CodeFile): readonly Value[] {
  const found: (Value | null)[] = [];
  for (const { callee, arguments: given } of file.calls) {
    found.push(callee);
    for (const { value } of given) found.push(value);
  }
  for (const { target, value, annotation } of file.assignments) found.push(target, value, annotation);
  for (const { value } of file.statements) found.push(value);
  for (const { test } of file.blocks) found.push(test);
  for (const { value } of file.exports) found.push(value);
  for (const one of file.definitions) {
    found.push(...one.decorators, ...one.bases, one.returns);
    for (const each of one.parameters) found.push(each.annotation, each.default);
    for (const each of one.fields) found.push(each.annotation, each.value, ...each.decorators);
  }
  return found.filter((value) => value !== null);
}

/** The same file with other values; `of` says what stands in the place of each. */
export function withValues(file: CodeFile, of: (value: Value) => Value): CodeFile {
  const orNull = (value: Value | null): Value | null => value && of(value);
  const field = (one: Field): Field => ({
    ...one,
    annotation: orNull(one.annotation),
    value: orNull(one.value),
    decorators: one.decorators.map(of),
  });
  const definition = (one: Definition): Definition => ({
    ...one,
    decorators: one.decorators.map(of),
    parameters: one.parameters.map((each) => ({
      ...each,
      annotation: orNull(each.annotation),
      default: orNull(each.default),
    })),
    returns: orNull(one.returns),
    bases: one.bases.map(of),
    fields: one.fields.map(field),
  });
  return {
    ...file,
    exports: file.exports.map((one) => ({ ...one, value: orNull(one.value) })),
    definitions: file.definitions.map(definition),
    blocks: file.blocks.map((one) => ({ ...one, test: orNull(one.test) })),
    calls: file.calls.map((call) => ({
      ...call,
      callee: of(call.callee),
      arguments: call.arguments.map(({ name, value }) => ({ name, value: of(value) })),
    })),
    assignments: file.assignments.map((one) => ({
      ...one,
      target: of(one.target),
      value: orNull(one.value),
      annotation: orNull(one.annotation),
    })),
    statements: file.statements.map((one) => ({ ...one, value: orNull(one.value) })),
  };
}

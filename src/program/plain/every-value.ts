/** Every value that stands somewhere in a file. */
import type { CodeFile, Value } from '../file.ts';

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

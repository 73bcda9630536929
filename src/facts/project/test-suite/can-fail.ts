/** Whether an asserted value can be false. */
import type { Value } from '../../../program/file.ts';

/** A constant cannot, nor can a tuple with something in it: `assert (x == 1, "message")` is always true. */
export function canFail(value: Value): boolean {
  switch (value.kind) {
    case 'literal':
      return false;
    case 'list':
      return value.items.length === 0;
    case 'dict':
      return value.entries.length === 0;
    case 'template':
    case 'function':
      return false;
    case 'operation':
      // `1 == 1`
      return value.operands.some((operand) => operand.kind !== 'literal');
    default:
      return true;
  }
}

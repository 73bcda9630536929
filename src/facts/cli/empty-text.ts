/** Whether a place is reached only where a text is blank: `if not title.strip():`, `if (name.trim() === '')`. */
import type { BlockId, CodeFile, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { Program, Site } from '../../program/program.ts';

const TRIMS = new Set(['strip', 'trim', 'isspace']);

/** Under a condition that asks whether a text has no characters. */
export function isForBlankText(program: Program, file: CodeFile, block: BlockId): boolean {
  return program
    .blocksAround(file, block)
    .some(
      ({ kind, test, definition }) =>
        (kind === 'if' || kind === 'while') &&
        test !== null &&
        asksBlank(program, test, { file, definition }),
    );
}

function asksBlank(program: Program, test: Value, site: Site): boolean {
  const { file } = site;
  /** `title = title.strip()`, a line before. */
  const isTrimmed = (value: Value): boolean =>
    trims(value, file) ||
    (value.kind === 'name' &&
      program
        .assignmentsTo(value.name, site)
        .some((one) => one.assignment.value !== null && trims(one.assignment.value, one.file)));
  return valuesThroughCalls(test, file).some((value) => {
    if (value.kind !== 'operation') return value.kind === 'call' && calls(value, 'isspace', file);
    const { operator, operands } = value;
    if (operator === 'not') return operands.some(isTrimmed);
    return operator === '==' && operands.some(isBlank);
  });
}

function isBlank(value: Value): boolean {
  return value.kind === 'literal' && value.value === '';
}

/** `title.strip()`, `str(text).strip()`: of a text, and nothing else. */
function trims(value: Value, file: CodeFile): boolean {
  return value.kind === 'call' && [...TRIMS].some((name) => calls(value, name, file));
}

function calls(value: Extract<Value, { kind: 'call' }>, name: string, file: CodeFile): boolean {
  const callee = file.calls[value.call]?.callee;
  return (callee?.kind === 'name' || callee?.kind === 'member') && lastSegment(callee.name) === name;
}

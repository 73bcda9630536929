/**
 * Names that only carry a value to its one use: after `body = {"a": 1}`, `return body` and `send(body)` are
 * `return {"a": 1}` and `send({"a": 1})`. The assignment stays, for whoever asks what is bound.
 */
import type { Assignment, BlockId, CodeFile, DefinitionId, Value } from '../file.ts';
import { type Uses, usesIn } from './uses.ts';

export function withoutTemporaries(file: CodeFile): CodeFile {
  const uses = usesIn(file);
  let changed = false;
  const meant = (value: Value, definition: DefinitionId, block: BlockId): Value => {
    if (value.kind !== 'name' || value.name.includes('.')) return value;
    const own = uses.of(value.name, definition);
    const assignment = own && carriedBy(own, value, definition, block);
    if (!assignment?.value || !isMade(assignment.value)) return value;
    changed = true;
    return assignment.value;
  };
  const calls = file.calls.map((call) => {
    const given = call.arguments.map(({ name, value }) => ({
      name,
      value: meant(value, call.definition, call.block),
    }));
    return given.some(({ value }, at) => value !== call.arguments[at]?.value)
      ? { ...call, arguments: given }
      : call;
  });
  const statements = file.statements.map((statement) => {
    if (statement.kind !== 'return' || !statement.value) return statement;
    const value = meant(statement.value, statement.definition, statement.block);
    return value === statement.value ? statement : { ...statement, value };
  });
  return changed ? { ...file, calls, statements } : file;
}

/** Written out on the spot. What a call gives is known by the resolver, whatever name it bears. */
function isMade({ kind }: Value): boolean {
  return (
    kind === 'dict' || kind === 'list' || kind === 'template' || kind === 'operation' || kind === 'function'
  );
}

/** The assignment whose value a name carries at this place, when this is all that it does. */
function carriedBy(
  { assignments, places, elsewhere }: Uses,
  { line }: Value,
  definition: DefinitionId,
  block: BlockId,
): Assignment | null {
  if (elsewhere || places !== assignments.length) return null;
  const before = assignments.filter((one) => one.line <= line);
  const last = before.at(-1);
  if (!last || last.definition !== definition || last.via !== '=' || last.outer) return null;
  // Bound in several ways: each carries to a use in its own block.
  return assignments.length === 1 || last.block === block ? last : null;
}

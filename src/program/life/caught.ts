/** Who catches an error: the handlers around a place, and the errors that they name. */
import type { Block, BlockId, CodeFile } from '../file.ts';
import { lastSegment } from '../link/values.ts';
import { blocksAround } from '../nesting.ts';
import type { Program } from '../program.ts';

/** For each `try` around a block, innermost first, its handlers. */
export function handlersAround(file: CodeFile, block: BlockId): readonly (readonly Block[])[] {
  return blocksAround(file, block)
    .filter((id) => file.blocks[id]?.kind === 'try')
    .map((id) => file.blocks.filter(({ kind, of }) => kind === 'except' && of === id));
}

/** Whether a handler catches an error that goes by one of these names: its own class or one above it. */
export function catches(
  program: Program,
  file: CodeFile,
  handler: Block,
  names: ReadonlySet<string>,
): boolean {
  return (
    handler.catches.length === 0 ||
    errorsNamed(program, file, handler).some(
      (name) => name === 'Exception' || name === 'BaseException' || names.has(name),
    )
  );
}

/** The errors that a handler names, those included that its function is handed: `except kinds as problem`. */
function errorsNamed(program: Program, file: CodeFile, handler: Block): readonly string[] {
  const site = { file, definition: handler.definition };
  return handler.catches.flatMap((name) => {
    const bound = name.includes('.') ? null : program.binding(name, site);
    const owner = bound?.binding.parameter ? program.definitionOf(bound.site) : null;
    const listed = bound?.binding.assignments[0]?.value;
    const given = owner
      ? program.callers(owner).flatMap(({ call }) => call.arguments.map(({ value }) => value))
      : listed?.kind === 'list'
        ? listed.items
        : [];
    const names = given.flatMap((value) => (value.kind === 'name' ? [lastSegment(value.name)] : []));
    if (names.length > 0) return names;
    const error = program.resolve({ kind: 'name', name, line: handler.line }, site);
    if (error.kind === 'external') return [lastSegment(error.name)];
    return [error.kind === 'definition' ? error.ref.definition.name : lastSegment(name)];
  });
}

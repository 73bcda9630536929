/** Rows that go through a schema: required fields and types are both looked at. */

import { siteOf } from '../../../program/link/calls.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { firstSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';

/** Whether a call puts a row through a schema of the program's own, or of a validation library. */
export function checksRow(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  const spread = call.call.arguments.some(
    ({ value }) => value.kind === 'operation' && value.operator === '...',
  );
  const target = program.callee(call);
  const inLoop = program
    .blocksAround(call.file, call.call.block)
    .some(({ kind }) => kind === 'for' || kind === 'while');
  if (target.kind === 'definition' && target.ref.definition.kind === 'class') {
    return (
      isSchema(program, target.ref) &&
      (spread ||
        (takesData(call, inLoop) && descendsAs(program, target.ref, 'input.serializer', 'input.form')))
    );
  }
  if (/\.(model_validate|parse_obj|validate_python)$/.test(name)) {
    const { callee } = call.call;
    const head = callee.kind === 'name' ? firstSegment(callee.name) : undefined;
    const owner =
      head === undefined
        ? null
        : program.resolve({ kind: 'name', name: head, line: callee.line }, siteOf(call));
    return inLoop && owner?.kind === 'definition' && isSchema(program, owner.ref);
  }
  return (
    program.means(name, 'table.schema') &&
    call.call.arguments.some(
      ({ value }) => value.kind === 'name' && /^(row|record|r|item|data|entry|line|rec)$/i.test(value.name),
    )
  );
}

/** `RowSerializer(data=row)` for each row, or `many=True` for all; `RowForm(row)`. */
function takesData({ call }: CallRef, inLoop: boolean): boolean {
  const many = call.arguments.some(
    ({ name, value }) => name === 'many' && value.kind === 'literal' && value.value === true,
  );
  const data = call.arguments.some(({ name }, at) => name === 'data' || (name === null && at === 0));
  return data && (inLoop || (many && call.arguments.some(({ name }) => name === 'data')));
}

/** Classes of an ORM take what they are given. */
function isSchema(program: Program, ref: DefinitionRef): boolean {
  return descendsAs(program, ref, 'input.schema', 'input.form') && !descendsAs(program, ref, 'record.table');
}

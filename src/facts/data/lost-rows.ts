/** Rows that a function makes and hands to nobody: the table they are meant for stays empty. */

import { namesReadIn } from '../../program/link/names-read.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import type { Unfinished } from '../unfinished/unfinished.ts';
import { isTable } from './tables/orm.ts';

/** `record = Prediction(...)`, and `record` is read nowhere after. One place a table. */
export function lostRows(program: Program): readonly Unfinished[] {
  const found = new Map<string, Unfinished>();
  for (const file of program.filesOf()) {
    if (file.language !== 'python' || file.notebook) continue;
    for (const { target, value, via, definition } of file.assignments) {
      const inFunction = /^(?:function|method)$/.test(file.definitions[definition]?.kind ?? '');
      if (!inFunction || via !== '=' || target.kind !== 'name' || value?.kind !== 'call') continue;
      if (target.name.includes('.') || target.name.startsWith('_')) continue;
      const call = program.callOf(file, value.call);
      const made = program.callee(call);
      if (made.kind !== 'definition' || !isTable(made.ref, program)) continue;
      if (namesReadIn(file, definition).names.has(target.name)) continue;
      const { name } = made.ref.definition;
      // A session takes up a row that is tied to one it holds: `Comment(post=post)`.
      const tied = call.call.arguments.some(({ name: key }) => key === null || isRelation(made.ref, key));
      if (!tied && !found.has(name))
        found.set(name, {
          path: file.path,
          line: call.call.line,
          what: `${target.name}, a ${name}, is made and never saved`,
        });
    }
  }
  return [...found.values()];
}

function isRelation({ file, definition }: Parameters<typeof isTable>[0], key: string): boolean {
  const field = definition.fields.find(({ name }) => name === key);
  if (field === undefined || field.value === null) return field === undefined;
  return valuesThroughCalls(field.value, file).some(
    (part) => part.kind === 'name' && /(?:^|\.)(?:relationship|Relationship|backref)$/.test(part.name),
  );
}

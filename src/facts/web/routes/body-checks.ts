/** What stands before a handler and checks the body: a library's middleware, a chain of rules, an own function. */

import type { Value } from '../../../program/file.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Entry } from './entry.ts';
import { isParse } from './validators.ts';

const MAX_STEPS = 2;
const MAX_FAMILY = 60;

/** Definitions within a few steps of a start. */
export function within(program: Program, start: DefinitionRef, steps = MAX_STEPS): readonly DefinitionRef[] {
  const all = new Map<DefinitionRef, number>([[start, 0]]);
  for (const [ref, depth] of all) {
    if (depth >= steps || all.size > MAX_FAMILY) continue;
    for (const next of program.uses(ref)) if (!all.has(next)) all.set(next, depth + 1);
  }
  return [...all.keys()];
}

/** Whether a value is middleware that takes files: `upload.single('image')`. */
export function uploadIn(program: Program, { value, site }: Entry['checks'][number]): boolean {
  return valuesThroughCalls(value, site.file)
    .slice(0, 50)
    .some((part) => {
      if (part.kind === 'call')
        return program.means(program.nameOf(program.callOf(site.file, part.call)), 'upload.middleware');
      if (part.kind !== 'name') return false;
      const target = program.resolve(part, site);
      return target.kind === 'external' && program.means(target.name, 'upload.middleware');
    });
}

/** What validates in a value that stands before a handler: a library's middleware, a chain, or an own function. */
export function checkedBy(
  program: Program,
  { value, site }: Entry['checks'][number],
  depth = 0,
): string | null {
  if (depth > 3) return null;
  if (value.kind === 'dict') {
    const schema = declaredBody(program, value, site);
    if (schema) return schema;
  }
  for (const part of valuesThroughCalls(value, site.file).slice(0, 200)) {
    if (part.kind === 'call') {
      const call = program.callOf(site.file, part.call);
      const name = program.nameOf(call);
      if (program.means(name, 'input.check')) return name;
      const target = program.callee(call);
      if (target.kind === 'definition' && validates(program, target.ref)) return name;
    }
    if (part.kind !== 'name' && part.kind !== 'member' && part.kind !== 'function') continue;
    const target = program.resolve(part, site);
    if (target.kind === 'external' && program.means(target.name, 'input.check')) return target.name;
    if (target.kind === 'definition' && validates(program, target.ref))
      return target.ref.definition.qualifiedName;
    if (target.kind === 'value' && target.value !== value) {
      const inner = checkedBy(program, target, depth + 1);
      if (inner) return inner;
    }
  }
  return null;
}

/** Fastify's `{ schema: { body: … } }`, Elysia's `{ body: … }`. */
function declaredBody(program: Program, value: Value, site: Site): string | null {
  const under = (part: Value, name: string) =>
    part.kind === 'dict'
      ? part.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === name)?.value
      : undefined;
  const schema = under(value, 'schema');
  if (!schema) return under(value, 'body') ? 'schema' : null;
  const target = program.resolve(schema, site);
  // A schema that is made elsewhere, by a call, is taken for what it is called.
  if (target.kind !== 'value' || target.value.kind !== 'dict')
    return schema.kind === 'name' ? schema.name : null;
  return under(target.value, 'body') ? 'schema' : null;
}

/** A middleware of one's own that checks the body. */
function validates(program: Program, ref: DefinitionRef): boolean {
  if (ref.definition.kind === 'class') return descendsAs(program, ref, 'input.schema', 'input.form');
  return within(program, ref, 1).some((item) =>
    program
      .callsIn(item)
      .some(
        (call) =>
          isParse(program, call, program.nameOf(call)) ||
          (/\.(validate|parse|safeParse)$/.test(program.nameOf(call)) &&
            /valid|schema/i.test(ref.definition.name)),
      ),
  );
}

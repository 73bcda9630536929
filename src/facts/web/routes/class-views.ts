/** Classes whose methods are handlers: `def post(self)`, inherited ones and their class's guards included. */

import type { Value } from '../../../program/file.ts';
import { returnedValues } from '../../../program/flow/returned.ts';
import { siteAround } from '../../../program/link/calls.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { Guard, Method } from './routes.ts';

export interface ClassHandler {
  readonly method: Method;
  readonly ref: DefinitionRef;
  readonly guards: readonly Guard[];
  readonly checks: readonly { readonly value: Value; readonly site: Site }[];
}

/** Class attributes that name what runs before every method. Authentication classes alone let everybody pass. */
const ATTRIBUTES = new Set(['decorators', 'method_decorators', 'permission_classes', 'guards']);
/** Bases of the frameworks themselves that guard nothing. */
const PLAIN_BASES =
  /^(rest_framework\.(mixins|generics|viewsets|views)|django\.views|django\.contrib\.auth\.views)/;

/** The own class and its own bases, nearest first. */
export function lineage(program: Program, ref: DefinitionRef): readonly DefinitionRef[] {
  const all = [ref];
  for (let index = 0; index < all.length && index < 20; index++) {
    const current = all[index] as DefinitionRef;
    for (const written of current.definition.bases) {
      // `extends Crud<Post>`, `class Posts(Crud[Post])`
      const base = written.kind === 'index' ? written.of : written;
      const target = program.resolve(base, siteAround(current));
      const found =
        target.kind === 'definition' || target.kind === 'instance'
          ? target.ref
          : madeClass(program, base, current);
      if (found && !all.includes(found)) all.push(found);
    }
  }
  return all;
}

/** `extends CrudController(Post)`: the class that a function of one's own returns. */
function madeClass(program: Program, base: Value, { file }: DefinitionRef): DefinitionRef | null {
  const target = base.kind === 'call' ? program.callee(program.callOf(file, base.call)) : null;
  if (target?.kind !== 'definition') return null;
  for (const { value, site } of returnedValues(target.ref)) {
    const made = program.resolve(value, site);
    if (made.kind === 'definition' && made.ref.definition.kind === 'class') return made.ref;
  }
  return null;
}

/** An attribute of a class or of the nearest base that has it. */
export function attributeOf(
  program: Program,
  ref: DefinitionRef,
  name: string,
): { readonly value: Value; readonly site: Site } | null {
  for (const owner of lineage(program, ref)) {
    const field = owner.definition.fields.find((item) => item.name === name);
    if (field?.value) return { value: field.value, site: { file: owner.file, definition: owner.id } };
  }
  return null;
}

/** What a class puts in front of all its handlers: attributes, decorators, and the names of its bases. */
export function classGuards(program: Program, ref: DefinitionRef): readonly Guard[] {
  const found: Guard[] = [];
  const site = siteAround(ref);
  for (const name of ATTRIBUTES) {
    const value = attributeOf(program, ref, name);
    if (value) found.push(...guardsOf(program, value.value, value.site, 'route'));
  }
  for (const decorator of ref.definition.decorators)
    found.push(...guardsOf(program, decorator, site, 'route'));
  // Each request makes an object of a view: what stands above its constructor runs first.
  const made = program.member(ref, '__init__');
  for (const decorator of made?.definition.decorators ?? [])
    found.push(...guardsOf(program, decorator, siteAround(made ?? ref), 'route'));
  const own = lineage(program, ref);
  for (const name of program.ancestors(ref)) {
    if (PLAIN_BASES.test(name) || !/mixin|required|permission|auth|protected|private|secur/i.test(name))
      continue;
    found.push({
      name,
      ref: own.find((item) => item.definition.qualifiedName === name) ?? null,
      file: ref.file,
      line: ref.definition.line,
      scope: 'route',
    });
  }
  return found;
}

export function classHandlers(program: Program, ref: DefinitionRef): readonly ClassHandler[] {
  const guards = classGuards(program, ref);
  const found: ClassHandler[] = [];
  for (const name of Object.keys(VERBS)) {
    // Falcon's are called on_get, on_post …
    const handler = program.member(ref, name) ?? program.member(ref, `on_${name}`);
    if (!handler || handler.definition.kind === 'class') continue;
    const method = handlerOf(program, ref, handler, VERBS[name] as Method, guards);
    if (!found.some((item) => item.method === method.method)) found.push(method);
  }
  return found;
}

function handlerOf(
  program: Program,
  view: DefinitionRef,
  handler: DefinitionRef,
  method: Method,
  guards: readonly Guard[] = classGuards(program, view),
): ClassHandler {
  const site = siteAround(handler);
  const { decorators } = handler.definition;
  return {
    method,
    ref: handler,
    guards: [...decorators.flatMap((value) => guardsOf(program, value, site, 'route')), ...guards],
    checks: decorators.map((value) => ({ value, site })),
  };
}

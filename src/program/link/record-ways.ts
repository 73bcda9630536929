/** Of which own class parameters and results are: what all who hand them in, or all ways to give them back, say. Python only. */
import type { Value } from '../file.ts';
import type { DefinitionRef, Program, Site } from '../program.ts';
import { bodyOf } from './bodies.ts';
import { siteAround, siteOf } from './calls.ts';
import type { Binding } from './scopes.ts';
import { PYTHON_STANDARD_LIBRARY } from './standard-library.ts';
import { firstSegment } from './values.ts';

/** The class itself, one object of it, several of them, or rows whose first part is one. */
export interface Kept {
  readonly ref: DefinitionRef;
  readonly as: 'class' | 'one' | 'several' | 'rows';
}

/** What a value holds, a step further. */
export type Follow = (value: Value, site: Site) => Kept | null;

/** Ways to one name that are looked at. */
export const MOST_WAYS = 12;

/** What all ways say; null where they do not agree, or one of them says nothing. */
export function agreed(ways: readonly (() => Kept | null)[]): Kept | null {
  let all: Kept | null = null;
  for (const way of ways) {
    const kept = way();
    if (!kept || (all && (all.ref !== kept.ref || all.as !== kept.as))) return null;
    all = kept;
  }
  return all;
}

/** `user = None`, before it is something. */
export function isNone(value: Value | null): boolean {
  return value?.kind === 'literal' && value.value === null;
}

type Parameter = NonNullable<Binding['parameter']>;

/** What a parameter is: by who makes it, or by all who hand it in. */
export function ofParameter(program: Program, parameter: Parameter, site: Site, follow: Follow): Kept | null {
  const ref = program.definitionOf(site);
  if (!ref || parameter.kind !== 'normal') return null;
  const given = parameter.default;
  if (given?.kind === 'call') return ofDependency(program, parameter, ref, follow);
  if (given && !isNone(given)) return null;
  return ref.definition.decorators.length > 0
    ? byFramework(program, parameter, ref)
    : byCallers(program, parameter, ref, follow);
}

/** `Depends(current_user)`: what the function gives, whatever is written beside it. */
function ofDependency(
  program: Program,
  parameter: Parameter,
  ref: DefinitionRef,
  follow: Follow,
): Kept | null {
  if (parameter.default?.kind !== 'call') return null;
  const call = program.callOf(ref.file, parameter.default.call);
  const [first] = call.call.arguments;
  const target = first ? program.resolve(first.value, siteOf(call)) : null;
  return target?.kind === 'definition' && program.callee(call).kind === 'external'
    ? returned(program, target.ref, follow)
    : null;
}

/** What a framework hands to a route: it makes an object of the class that the parameter asks for. */
function byFramework(program: Program, { annotation }: Parameter, ref: DefinitionRef): Kept | null {
  if (annotation?.kind !== 'name') return null;
  const isRoute = ref.definition.decorators.every((value) => {
    const named = value.kind === 'call' ? ref.file.calls[value.call]?.callee : value;
    const target = named && program.resolve(named, siteAround(ref));
    return target?.kind === 'external' && value.kind === 'call';
  });
  const target = isRoute ? program.resolve(annotation, siteAround(ref)) : null;
  return target?.kind === 'definition' && target.ref.definition.kind === 'class'
    ? { ref: target.ref, as: 'one' }
    : null;
}

/** What everybody hands in who calls it: an annotation may be wrong. */
function byCallers(program: Program, parameter: Parameter, ref: DefinitionRef, follow: Follow): Kept | null {
  const { definition, file } = ref;
  const isMethod = file.definitions[definition.parent]?.kind === 'class' && !definition.static;
  const position = definition.parameters.indexOf(parameter) - (isMethod ? 1 : 0);
  const callers = program.callers(ref);
  if (callers.length > MOST_WAYS || position < 0) return null;
  return agreed(
    callers.map((call) => () => {
      const plain = call.call.arguments.filter(({ name }) => name === null);
      const handed = call.call.arguments.find(({ name }) => name === parameter.name) ?? plain[position];
      return handed ? follow(handed.value, siteOf(call)) : null;
    }),
  );
}

/** What a function of the program gives back, wherever it does. */
export function returned(program: Program, ref: DefinitionRef, follow: Follow): Kept | null {
  const { definition, file, id } = ref;
  if (definition.kind === 'class') return { ref, as: 'one' };
  const isPlain = definition.decorators.every((value) => {
    const named = value.kind === 'call' ? file.calls[value.call]?.callee : value;
    const target = named && program.resolve(named, siteAround(ref));
    return target?.kind === 'external' && PYTHON_STANDARD_LIBRARY.has(firstSegment(target.name));
  });
  const statements = bodyOf(file, id).statements.filter(({ kind }) => kind === 'return' || kind === 'yield');
  if (!isPlain || definition.generator || statements.length > MOST_WAYS) return null;
  return agreed(
    statements
      .filter(({ value }) => value !== null && !isNone(value))
      .map(
        ({ value }) =>
          () =>
            value && follow(value, { file, definition: id }),
      ),
  );
}

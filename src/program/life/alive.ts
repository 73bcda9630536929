/** Which of the program's own functions anything but a test can run. */

import { entryOfWeak } from '../../reading/collections.ts';
import { type CodeFile, MODULE, type Value } from '../file.ts';
import { definedIn } from '../link/bodies.ts';
import { queuedBy } from '../link/jobs.ts';
import { lastSegment } from '../link/values.ts';
import type { DefinitionRef, Program, Site } from '../program.ts';
import { isStartedByDecorator } from './decorated.ts';
import {
  actsWhenLoaded,
  isCalledByLanguage,
  isCalledByName,
  isFoundByFolder,
  runsExports,
} from './entries.ts';
import { nestedIn, writtenAnywhere, writtenIn } from './region.ts';

/** Classes that one is built on. */
const MOST_BASES = 12;

const known = new WeakMap<Program, ReadonlySet<DefinitionRef>>();

/**
 * Whether code at a place can run: a file's own top level, or a function that something running reaches. Where nothing
 * starts any of it, who does is not seen from here.
 */
export function isAlive(program: Program, site: Site): boolean {
  const alive = entryOfWeak(known, program, () => aliveIn(program));
  if (alive.size === 0 && !program.filesOf().some((file) => actsWhenLoaded(program, file))) return true;
  for (let id = site.definition; id !== MODULE; id = site.file.definitions[id]?.parent ?? MODULE) {
    const ref = program.definitionOf({ file: site.file, definition: id });
    if (ref && ref.definition.kind !== 'class' && alive.has(ref)) return true;
    if (site.file.definitions[id]?.parent === MODULE) return ref !== null && alive.has(ref);
  }
  return true;
}

function aliveIn(program: Program): ReadonlySet<DefinitionRef> {
  const alive = new Set<DefinitionRef>();
  const named = namesUsed(program);
  /** Classes of which nothing more is known than that others extend them: what those write anew does not run. */
  const extended = new Set<DefinitionRef>();
  const add = (ref: DefinitionRef | null | undefined): void => {
    if (ref) alive.add(ref);
  };
  const see = (value: Value, site: Site): void => {
    if (value.kind === 'function')
      add(program.definitionOf({ file: site.file, definition: value.definition }));
    if (value.kind === 'call') {
      const call = program.callOf(site.file, value.call);
      for (const target of [...program.targetsOf(call), ...queuedBy(program, call)]) add(target);
    }
    if (value.kind !== 'name' && value.kind !== 'member') return;
    const target = program.resolve(value, site);
    if (target.kind === 'definition' || target.kind === 'instance') {
      add(target.ref);
      return;
    }
    // `views.Rows.as_view`: what a class has from outside is asked of the class.
    const end = value.kind === 'name' ? value.name.lastIndexOf('.') : -1;
    if (end > 0) see({ ...value, name: value.name.slice(0, end) }, site);
  };
  for (const file of program.filesOf()) {
    const bound = boundIn(file);
    for (const { value, site } of writtenIn({ file, definition: MODULE }))
      if (value.kind !== 'function' || !bound.has(value.definition)) see(value, site);
    for (const [id, call] of file.calls.entries())
      if (call.definition === MODULE)
        for (const target of program.targetsOf(program.callOf(file, id))) add(target);
  }
  for (const ref of program.definitions())
    if (
      isStartedByDecorator(program, ref) ||
      isCalledByName(ref.definition) ||
      isFrameworks(ref) ||
      isFoundByFolder(program, ref)
    )
      add(ref);
  for (const ref of alive) {
    const { file, id, definition } = ref;
    const owner = program.definitionOf({ file, definition: definition.parent });
    if (!owner || !extended.has(owner)) add(owner);
    if (definition.kind === 'class') {
      for (const method of methodsOf(ref)) add(method);
      inherit(ref, new Set(), new Set());
    }
    // A class's methods run only where somebody calls them.
    const own = { file, definition: id };
    for (const site of definition.kind === 'class' ? [own] : [own, ...nestedIn(own)])
      for (const { value } of writtenIn(site)) see(value, site);
    for (const call of program.callsIn(ref)) {
      for (const target of [...program.targetsOf(call), ...queuedBy(program, call)]) add(target);
    }
  }
  return alive;

  /** What a class does not write itself is run on it as its bases have it. */
  function inherit(ref: DefinitionRef, below: ReadonlySet<string>, seen: Set<DefinitionRef>): void {
    seen.add(ref);
    const written = new Set(below);
    for (const { definition } of definedIn(program, ref)) written.add(definition.name);
    for (const base of ref.definition.bases) {
      const target = program.resolve(base, { file: ref.file, definition: ref.definition.parent });
      if (target.kind !== 'definition' || target.ref.definition.kind !== 'class' || seen.has(target.ref))
        continue;
      if (!alive.has(target.ref)) extended.add(target.ref);
      for (const method of methodsOf(target.ref)) if (!written.has(method.definition.name)) alive.add(method);
      if (seen.size < MOST_BASES) inherit(target.ref, written, seen);
    }
  }

  /** Methods that something names, that Python calls by itself, or that a base from outside may call. */
  function methodsOf(owner: DefinitionRef): readonly DefinitionRef[] {
    const foreign = program
      .ancestors(owner)
      .some((name) => !/^(object|Protocol|ABC|.*\.(ABC|Protocol|Enum))$/.test(name));
    return definedIn(program, owner).filter(
      ({ definition }) => foreign || named.has(definition.name) || isCalledByLanguage(definition),
    );
  }
}

/** `const load = () => …`: it runs where somebody names it, as a declared function does. */
function boundIn(file: CodeFile): ReadonlySet<number> {
  return new Set(
    file.assignments.flatMap(({ definition, target, value }) =>
      definition === MODULE &&
      target.kind === 'name' &&
      !target.name.includes('.') &&
      value?.kind === 'function'
        ? [value.definition]
        : [],
    ),
  );
}

function isFrameworks({ file, definition }: DefinitionRef): boolean {
  if (definition.parent !== MODULE || !runsExports(file)) return false;
  return file.exports.some(
    (one) => one.local === definition.name || one.exported === definition.name || one.exported === 'default',
  );
}

/** The last parts of all names that the application writes: a method that none of them is, nobody calls. */
function namesUsed(program: Program): ReadonlySet<string> {
  const named = new Set<string>();
  for (const file of program.filesOf()) {
    const see = (value: Value): void => {
      if (value.kind === 'name' || value.kind === 'member') named.add(lastSegment(value.name));
    };
    for (const { value } of writtenAnywhere(file)) see(value);
  }
  return named;
}

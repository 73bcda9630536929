/** Calls of methods that nobody wrote: they fail when they are run. Python only. */
import { lastSegment } from '../link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { isAlive } from './alive.ts';

export interface AbsentMethod {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** What a class may be given by whoever makes its classes or answers for its attributes. */
const OPEN = ['__getattr__', '__getattribute__', '__call__', '__class_getitem__'];
/** Bases that give nothing but what every object has. */
const PLAIN: ReadonlySet<string> = new Set(['object', 'abc.ABC', 'ABC', 'typing.Generic', 'Generic']);

interface Names {
  /** What anything of the program assigns to, by its last name. */
  readonly assigned: ReadonlySet<string>;
  /** Of the program's own definitions. */
  readonly own: ReadonlySet<string>;
}

/** One place for each method. */
export function absentMethods(program: Program): readonly AbsentMethod[] {
  const found = new Map<string, AbsentMethod>();
  const assigned = assignedNames(program);
  const own = new Set(program.definitions().map(({ definition }) => definition.qualifiedName));
  for (const ref of program.calls()) {
    const { file, call } = ref;
    if (file.language !== 'python' || file.notebook || call.callee.kind !== 'name') continue;
    const what = absentMethod(program, ref, { assigned, own });
    if (what === null || found.has(what)) continue;
    if (isAlive(program, { file, definition: call.definition }))
      found.set(what, { path: file.path, line: call.line, what });
  }
  return [...found.values()];
}

function absentMethod(program: Program, { file, call }: CallRef, names: Names): string | null {
  const { callee, definition, line } = call;
  const name = callee.kind === 'name' ? callee.name : '';
  const dot = name.lastIndexOf('.');
  if (dot < 0) return null;
  const method = name.slice(dot + 1);
  const receiver = name.slice(0, dot);
  // What stands in where something else cannot be had has what it needs, or is one of several.
  if (program.assignmentsTo(receiver, { file, definition }).length > 1) return null;
  const owner = program.resolve({ kind: 'name', name: receiver, line }, { file, definition });
  if (owner.kind !== 'instance' || /^__\w+__$/.test(method)) return null;
  return isClosed(program, owner.ref, names) && !hasMember(program, owner.ref, method, names)
    ? `calls ${owner.ref.definition.name}.${method}, which nobody wrote`
    : null;
}

/** All that the class has stands in the program. */
function isClosed(program: Program, ref: DefinitionRef, { own }: Names): boolean {
  const { definition, file } = ref;
  return (
    // Tests hand in something that is less than the real thing.
    program.role(file) === 'application' &&
    definition.kind === 'class' &&
    file.language === 'python' &&
    file.errors.length === 0 &&
    definition.decorators.length === 0 &&
    program.ancestors(ref).every((one) => PLAIN.has(one) || own.has(one)) &&
    !OPEN.some((one) => program.member(ref, one) !== null) &&
    !file.calls.some(({ callee }) => callee.kind === 'name' && callee.name === 'setattr')
  );
}

/** What anything assigns to an attribute of that name may be this one's. */
function hasMember(program: Program, ref: DefinitionRef, name: string, { assigned }: Names): boolean {
  return (
    assigned.has(name) ||
    program.member(ref, name) !== null ||
    ref.definition.fields.some((one) => one.name === name)
  );
}

/** Last names of all that is assigned to, in every file. */
function assignedNames(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { assignments } of program.files)
    for (const { target } of assignments)
      if (target.kind === 'name' || target.kind === 'member') names.add(lastSegment(target.name));
  return names;
}

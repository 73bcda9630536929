/** Decorators that are applied by hand: `home = app.get("/")(home)` is `@app.get("/")` above `def home()`. */
import { addTo } from '../../reading/collections.ts';
import type { Assignment, Call, CallId, CodeFile, Definition, DefinitionId, Value } from '../file.ts';

interface Application {
  readonly call: CallId;
  readonly definition: DefinitionId;
  readonly decorator: Value;
  /** `home = …`: binds the name again to what it is now. */
  readonly again: Assignment | null;
}

export function withDecorators(file: CodeFile): CodeFile {
  const index = indexOf(file);
  const applications = file.calls.flatMap((call, id) => applicationOf(file, index, call, id) ?? []);
  if (applications.length === 0) return file;
  const again = new Set(applications.flatMap((one) => one.again ?? []));
  const calls = new Set(applications.map(({ call }) => call));
  const applied = new Map<DefinitionId, Value[]>();
  for (const { definition, decorator } of applications) addTo(applied, definition, decorator);
  return {
    ...file,
    definitions: file.definitions.map((definition, id) => {
      // The last one that is applied stands on top.
      const own = applied.get(id) ?? [];
      return own.length > 0
        ? { ...definition, decorators: [...own.reverse(), ...definition.decorators] }
        : definition;
    }),
    assignments: file.assignments.filter((one) => !again.has(one)),
    calls: file.calls.map((call, id) =>
      calls.has(id) ? { ...call, callee: { kind: 'other', line: call.line }, arguments: [] } : call,
    ),
  };
}

function applicationOf(file: CodeFile, { again, named }: Index, call: Call, id: CallId): Application | null {
  const [only, ...more] = call.arguments;
  if (!only || more.length > 0 || only.name !== null || only.value.kind !== 'name') return null;
  const { name } = only.value;
  const binding = again.get(id);
  const bindsAgain = binding?.target.kind === 'name' && binding.target.name === name ? binding : null;
  // A call of what a call gave, with a function: only a decorator takes it so.
  if (!bindsAgain && call.callee.kind !== 'call') return null;
  const definition = named.get(name)?.findLast((one) => {
    const { parent, line } = file.definitions[one] as Definition;
    return parent === call.definition && line < call.line;
  });
  return definition === undefined
    ? null
    : { call: id, definition, decorator: call.callee, again: bindsAgain };
}

interface Index {
  /** Assignments of what a call gives, by the call. */
  readonly again: ReadonlyMap<CallId, Assignment>;
  /** Functions and classes by name. */
  readonly named: ReadonlyMap<string, readonly DefinitionId[]>;
}

function indexOf({ assignments, definitions }: CodeFile): Index {
  const again = new Map<CallId, Assignment>();
  for (const one of assignments)
    if (one.via === '=' && one.value?.kind === 'call') again.set(one.value.call, one);
  const named = new Map<string, DefinitionId[]>();
  for (const [id, { kind, name }] of definitions.entries())
    if (kind === 'function' || kind === 'class') addTo(named, name, id);
  return { again, named };
}

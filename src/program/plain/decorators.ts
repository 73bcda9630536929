/** Decorators that are applied by hand: `home = app.get("/")(home)` is `@app.get("/")` above `def home()`. */
import type { Assignment, Call, CallId, CodeFile, DefinitionId, Value } from '../file.ts';

interface Application {
  readonly call: CallId;
  readonly definition: DefinitionId;
  readonly decorator: Value;
  /** `home = …`: binds the name again to what it is now. */
  readonly again: Assignment | null;
}

export function withDecorators(file: CodeFile): CodeFile {
  const applications = file.calls.flatMap((call, id) => applicationOf(file, call, id) ?? []);
  if (applications.length === 0) return file;
  const again = new Set(applications.flatMap((one) => one.again ?? []));
  const calls = new Set(applications.map(({ call }) => call));
  return {
    ...file,
    definitions: file.definitions.map((definition, id) => {
      // The last one that is applied stands on top.
      const own = applications.filter((one) => one.definition === id).map(({ decorator }) => decorator);
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

function applicationOf(file: CodeFile, call: Call, id: CallId): Application | null {
  const [only, ...more] = call.arguments;
  if (!only || more.length > 0 || only.name !== null || only.value.kind !== 'name') return null;
  const { name } = only.value;
  const again = file.assignments.find((one) => isAgain(one, name, id)) ?? null;
  // A call of what a call gave, with a function: only a decorator takes it so.
  if (!again && call.callee.kind !== 'call') return null;
  const definition = file.definitions.findLastIndex(
    (one) =>
      one.name === name &&
      one.parent === call.definition &&
      one.line < call.line &&
      (one.kind === 'function' || one.kind === 'class'),
  );
  return definition < 0 ? null : { call: id, definition, decorator: call.callee, again };
}

function isAgain({ target, value, via }: Assignment, name: string, call: CallId): boolean {
  return (
    via === '=' &&
    target.kind === 'name' &&
    target.name === name &&
    value?.kind === 'call' &&
    value.call === call
  );
}

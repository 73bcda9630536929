/** Arguments that are bound before: after `ask = partial(client.create, model=M)`, `ask(x)` is `client.create(x, model=M)`. */
import type { Argument, Call, CodeFile, DefinitionId, Value } from '../file.ts';
import { MODULE } from '../file.ts';

export function withBoundArguments(file: CodeFile): CodeFile {
  const names = partialIn(file);
  if (names.size === 0) return file;
  const isPartial = (value: Value): Call | null => {
    const call = value.kind === 'call' ? file.calls[value.call] : undefined;
    return call?.callee.kind === 'name' && names.has(call.callee.name) ? call : null;
  };
  const calls = file.calls.map((call) => {
    const bound =
      isPartial(call.callee) ??
      (call.callee.kind === 'name' ? boundTo(file, call.callee.name, call, isPartial) : null);
    return bound ? joined(bound, call) : call;
  });
  return { ...file, calls };
}

/** What functools.partial is called here. */
function partialIn({ imports }: CodeFile): ReadonlySet<string> {
  return new Set(
    imports
      .filter(({ module, local }) => module === 'functools' && local !== '')
      .flatMap(({ local, name }) =>
        name === null ? [`${local}.partial`] : name === 'partial' ? [local] : [],
      ),
  );
}

/** The call of partial that a name stands for, where nothing else can have bound it. */
function boundTo(
  file: CodeFile,
  name: string,
  call: Call,
  isPartial: (value: Value) => Call | null,
): Call | null {
  for (let scope = call.definition; ; scope = file.definitions[scope]?.parent ?? MODULE) {
    if (file.definitions[scope]?.parameters.some((one) => one.name === name)) return null;
    const [only, ...more] = bindings(file, name, scope);
    if (only) return more.length === 0 ? isPartial(only) : null;
    if (scope === MODULE) return null;
  }
}

function bindings({ assignments }: CodeFile, name: string, scope: DefinitionId): readonly Value[] {
  return assignments
    .filter(
      ({ target, definition }) => definition === scope && target.kind === 'name' && target.name === name,
    )
    .map(({ value, via, line }) => (via === '=' && value ? value : { kind: 'other', line }));
}

function joined(bound: Call, call: Call): Call {
  const [callee, ...first] = bound.arguments;
  if (!callee || callee.name !== null) return call;
  const positional = (all: readonly Argument[]) => all.filter(({ name }) => name === null);
  const given = call.arguments.filter(({ name }) => name !== null);
  const kept = first.filter(({ name }) => name !== null && !given.some((one) => one.name === name));
  return {
    ...call,
    callee: callee.value,
    arguments: [...positional(first), ...positional(call.arguments), ...kept, ...given],
  };
}

/** Arguments that are bound before: after `ask = partial(client.create, model=M)`, `ask(x)` is `client.create(x, model=M)`. */
import type { Argument, Call, CodeFile, Value } from '../file.ts';
import { soleValue, usesIn } from './uses.ts';

export function withBoundArguments(file: CodeFile): CodeFile {
  const names = partialIn(file);
  if (names.size === 0) return file;
  const uses = usesIn(file);
  const isPartial = (value: Value): Call | null => {
    const call = value.kind === 'call' ? file.calls[value.call] : undefined;
    return call?.callee.kind === 'name' && names.has(call.callee.name) ? call : null;
  };
  const calls = file.calls.map((call) => {
    const { callee, definition } = call;
    const value = callee.kind === 'name' ? soleValue(uses, callee.name, definition) : callee;
    const bound = value && isPartial(value);
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

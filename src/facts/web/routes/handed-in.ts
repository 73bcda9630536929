/** What callers hand in for a parameter: `register(app)`, `routers.forEach((router) => …)`. */
import type { CodeFile, Value } from '../../../program/file.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { Lookup, Origin } from '../../../program/link/origin.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { addTo, entryOf } from '../../../reading/collections.ts';

const MAX_DEPTH = 8;

export function createHandedIn(
  program: Program,
  lookup: Lookup,
): (ref: DefinitionRef, index: number) => readonly Origin[] {
  const iterated = new Map<CodeFile, Map<number, CallRef[]>>();
  /** Calls of `forEach` and `map` by the function that they are given. */
  function iterations(file: CodeFile): ReadonlyMap<number, readonly CallRef[]> {
    return entryOf(iterated, file, () => {
      const found = new Map<number, CallRef[]>();
      for (const [id, call] of file.calls.entries()) {
        const name = calleeParts(call.callee)?.name;
        if (name !== 'forEach' && name !== 'map') continue;
        for (const { value } of call.arguments)
          if (value.kind === 'function') addTo(found, value.definition, program.callOf(file, id));
      }
      return found;
    });
  }

  /** What is handed in for a parameter, by those who call its function or hand it to `forEach`. */
  function handedIn(ref: DefinitionRef, index: number, depth: number): readonly Origin[] {
    const { definition, file } = ref;
    const parameter = definition.parameters[index];
    if (!parameter || depth > MAX_DEPTH) return [];
    const found: Origin[] = [];
    const expand = (value: Value, site: Site): readonly Origin[] =>
      lookup
        .origins(value, site)
        .flatMap((origin) =>
          origin.kind === 'parameter' ? handedIn(origin.ref, origin.index, depth + 1) : [origin],
        );
    const bound = definition.kind === 'method' && file.language === 'python' ? 1 : 0;
    for (const call of program.callers(ref).slice(0, 30)) {
      const value =
        call.call.arguments.find((item) => item.name === parameter.name)?.value ??
        call.call.arguments.filter((item) => item.name === null)[index - bound]?.value;
      if (value) found.push(...expand(value, siteOf(call)));
    }
    if (found.length > 0 || definition.kind === 'method') return found.slice(0, 40);
    for (const call of iterations(file).get(ref.id) ?? []) {
      const parts = calleeParts(call.call.callee);
      if (!parts) continue;
      for (const list of expand(parts.of, siteOf(call))) found.push(...lookup.items(list));
    }
    return found.slice(0, 40);
  }

  return (ref, index) => handedIn(ref, index, 0);
}

/** The state that the nodes of a graph share: what one of them puts under a key, another reads there. */
import type { Value } from '../../../program/file.ts';
import { type Origin, returnedValues } from '../../../program/flow/flow.ts';
import type { Program, Site } from '../../../program/program.ts';
import type { Node } from './agents.ts';

/** What nodes put where a function of the graph reads: `state["open"]`, `state.open`, `({ open }) => …`. */
export function putByNodes(
  program: Program,
  nodes: readonly Node[],
  value: Value,
  site: Site,
): readonly Origin[] {
  const key = keyRead(program, value, site);
  if (key === null) return [];
  return nodes
    .flatMap(({ definitions }) => definitions)
    .flatMap(returnedValues)
    .flatMap(({ value: given, site: at }) =>
      given.kind !== 'dict'
        ? []
        : given.entries.flatMap((entry) =>
            // A list that is written out, the program made.
            entry.key?.kind === 'literal' && entry.key.value === key && entry.value.kind !== 'list'
              ? [{ value: entry.value, site: at }]
              : [],
          ),
    );
}

/** The key of a parameter that a value is; null where it is anything else. */
function keyRead(program: Program, value: Value, site: Site): string | null {
  if (value.kind === 'index') {
    const [key] = value.index;
    const isText = key?.kind === 'literal' && typeof key.value === 'string';
    return isText && value.of.kind === 'name' && isParameter(program, value.of.name, site)
      ? String(key.value)
      : null;
  }
  if (value.kind !== 'name') return null;
  const [head = '', key, ...deeper] = value.name.split('.');
  if (deeper.length > 0) return null;
  if (key !== undefined) return isParameter(program, head, site) ? key : null;
  const [taken] = program.binding(head, site)?.binding.assignments ?? [];
  return taken?.via === 'destructure' && taken.value?.kind === 'name'
    ? keyRead(program, taken.value, site)
    : null;
}

function isParameter(program: Program, name: string, site: Site): boolean {
  const { parameters } = program.definitionOf(site)?.definition ?? {};
  return parameters?.some((one) => one.name === name) === true;
}

/** What is assigned to: a name, an attribute, an item, or a tuple of such. */
import type { Assignment, Value } from '../file.ts';
import { type Reading, readValue } from './reading.ts';
import type { Syntax } from './syntax.ts';

export type Target =
  | { readonly value: Value }
  | { readonly items: readonly Target[] }
  /** `*rest` takes a list of parts. */
  | { readonly rest: Target };

const SEQUENCES = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'tuple',
  'list',
  'expression_list',
]);
const SPLATS = new Set(['list_splat_pattern', 'list_splat']);
const TRANSPARENT = new Set(['parenthesized_expression', 'as_pattern_target']);

/** Read before the value, so that what is found stands in source order. */
export function readTarget(reading: Reading, node: Syntax): Target {
  if (SEQUENCES.has(node.type))
    return {
      items: node.children.filter((each) => each.type !== 'ERROR').map((each) => readTarget(reading, each)),
    };
  const [inner] = node.children;
  if (inner && SPLATS.has(node.type)) return { rest: readTarget(reading, inner) };
  if (inner && TRANSPARENT.has(node.type)) return readTarget(reading, inner);
  return { value: readValue(reading, node) };
}

/** Records the assignments to a target: one for every name in it. */
export function bind(
  reading: Reading,
  target: Target,
  value: Value | null,
  via: Assignment['via'],
  annotation: Value | null = null,
): void {
  if ('items' in target) {
    const parts = value && via === '=' ? matchingParts(target.items, value) : null;
    target.items.forEach((item, index) => {
      const part = parts?.[index];
      if (part) bind(reading, item, part, '=');
      else bind(reading, item, value, via === '=' ? 'destructure' : via);
    });
    return;
  }
  if ('rest' in target) {
    bind(reading, target.rest, value, via === '=' ? 'destructure' : via);
    return;
  }
  const { found, definition, block } = reading;
  const { value: place } = target;
  const owner = found.definitions[definition];
  if (owner?.kind === 'class' && place.kind === 'name' && !place.name.includes('.') && via === '=')
    owner.fields.push({ name: place.name, annotation, value, decorators: [], line: place.line });
  else {
    const outer = place.kind === 'name' && reading.outer.get(definition)?.has(place.name) === true;
    const assignment = { target: place, value, annotation, via, definition, block, line: place.line };
    found.assignments.push(outer ? { ...assignment, outer } : assignment);
  }
}

/** `a, b = 1, 2` says which part each name takes. */
function matchingParts(items: readonly Target[], value: Value): readonly Value[] | null {
  if (value.kind !== 'list' || value.items.length !== items.length) return null;
  if (items.some((item) => 'rest' in item)) return null;
  if (value.items.some((item) => item.kind === 'operation' && item.operator === '...')) return null;
  return value.items;
}

/** What a handler does to the records that it keeps, by what it runs and whatever it is called. */
import { regionFrom } from '../../program/life/region.ts';
import { siteOf, textOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';

export type Effect = 'create' | 'update' | 'delete';

/** Methods of stores, by the words of their names: `update_one`, `findByIdAndDelete`. */
const METHODS: ReadonlyMap<string, Effect> = new Map([
  ['create', 'create'],
  ['insert', 'create'],
  ['update', 'update'],
  ['replace', 'update'],
  ['patch', 'update'],
  ['delete', 'delete'],
  ['remove', 'delete'],
  ['destroy', 'delete'],
]);
const STATEMENTS: readonly (readonly [RegExp, Effect])[] = [
  [/^\s*insert\s+(?:or\s+\w+\s+)?into\b/i, 'create'],
  [/^\s*update\s/i, 'update'],
  [/^\s*delete\s+from\b/i, 'delete'],
];
const MAX_CALLS = 200;

/** The one effect of a handler; null where it has none, or several. */
export function effectOf(program: Program, handler: DefinitionRef): Effect | null {
  const { calls } = regionFrom(program, { file: handler.file, definition: handler.id });
  const effects = new Set(calls.slice(0, MAX_CALLS).flatMap((call) => effectsOf(program, call)));
  const [only, ...others] = effects;
  return only && others.length === 0 ? only : null;
}

function effectsOf(program: Program, call: CallRef): readonly Effect[] {
  const first = call.call.arguments[0]?.value;
  const text = first ? textOf(program, first, siteOf(call)) : '';
  const said = STATEMENTS.find(([pattern]) => pattern.test(text)) ?? null;
  if (said) return [said[1]];
  // A function of one's own is what it runs.
  if (program.callee(call).kind === 'definition') return [];
  const name = lastSegment(program.nameOf(call));
  const words = name.split(/_|(?=[A-Z])/).map((word) => word.toLowerCase());
  return [words[0], words.at(-1)].flatMap((word) => METHODS.get(word ?? '') ?? []).slice(0, 1);
}

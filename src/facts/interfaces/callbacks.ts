/** Functions that Dash calls back: which places of a page call them, and what is on screen over the places that they fill. */
import { type CodeFile, type DefinitionId, MODULE, type Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import type { Facts } from '../facts.ts';
import { widgetsIn } from './screen.ts';
import type { Place } from './shown-state.ts';
import { INDICATORS } from './widget.ts';

/** The indicator that lies over a place which the callback fills. */
export function coverOf(facts: Facts, file: CodeFile, definition: DefinitionId): Place | null {
  const filled = placesNamed(facts, file, definition, 'ui.output');
  if (filled.size === 0) return null;
  const cover = widgetsIn(facts, file).find(
    ({ kind, call }) =>
      INDICATORS.has(kind) &&
      call?.call.arguments.some(({ value }) =>
        valuesThroughCalls(value, file).some((part) => part.kind === 'literal' && filled.has(part.value)),
      ),
  );
  return cover ?? null;
}

/** The first cover over what the callbacks of a place fill. */
export function coverAfter(facts: Facts, file: CodeFile, place: Value): Place | null {
  if (place.kind !== 'literal') return null;
  for (const id of file.definitions.keys()) {
    if (!placesNamed(facts, file, id, 'ui.input').has(place.value)) continue;
    const cover = coverOf(facts, file, id);
    if (cover) return cover;
  }
  return null;
}

/** `Output("answer", "children")` in a callback's decorator names the place 'answer'. */
function placesNamed(
  { program }: Facts,
  file: CodeFile,
  definition: DefinitionId,
  role: 'ui.output' | 'ui.input',
): ReadonlySet<unknown> {
  if (definition === MODULE) return new Set();
  const named = (file.definitions[definition]?.decorators ?? []).flatMap((decorator) =>
    valuesThroughCalls(decorator, file).flatMap((part) => {
      if (part.kind !== 'call' || !program.means(program.callOf(file, part.call), role)) return [];
      const place = file.calls[part.call]?.arguments[0]?.value;
      return place?.kind === 'literal' ? [place.value] : [];
    }),
  );
  return new Set(named);
}

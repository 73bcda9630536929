/** What a definition holds with all that is nested in it: the calls and the values that run because of it. */
import { entryOf } from '../../reading/collections.ts';
import type { DefinitionId, Value } from '../file.ts';
import type { CallRef, DefinitionRef } from '../program.ts';
import { bodyOf } from './bodies.ts';
import type { GraphSource } from './graph-source.ts';

export interface Contents {
  /** In the order of the source. */
  readonly calls: readonly CallRef[];
  /** Values written in the definition other than calls' own parts: assigned, returned, defaults, decorators. */
  readonly values: readonly Value[];
}

export interface ContentsOf {
  /** A definition, and what is nested in it. */
  family(ref: DefinitionRef): readonly DefinitionId[];
  contentsIn(ref: DefinitionRef): Contents;
}

/** Deeper than any function that somebody wrote: what each of thousands holds would be listed for all around it. */
const MAX_NESTING = 12;

export function contentsOf(source: GraphSource): ContentsOf {
  function family(ref: DefinitionRef): readonly DefinitionId[] {
    const scopes = source.scopes(ref.file);
    const ids: DefinitionId[] = [];
    let level: readonly DefinitionId[] = [ref.id];
    for (let depth = 0; depth < MAX_NESTING && level.length > 0; depth++) {
      ids.push(...level);
      level = level.flatMap((id) => scopes.children(id));
    }
    return ids;
  }

  const contents = new Map<DefinitionRef, Contents>();
  const contentsIn = (ref: DefinitionRef): Contents =>
    entryOf(contents, ref, () => {
      const ids = family(ref);
      const calls = ids.flatMap((id) => bodyOf(ref.file, id).calls);
      return {
        calls: calls.sort((a, b) => a - b).map((id) => source.callOf(ref.file, id)),
        values: ids.flatMap((id) => valuesIn(ref, id)),
      };
    });
  return { family, contentsIn };
}

function valuesIn({ file }: DefinitionRef, id: DefinitionId): readonly Value[] {
  const { assignments, statements } = bodyOf(file, id);
  const values = [...assignments, ...statements].flatMap(({ value }) => (value ? [value] : []));
  const definition = file.definitions[id];
  if (definition === undefined) return values;
  values.push(...definition.decorators);
  for (const { default: preset, annotation } of definition.parameters) {
    if (preset) values.push(preset);
    if (annotation?.kind === 'index') values.push(annotation);
  }
  for (const field of definition.fields) if (field.value) values.push(field.value);
  return values;
}

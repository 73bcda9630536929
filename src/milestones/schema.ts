/** The JSON Schema of rule files, which editors use: made of the shape that the loader checks by. */
import { type CheckTable, type RuleFileShapes, ruleFileShapes } from './shape.ts';

const MOST_REFERENCES = 8;

/** A JSON Schema (2020-12) as plain data, as far as the loader looks into it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** The schema of a file whose conditions may ask these checks; of both kinds of file where none is named. */
export async function ruleFileSchema(checks: CheckTable, kind?: keyof RuleFileShapes): Promise<JsonSchema> {
  const z = await import('zod');
  const shapes = ruleFileShapes(z, checks);
  const shape = kind ? shapes[kind] : z.union([shapes.whole, shapes.extension]);
  return {
    ...z.toJSONSchema(shape, { io: 'input' }),
    title: 'A milestone of milestone-auditor',
    description: 'Requirements, and the conditions under which each is met or partial.',
  } as JsonSchema;
}

/** The keys that an object at this place may have; none where it may not be an object. */
export function knownKeys(schema: JsonSchema, path: readonly PropertyKey[]): readonly string[] {
  let places = unfolded(schema, schema);
  for (const step of path) {
    places = places.flatMap((place) => {
      const others = typeof place.additionalProperties === 'object' ? place.additionalProperties : undefined;
      const next = typeof step === 'number' ? place.items : (own(place.properties, String(step)) ?? others);
      return next ? unfolded(next, schema) : [];
    });
  }
  return [...new Set(places.flatMap((place) => Object.keys(place.properties ?? {})))];
}

/** What a place may be, references followed. Their number is bounded: a schema may refer to itself. */
function unfolded(place: JsonSchema, root: JsonSchema): readonly JsonSchema[] {
  let resolved = place;
  for (let hops = 0; hops < MOST_REFERENCES && resolved.$ref !== undefined; hops += 1) {
    resolved = own(root.$defs, resolved.$ref.split('/').at(-1) ?? '') ?? {};
  }
  return resolved.anyOf ?? [resolved];
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What a prediction is asked with, and how that is checked. */

import type { Origin } from '../../program/flow/flow.ts';
import { siteAround } from '../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { chainedConstraint, constraintIn, isNarrow, type Place } from '../web/constraints.ts';
import { statusesIn } from '../web/refusals.ts';
import type { Serving } from './serving.ts';

/** Annotated types of a parameter that the framework checks by itself. */
const TYPED = /^(int|float|bool|str|list|List|Literal|Annotated|Optional|Decimal|date|datetime)\b/;
/** Keys of a JSON schema that narrow a value. */
const JSON_KEYWORDS = new Set(
  'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf enum const minLength maxLength pattern minItems maxItems format'.split(
    ' ',
  ),
);

/** Where the request of a prediction is narrowed to ranges, choices or lengths; null where it is not. */
export function constrainedInput(program: Program, { route, region }: Serving): Place | null {
  if (!route?.handler) return null;
  for (const schema of schemasOf(
    route.handler,
    route.body.flatMap((input) => input.schema ?? []),
  )) {
    const place = constraintIn(program, schema);
    if (place) return place;
  }
  for (const { by } of route.body) {
    const place = by ? narrowedBy(program, by) : null;
    if (place) return place;
  }
  const { handler } = route;
  const site = siteAround(handler);
  for (const parameter of handler.definition.parameters)
    for (const value of [parameter.annotation, parameter.default])
      if (value && isNarrow(program, value, site)) return { file: handler.file, line: parameter.line };
  const files = new Set([handler.file, ...[...region.definitions].map((ref) => ref.file)]);
  const checked = route.body.some((input) => input.kind === 'schema');
  for (const file of files) {
    if (!checked || !file.imports.some((item) => program.isFrom(item.module, 'input.library'))) continue;
    const place = chainedConstraint(program, file);
    if (place) return place;
  }
  const imported = checked ? importedSchemas(program, route.file) : [];
  return imported.map((file) => chainedConstraint(program, file)).find((place) => place !== null) ?? null;
}

/** What a check before the handler narrows: the schema class that it is made with, or a JSON schema in place. */
function narrowedBy(program: Program, { value, site }: Origin, depth = 0): Place | null {
  if (depth > 3) return null;
  for (const part of valuesThroughCalls(value, site.file).slice(0, 200)) {
    if (part.kind === 'dict') {
      const key = part.entries.find((entry) =>
        JSON_KEYWORDS.has(entry.key?.kind === 'literal' ? String(entry.key.value) : ''),
      );
      if (key) return { file: site.file, line: key.value.line };
    }
    if (part.kind !== 'name' && part.kind !== 'member') continue;
    const target = program.resolve(part, site);
    const ref = target.kind === 'definition' || target.kind === 'instance' ? target.ref : null;
    const place =
      ref?.definition.kind === 'class'
        ? constraintIn(program, ref)
        : target.kind === 'value' && target.value !== value
          ? narrowedBy(program, target, depth + 1)
          : null;
    if (place) return place;
  }
  return null;
}

/** Files that a route's file imports and that build schemas. */
function importedSchemas(program: Program, file: DefinitionRef['file']): readonly DefinitionRef['file'][] {
  return file.imports.flatMap((item) => {
    const own = program.moduleOf(file, item.module);
    return own?.imports.some((one) => program.isFrom(one.module, 'input.library')) ? [own] : [];
  });
}

/** The own classes that the request is read into: those of the body, and those that the handler makes of it. */
function schemasOf(handler: DefinitionRef, body: readonly DefinitionRef[]): readonly DefinitionRef[] {
  const answered = new Set(
    handler.definition.decorators.flatMap((decorator) =>
      decorator.kind === 'call'
        ? (handler.file.calls[decorator.call]?.arguments ?? [])
            .filter(({ name }) => name === 'response_model')
            .map(({ value }) => (value.kind === 'name' ? lastSegment(value.name) : ''))
        : [],
    ),
  );
  return body.filter((ref) => !answered.has(ref.definition.name));
}

/** Where the request of a prediction has typed fields, or is checked by hand; null where it is taken as it comes. */
export function typedInput(program: Program, serving: Serving): Place | null {
  const { route } = serving;
  if (!route?.handler) return null;
  const schema = route.body.find(
    (input) => input.kind === 'schema' || (input.kind === 'form' && input.schema),
  );
  const { file } = route.handler;
  if (schema) return { file: schema.file, line: schema.line };
  const typed = route.handler.definition.parameters.find(
    ({ name, annotation }) =>
      annotation !== null &&
      name !== 'self' &&
      TYPED.test(
        annotation.kind === 'name'
          ? annotation.name
          : annotation.kind === 'index' && annotation.of.kind === 'name'
            ? annotation.of.name
            : '',
      ),
  );
  if (typed && route.body.some((input) => input.name === typed.name)) return { file, line: typed.line };
  const [refusal] = statusesIn(program, serving.region).filter(
    ({ status }) => status === 400 || status === 422,
  );
  return refusal ? { file: refusal.file, line: refusal.line } : null;
}

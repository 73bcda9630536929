/** Whether a schema says more of its values than their types: ranges, lengths, choices, validators. */

import { type CodeFile, type Field, MODULE, type Value } from '../../program/file.ts';
import { definedIn } from '../../program/link/bodies.ts';
import { qualifiedName } from '../../program/link/qualified.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { DefinitionRef, Program, Site } from '../../program/program.ts';

/** Keyword arguments of fields that narrow a value. One line each: extend here. */
const KEYWORDS = new Set(
  `gt ge lt le multiple_of min_length max_length min_items max_items pattern regex allow_inf_nan strict min_value
   max_value choices validators validate max_digits decimal_places const enum min max minimum maximum minLength maxLength
   unique_items`
    .trim()
    .split(/\s+/),
);
/** Types that are narrower than their base, by the last part of their names. */
const TYPES =
  /^(con(int|float|str|list|decimal|date|bytes|set)|(Strict)?(Positive|Negative|NonNegative|NonPositive|Finite)(Int|Float)|FiniteFloat|Literal|EmailStr|HttpUrl|AnyUrl|UUID\d?|PastDate|FutureDate|AwareDatetime)$/;
const VALIDATORS =
  /^(field_validator|validator|model_validator|root_validator|validates|validates_schema|AfterValidator|BeforeValidator)$/;
/** Decorators of class-validator that narrow a value. */
const DECORATORS =
  /^(Min|Max|IsIn|IsEnum|IsNotIn|Length|MinLength|MaxLength|Matches|ArrayMinSize|ArrayMaxSize|ArrayNotEmpty|IsPositive|IsNegative|IsDivisibleBy|MinDate|MaxDate|IsNotEmpty|Validate|ValidateIf|IsEmail|IsUUID)$/;
const MAX_DEPTH = 4;

export interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

/** The first place at which a schema class, or one that it holds, narrows a value; null where it only names types. */
export function constraintIn(program: Program, schema: DefinitionRef, depth = 0): Place | null {
  const { file, definition } = schema;
  if (depth > MAX_DEPTH) return null;
  const site = { file, definition: schema.id };
  for (const field of definition.fields) {
    // Settings of the class are about all of it, not about what a value may be.
    if (field.name === 'model_config') continue;
    const line = narrows(program, field, site);
    if (line !== null) return { file, line };
  }
  for (const { definition: method } of definedIn(program, schema)) {
    const decorator = method.decorators.find((value) =>
      VALIDATORS.test(lastSegment(qualifiedName(program, value, site))),
    );
    if (decorator) return { file, line: decorator.line };
    if (/^(validate|validate_\w+|clean|clean_\w+)$/.test(method.name) && method.kind === 'method')
      return { file, line: method.line };
  }
  for (const field of definition.fields) {
    for (const part of field.annotation ? valuesThroughCalls(field.annotation, file) : []) {
      if (part.kind !== 'name') continue;
      const target = program.resolve(part, site);
      if ((target.kind !== 'definition' && target.kind !== 'instance') || target.ref === schema) continue;
      const inner = constraintIn(program, target.ref, depth + 1);
      if (inner) return inner;
    }
  }
  for (const base of definition.bases) {
    const target = program.resolve(base, { file, definition: definition.parent });
    const inner = target.kind === 'definition' ? constraintIn(program, target.ref, depth + 1) : null;
    if (inner) return inner;
  }
  return null;
}

/** The line at which a field narrows its values, or null. */
function narrows(program: Program, field: Field, site: Site): number | null {
  for (const decorator of field.decorators)
    if (DECORATORS.test(lastSegment(qualifiedName(program, decorator, site)))) return decorator.line;
  for (const value of [field.annotation, field.value]) {
    if (value && isNarrow(program, value, site)) return value.line;
  }
  return null;
}

/** Whether an annotation or a default narrows: `Field(ge=0)`, `Literal['a']`, `Annotated[float, Gt(0)]`, an enum. */
export function isNarrow(program: Program, value: Value, site: Site): boolean {
  return valuesThroughCalls(value, site.file)
    .slice(0, 200)
    .some((part) => {
      if (part.kind === 'call') {
        const call = program.callOf(site.file, part.call);
        if (program.means(program.nameOf(call), 'input.narrow')) return true;
        return (
          call.call.arguments.some(({ name }) => name !== null && KEYWORDS.has(name)) ||
          /(ChoiceField|annotated_types\..*|(^|\.)(Gt|Ge|Lt|Le|Interval|Len|MinLen|MaxLen))$/.test(
            program.nameOf(call),
          )
        );
      }
      if (part.kind !== 'name' && part.kind !== 'member') return false;
      if (TYPES.test(lastSegment(part.name)) || VALIDATORS.test(lastSegment(part.name))) return true;
      const target = program.resolve(part, site);
      if (target.kind === 'value' && target.value.kind !== 'literal' && target.value !== value)
        return target.value.kind === 'index' || target.value.kind === 'call'
          ? isNarrow(program, target.value, target.site)
          : false;
      // `Share = Annotated[float, Ge(0)]`: what a name for a type stands for.
      if (target.kind === 'external' && part.kind === 'name')
        return program
          .assignmentsTo(part.name, site)
          .some(
            ({ file, assignment: { value: given } }) =>
              given?.kind === 'index' &&
              given !== value &&
              isNarrow(program, given, { file, definition: MODULE }),
          );
      return (
        (target.kind === 'definition' || target.kind === 'instance') &&
        descendsAs(program, target.ref, 'record.enum')
      );
    });
}

/** The first call of a file that narrows a value of a chained schema: `z.number().min(0)`. */
export function chainedConstraint(program: Program, file: CodeFile): Place | null {
  const at = file.calls.findIndex((_, id) =>
    program.means(program.nameOf(program.callOf(file, id)), 'input.narrow'),
  );
  const call = file.calls[at];
  return call ? { file, line: call.line } : null;
}

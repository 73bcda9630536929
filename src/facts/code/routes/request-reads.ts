/** Bodies that a handler reads from the request object itself, and schemas that check them. */
import type { CodeFile, Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';
import type { BodyInput } from '../routes.ts';
import { matchesAny, valuesThroughCalls, valuesWithin } from '../values.ts';
import type { Entry } from './entry.ts';
import { calleeParts, siteOf } from './holders.ts';

/** Names that read what the caller sent. */
const BODIES =
  /(^|\.)(req|request|ctx\.request|c\.req|context\.request|r|self\.request|info\.request)\.(body|json|form|data|POST|values|get_json|get_data|formData|parseBody|parsed_body)(\.|$)/;
/** Names of what checks input against a schema. */
const VALIDATORS: readonly string[] = [
  '*.validate_on_submit',
  '*.parse_args',
  '*.model_validate*',
  '*.parse_obj',
  '*.parse_raw',
  '*.validate',
  '*.validateAsync',
  '*.validateSync',
  '*.validateBody',
  '*.safeParse*',
  '*.parseAsync',
  'express-validator.*',
  '*.validationResult',
  'celebrate.celebrate',
  'celebrate.Segments*',
  'celebrate.Joi.*',
  'celebrate.validator*',
  'joi.*',
  '@hapi/joi.*',
  'zod.*',
  'yup.*',
  'ajv.*',
  'class-validator.*',
  'valibot.*',
  'superstruct.*',
  '@hono/zod-validator.*',
  'hono-openapi*',
  '@hono/*-validator.*',
  'zod-express-middleware.*',
  'express-zod-safe*',
  'express-joi-validation*',
  'express-validation*',
  'validatorjs*',
  'webargs*',
  'marshmallow.*',
  'flask_smorest.*arguments',
  'flask_marshmallow.*',
  'flask_pydantic.validate',
  'apiflask.*input',
  'cerberus.*',
  'jsonschema.validate',
  'quart_schema.validate_request',
  '*.arguments',
  '*.is_valid',
  'pydantic.*',
];
const SCHEMA_CLASSES =
  /(^|\.)(BaseModel|SQLModel|Schema|SQLAlchemyAutoSchema|SQLAlchemySchema|FlaskForm|Form|ModelForm|BaseForm|.*Serializer|ma\.Schema)$/;
/** Forms of Flask-WTF and Django. */
const FORM_CLASSES = /(^|\.)(FlaskForm|Form|ModelForm|BaseForm|UserCreationForm|AuthenticationForm)$/;
const MAX_STEPS = 2;
const MAX_FAMILY = 60;

/** Definitions within a few steps of a start. */
function within(program: Program, start: DefinitionRef, steps = MAX_STEPS): readonly DefinitionRef[] {
  const all = new Map<DefinitionRef, number>([[start, 0]]);
  for (const [ref, depth] of all) {
    if (depth >= steps || all.size > MAX_FAMILY) continue;
    for (const next of program.uses(ref)) if (!all.has(next)) all.set(next, depth + 1);
  }
  return [...all.keys()];
}

/** All values written in a definition, its nested ones included. */
function valuesOf(file: CodeFile, ref: DefinitionRef): readonly Value[] {
  const inside = (definition: number) => {
    for (let id = definition; id >= 0; id = file.definitions[id]?.parent ?? -1)
      if (id === ref.id) return true;
    return false;
  };
  return [
    ...file.calls.flatMap((call) =>
      inside(call.definition) ? [call.callee, ...call.arguments.map((item) => item.value)] : [],
    ),
    ...file.assignments.flatMap((item) => (item.value && inside(item.definition) ? [item.value] : [])),
    ...file.statements.flatMap((item) => (item.value && inside(item.definition) ? [item.value] : [])),
    ...file.blocks.flatMap((item) => (item.test && inside(item.definition) ? [item.test] : [])),
  ];
}

/** The line at which a definition reads the body; null where it does not. */
function bodyRead(program: Program, ref: DefinitionRef): number | null {
  for (const value of valuesOf(ref.file, ref)) {
    for (const part of valuesWithin(value)) {
      if (part.kind === 'name' && BODIES.test(part.name)) return part.line;
      if (part.kind === 'member' && part.of.kind === 'call') {
        const call = program.callOf(ref.file, part.of.call);
        if (/(^|\.)(req|request)$/.test(program.nameOf(call)) && part.name === 'body') return part.line;
      }
    }
  }
  for (const parameter of ref.definition.parameters)
    if (parameter.kind === 'names' && ref.file.language !== 'python') {
      const hit = ref.file.assignments.find(
        (item) => item.definition === ref.id && item.target.kind === 'name' && item.target.name === 'body',
      );
      if (hit && hit.line <= ref.definition.line + 3) return hit.line;
    }
  return null;
}

/** Where a definition, or what it reaches, checks input against a schema. */
function schemaUse(
  program: Program,
  ref: DefinitionRef,
): { readonly line: number; readonly schema: DefinitionRef | null; readonly name: string } | null {
  for (const call of program.callsIn(ref)) {
    const name = program.nameOf(call);
    if (isParse(name, call.call.callee)) {
      const schema = receiverClass(program, call);
      return { line: call.call.line, schema, name: schema?.definition.qualifiedName ?? name };
    }
    const target = program.callee(call);
    if (target.kind !== 'definition') continue;
    const owner =
      target.ref.definition.kind === 'class'
        ? target.ref
        : program.definitionOf({ file: target.ref.file, definition: target.ref.definition.parent });
    if (owner?.definition.kind !== 'class') continue;
    if (program.ancestors(owner).some((base) => SCHEMA_CLASSES.test(base)))
      return { line: call.call.line, schema: owner, name: owner.definition.qualifiedName };
  }
  return null;
}

/** The own class on whose object or name a call is made: `post_schema.load(…)`, `PostIn.model_validate(…)`. */
function receiverClass(program: Program, call: CallRef): DefinitionRef | null {
  const parts = calleeParts(call.call.callee);
  if (!parts) return null;
  const target = program.resolve(parts.of, siteOf(call));
  const ref = target.kind === 'instance' || target.kind === 'definition' ? target.ref : null;
  return ref?.definition.kind === 'class' ? ref : null;
}

/** A form object that is made in a handler: it reads the request by itself. */
function formIn(program: Program, ref: DefinitionRef): { line: number; schema: DefinitionRef } | null {
  for (const call of program.callsIn(ref)) {
    const target = program.callee(call);
    if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') continue;
    if (program.ancestors(target.ref).some((name) => FORM_CLASSES.test(name)))
      return { line: call.call.line, schema: target.ref };
  }
  return null;
}

function isParse(name: string, callee: Value): boolean {
  if (matchesAny(name, VALIDATORS)) return true;
  // `schema.parse(req.body)`, `schema.load(…)`: a method name alone is not enough for parse and load.
  const written = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.name : '';
  return /schema\w*\.(parse|load|loads|validate|cast|check)$|(Schema|Validator|Dto)\.(parse|load|validate)$/i.test(
    written,
  );
}

export function requestInputs(program: Program, entry: Entry, before: Entry['checks']): readonly BodyInput[] {
  const made = (
    kind: BodyInput['kind'],
    type: string,
    line: number,
    schema: DefinitionRef | null = null,
  ): readonly BodyInput[] => [{ name: null, schema, type, kind, line }];
  const { handler } = entry;
  // What stands before the handler.
  for (const check of [...entry.checks, ...before]) {
    const use = checkedBy(program, check);
    if (use) return made('schema', use, check.value.line);
  }
  if (!handler) return [];
  const form = formIn(program, handler);
  if (form) return made('form', form.schema.definition.qualifiedName, form.line, form.schema);
  const family = within(program, handler);
  let read: number | null = null;
  for (const ref of family) {
    const line = bodyRead(program, ref);
    if (line === null) continue;
    read = ref === handler ? line : (read ?? handler.definition.line);
  }
  if (read === null) return [];
  for (const ref of family) {
    const use = schemaUse(program, ref);
    if (use) return made('schema', use.name, ref === handler ? use.line : read, use.schema);
  }
  return made('untyped', 'request', read);
}

/** What validates in a value that stands before a handler: a library's middleware, a chain, or an own function. */
function checkedBy(program: Program, { value, site }: Entry['checks'][number], depth = 0): string | null {
  if (depth > 3) return null;
  if (value.kind === 'dict') {
    const schema = declaredBody(program, value, site);
    if (schema) return schema;
  }
  for (const part of valuesThroughCalls(value, site.file).slice(0, 200)) {
    if (part.kind === 'call') {
      const call = program.callOf(site.file, part.call);
      const name = program.nameOf(call);
      if (matchesAny(name, VALIDATORS)) return name;
      const target = program.callee(call);
      if (target.kind === 'definition' && validates(program, target.ref)) return name;
    }
    if (part.kind !== 'name' && part.kind !== 'member' && part.kind !== 'function') continue;
    const target = program.resolve(part, site);
    if (target.kind === 'external' && matchesAny(target.name, VALIDATORS)) return target.name;
    if (target.kind === 'definition' && validates(program, target.ref))
      return target.ref.definition.qualifiedName;
    if (target.kind === 'value' && target.value !== value) {
      const inner = checkedBy(program, target, depth + 1);
      if (inner) return inner;
    }
  }
  return null;
}

/** Fastify's `{ schema: { body: … } }`. */
function declaredBody(program: Program, value: Value, site: Site): string | null {
  const under = (part: Value, name: string) =>
    part.kind === 'dict'
      ? part.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === name)?.value
      : undefined;
  const schema = under(value, 'schema');
  if (!schema) return null;
  const target = program.resolve(schema, site);
  // A schema that is made elsewhere, by a call, is taken for what it is called.
  if (target.kind !== 'value' || target.value.kind !== 'dict')
    return schema.kind === 'name' ? schema.name : null;
  return under(target.value, 'body') ? 'schema' : null;
}

/** A middleware of one's own that checks the body. */
function validates(program: Program, ref: DefinitionRef): boolean {
  if (ref.definition.kind === 'class')
    return program.ancestors(ref).some((name) => SCHEMA_CLASSES.test(name));
  return within(program, ref, 1).some((item) =>
    program
      .callsIn(item)
      .some(
        (call) =>
          isParse(program.nameOf(call), call.call.callee) ||
          (/\.(validate|parse|safeParse)$/.test(program.nameOf(call)) &&
            /valid|schema/i.test(ref.definition.name)),
      ),
  );
}

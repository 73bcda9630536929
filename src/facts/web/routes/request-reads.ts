/** Bodies that a handler reads from the request object itself, and schemas that check them. */

import type { CodeFile, DefinitionId, Value } from '../../../program/file.ts';
import { originsOf } from '../../../program/flow/flow.ts';
import { argument, calleeParts, siteAround, siteOf } from '../../../program/link/calls.ts';
import { decoratorCalls } from '../../../program/link/qualified.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { addTo, entryOf } from '../../../reading/collections.ts';
import { checkedBy, uploadIn, within } from './body-checks.ts';
import type { Entry } from './entry.ts';
import type { BodyInput } from './routes.ts';
import { isParse } from './validators.ts';

/** Names that read what the caller sent. */
const BODIES =
  /(^|\.)(req|request|ctx\.request|c\.req|context\.request|r|self\.request|info\.request)\.(body|json|form|data|POST|values|get_json|get_data|formData|parseBody|parsed_body|media|get_media|stream|bounded_stream)(\.|$)/;
/** Names that read files that the caller sent. */
const FILES = /(^|\.)(req|request|self\.request|ctx\.request|ctx|info\.request)\.(files?|FILES)(\.|$)/;
/** Types that a value is asked for where the body may hold a file. */
const FILE_TYPES = /(^|\.)(File|UploadedFile|InMemoryUploadedFile|FileStorage|Blob)$/;

const MOST_ORIGINS = 60;

/** Values by the definition in which they stand, and definitions by the one around them. */
interface Contents {
  readonly values: ReadonlyMap<DefinitionId, readonly Value[]>;
  readonly children: ReadonlyMap<DefinitionId, readonly DefinitionId[]>;
}
const contents = new WeakMap<CodeFile, Contents>();

function contentsOf(file: CodeFile): Contents {
  const known = contents.get(file);
  if (known) return known;
  const values = new Map<DefinitionId, Value[]>();
  const children = new Map<DefinitionId, DefinitionId[]>();
  const add = (definition: DefinitionId, ...given: readonly (Value | null)[]) => {
    const list = entryOf(values, definition, () => []);
    for (const value of given) if (value) list.push(value);
  };
  for (const call of file.calls)
    add(call.definition, call.callee, ...call.arguments.map((argument) => argument.value));
  for (const item of file.assignments) add(item.definition, item.value);
  for (const item of file.statements) add(item.definition, item.value);
  for (const item of file.blocks) add(item.definition, item.test);
  for (const [id, item] of file.definitions.entries()) addTo(children, item.parent, id);
  const made = { values, children };
  contents.set(file, made);
  return made;
}

/** All values written in a definition, its nested ones included. */
function valuesOf(file: CodeFile, ref: DefinitionRef): readonly Value[] {
  const { values, children } = contentsOf(file);
  const all: Value[] = [];
  const ids = [ref.id];
  for (const id of ids) {
    all.push(...(values.get(id) ?? []));
    ids.push(...(children.get(id) ?? []));
  }
  return all;
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

/** The line at which a parser reads the request by itself. */
function parserIn(program: Program, ref: DefinitionRef): number | null {
  const parser = program.callsIn(ref).find((call) => program.means(program.nameOf(call), 'input.reads'));
  return parser?.call.line ?? null;
}

/** Where a definition, or what it reaches, checks input against a schema. */
function schemaUse(
  program: Program,
  ref: DefinitionRef,
): { readonly line: number; readonly schema: DefinitionRef | null; readonly name: string } | null {
  for (const call of program.callsIn(ref)) {
    const name = program.nameOf(call);
    if (isParse(program, call, name)) {
      const schema = receiverClass(program, call) ?? handedClass(program, call);
      return { line: call.call.line, schema, name: schema?.definition.qualifiedName ?? name };
    }
    const target = program.callee(call);
    if (target.kind !== 'definition') continue;
    const owner =
      target.ref.definition.kind === 'class' ? target.ref : program.definitionOf(siteAround(target.ref));
    if (owner?.definition.kind !== 'class') continue;
    if (descendsAs(program, owner, 'input.schema', 'input.form'))
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

/** The own class that a call, or what it is made on, is handed: `decode(raw, type=Order)`, `Decoder(Order).decode(raw)`. */
function handedClass(program: Program, call: CallRef): DefinitionRef | null {
  const site = siteOf(call);
  const receiver = calleeParts(call.call.callee)?.of;
  const given = call.call.arguments.map(({ value }) => value);
  const starts = [...given, ...(receiver ? [receiver] : [])].map((value) => ({ value, site }));
  for (const { value, site } of originsOf(program, starts, { most: MOST_ORIGINS })) {
    if (value.kind !== 'name') continue;
    const target = program.resolve(value, site);
    if (target.kind !== 'definition') continue;
    if (target.ref.definition.kind === 'class' && target.ref.definition.fields.length > 0) return target.ref;
  }
  return null;
}

/** A form object that is made in a handler: it reads the request by itself. */
function formIn(program: Program, ref: DefinitionRef): { line: number; schema: DefinitionRef } | null {
  for (const call of program.callsIn(ref)) {
    const target = program.callee(call);
    if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') continue;
    if (descendsAs(program, target.ref, 'input.form')) return { line: call.call.line, schema: target.ref };
  }
  return null;
}

export function requestInputs(program: Program, entry: Entry, before: Entry['checks']): readonly BodyInput[] {
  const checks = [...entry.checks, ...before];
  const upload = checks.find((check) => uploadIn(program, check));
  const family = entry.handler ? within(program, entry.handler) : [];
  const handlerFile = entry.handler?.file ?? entry.file;
  const fileLine = upload?.value.line ?? lineOf(family, FILES);
  const body = bodyInput(program, entry, checks, family);
  if (fileLine !== null) {
    const taken = input('file', 'file', upload?.site.file ?? handlerFile, fileLine);
    return [taken, ...(body ? [body] : [])];
  }
  // `isinstance(request.data["image"], File)`: what is read is a file.
  if (body?.kind === 'untyped' && asksForFile(program, family))
    return [input('file', 'file', body.file, body.line)];
  return body ? [body] : [];
}

function input(
  kind: BodyInput['kind'],
  type: string,
  file: CodeFile,
  line: number,
  schema: DefinitionRef | null = null,
): BodyInput {
  return { name: null, schema, type, kind, file, line };
}

function bodyInput(
  program: Program,
  { handler }: Entry,
  checks: Entry['checks'],
  family: readonly DefinitionRef[],
): BodyInput | null {
  for (const check of checks) {
    const use = checkedBy(program, check);
    if (use) return { ...input('schema', use, check.site.file, check.value.line), by: check };
  }
  if (!handler) return null;
  const expected = decoratorCalls(program, handler).find((call) => expects(program, call));
  if (expected) return input('schema', program.nameOf(expected), handler.file, expected.call.line);
  const form = formIn(program, handler);
  if (form) return input('form', form.schema.definition.qualifiedName, handler.file, form.line, form.schema);
  let read: number | null = null;
  for (const ref of family) {
    const line = bodyRead(program, ref) ?? parserIn(program, ref);
    if (line === null) continue;
    read = ref === handler ? line : (read ?? handler.definition.line);
  }
  if (read === null) return null;
  for (const ref of family) {
    const use = schemaUse(program, ref);
    if (use) return input('schema', use.name, handler.file, ref === handler ? use.line : read, use.schema);
  }
  return input('untyped', 'request', handler.file, read);
}

/** `@api.expect(model, validate=True)`: without the last it only documents. */
function expects(program: Program, call: CallRef): boolean {
  const validate = argument(call, 'validate');
  return validate?.kind === 'literal' && validate.value === true && program.means(call, 'input.expected');
}

/** The first line in a family of definitions at which a name matches. */
function lineOf(family: readonly DefinitionRef[], pattern: RegExp): number | null {
  const [first] = family;
  for (const ref of family) {
    for (const value of valuesOf(ref.file, ref)) {
      const part = valuesWithin(value).find((item) => item.kind === 'name' && pattern.test(item.name));
      if (part && first) return ref === first ? part.line : first.definition.line;
    }
  }
  return null;
}

function asksForFile(program: Program, family: readonly DefinitionRef[]): boolean {
  return family.some((ref) =>
    program
      .callsIn(ref)
      .some(
        ({ call: { callee, arguments: given } }) =>
          callee.kind === 'name' &&
          lastSegment(callee.name) === 'isinstance' &&
          given.some(({ value }) => value.kind === 'name' && FILE_TYPES.test(value.name)),
      ),
  );
}

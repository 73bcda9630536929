/** What the parameters of a controller's method take from the body, and whether a pipe checks it. */
import { siteAround } from '../../../program/link/calls.ts';
import { lastSegment, matchesAny } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { checkedBy } from './body-checks.ts';
import { lineage } from './class-views.ts';
import type { Entry } from './entry.ts';
import type { BodyInput } from './routes.ts';

const BODY = new Set(['Body', 'BodyProp', 'requestBody', 'BodyParam', 'BodyParams', 'RequestBody']);
const FILE = new Set(['UploadedFile', 'UploadedFiles']);
/** What makes a class say of itself what its values may be. */
const VALIDATION = [
  'class-validator.*',
  '@nestjs/mapped-types.*',
  '@nestjs/swagger.*Type',
  'nestjs-zod*',
  '*.createZodDto',
  'zod.*',
];
/** Frameworks that check a class by what it says, or a type as it is, without being told to. */
const BY_THEMSELVES = new Set(['routing-controllers', 'tsoa', 'tsed']);

/** `@Body() post: CreatePost`: its decorators stand in the annotation as `Annotated[CreatePost, Body()]`. */
export function controllerInputs(
  program: Program,
  method: DefinitionRef,
  framework: string,
  pipes: Entry['checks'],
): readonly BodyInput[] {
  const site = siteAround(method);
  const piped = BY_THEMSELVES.has(framework) || pipes.some((pipe) => checkedBy(program, pipe) !== null);
  return method.definition.parameters.flatMap((parameter): BodyInput[] => {
    const { annotation, name, line } = parameter;
    if (annotation?.kind !== 'index' || annotation.of.kind !== 'name' || annotation.of.name !== 'Annotated')
      return [];
    const [type, ...rest] = annotation.index;
    const calls = rest.flatMap((part) =>
      part.kind === 'call' ? [program.callOf(method.file, part.call)] : [],
    );
    const names = calls.map((call) => lastSegment(program.nameOf(call)));
    if (names.some((item) => FILE.has(item)))
      return [{ name, schema: null, type: 'file', kind: 'file', file: method.file, line }];
    if (!names.some((item) => BODY.has(item)) || !type) return [];
    const target = program.resolve(type, site);
    const ref = target.kind === 'definition' || target.kind === 'instance' ? target.ref : null;
    const written = type.kind === 'name' ? type.name : '?';
    // `@Body(new ZodPipe(schema))` checks whatever the type is.
    const pipe = calls.some((call) =>
      call.call.arguments.some((item) => item.value.kind === 'call' || item.value.kind === 'name'),
    );
    const says = framework === 'tsoa' ? ref !== null : ref !== null && isValidated(program, ref);
    return [
      {
        name,
        schema: ref,
        type: ref?.definition.qualifiedName ?? written,
        kind: pipe || (piped && says) ? 'schema' : says ? 'declared' : 'untyped',
        file: method.file,
        line,
      },
    ];
  });
}

function isValidated(program: Program, start: DefinitionRef): boolean {
  return lineage(program, start).some((ref) => {
    const calls = [...ref.definition.fields.flatMap((field) => field.decorators), ...ref.definition.bases];
    return calls.some(
      (item) =>
        item.kind === 'call' && matchesAny(program.nameOf(program.callOf(ref.file, item.call)), VALIDATION),
    );
  });
}

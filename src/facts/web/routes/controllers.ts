/** Decorated controller classes of TypeScript: NestJS, routing-controllers, tsoa and their like. */
import type { Value } from '../../../program/file.ts';
import { argument, siteOf, textOf } from '../../../program/link/calls.ts';
import { lastSegment, matchesAny, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { type Entry, joinPath, type Reader } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import type { BodyInput, Guard, Method } from './routes.ts';

/** Class decorators that make a controller, and the framework they belong to. */
const CONTROLLERS: readonly (readonly [string, string])[] = [
  ['@nestjs/common.Controller', 'nestjs'],
  ['routing-controllers.Controller', 'routing-controllers'],
  ['routing-controllers.JsonController', 'routing-controllers'],
  ['tsoa.Route', 'tsoa'],
  ['@tsoa/runtime.Route', 'tsoa'],
  ['inversify-express-utils.controller', 'inversify'],
  ['@overnightjs/core.Controller', 'overnight'],
  ['@tsed/*.Controller', 'tsed'],
  ['@foal/core.controller', 'foal'],
];
/** Decorators whose arguments run before the handler. */
const GUARDING = new Set(['UseGuards', 'UseBefore', 'Middleware', 'UseAuth', 'Use']);
/** Decorators that stand for a guard themselves. */
const GUARDS = new Set(['Authorized', 'Security', 'Auth', 'Authenticate']);
/** Decorators that let everybody pass where the application guards all. */
const OPEN = /^(Public|IsPublic|SkipAuth|NoAuth|AllowAnonymous|Unprotected|SkipJwt\w*|OpenRoute)$/;
const BODY = new Set(['Body', 'BodyProp', 'requestBody', 'BodyParam', 'BodyParams', 'RequestBody']);
const FILE = new Set(['UploadedFile', 'UploadedFiles']);
const VALIDATION = ['class-validator.*', '@nestjs/mapped-types.*', 'nestjs-zod*', '*.createZodDto', 'zod.*'];

export const readControllerRoutes: Reader = (program) => {
  const controllers = program.definitions().flatMap((ref) => {
    if (ref.file.language === 'python' || ref.definition.kind !== 'class') return [];
    for (const call of decoratorsOf(program, ref)) {
      const framework = CONTROLLERS.find(([pattern]) => matchesAny(program.nameOf(call), [pattern]))?.[1];
      if (framework) return [{ ref, call, framework }];
    }
    return [];
  });
  if (controllers.length === 0) return [];
  const declared = declaredControllers(program);
  const everywhere = applicationGuards(program);
  const prefix = globalPrefix(program);
  const pipes = program.callsTo(['*.useGlobalPipes', '*.ValidationPipe', '@nestjs/common.ValidationPipe']);
  const entries: Entry[] = [];
  for (const { ref, call, framework } of controllers) {
    const site = siteOf(call);
    const first = call.call.arguments[0]?.value ?? null;
    const base =
      first?.kind === 'dict' ? argument(call, 'path') : first?.kind === 'list' ? first.items[0] : first;
    const own = textOf(program, base ?? null, site);
    const classGuards = guardsIn(program, ref);
    for (const method of program.definitions()) {
      if (method.file !== ref.file || method.definition.parent !== ref.id) continue;
      for (const verb of decoratorsOf(program, method)) {
        const name = lastSegment(program.nameOf(verb)).replace(/^http/, '').toLowerCase();
        if (!Object.hasOwn(VERBS, name) || program.callee(verb).kind === 'definition') continue;
        const below = verb.call.arguments[0]?.value;
        const part = below?.kind === 'list' ? below.items[0] : below;
        const open = [...decoratorNames(program, method), ...decoratorNames(program, ref)].some((item) =>
          OPEN.test(item),
        );
        entries.push({
          holders: [],
          method: VERBS[name] as Method,
          path: joinPath(prefix, own, textOf(program, part ?? null, siteOf(verb))),
          file: ref.file,
          line: verb.call.line,
          definition: ref.id,
          handler: method,
          framework,
          guards: [...guardsIn(program, method), ...classGuards, ...(open ? [] : everywhere)],
          checks: [],
          mounted: framework !== 'nestjs' || declared.size === 0 || declared.has(ref),
          body: inputs(program, method, pipes.length > 0),
        });
      }
    }
  }
  return entries;
};

function decoratorsOf(program: Program, ref: DefinitionRef): readonly CallRef[] {
  return ref.definition.decorators.flatMap((value) =>
    value.kind === 'call' ? [program.callOf(ref.file, value.call)] : [],
  );
}

function decoratorNames(program: Program, ref: DefinitionRef): readonly string[] {
  return decoratorsOf(program, ref).map((call) => lastSegment(program.nameOf(call)));
}

function guardsIn(program: Program, ref: DefinitionRef): readonly Guard[] {
  return decoratorsOf(program, ref).flatMap((call) => {
    const name = program.nameOf(call);
    const last = lastSegment(name);
    const value: Value = { kind: 'call', call: call.id, line: call.call.line };
    const site = siteOf(call);
    const scope = ref.definition.kind === 'class' ? 'router' : 'route';
    if (GUARDING.has(last))
      return call.call.arguments.flatMap((item) => guardsOf(program, item.value, site, scope));
    const target = program.callee(call);
    // `@Auth('admin')` of one's own that applies UseGuards; documentation's decorators guard nothing.
    const composed =
      target.kind === 'definition' &&
      program.reach(target.ref, (inner) => lastSegment(program.nameOf(inner)) === 'UseGuards') !== null;
    return composed || (GUARDS.has(last) && !name.startsWith('@nestjs/swagger'))
      ? guardsOf(program, value, site, scope)
      : [];
  });
}

/** Classes that a module lists under `controllers`. */
function declaredControllers(program: Program): ReadonlySet<DefinitionRef> {
  const found = new Set<DefinitionRef>();
  for (const call of program.callsTo(['@nestjs/common.Module'])) {
    const list = argument(call, 'controllers');
    for (const part of list ? valuesWithin(list) : []) {
      if (part.kind !== 'name') continue;
      const target = program.resolve(part, siteOf(call));
      if (target.kind === 'definition') found.add(target.ref);
    }
  }
  return found;
}

/** `useGlobalGuards(new X())` and `{ provide: APP_GUARD, useClass: X }`. */
function applicationGuards(program: Program): readonly Guard[] {
  const found: Guard[] = [];
  for (const call of program.calls()) {
    if (call.file.language === 'python') continue;
    const site = siteOf(call);
    if (lastSegment(program.nameOf(call)) === 'useGlobalGuards')
      for (const item of call.call.arguments)
        found.push(...guardsOf(program, item.value, site, 'application'));
    for (const item of call.call.arguments) {
      for (const part of valuesWithin(item.value)) {
        if (part.kind !== 'dict') continue;
        const entry = (name: string) =>
          part.entries.find((one) => one.key?.kind === 'literal' && one.key.value === name)?.value;
        const provided = entry('provide');
        const used = entry('useClass') ?? entry('useExisting');
        if (provided?.kind === 'name' && provided.name === 'APP_GUARD' && used)
          found.push(...guardsOf(program, used, site, 'application'));
      }
    }
  }
  return found;
}

function globalPrefix(program: Program): string {
  const call = program.calls().find((item) => lastSegment(program.nameOf(item)) === 'setGlobalPrefix');
  return call ? textOf(program, call.call.arguments[0]?.value ?? null, siteOf(call)) : '';
}

/** `@Body() post: CreatePost`: its decorators stand in the annotation as `Annotated[CreatePost, Body()]`. */
function inputs(program: Program, method: DefinitionRef, piped: boolean): readonly BodyInput[] {
  const site = { file: method.file, definition: method.definition.parent };
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
    const checked = pipe || (ref?.definition.kind === 'class' && (piped || isValidated(program, ref)));
    return [
      {
        name,
        schema: ref,
        type: ref?.definition.qualifiedName ?? written,
        kind: checked ? 'schema' : 'untyped',
        file: method.file,
        line,
      },
    ];
  });
}

function isValidated(program: Program, ref: DefinitionRef): boolean {
  const decorated = ref.definition.fields.some((field) =>
    field.decorators.some(
      (item) =>
        item.kind === 'call' && matchesAny(program.nameOf(program.callOf(ref.file, item.call)), VALIDATION),
    ),
  );
  const derived = ref.definition.bases.some(
    (base) =>
      base.kind === 'call' && matchesAny(program.nameOf(program.callOf(ref.file, base.call)), VALIDATION),
  );
  return decorated || derived;
}

/** Decorated controller classes of TypeScript: NestJS, routing-controllers, tsoa and their like. */

import type { Value } from '../../../program/file.ts';
import { definedIn } from '../../../program/link/bodies.ts';
import { argument, given, siteOf, textOf } from '../../../program/link/calls.ts';
import { decoratorCalls } from '../../../program/link/qualified.ts';
import { lastSegment, matchesAny } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { lineage } from './class-views.ts';
import { controllerInputs } from './controller-inputs.ts';
import { type Entry, joinPath, type Reader } from './entry.ts';
import { VERBS } from './frameworks.ts';
import { guardsOf } from './guards.ts';
import { isOpened, marksOf } from './nest-metadata.ts';
import { readNestApplication } from './nest-modules.ts';
import type { Guard, Method } from './routes.ts';

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

export const readControllerRoutes: Reader = (program) => {
  const controllers = program.definitions().flatMap((ref) => {
    if (ref.file.language === 'python' || ref.definition.kind !== 'class') return [];
    for (const call of decoratorCalls(program, ref)) {
      const framework = CONTROLLERS.find(([pattern]) => matchesAny(program.nameOf(call), [pattern]))?.[1];
      if (framework) return [{ ref, call, framework }];
    }
    return [];
  });
  if (controllers.length === 0) return [];
  const application = readNestApplication(program);
  return controllers.flatMap(({ ref, call, framework }) => {
    const first = call.call.arguments[0]?.value ?? null;
    const base =
      first?.kind === 'dict' ? argument(call, 'path') : first?.kind === 'list' ? first.items[0] : first;
    const own = textOf(program, base ?? null, siteOf(call));
    const classes = lineage(program, ref);
    const ofClass = classes.flatMap((item) => guardsIn(program, item));
    const marks = classes.flatMap((item) => marksOf(program, item));
    return methodsOf(program, classes).flatMap((method) =>
      decoratorCalls(program, method).flatMap((verb): readonly Entry[] => {
        const name = verbOf(lastSegment(program.nameOf(verb)));
        if (!Object.hasOwn(VERBS, name) || program.callee(verb).kind === 'definition') return [];
        const below = verb.call.arguments[0]?.value;
        const part = below?.kind === 'list' ? below.items[0] : below;
        const opened = [...marks, ...marksOf(program, method)];
        return [
          {
            holders: [],
            method: VERBS[name] as Method,
            path: joinPath(application.prefix, own, textOf(program, part ?? null, siteOf(verb))),
            file: method.file,
            line: verb.call.line,
            definition: ref.id,
            handler: method,
            framework,
            guards: [...guardsIn(program, method), ...ofClass, ...application.guards].filter(
              (guard) => !isOpened(program, guard, opened),
            ),
            checks: [],
            mounted: framework !== 'nestjs' || application.lists(ref),
            body: controllerInputs(program, method, framework, [
              ...application.pipes,
              ...[...classes, method].flatMap((item) => pipesOf(program, item)),
            ]),
          },
        ];
      }),
    );
  });
};

/** The methods of a class and its bases, the nearest of each name: one that overrides takes the route's decorator away. */
function methodsOf(program: Program, classes: readonly DefinitionRef[]): readonly DefinitionRef[] {
  const nearest = new Map<string, DefinitionRef>();
  for (const owner of classes)
    for (const method of definedIn(program, owner))
      if (!nearest.has(method.definition.name)) nearest.set(method.definition.name, method);
  return [...nearest.values()];
}

function pipesOf(program: Program, ref: DefinitionRef): readonly Entry['checks'][number][] {
  return decoratorCalls(program, ref).flatMap((call) =>
    lastSegment(program.nameOf(call)) === 'UsePipes' ? given(call) : [],
  );
}

/** What the decorators of a class or a method put before it. */
export function guardsIn(program: Program, ref: DefinitionRef): readonly Guard[] {
  return decoratorCalls(program, ref).flatMap((call) => {
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

/** `@Get`, `@httpGet`; NestJS answers a GET by the events of `@Sse`. */
function verbOf(decorator: string): string {
  const name = decorator.replace(/^http/, '').toLowerCase();
  return name === 'sse' ? 'get' : name;
}

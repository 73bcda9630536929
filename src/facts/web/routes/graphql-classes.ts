/** Operations that are methods of classes: NestJS and type-graphql, Strawberry, Graphene. */

import type { Value } from '../../../program/file.ts';
import { definedIn } from '../../../program/link/bodies.ts';
import { argument, lastName, siteAround, siteOf } from '../../../program/link/calls.ts';
import { decoratorCalls } from '../../../program/link/qualified.ts';
import { lastSegment, matchesAny } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { lineage } from './class-views.ts';
import { guardsIn } from './controllers.ts';
import type { Entry, Reader } from './entry.ts';
import { OPERATION_TYPES, operationEntry } from './graphql.ts';
import { guardsOf } from './guards.ts';
import { isOpened, marksOf } from './nest-metadata.ts';
import { readNestApplication } from './nest-modules.ts';
import type { Guard } from './routes.ts';

const RESOLVERS: readonly string[] = ['@nestjs/graphql.Resolver', 'type-graphql.Resolver'];
const SCHEMAS: readonly string[] = ['strawberry.Schema', 'strawberry.federation.Schema', 'graphene.Schema'];
/** Arguments and decorators that let only some pass. */
const GUARDING = ['permission_classes', 'extensions'];

export const readGraphqlClasses: Reader = (program) => [...ofDecorated(program), ...ofSchemas(program)];

/** `@Resolver() class Posts { @Mutation(() => Post) createPost() {} }`. */
function ofDecorated(program: Program): readonly Entry[] {
  const resolvers = program
    .definitions()
    .filter(
      (ref) =>
        ref.definition.kind === 'class' &&
        decoratorCalls(program, ref).some((call) => matchesAny(program.nameOf(call), RESOLVERS)),
    );
  if (resolvers.length === 0) return [];
  const application = readNestApplication(program);
  return resolvers.flatMap((owner) => {
    const classes = lineage(program, owner);
    const above = classes.flatMap((item) => guardsIn(program, item));
    const marks = classes.flatMap((item) => marksOf(program, item));
    return classes.flatMap((item) =>
      definedIn(program, item).flatMap((method): readonly Entry[] => {
        const verb = decoratorCalls(program, method).find((call) =>
          Object.hasOwn(OPERATION_TYPES, lastSegment(program.nameOf(call))),
        );
        const kind = verb ? OPERATION_TYPES[lastSegment(program.nameOf(verb))] : undefined;
        if (!method || !verb || !kind) return [];
        const opened = [...marks, ...marksOf(program, method)];
        const named = argument(verb, 'name');
        return [
          operationEntry({
            kind,
            name: named?.kind === 'literal' ? String(named.value) : method.definition.name,
            handler: method,
            guards: [...guardsIn(program, method), ...above, ...application.guards].filter(
              (guard) => !isOpened(program, guard, opened),
            ),
            file: method.file,
            line: verb.call.line,
            framework: 'graphql',
            mounted: application.provides(owner),
          }),
        ];
      }),
    );
  });
}

/** The classes that a schema is made of, with what they inherit. */
function ofSchemas(program: Program): readonly Entry[] {
  return program.callsTo(SCHEMAS).flatMap((call) =>
    Object.entries(OPERATION_TYPES).flatMap(([type, kind]) => {
      const given = argument(call, type.toLowerCase());
      const target = given ? program.resolve(given, siteOf(call)) : null;
      if (target?.kind !== 'definition' || !kind) return [];
      return lineage(program, target.ref).flatMap((owner) => [
        ...methodsIn(program, owner, kind),
        ...fieldsIn(program, owner, kind),
      ]);
    }),
  );
}

/** Strawberry's `@strawberry.mutation def create_post(…)`, Graphene's `def resolve_posts(…)`. */
function methodsIn(
  program: Program,
  owner: DefinitionRef,
  kind: NonNullable<Entry['operation']>,
): readonly Entry[] {
  return definedIn(program, owner).flatMap((handler): readonly Entry[] => {
    const { name, decorators, line } = handler.definition;
    const isField = decorators.some((value) =>
      /(?:^|\.)(?:field|mutation|subscription)$/.test(nameOf(program, value, owner)),
    );
    if (!(isField || name.startsWith('resolve_'))) return [];
    const site = { file: owner.file, definition: owner.id };
    const guards = decorators.flatMap((value) => [
      ...argumentGuards(program, value, owner),
      ...(/(?:field|mutation|subscription)$/.test(nameOf(program, value, owner))
        ? []
        : guardsOf(program, value, site, 'route')),
    ]);
    return [
      operationEntry({
        kind,
        name: name.replace(/^resolve_/, ''),
        handler,
        guards,
        file: owner.file,
        line,
        framework: 'graphql',
      }),
    ];
  });
}

/** `create_post = CreatePost.Field()` of Graphene, `create_post = strawberry.mutation(resolver=create)`. */
function fieldsIn(
  program: Program,
  owner: DefinitionRef,
  kind: NonNullable<Entry['operation']>,
): readonly Entry[] {
  const site = { file: owner.file, definition: owner.id };
  return owner.definition.fields.flatMap(({ name, value, line }): readonly Entry[] => {
    if (value?.kind !== 'call') return [];
    const call = program.callOf(owner.file, value.call);
    const { callee } = call.call;
    const last = lastName(callee);
    let handler: DefinitionRef | null = null;
    if (last === 'Field' && callee.kind === 'name') {
      const target = program.resolve({ ...callee, name: callee.name.slice(0, -last.length - 1) }, site);
      handler = target.kind === 'definition' ? program.member(target.ref, 'mutate') : null;
    } else {
      const resolver = argument(call, 'resolver');
      const target = resolver ? program.resolve(resolver, site) : null;
      handler = target?.kind === 'definition' ? target.ref : null;
    }
    if (!handler) return [];
    const at = siteAround(handler);
    const guards = [
      ...argumentGuards(program, value, owner),
      ...handler.definition.decorators.flatMap((item) => guardsOf(program, item, at, 'route')),
    ];
    return [operationEntry({ kind, name, handler, guards, file: owner.file, line, framework: 'graphql' })];
  });
}

/** `@strawberry.mutation(permission_classes=[IsAuthenticated])`. */
function argumentGuards(program: Program, value: Value, owner: DefinitionRef): readonly Guard[] {
  if (value.kind !== 'call') return [];
  const call = program.callOf(owner.file, value.call);
  return GUARDING.flatMap((name) => {
    const given = argument(call, name);
    return given ? guardsOf(program, given, siteOf(call), 'route') : [];
  });
}

function nameOf(program: Program, value: Value, owner: DefinitionRef): string {
  if (value.kind === 'call') return program.nameOf(program.callOf(owner.file, value.call));
  return value.kind === 'name' || value.kind === 'member' ? value.name : '';
}

/** What NestJS's modules and its bootstrap say of the whole application: controllers, guards, pipes, the prefix. */
import type { Value } from '../../../program/file.ts';
import { returnedValues } from '../../../program/flow/returned.ts';
import { argument, siteAround, siteOf, textOf } from '../../../program/link/calls.ts';
import { entryAt, lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { guardsOf } from './guards.ts';
import type { Guard } from './routes.ts';

export interface NestApplication {
  /** Whether a module of the application lists a controller; also where its modules cannot be followed. */
  lists(controller: DefinitionRef): boolean;
  /** The same for what a module provides: resolvers of GraphQL. */
  provides(resolver: DefinitionRef): boolean;
  /** `useGlobalGuards(new X())` and `{ provide: APP_GUARD, useClass: X }`. */
  readonly guards: readonly Guard[];
  /** `useGlobalPipes(new X())` and `{ provide: APP_PIPE, useClass: X }`. */
  readonly pipes: readonly { readonly value: Value; readonly site: Site }[];
  readonly prefix: string;
}

type Placed = NestApplication['pipes'][number];
const MAX_MODULES = 500;

export function readNestApplication(program: Program): NestApplication {
  const modules = new Map<DefinitionRef, CallRef>();
  for (const ref of program.definitions())
    for (const value of ref.definition.decorators) {
      const call = value.kind === 'call' ? program.callOf(ref.file, value.call) : null;
      if (call && program.nameOf(call) === '@nestjs/common.Module') modules.set(ref, call);
    }
  const listed = new Set<DefinitionRef>();
  const offered = new Set<DefinitionRef>();
  let readable = true;
  for (const call of servedModules(program, modules)) {
    const list = argument(call, 'controllers');
    if (list) readable = addClasses(program, list, siteOf(call), listed) && readable;
    const providers = argument(call, 'providers');
    if (providers) addClasses(program, providers, siteOf(call), offered);
  }
  // Also what a dynamic module answers: `return { module: X, controllers: [Y] }`.
  for (const file of program.filesOf())
    for (const { value, definition } of file.statements)
      for (const part of value?.kind === 'dict' ? value.entries : [])
        if (part.key?.kind === 'literal' && part.key.value === 'controllers')
          addClasses(program, part.value, { file, definition }, listed);
  return {
    provides: (resolver) => modules.size === 0 || offered.has(resolver),
    lists: (controller) => modules.size === 0 || !readable || listed.has(controller),
    guards: provided(program, 'useGlobalGuards', 'APP_GUARD').flatMap(({ value, site }) =>
      guardsOf(program, value, site, 'application'),
    ),
    pipes: provided(program, 'useGlobalPipes', 'APP_PIPE'),
    prefix: globalPrefix(program),
  };
}

/** The modules that the root imports, at any depth. Where the way to them is not known, all of them. */
function servedModules(program: Program, modules: ReadonlyMap<DefinitionRef, CallRef>): readonly CallRef[] {
  const roots = program.calls().flatMap((call) => {
    if (!/NestFactory\.create\w*$/.test(program.nameOf(call))) return [];
    const first = call.call.arguments[0]?.value;
    return first ? [classOf(program, first, siteOf(call))] : [];
  });
  const served = new Set<DefinitionRef>();
  let complete = roots.length > 0;
  for (const root of roots)
    if (root && modules.has(root)) served.add(root);
    else complete = false;
  for (const ref of served) {
    if (served.size > MAX_MODULES) break;
    const call = modules.get(ref);
    const imports = call ? argument(call, 'imports') : null;
    if (!call || !imports) continue;
    const found = new Set<DefinitionRef>();
    addClasses(program, imports, siteOf(call), found);
    for (const item of found) if (modules.has(item)) served.add(item);
    // A list that is put together elsewhere may hold any module.
    if (imports.kind !== 'list') complete = false;
  }
  return [...modules].flatMap(([ref, call]) => (!complete || served.has(ref) ? [call] : []));
}

/** Adds the classes that a list names, spread lists included; false where a part of it is not known. */
function addClasses(program: Program, list: Value, site: Site, to: Set<DefinitionRef>): boolean {
  const target = list.kind === 'list' ? null : program.resolve(list, site);
  if (list.kind !== 'list') {
    if (target?.kind === 'value' && target.value !== list)
      return addClasses(program, target.value, target.site, to);
    if (list.kind === 'operation')
      return list.operands.map((item) => addClasses(program, item, site, to)).every(Boolean);
    const one = classOf(program, list, site);
    if (one) to.add(one);
    return one !== null;
  }
  return list.items.map((item) => addClasses(program, item, site, to)).every(Boolean);
}

/** `X`, `X.forRoot()`, `forwardRef(() => X)`. */
function classOf(program: Program, value: Value, site: Site, depth = 0): DefinitionRef | null {
  if (depth > 3) return null;
  if (value.kind === 'call') {
    const call = program.callOf(site.file, value.call);
    if (lastSegment(program.nameOf(call)) === 'forwardRef') {
      const first = call.call.arguments[0]?.value;
      return first ? classOf(program, first, siteOf(call), depth + 1) : null;
    }
    const target = program.callee(call);
    if (target.kind !== 'definition') return null;
    return target.ref.definition.kind === 'class' ? target.ref : program.definitionOf(siteAround(target.ref));
  }
  if (value.kind === 'function') {
    const ref = program.definitionOf({ file: site.file, definition: value.definition });
    const [returned] = ref ? returnedValues(ref) : [];
    return returned ? classOf(program, returned.value, returned.site, depth + 1) : null;
  }
  const target = program.resolve(value, site);
  return target.kind === 'definition' && target.ref.definition.kind === 'class' ? target.ref : null;
}

/** What the bootstrap or a provider puts before all routes. */
function provided(program: Program, method: string, token: string): readonly Placed[] {
  const found: Placed[] = [];
  for (const call of program.calls()) {
    if (call.file.language === 'python') continue;
    const site = siteOf(call);
    if (lastSegment(program.nameOf(call)) === method)
      for (const { value } of call.call.arguments) found.push({ value, site });
    for (const item of call.call.arguments)
      for (const part of valuesWithin(item.value)) {
        if (part.kind !== 'dict') continue;
        const entry = (name: string) => entryAt(part, name);
        const [given, used] = [
          entry('provide'),
          entry('useClass') ?? entry('useExisting') ?? entry('useValue'),
        ];
        if (given?.kind === 'name' && given.name === token && used) found.push({ value: used, site });
      }
  }
  return found;
}

function globalPrefix(program: Program): string {
  const call = program.calls().find((item) => lastSegment(program.nameOf(item)) === 'setGlobalPrefix');
  return call ? textOf(program, call.call.arguments[0]?.value ?? null, siteOf(call)) : '';
}

/** What the parameters of a Python handler ask for: dependencies (guards) and input. */

import type { Parameter, Value } from '../../../program/file.ts';
import { siteAround } from '../../../program/link/calls.ts';
import { descendsAs } from '../../../program/link/subclasses.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { guardsOf } from './guards.ts';
import type { BodyInput, Guard } from './routes.ts';

const DEPENDENCIES = new Set(['Depends', 'Security']);
const SCHEMA_BASES = /(^|\.)(BaseModel|SQLModel|Schema|ModelSchema|Struct|TypedDict|GenericModel|Model)$/;
const FORMS = /(^|\.)OAuth2PasswordRequestForm(Strict)?$/;
const FILES = /(^|\.)UploadFile$/;
const REQUESTS =
  /(^|\.)(Request|HTTPConnection|WebSocket|Response|BackgroundTasks|HttpRequest|SecurityScopes)$/;
const SESSIONS = /(^|\.)(Async)?(Session|Database|Connection|Client|Collection|Redis)$/;
const UNTYPED = new Set('dict Dict Any object Mapping MutableMapping JSONStructure'.split(' '));
const MARKERS: Readonly<Record<string, BodyInput['kind'] | 'parameter'>> = {
  Body: 'untyped',
  Form: 'form',
  File: 'file',
  Query: 'scalar',
  Path: 'parameter',
  Header: 'parameter',
  Cookie: 'parameter',
};
/** `{id}`, `{id:int}`, `<id>`, `<int:id>`. */
const PATH_PARAMETERS = /\{(\w+)(?::[^}]*)?\}|<(?:[^<>:]*:)?(\w+)>/g;
const MAX_DEPTH = 6;
const OPTIONAL = /optional|maybe|or_none|anonymous/i;
/** Dependencies of dependencies. */
const MAX_NESTED = 4;

interface Reading {
  /** The annotation's parts, aliases followed, and the default. */
  readonly parts: readonly { readonly value: Value; readonly site: Site }[];
}

/** Annotations are opened: `Annotated[User, Depends(x)]`, `CurrentUser = Annotated[…]`, `Optional[X]`, `X | None`. */
function readParameter(program: Program, parameter: Parameter, site: Site): Reading {
  const parts: { value: Value; site: Site }[] = [];
  const open = (value: Value, at: Site, depth: number) => {
    if (depth > MAX_DEPTH || parts.length > 40) return;
    if (value.kind === 'index') {
      const name = value.of.kind === 'name' ? lastSegment(value.of.name) : '';
      if (name === 'Annotated' || name === 'Optional' || name === 'Union') {
        for (const item of value.index) open(item, at, depth + 1);
        return;
      }
      parts.push({ value, site: at });
      return;
    }
    if (value.kind === 'operation' && value.operator === '|') {
      for (const item of value.operands) open(item, at, depth + 1);
      return;
    }
    if (value.kind === 'name') {
      const target = program.resolve(value, at);
      if (target.kind === 'value' && (target.value.kind === 'index' || target.value.kind === 'operation')) {
        open(target.value, target.site, depth + 1);
        return;
      }
      const alias = target.kind === 'definition' ? undefined : aliasOf(program, value.name, at);
      if (alias) {
        open(alias.value, alias.site, depth + 1);
        return;
      }
    }
    parts.push({ value, site: at });
  };
  if (parameter.annotation) open(parameter.annotation, site, 0);
  if (parameter.default) parts.push({ value: parameter.default, site });
  return { parts };
}

function aliasOf(program: Program, name: string, site: Site): { value: Value; site: Site } | null {
  for (const { file, assignment } of assignmentsThroughImports(program, name, site)) {
    const { value } = assignment;
    if (value?.kind === 'index') return { value, site: { file, definition: assignment.definition } };
  }
  return null;
}

/** Assignments to a name here, or in the module it is imported from. */
function assignmentsThroughImports(program: Program, name: string, site: Site) {
  let where = site;
  let wanted = name;
  for (let hop = 0; hop < 5; hop++) {
    const found = program.assignmentsTo(wanted, where);
    if (found.length > 0) return found;
    const [head = '', attribute] = wanted.split('.');
    const item = where.file.imports.find((one) => one.local === head);
    if (!item) return [];
    const target =
      attribute === undefined
        ? program.moduleOf(where.file, item.module)
        : (program.moduleOf(where.file, item.name ? `${item.module}.${item.name}` : item.module) ?? null);
    if (!target) return [];
    wanted = attribute ?? item.name ?? '';
    where = { file: target, definition: -1 };
  }
  return [];
}

function callIn(program: Program, value: Value, site: Site): { call: CallRef; name: string } | null {
  if (value.kind !== 'call') return null;
  const call = program.callOf(site.file, value.call);
  return { call, name: lastSegment(program.nameOf(call)) };
}

/** Dependencies among the parameters, and theirs in turn: all of them run before the handler. */
export function parameterGuards(
  program: Program,
  handler: DefinitionRef,
  above: readonly DefinitionRef[] = [],
): readonly Guard[] {
  const site = siteAround(handler);
  const found: Guard[] = [];
  for (const parameter of handler.definition.parameters) {
    const { parts } = readParameter(program, parameter, site);
    for (const part of parts) {
      const call = callIn(program, part.value, part.site);
      if (!call || !DEPENDENCIES.has(call.name)) continue;
      const inner = guardsOf(program, part.value, part.site, 'route');
      // The line of the handler's own parameter is the better evidence.
      const here = (guard: Guard) => ({ ...guard, file: handler.file, line: parameter.line });
      found.push(...inner.map(here));
      for (const { ref } of inner) {
        const own = ref ? callable(program, ref) : null;
        // `get_optional_user` lets pass whatever its own dependencies find.
        if (
          !own ||
          OPTIONAL.test(own.definition.name) ||
          above.length >= MAX_NESTED ||
          above.includes(own) ||
          own === handler
        )
          continue;
        found.push(...parameterGuards(program, own, [...above, handler]).map(here));
      }
      if (inner.length > 0) continue;
      // `form: OAuth2PasswordRequestForm = Depends()` stands for the annotation.
      const type = parts[0];
      if (type && type !== part) found.push(...guardsOf(program, type.value, type.site, 'route'));
    }
  }
  return found;
}

/** The function that a dependency runs: its own, or its class's `__init__`. */
function callable(program: Program, ref: DefinitionRef): DefinitionRef | null {
  return ref.definition.kind === 'class' ? program.member(ref, '__init__') : ref;
}

/** What the parameters take from the body, a form or the query; those in the path are left out. */
export function parameterInputs(
  program: Program,
  handler: DefinitionRef,
  path: string,
  depth = 0,
): readonly BodyInput[] {
  const site = siteAround(handler);
  const inPath = new Set([...path.matchAll(PATH_PARAMETERS)].map((hit) => hit[1] ?? hit[2]));
  return handler.definition.parameters.flatMap((parameter, index): BodyInput[] => {
    if (parameter.kind !== 'normal' || inPath.has(parameter.name)) return [];
    if (index === 0 && /^(self|cls)$/.test(parameter.name)) return [];
    const { parts } = readParameter(program, parameter, site);
    const { name, line } = parameter;
    const type = parts.find((part) => part.value.kind !== 'call' && part.value !== parameter.default);
    const typed = type ? typeOf(program, type.value, type.site) : null;
    const make = (kind: BodyInput['kind']): BodyInput[] => [
      { name, schema: typed?.ref ?? null, type: typed?.name ?? '?', kind, file: handler.file, line },
    ];
    const calls = parts.flatMap((part) => callIn(program, part.value, part.site) ?? []);
    if (calls.some((call) => DEPENDENCIES.has(call.name))) {
      if (typed && FORMS.test(typed.name)) return make('form');
      const [handed] = depth < MAX_NESTED ? filesTaken(program, parts, depth) : [];
      if (handed) return [handed];
      return typed?.schema && calls.some((call) => isClassDependency(program, call.call, typed.ref))
        ? make('schema')
        : [];
    }
    if (typed && FILES.test(typed.name)) return make('file');
    const marker = calls.map((call) => MARKERS[call.name]).find((kind) => kind !== undefined);
    if (marker === 'parameter') return [];
    if (typed?.schema) return make(marker === 'form' ? 'form' : 'schema');
    if (marker === 'untyped') {
      const scalar =
        typed !== null && /^(str|int|float|bool|EmailStr|.*\.EmailStr|.*\.UUID|.*datetime)$/.test(typed.name);
      return make(scalar ? 'schema' : 'untyped');
    }
    if (marker) return make(marker);
    if (!typed || REQUESTS.test(typed.name) || SESSIONS.test(typed.name)) return [];
    if (UNTYPED.has(lastSegment(typed.name))) return make('untyped');
    return make('scalar');
  });
}

/** The files that a dependency takes for its handler: `Depends(csv_only)`. */
function filesTaken(program: Program, parts: Reading['parts'], depth: number): readonly BodyInput[] {
  return parts
    .flatMap((part) => guardsOf(program, part.value, part.site, 'route'))
    .flatMap(({ ref }) => {
      const own = ref ? callable(program, ref) : null;
      return own ? parameterInputs(program, own, '', depth + 1) : [];
    })
    .filter(({ kind }) => kind === 'file');
}

/** `Depends(PostForm)` and `Depends()` of the annotated class. */
function isClassDependency(program: Program, call: CallRef, type: DefinitionRef | null): boolean {
  const first = call.call.arguments[0];
  if (!first) return true;
  const target = program.resolve(first.value, { file: call.file, definition: call.call.definition });
  return (
    target.kind === 'definition' &&
    target.ref === type &&
    /form|create|in$|schema/i.test(type.definition.name)
  );
}

function typeOf(
  program: Program,
  value: Value,
  site: Site,
): { readonly name: string; readonly ref: DefinitionRef | null; readonly schema: boolean } | null {
  if (value.kind === 'index') {
    const outer = value.of.kind === 'name' ? lastSegment(value.of.name) : '';
    if (/^(list|List|Sequence|set|Set|tuple|Iterable)$/.test(outer) && value.index[0])
      return typeOf(program, value.index[0], site);
    return typeOf(program, value.of, site);
  }
  if (value.kind !== 'name' && value.kind !== 'member') return null;
  const target = program.resolve(value, site);
  if (target.kind === 'definition' || target.kind === 'instance') {
    const { ref } = target;
    if (ref.definition.kind !== 'class') return null;
    return { name: ref.definition.qualifiedName, ref, schema: !descendsAs(program, ref, 'record.enum') };
  }
  const name = target.kind === 'external' ? target.name : value.kind === 'name' ? value.name : value.name;
  return { name, ref: null, schema: SCHEMA_BASES.test(name) };
}

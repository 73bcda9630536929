/** What a value that stands before a handler is called, and which definition it runs. */
import type { Value } from '../../../program/file.ts';
import { createLookup } from '../../../program/flow/lookup.ts';
import { returnedValues } from '../../../program/flow/returned.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { Lookup } from '../../../program/link/origin.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import type { Guard } from './routes.ts';

/** Calls that stand for the function they are given, by the last part of their name. */
const WRAPPERS = new Set(
  'Depends Security UseGuards applyDecorators method_decorator permission_classes Provide'.split(' '),
);
const DECORATES: readonly string[] = ['*.decorate', '?.decorate'];
const MAX_GUARDS = 30;
const RUNNABLE = new Set<string>(['function', 'method', 'lambda']);

/** The guards that a value stands for: lists are opened, `Depends(x)` is x. */
export function guardsOf(
  program: Program,
  value: Value,
  site: Site,
  scope: Guard['scope'],
  depth = 0,
): readonly Guard[] {
  if (depth > 4) return [];
  const { line } = value;
  const inner = (items: readonly Value[], at: Site = site) =>
    items.slice(0, MAX_GUARDS).flatMap((item) => guardsOf(program, item, at, scope, depth + 1));
  const one = (name: string, ref: DefinitionRef | null): readonly Guard[] => [
    { name, ref, file: site.file, line, scope },
  ];
  /** `asyncHandler(protect)`, `catchAsync(validate(schema))`: functions of one's own that a wrapper is given. */
  const handedOn = (call: CallRef): readonly Guard[] =>
    call.call.arguments.flatMap((item) => {
      const target =
        item.value.kind === 'call'
          ? program.callee(program.callOf(call.file, item.value.call))
          : item.value.kind === 'name' || item.value.kind === 'member'
            ? program.resolve(item.value, site)
            : null;
      const runs = target?.kind === 'definition' && RUNNABLE.has(target.ref.definition.kind);
      return runs ? guardsOf(program, item.value, site, scope, depth + 1) : [];
    });
  /** NestJS's `const Member = () => applyDecorators(UseGuards(JwtGuard))`, FastAPI's `def needs(role): return Depends(Gate(role))`. */
  const composed = (ref: DefinitionRef): readonly Guard[] =>
    returnedValues(ref).flatMap((returned) => {
      const part = returned.value.kind === 'call' ? ref.file.calls[returned.value.call] : undefined;
      if (part?.callee.kind !== 'name' || !WRAPPERS.has(lastSegment(part.callee.name))) return [];
      return inner(
        part.arguments.map((item) => item.value),
        returned.site,
      ).map((guard) => ({ ...guard, file: site.file, line }));
    });
  switch (value.kind) {
    case 'list':
      return inner(value.items);
    case 'operation':
      return ['...', '|', '&', '+', 'or', 'and', '?:', '??', 'not'].includes(value.operator)
        ? inner(value.operands)
        : [];
    case 'function': {
      const ref = program.definitionOf({ file: site.file, definition: value.definition });
      return one(ref?.definition.qualifiedName || '<function>', ref);
    }
    case 'call': {
      const call = program.callOf(site.file, value.call);
      const name = program.nameOf(call);
      const parts = calleeParts(call.call.callee);
      if (parts?.name === 'bind') return inner([parts.of]);
      if (WRAPPERS.has(lastSegment(name))) return inner(call.call.arguments.map((item) => item.value));
      const target = program.callee(call);
      if (target.kind === 'definition' || target.kind === 'instance') {
        // `Depends(Gate("writer"))` runs the object that is made.
        const runs = program.member(target.ref, '__call__') ?? target.ref;
        return [
          ...one(target.ref.definition.qualifiedName, runs).map((guard) => ({ ...guard, call })),
          ...composed(target.ref),
          ...handedOn(call),
        ];
      }
      // A wrapper such as `asyncHandler(fn)` runs what it is given.
      const wrapped = call.call.arguments
        .map((item) => item.value)
        .filter((item) => item.kind === 'function');
      const written = value.kind === 'call' ? writtenName(call.call.callee) : null;
      const ref =
        wrapped[0]?.kind === 'function'
          ? program.definitionOf({ file: site.file, definition: wrapped[0].definition })
          : null;
      return [
        ...one(name.startsWith('?') && written ? written : name, ref).map((guard) => ({ ...guard, call })),
        ...handedOn(call),
      ];
    }
    case 'name':
    case 'member':
    case 'index': {
      const written = writtenName(value);
      const target = program.resolve(value, site);
      if (target.kind === 'definition') {
        // `const adminAuth = adapt(makeAuth())` says by its own name what it is.
        const { name, qualifiedName } = target.ref.definition;
        const own = written === null || lastSegment(written) === name;
        if (own) return one(qualifiedName, target.ref);
        // What a wrapper is given runs too: `const signedIn = catchAsync(async (req, res, next) => …)`.
        return [
          ...wrappedIn(program, value, site).flatMap((ref) => one(`${written}`, ref)),
          ...one(`${written} ${qualifiedName}`, target.ref),
        ];
      }
      if (target.kind === 'instance') {
        const called = program.member(target.ref, '__call__');
        return one(target.ref.definition.qualifiedName, called ?? target.ref);
      }
      if (target.kind === 'value') {
        if (target.value.kind === 'list') return inner([target.value], target.site);
        return one(written ?? '?', null);
      }
      if (target.kind === 'external') {
        const made = written === null ? null : madeBy(program, written, site);
        if (made && written) return one(written, made);
        const call = written === null ? null : callBehind(program, written, site);
        return one(target.name, null).map((guard) => (call ? { ...guard, call } : guard));
      }
      if (written === null) return one('?', null);
      return one(written, madeBy(program, written, site) ?? decoratedAs(program, lastSegment(written), site));
    }
    default:
      return [];
  }
}

const lookups = new WeakMap<Program, Lookup>();

/** The functions written in the call that a value stands for, here or in another module. */
function wrappedIn(program: Program, value: Value, site: Site): readonly DefinitionRef[] {
  const lookup = entryOfWeak(lookups, program, () => createLookup(program));
  return lookup.origins(value, site).flatMap((origin) => {
    if (origin.kind !== 'value' || origin.value.kind !== 'call') return [];
    const { file } = origin.site;
    return (file.calls[origin.value.call]?.arguments ?? []).flatMap((item) => {
      const { value: given } = item;
      const ref =
        given.kind === 'function' ? program.definitionOf({ file, definition: given.definition }) : null;
      return ref ?? [];
    });
  });
}

/** `const protect = asyncHandler(async (req) => …)`: the function behind the name. */
function madeBy(program: Program, name: string, site: Site): DefinitionRef | null {
  for (const { file, assignment } of program.assignmentsTo(name, site).slice(0, 4)) {
    if (assignment.value?.kind !== 'call') continue;
    const call = file.calls[assignment.value.call];
    for (const item of call?.arguments ?? []) {
      if (item.value.kind === 'function')
        return program.definitionOf({ file, definition: item.value.definition });
    }
  }
  return null;
}

/** Fastify's `app.decorate('authenticate', async (request) => …)` makes `app.authenticate`. */
function decoratedAs(program: Program, name: string, site: Site): DefinitionRef | null {
  if (site.file.language === 'python') return null;
  for (const call of program.callsTo(DECORATES)) {
    const [key, value] = call.call.arguments.map((item) => item.value);
    if (key?.kind !== 'literal' || key.value !== name || !value) continue;
    const target = program.resolve(value, siteOf(call));
    if (target.kind === 'definition') return target.ref;
  }
  return null;
}

/** The call that made what a name stands for: `maybe = users.current_user(optional=True)`. */
function callBehind(program: Program, name: string, site: Site): CallRef | null {
  const [only, ...others] = program.assignmentsTo(name, site);
  const value = others.length === 0 ? only?.assignment.value : null;
  return only && value?.kind === 'call' ? program.callOf(only.file, value.call) : null;
}

function writtenName(value: Value): string | null {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return value.name;
  if (value.kind === 'index') return writtenName(value.of);
  return null;
}

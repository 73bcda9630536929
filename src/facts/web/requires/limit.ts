/** How often a caller may call a route: what runs before it, or its handler, refuses the too many. */
import type { Value } from '../../../program/file.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import { once } from '../../../reading/once.ts';
import { createHolders } from '../routes/holders.ts';
import type { Guard, Route } from '../routes/routes.ts';
import { calledFrom } from './family.ts';
import type { Place, Required } from './requires.ts';
import { statusIn } from './turning-away.ts';

/** Keywords of a limiter's maker that limit every route. */
const DEFAULTS = ['default_limits', 'application_limits'];
const TOO_MANY = 429;
const WORDS = /rate_?limit|throttl|limiter/i;

/** The limit of a route; null where it has none in effect. */
export function requiresLimit(program: Program, route: Route): Required | null {
  let named: Required | null = null;
  for (const guard of route.guards) {
    const at = { file: guard.file, line: guard.line };
    const by = limits(program, guard, route);
    if (by) return { at, by, byName: false };
    if (guard.ref === null && WORDS.test(guard.name)) named ??= { at, by: at, byName: true };
  }
  const inside = route.handler ? refusesTooMany(program, route.handler) : null;
  return inside ? { at: inside, by: inside, byName: false } : named;
}

function limits(program: Program, guard: Guard, route: Route): Place | null {
  const at = { file: guard.file, line: guard.line };
  if (program.means(guard.name, 'limit.by-default')) return defaultsIn(program);
  if (program.means(guard.name, 'limit.maker'))
    return isSelective(guard) && !asksForLimit(program, guard, route) ? null : at;
  if (!guard.ref) return null;
  const isOne =
    guard.ref.definition.kind === 'class' &&
    program.ancestors(guard.ref).some((name) => program.means(name, 'limit.maker'));
  return isOne ? at : refusesTooMany(program, guard.ref);
}

/** Where a limiter stands before routes that do not ask for it: it is there, and limits nothing. */
export function idleLimit(program: Program, route: Route): Place | null {
  return route.guards.find((guard) => program.means(guard.name, 'limit.maker') && isSelective(guard)) ?? null;
}

/** `app.get('/posts', { config: { rateLimit: { max: 10 } } }, list)`, or `onRequest: app.rateLimit()`. */
function asksForLimit(program: Program, guard: Guard, { file, line }: Route): boolean {
  const option = program.meaning(guard.name, 'limit.maker')?.about.option;
  return (
    option !== undefined &&
    file.calls.some(
      (call) =>
        call.line === line &&
        call.arguments.some(({ value }) =>
          valuesThroughCalls(value, file).some((part) => namesOption(part, option)),
        ),
    )
  );
}

function namesOption(value: Value, option: string): boolean {
  if (value.kind === 'name') return lastSegment(value.name) === option;
  return (
    value.kind === 'dict' &&
    value.entries.some(
      ({ key, value: given }) =>
        key?.kind === 'literal' &&
        key.value === option &&
        !(given.kind === 'literal' && given.value === false),
    )
  );
}

/** `fastify.register(rateLimit, { global: false })` limits the routes that ask for it. */
function isSelective({ call }: Guard): boolean {
  const value = call ? argument(call, 'global') : null;
  return value?.kind === 'literal' && value.value === false;
}

const known = new WeakMap<DefinitionRef, { readonly place: Place | null }>();

/** Where a function answers 429, or lets a library count. */
function refusesTooMany(program: Program, ref: DefinitionRef): Place | null {
  return entryOfWeak(known, ref, () => {
    const family = calledFrom(program, ref);
    const counted = () =>
      family
        .flatMap((one) => program.callsIn(one))
        .find((call) => program.means(program.nameOf(call), 'limit.maker'));
    const call = statusIn(program, family, (status) => status === TOO_MANY) ?? counted();
    if (!call) return { place: null };
    return { place: 'call' in call ? { file: call.file, line: call.call.line } : call };
  }).place;
}

/** A limiter with limits for every route. */
function defaultsIn(program: Program): Place | null {
  const call = makersOf(program).find((one) => DEFAULTS.some((name) => argument(one, name) !== null));
  return call ? { file: call.file, line: call.call.line } : null;
}

/** Calls that make a limiter: of its library's, and no method of one. */
export function makersOf(program: Program): readonly CallRef[] {
  return program
    .callsAs('limit.maker')
    .filter(
      (call) => !/^(?:limit|shared_limit|init_app|exempt|consume)$/.test(lastSegment(program.nameOf(call))),
    );
}

/** Whether a setting is given a value: `app.config["X"] = …`, `config.update(X=…)`, `X = …` of a class or module. */
function sets(program: Program, names: readonly string[]): boolean {
  const isNamed = (value: Value | null) =>
    value?.kind === 'literal' ? names.includes(String(value.value)) : false;
  return program
    .filesOf()
    .some(
      (file) =>
        file.assignments.some(
          ({ target }) =>
            (target.kind === 'name' && names.includes(lastSegment(target.name))) ||
            (target.kind === 'index' && target.index.some(isNamed)),
        ) ||
        file.definitions.some(({ fields }) => fields.some(({ name }) => names.includes(name))) ||
        file.calls.some((call) =>
          call.arguments.some(
            ({ name, value }) =>
              names.includes(name ?? '') ||
              (value.kind === 'dict' && value.entries.some(({ key }) => isNamed(key))),
          ),
        ),
    );
}

/** A limiter that limits all routes of the application that it is tied to: flask-limiter's defaults. */
export function applicationLimit(program: Program): Place | null {
  const holders = once(() => createHolders(program));
  for (const call of makersOf(program)) {
    const about = program.meaning(call, 'limit.maker')?.about;
    if (about?.scope !== 'application') continue;
    const settings = about.setting?.split(' ') ?? [];
    if (!DEFAULTS.some((name) => argument(call, name) !== null) && !sets(program, settings)) continue;
    const site = siteOf(call);
    const tied = call.call.arguments.some(({ value }) => holders().of(value, site).length > 0);
    const later = program.callsAs('limit.tie').some((init) => init.call.arguments.length > 0);
    if (tied || later) return { file: call.file, line: call.call.line };
  }
  return null;
}

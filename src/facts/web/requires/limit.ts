/** How often a caller may call a route: what runs before it, or its handler, refuses the too many. */
import { argument, siteOf } from '../../../program/link/calls.ts';
import { lastSegment } from '../../../program/link/values.ts';
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
    const by = limits(program, guard);
    if (by) return { at, by, byName: false };
    if (guard.ref === null && WORDS.test(guard.name)) named ??= { at, by: at, byName: true };
  }
  const inside = route.handler ? refusesTooMany(program, route.handler) : null;
  return inside ? { at: inside, by: inside, byName: false } : named;
}

function limits(program: Program, guard: Guard): Place | null {
  const at = { file: guard.file, line: guard.line };
  if (program.means(guard.name, 'limit.by-default')) return defaultsIn(program);
  if (program.means(guard.name, 'limit.maker')) return isSelective(guard) ? null : at;
  if (!guard.ref) return null;
  const isOne =
    guard.ref.definition.kind === 'class' &&
    program.ancestors(guard.ref).some((name) => program.means(name, 'limit.maker'));
  return isOne ? at : refusesTooMany(program, guard.ref);
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

/** A limiter that limits all routes of the application that it is tied to: flask-limiter's defaults. */
export function applicationLimit(program: Program): Place | null {
  const holders = once(() => createHolders(program));
  for (const call of makersOf(program)) {
    if (program.meaning(call, 'limit.maker')?.about.scope !== 'application') continue;
    if (!DEFAULTS.some((name) => argument(call, name) !== null)) continue;
    const site = siteOf(call);
    const tied = call.call.arguments.some(({ value }) => holders().of(value, site).length > 0);
    const later = program.callsAs('limit.tie').some((init) => init.call.arguments.length > 0);
    if (tied || later) return { file: call.file, line: call.call.line };
  }
  return null;
}

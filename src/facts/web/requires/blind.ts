/** Calls that read a token without verifying it, or that let an expired one pass. */
import type { Value } from '../../../program/file.ts';
import { siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Route } from '../routes/routes.ts';
import { calledFrom } from './family.ts';

/** `jwt.decode(token, options={"verify_signature": False})` reads a token; it does not check it. */
export function isBlind(program: Program, call: CallRef): boolean {
  return (
    program.means(program.nameOf(call), 'token.read') ||
    says(program, call, ['verify', 'verify_signature'], false)
  );
}

/** `jwt.verify(token, key, { ignoreExpiration: true })`, `options={"verify_exp": False}`. */
function ignoresExpiry(program: Program, call: CallRef): boolean {
  return says(program, call, ['verify_exp'], false) || says(program, call, ['ignoreExpiration'], true);
}

/** Whether expired tokens pass: at every check, or at every check of what guards the routes. */
export function letsExpiredPass(
  program: Program,
  routes: readonly Route[],
  checks: readonly CallRef[],
): boolean {
  const lenient = new Set(checks.filter((ref) => ignoresExpiry(program, ref)));
  if (lenient.size === 0 || lenient.size === checks.length) return lenient.size > 0;
  const starts = new Set(
    routes
      .filter(({ mounted }) => mounted)
      .flatMap(({ guards, handler }) => [handler, ...guards.map(({ ref }) => ref)])
      .flatMap((ref) => ref ?? []),
  );
  const called = new Set(
    [...starts].flatMap((ref) => calledFrom(program, ref).flatMap((one) => program.callsIn(one))),
  );
  const asked = checks.filter((ref) => called.has(ref));
  return asked.length > 0 && asked.every((ref) => lenient.has(ref));
}

/** Whether a keyword or an option of a call has a value, options that stand elsewhere included. */
function says(program: Program, call: CallRef, names: readonly string[], wanted: boolean): boolean {
  const is = (value: Value) => program.constant(value, siteOf(call)) === wanted;
  return call.call.arguments.some(({ name, value }) => {
    if (name !== null && names.includes(name)) return is(value);
    const target = program.resolve(value, siteOf(call));
    const options = value.kind === 'dict' ? value : target.kind === 'value' ? target.value : null;
    return (
      options?.kind === 'dict' &&
      options.entries.some(
        ({ key, value: given }) =>
          key?.kind === 'literal' &&
          names.includes(String(key.value)) &&
          given.kind === 'literal' &&
          given.value === wanted,
      )
    );
  });
}

import type { Facts } from '../../facts/facts.ts';
import { isBlind, letsExpiredPass } from '../../facts/web/requires/blind.ts';
import { calledFrom } from '../../facts/web/requires/family.ts';
import { asksAnything } from '../../facts/web/requires/identity.ts';
import { ignoresComparisons, ignoresSecret } from '../../facts/web/requires/ignored.ts';
import {
  isStrategyBase,
  OTHER_SCHEMES,
  ownScheme,
  settingsVerifier,
  strategies,
} from '../../facts/web/schemes.ts';
import type { Evidence } from '../../model.ts';
import type { Value } from '../../program/file.ts';
import { siteAround } from '../../program/link/calls.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef } from '../../program/program.ts';
import { defineCheck, no, yes } from '../define.ts';

const EXPIRY_KEYS = new Set(
  'exp expiresIn expires_in expires_delta lifetime_seconds expires_time'.split(' '),
);
const EXPIRY_CALLS = /\.(setExpirationTime|set_exp)$/;

/** Whether the token that a call signs carries an expiry: in its arguments, or put into the payload near it. */
function expires(facts: Facts, ref: CallRef): boolean {
  const name = facts.program.nameOf(ref);
  if (facts.program.means(name, 'token.expiring')) return !switchedOff(facts);
  // The module or plugin that makes the signer may say it once for all.
  if (facts.program.means(name, 'token.configured') && configuresExpiry(facts)) return true;
  const { file } = ref;
  const around = facts.program.definitionOf({ file, definition: ref.call.definition });
  // `jwt.encode(with_lifetime(claims), …)`: what makes the claims may stand in a function of its own.
  const makers = ref.call.arguments
    .flatMap(({ value }) => valuesThroughCalls(value, file))
    .flatMap((value) =>
      value.kind === 'call' ? facts.program.targetsOf(facts.program.callOf(file, value.call)) : [],
    );
  const near = [
    around,
    ...makers,
    ...enclosing(facts, around).flatMap((place) =>
      facts.program
        .callers(place)
        .map((call) => facts.program.definitionOf({ file: call.file, definition: call.call.definition })),
    ),
  ];
  for (const place of around ? near : [null]) {
    const inPlace = (definition: number) => place === null || definition === place.id;
    const where = place?.file ?? file;
    for (const call of where.calls) {
      if (!inPlace(call.definition)) continue;
      if (
        (call.callee.kind === 'name' || call.callee.kind === 'member') &&
        EXPIRY_CALLS.test(`.${lastSegment(call.callee.name)}`)
      )
        return true;
      for (const argument of call.arguments) {
        if (argument.name !== null && EXPIRY_KEYS.has(argument.name)) return true;
        if (hasExpiryKey(facts, argument.value, where, call.definition)) return true;
      }
    }
    for (const assignment of where.assignments) {
      if (!inPlace(assignment.definition)) continue;
      const { target } = assignment;
      if (
        target.kind === 'index' &&
        target.index.some(
          (key) => key.kind === 'literal' && typeof key.value === 'string' && EXPIRY_KEYS.has(key.value),
        )
      )
        return true;
      if (target.kind === 'name' && EXPIRY_KEYS.has(lastSegment(target.name))) return true;
      if (assignment.value && hasExpiryKey(facts, assignment.value, where, assignment.definition))
        return true;
    }
  }
  return false;
}

/** A definition and those around it: a promise's callback signs for the function that makes the promise. */
function enclosing(facts: Facts, start: DefinitionRef | null): readonly DefinitionRef[] {
  const places: DefinitionRef[] = [];
  for (let place = start; place && places.length < 4; ) {
    places.push(place);
    place = facts.program.definitionOf(siteAround(place));
  }
  return places;
}

/** Whether a constant, an argument or a returned value anywhere in the program is an object with an expiry. */
function configuresExpiry(facts: Facts): boolean {
  return facts.program.filesOf().some((file) => {
    const has = (value: Value | null, definition: number) =>
      value !== null && hasExpiryKey(facts, value, file, definition);
    return (
      file.calls.some((call) => call.arguments.some((item) => has(item.value, call.definition))) ||
      file.assignments.some((item) => has(item.value, item.definition)) ||
      file.statements.some((item) => item.kind === 'return' && has(item.value, item.definition)) ||
      file.definitions.some((item) => item.decorators.some((value) => has(value, item.parent)))
    );
  });
}

/** Settings that take the expiry away from libraries which have one: `JWT_ACCESS_TOKEN_EXPIRES = False`. */
function switchedOff(facts: Facts): boolean {
  const isSetting = (text: string) => /(^|\.)JWT_ACCESS_TOKEN_EXPIRES$/.test(text);
  return facts.program.filesOf().some((file) =>
    [
      ...file.assignments,
      ...file.definitions.flatMap((item) =>
        item.fields.map(({ name, value, line }) => ({
          target: { kind: 'name', name, line } as const,
          value,
        })),
      ),
    ].some(
      ({ target, value }) =>
        value?.kind === 'literal' &&
        value.value === false &&
        ((target.kind === 'name' && isSetting(target.name)) ||
          (target.kind === 'index' &&
            target.index.some((key) => key.kind === 'literal' && isSetting(String(key.value))))),
    ),
  );
}

function hasExpiryKey(
  facts: Facts,
  value: Parameters<typeof valuesThroughCalls>[0],
  file: CallRef['file'],
  definition: number,
): boolean {
  const target = value.kind === 'name' ? facts.program.resolve(value, { file, definition }) : null;
  const read = target?.kind === 'value' ? target.value : value;
  return valuesThroughCalls(read, target?.kind === 'value' ? target.site.file : file).some(
    (part) =>
      part.kind === 'dict' &&
      part.entries.some(
        (entry) =>
          entry.key?.kind === 'literal' &&
          typeof entry.key.value === 'string' &&
          EXPIRY_KEYS.has(entry.key.value),
      ),
  );
}

export const tokenAuth = defineCheck({
  name: 'token-auth',
  summary: 'A login issues a token that later requests are checked by; of scheme “jwt”, a signed one.',
  reads: ['code'],
  joint: true,
  parameters: (z) =>
    z.strictObject({
      scheme: z.enum(['jwt', 'any']),
      expires: z.boolean().describe('the token ends by itself'),
    }),
  ask: (facts, { scheme, expires: mustExpire }) => {
    const { program } = facts;
    const at = (ref: CallRef) => facts.evidence(ref.file.path, ref.call.line);
    const signs = program.callsAs('token.sign');
    const verifies = program.callsAs('token.verify').filter((ref) => !isBlind(program, ref));
    const settings = settingsVerifier(facts);
    // `Depends(auth.access_token_required)` hands over what verifies, and calls nothing.
    const guard = facts.routes
      .filter(({ mounted }) => mounted)
      .flatMap(({ guards }) => guards)
      .find(({ name }) => program.means(name, 'token.verify'));
    const guarded = guard ? [facts.evidence(guard.file.path, guard.line)] : settings;
    const verified = verifies[0] ? [at(verifies[0])] : guarded;
    if (signs.length > 0 && verified.length > 0) {
      if (mustExpire && signsForAnybody(facts, signs))
        return no('a login that checks the credentials before it signs a token', signs.slice(0, 3).map(at));
      const checks = [...verifies.filter((ref) => !isStrategyBase(ref)), ...strategies(program)];
      if (mustExpire && letsExpiredPass(program, facts.routes, checks))
        return no('a check that refuses expired tokens', checks.slice(0, 3).map(at));
      const expiring = mustExpire ? signs.find((ref) => expires(facts, ref)) : signs[0];
      if (expiring) return yes([at(expiring), ...verified, ...loginOf(facts, signs)]);
      return no('an expiry in the token that the login signs (an "exp" claim, expiresIn)', signs.map(at), [
        {
          kind: 'lacks',
          has: signs.slice(0, 1).map((ref) => ({ what: 'a signed token', at: at(ref) })),
          lacks: ['an expiry in it'],
        },
      ]);
    }
    if (scheme === 'any') {
      const other = program.callsAs('session.login');
      if (other.length > 0) return yes(other.slice(0, 2).map(at));
      const configured = settingsVerifier(facts, OTHER_SCHEMES);
      if (configured.length > 0) return yes(configured);
      const own = ownScheme(facts);
      if (own.length > 0) return yes(own);
      if (signs.length > 0) return yes(signs.slice(0, 1).map(at));
    }
    if (signs.length > 0)
      return no('a check of the token on later requests (jwt.decode, verify)', signs.slice(0, 3).map(at), [
        {
          kind: 'lacks',
          has: signs.slice(0, 1).map((ref) => ({ what: 'a signed token', at: at(ref) })),
          lacks: ['a check of it on later requests'],
        },
      ]);
    return no(
      'a login that signs a JWT and a dependency or middleware that verifies it',
      [],
      [
        {
          kind: 'lacks',
          has: verified.slice(0, 1).map((one) => ({ what: 'a check of tokens', at: one })),
          lacks: ['a login that signs a token'],
        },
      ],
    );
  },
});

/** A route that compares a secret before it signs, one that runs where there is one. */
function loginOf(facts: Facts, signs: readonly CallRef[]): readonly Evidence[] {
  const { program } = facts;
  const logins = facts.routes.flatMap(({ mounted, handler, file, line }) => {
    const calls =
      mounted && handler ? calledFrom(program, handler).flatMap((ref) => program.callsIn(ref)) : [];
    const compares = calls.some((call) => program.means(program.nameOf(call), 'secret.compare'));
    return compares && calls.some((call) => signs.includes(call)) ? [facts.evidence(file.path, line)] : [];
  });
  return [logins.find(({ path, line }) => facts.stopOf(path, line) === null) ?? logins[0] ?? []].flat();
}

/** Every route that signs a token does so without asking anything: no lookup, no comparison. */
function signsForAnybody(facts: Facts, signs: readonly CallRef[]): boolean {
  const { program } = facts;
  const signing = facts.routes.flatMap(({ mounted, handler }) => {
    const family = mounted && handler ? calledFrom(program, handler) : [];
    return family.some((ref) => program.callsIn(ref).some((call) => signs.includes(call))) ? [family] : [];
  });
  return (
    signing.length > 0 &&
    signing.every(
      (family) =>
        !asksAnything(program, family, 'token.sign') ||
        ignoresComparisons(program, family) ||
        ignoresSecret(program, family),
    )
  );
}

/** Schemes by which a program learns who is calling, other than by calls that verify a token. */

import type { Evidence } from '../../model.ts';
import { lastName } from '../../program/link/calls.ts';
import { entryAt, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { calledFrom } from './requires/family.ts';
import { comparesSecret } from './requires/ignored.ts';
import { type Place, requiresUser } from './requires/requires.ts';
import { statusIn } from './requires/turning-away.ts';
import type { Route } from './routes/routes.ts';

/** Classes by which Django REST framework is told how to verify who is calling. */
const JWT_SCHEMES = /JWTAuthentication|JSONWebTokenAuthentication|JWTStatelessUserAuthentication/;
/** The same for opaque tokens, sessions and basic authentication. */
export const OTHER_SCHEMES = /\.(Token|Session|Basic)Authentication$/;

/** `super({ jwtFromRequest, ignoreExpiration: true })`: what a strategy verifies by is said in its options. */
export function strategies(program: Program): readonly CallRef[] {
  return program
    .calls()
    .filter(({ call }) => call.arguments.some(({ value }) => entryAt(value, 'jwtFromRequest') !== undefined));
}

/** A strategy's class or what takes it from the request verifies nothing by itself. */
export function isStrategyBase({ call }: CallRef): boolean {
  const { callee } = call;
  return /^(PassportStrategy|AuthGuard|Strategy|from\w+|use|authenticate)$/.test(lastName(callee));
}

/** A scheme made by hand: a password is compared, by a library or in a route that refuses the wrong one, and a route asks who is calling. */
export function ownScheme(facts: Facts): readonly Evidence[] {
  const { program } = facts;
  const call = program.callsAs('secret.compare').find(({ file }) => !file.notebook);
  const compared = call ? { file: call.file, line: call.call.line } : comparedByHand(program, facts.routes);
  const asking = facts.routes.find((route) => route.mounted && requiresUser(program, route) !== null);
  return compared && asking
    ? [facts.evidence(asking.file.path, asking.line), facts.evidence(compared.file.path, compared.line)]
    : [];
}

/** Where a route compares a password by itself, and refuses the wrong one. */
function comparedByHand(program: Program, routes: readonly Route[]): Place | null {
  for (const { mounted, handler } of routes) {
    const family = mounted && handler ? calledFrom(program, handler) : [];
    const compared = comparesSecret(family);
    if (compared && statusIn(program, family)) return compared;
  }
  return null;
}

/** Frameworks that verify by configuration: Django REST framework's JWTAuthentication. */
export function settingsVerifier(facts: Facts, schemes = JWT_SCHEMES): readonly Evidence[] {
  for (const file of facts.program.filesOf()) {
    for (const assignment of file.assignments) {
      if (!assignment.value) continue;
      const hit = valuesThroughCalls(assignment.value, file).find(
        (part) => part.kind === 'literal' && typeof part.value === 'string' && schemes.test(part.value),
      );
      if (hit) return [facts.evidence(file.path, hit.line)];
    }
  }
  return [];
}

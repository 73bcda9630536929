/** Schemes by which a program learns who is calling, other than by calls that verify a token. */

import type { Evidence } from '../../model.ts';
import { lastName } from '../../program/link/calls.ts';
import { entryAt, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import type { Facts } from '../facts.ts';
import { requiresUser } from './requires/requires.ts';

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

/** A scheme made by hand: a password is compared, and a route asks who is calling. */
export function ownScheme(facts: Facts): readonly Evidence[] {
  const { program } = facts;
  const compared = program.callsAs('secret.compare').find(({ file }) => !file.notebook);
  const asking = facts.routes.find((route) => route.mounted && requiresUser(program, route) !== null);
  return compared && asking
    ? [facts.evidence(asking.file.path, asking.line), facts.evidence(compared.file.path, compared.call.line)]
    : [];
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

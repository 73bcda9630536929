import type { Facts } from '../../facts/facts.ts';
import type { ResourceRoute } from '../../facts/web/resources.ts';
import { resourceRoutes } from '../../facts/web/resources.ts';
import { GUARD_WORDS, JWT_VERIFIERS, OPEN_GUARDS } from '../../facts/web/security.ts';
import type { Evidence } from '../../model.ts';
import { matchesAny } from '../../program/link/values.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Where a route asks who is calling: a guard before it, or the handler itself. */
function guardOf(facts: Facts, { route }: ResourceRoute): Evidence | null {
  const { program } = facts;
  const verifies = (ref: NonNullable<typeof route.handler>) =>
    program.reach(ref, (call) => matchesAny(program.nameOf(call), JWT_VERIFIERS));
  for (const guard of route.guards) {
    if (OPEN_GUARDS.test(guard.name) && !/jwt|token|current/i.test(guard.name)) continue;
    if (GUARD_WORDS.test(guard.name) || (guard.ref && verifies(guard.ref)))
      return facts.evidence(guard.file.path, guard.line);
  }
  if (!route.handler) return null;
  const inside = program.reach(route.handler, (call) => {
    const name = program.nameOf(call);
    return (
      matchesAny(name, JWT_VERIFIERS) ||
      /(^|\.)(get_?current_?user|require_?(auth|user|login)|authenticate_?(request|user)|verify_?token|check_?auth)$/i.test(
        name,
      )
    );
  });
  return inside && inside.trail.length <= 3
    ? facts.evidence(inside.call.file.path, inside.call.call.line)
    : null;
}

export const guardedWrites = defineCheck({
  name: 'guarded-writes',
  summary: 'Routes that create, update or delete a resource require the authenticated user.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      resource: z.array(z.string()).min(1).describe('words for the resource, singular'),
      writes: z.enum(['all', 'some']),
    }),
  ask: (facts, { resource, writes }) => {
    const all = resourceRoutes(facts.routes, resource).filter((item) => item.operation !== 'read');
    if (all.length === 0) return no(`routes that write ${resource.join('/')}: there are none to protect`);
    const judged = all.map((item) => ({ ...item, guard: guardOf(facts, item) }));
    const open = judged.filter((item) => item.guard === null);
    const evidence = judged.flatMap((item) =>
      item.guard ? [facts.evidence(item.route.file.path, item.route.line), item.guard] : [],
    );
    const counter = open.map((item) => facts.evidence(item.route.file.path, item.route.line));
    const working = judged.filter((item) => !item.empty);
    const complete = open.length === 0 && new Set(working.map((item) => item.operation)).size >= 2;
    if (writes === 'all' ? complete : evidence.length > 0) return yes(evidence, counter);
    return no(
      open.length > 0
        ? `the authenticated user in every route that writes: ${open.length} of ${judged.length} are open`
        : 'writing routes that do something',
      counter,
    );
  },
});

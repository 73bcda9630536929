import type { Facts } from '../../facts/facts.ts';
import { applicationLimit, idleLimit, makersOf, requiresLimit } from '../../facts/web/requires/limit.ts';
import type { Evidence } from '../../model.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';
import { defineCheck, no, unsure, yes } from '../define.ts';

const MAX_SHOWN = 4;

/** Django REST framework's throttle classes, nginx' limit_req. */
function configured(facts: Facts): readonly Evidence[] {
  const evidence: Evidence[] = [];
  for (const file of facts.program.filesOf()) {
    const values = [
      ...file.assignments.map((item) => item.value),
      ...file.definitions.flatMap((definition) =>
        definition.fields.filter((field) => field.name === 'throttle_classes').map((field) => field.value),
      ),
    ];
    for (const value of values) {
      if (!value) continue;
      for (const part of valuesThroughCalls(value, file)) {
        if (
          part.kind === 'literal' &&
          typeof part.value === 'string' &&
          /throttling\.\w+Throttle$/.test(part.value)
        )
          evidence.push(facts.evidence(file.path, part.line));
        if (part.kind === 'name' && /(Anon|User|Scoped)RateThrottle$/.test(part.name))
          evidence.push(facts.evidence(file.path, part.line));
      }
    }
  }
  for (const file of facts.files) {
    const lines = /nginx|\.conf$/i.test(file.path) ? (facts.text(file.path) ?? '').split('\n') : [];
    const line = lines.findIndex((text) => /^\s*limit_req\s/.test(text));
    if (line >= 0) evidence.push(facts.evidence(file.path, line + 1));
  }
  return evidence;
}

export const rateLimiter = defineCheck({
  name: 'rate-limiter',
  summary: 'A rate limiter exists; applied: at least one route, or the whole application, goes through it.',
  reads: ['code'],
  ahead: true,
  parameters: (z) => z.strictObject({ applied: z.boolean() }),
  ask: (facts, { applied }) => {
    const limits = facts.routes.flatMap((route) => {
      const limit = route.mounted ? requiresLimit(facts.program, route) : null;
      return limit ? [{ route, limit }] : [];
    });
    const known = limits.filter(({ limit }) => !limit.byName);
    const everywhere = applicationLimit(facts.program);
    const shown = [
      ...(known.length > 0 ? known : limits).flatMap(({ route, limit: { at, by } }) => [
        facts.evidence(at.file.path, at.line),
        ...(by === at ? [] : [facts.evidence(by.file.path, by.line)]),
        facts.evidence(route.file.path, route.line),
      ]),
      ...(everywhere ? [facts.evidence(everywhere.file.path, everywhere.line)] : []),
      ...configured(facts),
    ];
    if (shown.length > 0) {
      const answer = yes(shown.slice(0, MAX_SHOWN));
      return known.length > 0 || shown.length > limits.length * 2 ? answer : unsure(answer);
    }
    const idle = facts.routes.flatMap((route) => idleLimit(facts.program, route) ?? []).slice(0, 1);
    const made = [
      ...makersOf(facts.program).map((ref) => facts.evidence(ref.file.path, ref.call.line)),
      ...idle.map(({ file, line }) => facts.evidence(file.path, line)),
    ];
    if (!applied && made.length > 0) return yes(made.slice(0, 3));
    return no(
      made.length > 0
        ? 'a route or the application that uses the limiter: it is made and applied to nothing'
        : 'a rate limiter (slowapi, flask-limiter, express-rate-limit, throttle classes, an own answer 429)',
      made,
      made[0]
        ? [{ kind: 'unused', what: 'a limiter is made', at: made[0], use: 'is under it' }]
        : [{ kind: 'none', what: 'no route and no application has a limiter' }],
    );
  },
});

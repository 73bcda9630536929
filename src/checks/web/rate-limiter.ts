import type { Facts } from '../../facts/facts.ts';
import { readStatuses } from '../../facts/web/statuses.ts';
import type { Evidence } from '../../model.ts';
import { matchesAny, valuesThroughCalls } from '../../program/link/values.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Making a limiter. One line each: extend here. */
const LIMITERS: readonly string[] = [
  'slowapi.Limiter',
  'slowapi.*.Limiter',
  'flask_limiter.Limiter',
  'fastapi_limiter.*',
  'limits.*',
  'express-rate-limit*',
  'rate-limiter-flexible.*',
  'express-slow-down*',
  'express-brute*',
  '@upstash/ratelimit.*',
  '@nestjs/throttler.ThrottlerModule*',
  'koa-ratelimit*',
  '@fastify/rate-limit*',
  'hono-rate-limiter.*',
  'aiolimiter.*',
  'ratelimit.*',
  'django_ratelimit.*',
  'pyrate_limiter.*',
  'quart_rate_limiter.*',
  'sanic_limiter.*',
  'throttled.*',
  'ninja.throttling.*',
  'bottleneck*',
];
/** Using one, by the name of the decorator, dependency or middleware. */
const USES: readonly string[] = [
  '*Limiter.limit',
  '*Limiter.shared_limit',
  '*.limiter.limit',
  '?.limit',
  'fastapi_limiter.depends.RateLimiter',
  '*SlowAPIMiddleware*',
  'django_ratelimit.decorators.ratelimit',
  'ratelimit.decorators.ratelimit',
  'ratelimit.limits',
  'ratelimit.*.ratelimit',
  'quart_rate_limiter.rate_limit',
  '*ThrottlerGuard*',
];
const LIMIT_WORDS = /rate_?limit|throttl|limiter/i;

function usesIn(facts: Facts): readonly Evidence[] {
  const { program } = facts;
  const calls = program.callsTo(USES).filter((ref) => ref.call.form !== 'jsx');
  const decorated = calls.filter(
    (ref) =>
      ref.file.definitions.some((definition) =>
        definition.decorators.some((decorator) => decorator.kind === 'call' && decorator.call === ref.id),
      ) || !/\.limit$/.test(program.nameOf(ref)),
  );
  const evidence = decorated.map((ref) => facts.evidence(ref.file.path, ref.call.line));
  for (const route of facts.routes) {
    for (const guard of route.guards) {
      if (LIMIT_WORDS.test(guard.name) || matchesAny(guard.name, LIMITERS))
        evidence.push(facts.evidence(guard.file.path, guard.line));
    }
  }
  // app.use(limiter), app.add_middleware(SlowAPIMiddleware), fastify.register(rateLimit)
  for (const ref of program.callsTo([
    '*.use',
    '*.add_middleware',
    '*.register',
    '*.middleware',
    '*.applyMiddleware',
    '*.init_app',
  ])) {
    const site = { file: ref.file, definition: ref.call.definition };
    for (const argument of ref.call.arguments) {
      for (const value of valuesThroughCalls(argument.value, ref.file)) {
        if (value.kind !== 'name' && value.kind !== 'member') continue;
        const target = program.resolve(value, site);
        const name =
          target.kind === 'external'
            ? target.name
            : target.kind === 'definition' || target.kind === 'instance'
              ? target.ref.definition.name
              : value.name;
        if (
          matchesAny(name, LIMITERS) ||
          (LIMIT_WORDS.test(name) && target.kind !== 'unknown') ||
          /SlowAPIMiddleware/.test(name)
        )
          evidence.push(facts.evidence(ref.file.path, ref.call.line));
      }
    }
  }
  // NestJS: { provide: APP_GUARD, useClass: ThrottlerGuard } stands in a decorator of the module.
  for (const { file, call } of program.calls()) {
    for (const value of call.arguments.flatMap((argument) => valuesThroughCalls(argument.value, file))) {
      if (value.kind !== 'dict') continue;
      const guard = value.entries.find(
        ({ key, value: used }) =>
          key?.kind === 'literal' &&
          key.value === 'useClass' &&
          used.kind === 'name' &&
          /Throttler\w*Guard$/.test(used.name),
      );
      if (guard) evidence.push(facts.evidence(file.path, guard.value.line));
    }
  }
  return evidence;
}

/** Django REST framework's throttle classes, flask-limiter's defaults, nginx' limit_req. */
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
    for (const call of file.calls) {
      const defaults = call.arguments.find(
        (argument) => argument.name === 'default_limits' || argument.name === 'application_limits',
      );
      if (defaults && LIMIT_WORDS.test(JSON.stringify(call.callee)))
        evidence.push(facts.evidence(file.path, call.line));
    }
  }
  for (const file of facts.files) {
    const lines = /nginx|\.conf$/i.test(file.path) ? (facts.text(file.path) ?? '').split('\n') : [];
    const line = lines.findIndex((text) => /^\s*limit_req\s/.test(text));
    if (line >= 0) evidence.push(facts.evidence(file.path, line + 1));
  }
  return evidence;
}

/** A limiter of the program's own: something that runs before a route answers 429. */
function ownLimiter(facts: Facts): readonly Evidence[] {
  const refusals = readStatuses(facts.program).filter((answer) => answer.status === 429);
  for (const refusal of refusals) {
    const within = (ref: { file: unknown; definition: { line: number; endLine: number } }) =>
      ref.file === refusal.file &&
      ref.definition.line <= refusal.line &&
      ref.definition.endLine >= refusal.line;
    for (const route of facts.routes) {
      if (!route.mounted) continue;
      for (const start of [route.handler, ...route.guards.map((guard) => guard.ref)]) {
        if (!start || ![...facts.program.reachable(start)].some(within)) continue;
        return [facts.evidence(refusal.file.path, refusal.line), facts.evidence(route.file.path, route.line)];
      }
    }
    const middleware = facts.program
      .definitions()
      .find(
        (ref) =>
          within(ref) &&
          ref.definition.decorators.some((item) => JSON.stringify(item).length > 0 && item.kind === 'call'),
      );
    if (middleware) return [facts.evidence(refusal.file.path, refusal.line)];
  }
  return [];
}

export const rateLimiter = defineCheck({
  name: 'rate-limiter',
  summary: 'A rate limiter exists; applied: at least one route, or the whole application, goes through it.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ applied: z.boolean() }),
  ask: (facts, { applied }) => {
    const uses = [...usesIn(facts), ...configured(facts), ...ownLimiter(facts)];
    if (uses.length > 0) return yes(uses.slice(0, 4));
    const made = facts.program.callsTo(LIMITERS).map((ref) => facts.evidence(ref.file.path, ref.call.line));
    if (!applied && made.length > 0) return yes(made.slice(0, 3));
    return no(
      made.length > 0
        ? 'a route or the application that uses the limiter: it is made and applied to nothing'
        : 'a rate limiter (slowapi, flask-limiter, express-rate-limit, throttle classes, an own answer 429)',
      made,
    );
  },
});

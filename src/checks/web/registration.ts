import type { Facts } from '../../facts/facts.ts';
import { guardRequiresUser } from '../../facts/web/requires/requires.ts';
import type { Route } from '../../facts/web/routes/routes.ts';
import { FAST_HASHERS, PASSWORD_HASHERS } from '../../facts/web/security.ts';
import type { Evidence } from '../../model.ts';
import { matchesAny } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import { defineCheck, no, yes } from '../define.ts';

const REGISTER =
  /(^|[/_-])(register|registration|sign-?_?up|users?|accounts?|members?|join|create-?_?user|create-?_?account|new-?user)\/?$/i;
const REGISTER_HANDLER = /regist|sign_?up|create_?(user|account|member)|new_?user|add_?user/i;
/** Scripts and commands that make a user, or the first one. */
const BY_SCRIPT =
  /^_*(create|add|seed|make|insert|init)_?(super|admin|test|default|initial|first)?_?(user|admin|account)s?$/i;
/** Hooks that run when a record is stored: a hash in one of them covers every way in. */
const HOOKS =
  /^(?:.*\.)?(pre|beforeCreate|beforeSave|addHook|listens_for|listen|BeforeInsert|pre_save|\$use|validates|field_validator|validator)$/;

function isRegistration(route: Route): boolean {
  if (!route.mounted || (route.method !== 'POST' && route.method !== 'ANY' && route.method !== 'PUT'))
    return false;
  if (route.doer?.definition.stub) return false;
  const handler = `${route.handler?.definition.qualifiedName ?? ''} ${route.name}`;
  if (
    /log_?in|sign_?in|reset|verify|confirm|resend|refresh|forgot|follow|block|like/i.test(
      `${route.path} ${handler}`,
    )
  )
    return false;
  return REGISTER.test(route.path.replace(/\/$/, '')) || REGISTER_HANDLER.test(handler);
}

/** Whether only those who have an account already may make one. */
function isForMembers(program: Program, route: Route): boolean {
  return route.guards.some((guard) => guardRequiresUser(program, guard) !== null);
}

/** A script or command of the program that stores a user with a hashed password. */
function byScript(facts: Facts): Evidence | null {
  for (const ref of facts.program.definitions()) {
    if (ref.definition.kind === 'class' || !BY_SCRIPT.test(ref.definition.name)) continue;
    const hash = facts.program.reach(ref, (call) => matchesAny(facts.program.nameOf(call), PASSWORD_HASHERS));
    if (hash) return facts.evidence(ref.file.path, ref.definition.line);
  }
  return null;
}

/** A hasher that stands in a save hook or in the user's own model or manager. */
function hashInModel(facts: Facts): Evidence | null {
  for (const ref of facts.program.callsTo(PASSWORD_HASHERS)) {
    const around = facts.program.definitionOf({ file: ref.file, definition: ref.call.definition });
    const inModel = /user|account|member|auth/i.test(
      `${ref.file.path} ${around?.definition.qualifiedName ?? ''}`,
    );
    const inHook = ref.file.calls.some(
      (call, id) =>
        call.line <= ref.call.line &&
        call.endLine >= ref.call.line &&
        HOOKS.test(facts.program.nameOf(facts.program.callOf(ref.file, id))),
    );
    if (inModel || inHook) return facts.evidence(ref.file.path, ref.call.line);
  }
  return null;
}

export const registration = defineCheck({
  name: 'registration',
  summary: 'A route creates users; of password “hashed”, it stores a slow, salted hash.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ password: z.enum(['hashed', 'any']) }),
  ask: (facts, { password }) => {
    const routes = facts.routes.filter(isRegistration);
    const open = routes.filter((route) => !isForMembers(facts.program, route));
    for (const route of password === 'any' ? routes : open) {
      const here = facts.evidence(route.file.path, route.line);
      if (password === 'any') return yes([here]);
      if (!route.handler) continue;
      const hash = facts.program.reach(route.handler, (call) =>
        matchesAny(facts.program.nameOf(call), PASSWORD_HASHERS),
      );
      if (hash) return yes([here, facts.evidence(hash.call.file.path, hash.call.call.line)]);
      const inModel = hashInModel(facts);
      if (inModel) return yes([here, inModel]);
    }
    const script = routes.length === 0 && password === 'any' ? byScript(facts) : null;
    if (script) return yes([script]);
    if (routes.length > 0 && open.length === 0)
      return no(
        'a route that lets somebody without an account register',
        routes.slice(0, 3).map((route) => facts.evidence(route.file.path, route.line)),
      );
    if (routes.length === 0) return no('a route that registers users (POST /register, /signup, /users …)');
    const fast = facts.program.callsTo(FAST_HASHERS).slice(0, 3);
    return no(
      `a password hash (bcrypt, argon2, scrypt, PBKDF2, the framework’s own) on the way from ${routes[0]?.path} to the store`,
      [
        ...routes.slice(0, 2).map((route) => facts.evidence(route.file.path, route.line)),
        ...fast.map((call) => facts.evidence(call.file.path, call.call.line)),
      ],
    );
  },
});

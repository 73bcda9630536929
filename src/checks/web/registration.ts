import type { Facts } from '../../facts/facts.ts';
import { storedHash } from '../../facts/web/accounts.ts';
import { isExempt } from '../../facts/web/requires/exempt.ts';
import { guardRequiresUser } from '../../facts/web/requires/requires.ts';
import type { Route } from '../../facts/web/routes/routes.ts';
import type { Answer, Evidence } from '../../model.ts';
import { MODULE } from '../../program/file.ts';
import { regionFrom } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { defineCheck, no, unsure, yes } from '../define.ts';

const REGISTER =
  /(^|[/_-])(register|registration|sign-?_?up|users?|accounts?|members?|join|create-?_?user|create-?_?account|new-?user)\/?$/i;
const REGISTER_HANDLER = /regist|sign_?up|create_?(user|account|member)|new_?user|add_?user/i;
const OTHER = /log_?in|sign_?in|reset|verify|confirm|resend|refresh|forgot|follow|block|like/i;
function isUnsafe({ mounted, method, doer }: Route): boolean {
  return mounted && ['POST', 'ANY', 'PUT'].includes(method) && doer?.definition.stub !== true;
}

/** By its name alone: how it is stored is another question. */
function isNamed(route: Route): boolean {
  const handler = `${route.handler?.definition.qualifiedName ?? ''} ${route.name}`;
  if (OTHER.test(`${route.path} ${handler}`)) return false;
  return REGISTER.test(route.path.replace(/\/$/, '')) || REGISTER_HANDLER.test(handler);
}

/** Whether only those who have an account already may make one. */
function isForMembers(program: Program, route: Route): boolean {
  return route.guards.some(
    (guard) => !isExempt(program, guard, route) && guardRequiresUser(program, guard) !== null,
  );
}

/** The hash that a route, or the library that made it, stores. */
function hashOf(facts: Facts, { handler, file, line }: Route): Evidence | null {
  const { program } = facts;
  if (handler) {
    const stored = storedHash(program, { file: handler.file, definition: handler.id });
    return stored && facts.evidence(stored.hash.file.path, stored.hash.call.line);
  }
  const made = program
    .callsAs('account.routes')
    .find((call) => call.file === file && call.call.line === line);
  return made ? facts.evidence(file.path, line) : null;
}

/** A script or command of the program that stores a user with a hashed password. */
function byScript(facts: Facts): Evidence | null {
  const starts = [
    ...facts.program.filesOf().map((file) => ({ file, definition: MODULE })),
    ...facts.commands.flatMap(({ handler }) =>
      handler ? [{ file: handler.file, definition: handler.id }] : [],
    ),
  ];
  for (const start of starts) {
    const stored = storedHash(facts.program, start);
    if (stored) return facts.evidence(stored.stored.file.path, stored.stored.call.line);
  }
  return null;
}

/** A hasher that a hook runs when a record is stored, or that stands in the user's own model or manager. */
function hashInModel({ program, evidence }: Facts): Evidence | null {
  const hooked = hookedIn(program)
    .flatMap(({ file, id }) => regionFrom(program, { file, definition: id }).calls)
    .find((call) => program.means(program.nameOf(call), 'password.hash'));
  const inModel = (ref: CallRef): boolean => {
    const around = program.definitionOf({ file: ref.file, definition: ref.call.definition });
    return /user|account|member|auth/i.test(`${ref.file.path} ${around?.definition.qualifiedName ?? ''}`);
  };
  const hash = hooked ?? program.callsAs('password.hash').find(inModel);
  return hash ? evidence(hash.file.path, hash.call.line) : null;
}

/** The functions that run when a record is stored: given to a hook, or decorated by one. */
function hookedIn(program: Program): readonly DefinitionRef[] {
  return program.callsAs('record.hook').flatMap((hook) => {
    const { file, id, call } = hook;
    const given = call.arguments.flatMap(({ value }) => {
      const target = program.resolve(value, siteOf(hook));
      return target.kind === 'definition' ? [target.ref] : [];
    });
    const decorated = file.definitions.flatMap(({ decorators }, definition) =>
      decorators.some((value) => value.kind === 'call' && value.call === id)
        ? (program.definitionOf({ file, definition }) ?? [])
        : [],
    );
    return [...given, ...decorated];
  });
}

/** A hasher in what Django REST framework's serializers do when they create. */
function hashInSerializer({ program, evidence }: Facts): Evidence | null {
  const hash = program.callsAs('password.hash').find(({ file, call }) => {
    const around = program.definitionOf({ file, definition: call.definition });
    const owner = around && program.definitionOf({ file, definition: around.definition.parent });
    return owner?.definition.kind === 'class' && descendsAs(program, owner, 'input.serializer');
  });
  return hash ? evidence(hash.file.path, hash.call.line) : null;
}

export const registration = defineCheck({
  name: 'registration',
  summary: 'A route creates users; of password “hashed”, it stores a slow, salted hash.',
  reads: ['code'],
  joint: true,
  parameters: (z) => z.strictObject({ password: z.enum(['hashed', 'any']) }),
  ask: (facts, { password }): Answer => {
    const { program } = facts;
    const unsafe = facts.routes.filter(isUnsafe);
    const at = (route: Route) => facts.evidence(route.file.path, route.line);
    for (const route of unsafe) {
      const hash = isForMembers(program, route) ? null : hashOf(facts, route);
      if (hash) return yes([at(route), hash]);
    }
    const named = unsafe.filter(isNamed);
    const open = named.filter((route) => !isForMembers(program, route));
    for (const route of password === 'any' ? named : open) {
      if (password === 'any') return unsure(yes([at(route)]));
      // A generic view does its work in its serializer.
      const inSerializer = hashInSerializer(facts);
      if (inSerializer) return yes([at(route), inSerializer]);
      if (!route.handler) continue;
      const hash = program.reach(route.handler, (call) =>
        program.means(program.nameOf(call), 'password.hash'),
      );
      if (hash) return yes([at(route), facts.evidence(hash.call.file.path, hash.call.call.line)]);
      const inModel = hashInModel(facts);
      if (inModel) return unsure(yes([at(route), inModel]));
    }
    const script = named.length === 0 && password === 'any' ? byScript(facts) : null;
    if (script) return yes([script]);
    if (named.length > 0 && open.length === 0)
      return no('a route that lets somebody without an account register', named.slice(0, 3).map(at), [
        { kind: 'none', what: 'only somebody who is signed in may register others' },
      ]);
    if (named.length === 0)
      return no(
        'a route that registers users (POST /register, /signup, /users …)',
        [],
        [{ kind: 'none', what: 'no route registers users' }],
      );
    const fast = program.callsAs('password.fast-hash').slice(0, 3);
    return no(
      `a password hash (bcrypt, argon2, scrypt, PBKDF2, the framework’s own) on the way from ${named[0]?.path} to the store`,
      [...named.slice(0, 2).map(at), ...fast.map((call) => facts.evidence(call.file.path, call.call.line))],
      [
        {
          kind: 'lacks',
          has: named.slice(0, 1).map((route) => ({
            what: `a route to register: ${route.method} ${route.path}`,
            at: at(route),
          })),
          lacks: [
            fast.length > 0
              ? 'a slow hash of the password (a fast one is used)'
              : 'a hash of the password on its way to the store',
          ],
        },
      ],
    );
  },
});

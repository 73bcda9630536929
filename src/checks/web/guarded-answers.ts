import type { Facts } from '../../facts/facts.ts';
import type { Answering } from '../../facts/language-models/model-answers.ts';
import { claimedNames, isClaimIn } from '../../facts/web/claimed-names.ts';
import { isBlind } from '../../facts/web/requires/blind.ts';
import { requiresUser } from '../../facts/web/requires/requires.ts';
import type { Evidence } from '../../model.ts';
import { nestedIn, regionFrom, writtenIn } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import { decoratorNames } from '../../program/link/qualified.ts';
import type { DefinitionRef } from '../../program/program.ts';
import { defineCheck, found, no, yes } from '../define.ts';

const VERIFIES = ['token.verify', 'session.verify', 'secret.compare'] as const;
/** Fields of a page and parameters that ask for a name and believe it. */
const NAMES =
  /^(?:your )?(?:user ?name|name|nick(?:name)?|user_?id|client_?id|password|access key|passcode)\b/i;

function verifying(facts: Facts, region: Answering['region']): Evidence | null {
  const call = region.calls.find(
    (one) => facts.program.means(facts.program.nameOf(one), ...VERIFIES) && !isBlind(facts.program, one),
  );
  return call ? facts.evidence(call.file.path, call.call.line) : null;
}

/** Middleware of a socket server, which every connection passes. */
function bySocket(facts: Facts): Evidence | null {
  for (const call of facts.program.callsTo(['*.use', '?.use', '*.AuthMiddlewareStack', '*.on'])) {
    const name = facts.program.nameOf(call);
    if (/AuthMiddlewareStack$/.test(name)) return facts.evidence(call.file.path, call.call.line);
    for (const { value } of call.call.arguments) {
      const target = facts.program.resolve(value, siteOf(call));
      if (target.kind !== 'definition') continue;
      const region = regionFrom(facts.program, { file: target.ref.file, definition: target.ref.id });
      const verified = verifying(facts, region);
      if (verified) return verified;
    }
  }
  return null;
}

/** Middleware of one's own around what leads sockets to their consumers: `TokenMiddleware(URLRouter(…))`. */
function aroundSockets(facts: Facts): Evidence | null {
  const { program } = facts;
  for (const { file, id } of program.callsAs('socket.routes'))
    for (const [outer, { arguments: given }] of file.calls.entries()) {
      if (!given.some(({ value }) => value.kind === 'call' && value.call === id)) continue;
      const target = program.callee(program.callOf(file, outer));
      if (target.kind !== 'definition') continue;
      for (const site of nestedIn({ file: target.ref.file, definition: target.ref.id })) {
        const verified = verifying(facts, regionFrom(program, site));
        if (verified) return verified;
      }
    }
  return null;
}

/** The methods of a class of sockets that a new connection starts. */
const CONNECTS: ReadonlySet<string> = new Set([
  'handleConnection',
  'connect',
  'on_connect',
  'open',
  'onOpen',
]);

/** Beside the method that answers stands one that a connection must pass. */
function atConnection(facts: Facts, { file, line }: Answering): Evidence | null {
  const { program } = facts;
  const own = program.definitions().find((ref) => ref.file === file && ref.definition.line === line);
  const holder = own ? program.definitionOf({ file, definition: own.definition.parent }) : null;
  if (holder?.definition.kind !== 'class') return null;
  for (const name of [...CONNECTS, ...(asksWhoIsCurrent(holder) ? ['get_current_user'] : [])]) {
    const method = program.member(holder, name);
    const found = method
      ? verifying(facts, regionFrom(program, { file: method.file, definition: method.id }))
      : null;
    if (found) return found;
  }
  return null;
}

/** Tornado's `self.current_user` is what the class's own `get_current_user` gives back. */
function asksWhoIsCurrent({ file, id }: DefinitionRef): boolean {
  return nestedIn({ file, definition: id }).some((site) =>
    writtenIn(site).some(({ value }) => value.kind === 'name' && value.name.startsWith('self.current_user')),
  );
}

/** A framework asks everybody to log in where it is told how. */
function byLogin({ program, evidence }: Facts): Evidence | null {
  const login = program
    .definitions()
    .find((ref) => decoratorNames(program, ref).some((name) => program.means(name, 'auth.login')));
  return login ? evidence(login.file.path, login.definition.line) : null;
}

function guardOf(facts: Facts, answer: Answering): Evidence | null {
  const required = answer.route ? requiresUser(facts.program, answer.route) : null;
  if (required) return facts.evidence(required.by.file.path, required.by.line);
  return (
    verifying(facts, answer.region) ??
    (answer.via === 'job'
      ? (atConnection(facts, answer) ?? bySocket(facts) ?? aroundSockets(facts))
      : null) ??
    byLogin(facts)
  );
}

/** Sockets of a chat whose model is not known. */
function openSockets(facts: Facts): readonly Answering[] {
  return facts.routes.flatMap((route): Answering[] => {
    if (route.method !== 'WEBSOCKET' || !route.mounted || !route.handler) return [];
    const { file, line, handler } = route;
    const region = regionFrom(facts.program, { file: handler.file, definition: handler.id });
    return [{ via: 'route', route, file, line, region, models: [], outputs: [] }];
  });
}

export const guardedAnswers = defineCheck({
  name: 'guarded-answers',
  summary:
    'Whoever asks must be logged in, which the server verifies (`verified`); with `named`, a name, a key or a login that is not checked counts too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ level: z.enum(['verified', 'named']) }),
  ask: (facts, { level }) => {
    const answering = facts.answering.answers.filter((one) => one.via === 'route' || one.via === 'job');
    const answers = answering.length > 0 ? answering : openSockets(facts);
    const sockets = answers.filter((one) => one.route?.method === 'WEBSOCKET');
    const judged = (sockets.length > 0 ? sockets : answers).map((answer) => ({
      answer,
      guard: guardOf(facts, answer),
    }));
    const guarded = judged.filter((one) => one.guard !== null);
    const open = judged.filter((one) => one.guard === null);
    const shown = guarded.flatMap(({ answer, guard }) => [
      facts.evidence(answer.file.path, answer.line),
      ...(guard ? [guard] : []),
    ]);
    const counter = open.map(({ answer }) => facts.evidence(answer.file.path, answer.line));
    if (level === 'verified') {
      if (guarded.length > 0 && open.length <= guarded.length) return yes(shown.slice(0, 2), counter);
      return no('a verified login (token, session) before every route that answers', counter);
    }
    const fields = facts.interfaces
      .of('text-input')
      .filter((widget) => NAMES.test(widget.label))
      .map((widget) => facts.evidence(widget.path, widget.line));
    const verified = facts.program
      .callsAs(VERIFIES)
      .map((ref) => facts.evidence(ref.file.path, ref.call.line));
    const named = answers.flatMap(({ route }) =>
      (route?.handler?.definition.parameters ?? [])
        .filter(
          ({ name }) =>
            /^(?:user_?name|user_?id|client_?id|user|x_api_key|api_key)$/i.test(name) ||
            isClaimIn(route?.path ?? '', name),
        )
        .map((item) => facts.evidence(route?.file.path ?? '', item.line)),
    );
    const asked = new Set(answers.map(({ file }) => file));
    const claimed = [...asked].flatMap(claimedNames).map(({ path, line }) => facts.evidence(path, line));
    return found(
      [...shown, ...verified, ...fields, ...named, ...claimed].slice(0, 2),
      'a login, or a name or key that users give',
    );
  },
});

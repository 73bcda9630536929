/** What code does about who is calling: it reads what the caller sent, verifies it, and turns strangers away. */
import type { Value } from '../../../program/file.ts';
import { nestedIn, writtenIn } from '../../../program/life/region.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { RoleName } from '../../../program/role-names.ts';
import { parameterGuards } from '../routes/python-parameters.ts';
import { isBlind } from './blind.ts';
import type { Place } from './requires.ts';
import { isSwallowed } from './turning-away.ts';

export interface Identity {
  /** Where a library verifies what the caller sent. */
  readonly verified: Place | null;
  /** A stranger makes that verification raise, and nothing swallows it. */
  readonly strict: boolean;
  /** Where it asks who the framework, or what ran before, says the caller is. */
  readonly known: Place | null;
  /** Where it asks whether there is a caller at all; comparing the caller with an owner is another question. */
  readonly missed: Place | null;
  /** Where it reads a token, a key or a cookie as it was sent. */
  readonly sent: Place | null;
  /** It hands something on to code that may look it up or compare it. */
  readonly compares: boolean;
  /** Where it reads a token that nobody verifies. */
  readonly blind: Place | null;
  /** It runs code that is not known. */
  readonly vague: boolean;
}

/** Under these attributes of a request, frameworks and earlier guards keep the caller that they know. */
const CALLER = new Set(
  `user current_user currentUser session is_authenticated isAuthenticated isUnauthenticated auth principal viewer
   userId user_id locals`.split(/\s+/),
);
/** A proof as it was sent. */
const SENT = new Set('authorization cookies signedCookies COOKIES'.split(' '));
const KEYS =
  /^(?:bearer |http_)?(?:authorization|x[-_]api[-_]?key|api[-_]?key|x[-_]auth[-_]token|x[-_]access[-_]token|access[-_]?token|token|cookie|session(?:id)?|jwt|sid)$/i;
/** What carries both, as handlers of the frameworks name it. */
const REQUESTS =
  /^_?(?:req|request|ctx|context|c|g|event|info|scope|websocket|socket|connection|conn|state|res|handshake|root)$/;
/** Methods that only take a text apart or answer. */
const TRIVIAL = new Set(
  `get split replace replaceAll removeprefix startswith startsWith slice substring substr strip trim lower toLowerCase json
   status send sendStatus next header headers abort jsonify HTTPException Error end set throw match test toString String
   print log error warn info debug getRequest getResponse switchToHttp wraps call_next get_response`.split(
    /\s+/,
  ),
);

/** Reads a guard, or a handler, with what it calls. */
export function identityIn(program: Program, family: readonly DefinitionRef[]): Identity {
  const found: { -readonly [Key in keyof Identity]: Identity[Key] } = {
    verified: null,
    strict: false,
    known: null,
    missed: null,
    sent: null,
    compares: false,
    blind: null,
    vague: false,
  };
  for (const ref of family) {
    for (const call of program.callsIn(ref)) readCall(program, call, found);
    const own = { file: ref.file, definition: ref.id };
    for (const site of [own, ...nestedIn(own)])
      for (const { value } of writtenIn(site)) {
        const place = { file: ref.file, line: value.line };
        if (isCaller(program, value, site)) found.known ??= place;
        if (isSent(value)) found.sent ??= place;
        if (isComparison(value)) found.compares = true;
      }
    found.missed ??= asksForNobody(program, ref);
    if (ref.file.language === 'python' && takesProof(program, ref))
      found.sent ??= { file: ref.file, line: ref.definition.line };
  }
  return found;
}

function readCall(
  program: Program,
  call: CallRef,
  found: { -readonly [Key in keyof Identity]: Identity[Key] },
): void {
  const place = { file: call.file, line: call.call.line };
  const name = program.nameOf(call);
  // A bare name that nothing binds is a parameter: what a decorator wraps.
  const { callee } = call.call;
  const isHandedIn = name.startsWith('?') && callee.kind === 'name' && !callee.name.includes('.');
  // `request.headers.get("x-api-key")`, `req.header('token')`, `get_header(…)`
  if (readsKey(call)) found.sent ??= place;
  if (isBlind(program, call)) {
    found.blind ??= place;
    return;
  }
  if (program.means(name, 'token.verify')) {
    found.verified ??= place;
    found.strict ||= !isSwallowed(program, call);
  } else if (program.means(name, 'session.verify')) found.verified ??= place;
  else if (!isHandedIn && !TRIVIAL.has(lastSegment(name)) && call.call.arguments.length > 0)
    found.compares = true;
  if (name.startsWith('?') && !isHandedIn && !TRIVIAL.has(lastSegment(name))) found.vague = true;
}

/** `req.user`, `request.session`, `g.user`, `self.request.user`, flask-login's `current_user`. */
function isCaller(program: Program, value: Value, site: Parameters<Program['resolve']>[1]): boolean {
  if (value.kind === 'index') return isRequestKey(value, CALLER);
  if (value.kind !== 'name') return false;
  const parts = value.name.replace(/^(?:self|this)\./, '').split('.');
  const [head = '', ...rest] = parts;
  if (REQUESTS.test(head) && rest.some((part) => CALLER.has(part))) return true;
  if (parts.length > 1 && value.name.startsWith('self.current_user')) return true;
  if (!/current_user|session|get_jwt/.test(head)) return false;
  const target = program.resolve({ kind: 'name', name: head, line: value.line }, site);
  return target.kind === 'external' && program.means(target.name, 'session.caller');
}

/** `if not request.user.is_authenticated`, `if (!req.session.userId)`, `if "user_id" not in session`, `user is None`. */
function asksForNobody(program: Program, ref: DefinitionRef): Place | null {
  const { file } = ref;
  const own = { file, definition: ref.id };
  for (const site of [own, ...nestedIn(own)]) {
    const isCallers = (value: Value): boolean =>
      valuesThroughCalls(value, file).some((part) => {
        if (isCaller(program, part, site)) return true;
        if (part.kind !== 'name' || part.name.includes('.')) return false;
        const [only] = program.assignmentsTo(part.name, site);
        const given = only?.assignment.value;
        return given
          ? valuesThroughCalls(given, only.file).some((inner) => isCaller(program, inner, site))
          : false;
      });
    for (const { test, definition, line } of file.blocks)
      if (definition === site.definition && test && absencesIn(test).some(isCallers)) return { file, line };
  }
  return null;
}

/** What a condition asks the absence of. */
function absencesIn(test: Value): readonly Value[] {
  return valuesWithin(test).flatMap((part): readonly Value[] => {
    if (part.kind === 'name' && /(?:is_?authenticated|isUnauthenticated)$/i.test(part.name)) return [part];
    if (part.kind !== 'operation') return [];
    const [first, second] = part.operands;
    if (part.operator === 'not' && first) return [first];
    if (part.operator === 'not in' && second) return [second];
    const isNothing = second?.kind === 'literal' && (second.value === null || second.value === '');
    const isUndefined = second?.kind === 'name' && second.name === 'undefined';
    return first && (part.operator === 'is' || part.operator === '==') && (isNothing || isUndefined)
      ? [first]
      : [];
  });
}

function isSent(value: Value): boolean {
  if (value.kind === 'literal')
    return (
      typeof value.value === 'string' && /^(?:http_)?(?:authorization|x[-_]api[-_]key)$/i.test(value.value)
    );
  if (value.kind === 'index')
    return (
      value.index.some((key) => key.kind === 'literal' && KEYS.test(String(key.value))) &&
      isOfRequest(value.of)
    );
  if (value.kind !== 'name') return false;
  const [head = '', ...rest] = value.name.replace(/^(?:self|this)\./, '').split('.');
  return REQUESTS.test(head) && rest.some((part) => SENT.has(part) || KEYS.test(part));
}

function readsKey({ call }: CallRef): boolean {
  const first = call.arguments[0]?.value;
  return first?.kind === 'literal' && KEYS.test(String(first.value)) && REQUESTS.test(headOf(call.callee));
}

function isOfRequest(value: Value): boolean {
  return (value.kind === 'name' || value.kind === 'member') && REQUESTS.test(headOf(value));
}

function headOf(value: Value): string {
  if (value.kind === 'name') return value.name.replace(/^(?:self|this)\./, '').split('.')[0] ?? '';
  return value.kind === 'member' ? headOf(value.of) : '';
}

function isRequestKey(value: Value & { kind: 'index' }, names: ReadonlySet<string>): boolean {
  return (
    isOfRequest(value.of) && value.index.some((key) => key.kind === 'literal' && names.has(String(key.value)))
  );
}

/** A comparison of two things that are not written out. */
function isComparison(value: Value): boolean {
  return (
    value.kind === 'operation' &&
    ['==', '!=', 'in', 'not in'].includes(value.operator) &&
    !value.operands.some((operand) => operand.kind === 'literal')
  );
}

/** A parameter that FastAPI fills with a header, a cookie or what a scheme found. */
function takesProof(program: Program, ref: DefinitionRef): boolean {
  if (parameterGuards(program, ref).some((guard) => program.means(guard.name, 'token.scheme'))) return true;
  return ref.definition.parameters.some(({ name, default: given, annotation }) =>
    [given, annotation].some((value) => {
      const part = value?.kind === 'index' ? value.index.find((item) => item.kind === 'call') : value;
      if (part?.kind !== 'call' || !KEYS.test(name)) return false;
      return /^(?:Header|Cookie|Query)$/.test(
        lastSegment(program.nameOf(program.callOf(ref.file, part.call))),
      );
    }),
  );
}

/** Whether code compares or looks anything up, some calls left aside. */
export function asksAnything(program: Program, family: readonly DefinitionRef[], aside: RoleName): boolean {
  return family.some((ref) => {
    const own = { file: ref.file, definition: ref.id };
    return (
      program.callsIn(ref).some((call) => {
        const name = program.nameOf(call);
        const isOwn = program.callee(call).kind === 'definition';
        return (
          !isOwn &&
          !program.means(name, aside) &&
          !TRIVIAL.has(lastSegment(name)) &&
          call.call.arguments.length > 0
        );
      }) || [own, ...nestedIn(own)].some((site) => writtenIn(site).some(({ value }) => isComparison(value)))
    );
  });
}

/** What a route requires before it does its work, in effect: one relation, asked by every check of a route. */
import type { CodeFile } from '../../../program/file.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { entryOf, entryOfWeak } from '../../../reading/collections.ts';
import { parameterGuards } from '../routes/python-parameters.ts';
import type { Guard, Route } from '../routes/routes.ts';
import { GUARD_WORDS, OPEN_GUARDS } from '../security.ts';
import { isExempt } from './exempt.ts';
import { calledFrom } from './family.ts';
import { type Identity, identityIn } from './identity.ts';
import { letsStrangersPass } from './optional.ts';
import { refusalIn, statusIn } from './turning-away.ts';

export interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

/** A requirement of a route, with its ends: where it is put before the route, and what enforces it. */
export interface Required {
  readonly at: Place;
  readonly by: Place;
  /** Only a name says it: what it runs is not known. */
  readonly byName: boolean;
}

const known = new WeakMap<Program, Map<DefinitionRef, Reading>>();
const knownGuards = new WeakMap<Program, Map<DefinitionRef, Reading>>();

interface Reading extends Identity {
  readonly refuses: Place | null;
  readonly denies: Place | null;
}

/** A definition with what it calls, read once. A guard is read with the dependencies that it is handed. */
function readingOf(program: Program, ref: DefinitionRef, asGuard = false): Reading {
  const kept = asGuard ? knownGuards : known;
  const readings = entryOfWeak(kept, program, () => new Map<DefinitionRef, Reading>());
  return entryOf(readings, ref, () => {
    const handed = asGuard ? parameterGuards(program, ref).flatMap((guard) => guard.ref ?? []) : [];
    const family = [...new Set([ref, ...handed].flatMap((one) => calledFrom(program, one)))];
    return {
      ...identityIn(program, family),
      refuses: refusalIn(program, family),
      denies: statusIn(program, family),
    };
  });
}

/** The known user that a route requires; null where a stranger may call it. */
export function requiresUser(program: Program, route: Route): Required | null {
  const handler = route.handler ? readingOf(program, route.handler) : null;
  let named: Required | null = null;
  for (const guard of route.guards) {
    if (isExempt(program, guard, route)) continue;
    const hit = guardRequiresUser(program, guard, handler);
    if (hit && !hit.byName) return hit;
    named ??= hit;
  }
  const by = handler ? insideRequiresUser(handler) : null;
  return by ? { at: by, by, byName: false } : named;
}

/** Whether a guard lets only known users pass; a handler may refuse those for whom it found nobody. */
export function guardRequiresUser(
  program: Program,
  guard: Guard,
  handler: Reading | null = null,
): Required | null {
  const at = { file: guard.file, line: guard.line };
  const byName = saidByName(program, guard) ? { at, by: at, byName: true } : null;
  if (!guard.ref) return byName;
  const own = readingOf(program, guard.ref, true);
  const optional = letsStrangersPass(guard.ref);
  const turned = (optional ? null : own.refuses) ?? handler?.denies ?? null;
  const { verified, known: caller, sent, blind } = own;
  if (verified && (turned || (own.strict && !optional))) return { at, by: verified, byName: false };
  if (caller && !blind && turned) return { at, by: caller, byName: false };
  if (sent && own.compares && !blind && turned) return { at, by: sent, byName: false };
  if (blind && !verified) return null;
  // A class of a library's does what it is called; so does a function that runs something unknown.
  const foreign = guard.ref.definition.kind === 'class' && baseSaysIt(program, guard.ref);
  return foreign || (own.vague && !verified)
    ? (byName ?? (foreign ? { at, by: at, byName: true } : null))
    : null;
}

function baseSaysIt(program: Program, ref: DefinitionRef): boolean {
  return program.ancestors(ref).some((name) => name.includes('.') && GUARD_WORDS.test(name));
}

function saidByName(program: Program, { name, call, plugin }: Guard): boolean {
  if (plugin || program.means(name, 'token.scheme') || (call && isOptional(call))) return false;
  if (OPEN_GUARDS.test(name) && !/jwt|token|current/i.test(name)) return false;
  return GUARD_WORDS.test(name);
}

/** `@jwt_required(optional=True)`, `passport.authenticate(['jwt', 'anonymous'])`. */
function isOptional({ call }: CallRef): boolean {
  return call.arguments.some(({ name, value }) => {
    if (value.kind === 'list')
      return value.items.some((item) => item.kind === 'literal' && item.value === 'anonymous');
    return name === 'optional' && value.kind === 'literal' && value.value === true;
  });
}

/** Where a handler itself lets only known users pass. */
function insideRequiresUser({
  verified,
  strict,
  missed,
  sent,
  blind,
  compares,
  denies,
}: Reading): Place | null {
  if (verified && (strict || denies)) return verified;
  if (!denies) return null;
  if (blind) return null;
  return missed ?? (compares ? sent : null);
}

/** Applications and routers: what holds routes. Each is known by the call that made it. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { createLookup } from '../../../program/flow/lookup.ts';
import { argument, calleeParts, makerName, siteOf, textOf } from '../../../program/link/calls.ts';
import type { Lookup, Origin } from '../../../program/link/origin.ts';
import { lastSegment, matchesName } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { entryOf } from '../../../reading/collections.ts';
import { HOLDER_PARAMETERS, HOLDER_TYPES, HOLDERS, type HolderKind } from './frameworks.ts';

export interface Holder {
  readonly framework: string;
  readonly kind: 'application' | 'router' | 'plugin';
  /** The prefix it carries itself. */
  readonly prefix: string;
  readonly file: CodeFile;
  readonly line: number;
  /** The call that made it; null for a parameter that holds it. */
  readonly made: CallRef | null;
  /** The function whose parameter it is. */
  readonly parameterOf: DefinitionRef | null;
}

export interface Holders {
  readonly lookup: Lookup;
  /** Every holder met so far. */
  all(): readonly Holder[];
  of(value: Value, site: Site): readonly Holder[];
  ofOrigin(origin: Origin): readonly Holder[];
  /** What the callee's method is called on, and the method. */
  receiver(call: CallRef): { readonly holders: readonly Holder[]; readonly method: string } | null;
}

const MAX_DEPTH = 8;
/** Calls in one chain. */
const MAX_CHAIN = 300;
/** Where an object of one's own class keeps its router. */
const ROUTER_ATTRIBUTES = ['router', 'route', 'routes', 'app'];

export function createHolders(program: Program): Holders {
  const lookup = createLookup(program);
  const made = new Map<CallRef, Holder | null>();
  const parameters = new Map<string, Holder>();
  const results = new Map<CallRef, readonly Holder[]>();

  function kindOf(call: CallRef): HolderKind | null {
    const name = makerName(program, call);
    return HOLDERS.find(([pattern]) => matchesName(name, pattern))?.[1] ?? null;
  }

  function ofMaker(call: CallRef): Holder | null {
    const known = made.get(call);
    if (known !== undefined) return known;
    const kind = kindOf(call);
    // `flask.Flask.route('/')` has the maker's name in front, never alone; a member call of a maker is no maker.
    const holder: Holder | null = kind && {
      framework: kind.framework,
      kind: kind.kind,
      prefix: kind.prefix ? textOf(program, argument(call, kind.prefix), siteOf(call)) : '',
      file: call.file,
      line: call.call.line,
      made: call,
      parameterOf: null,
    };
    made.set(call, holder);
    return holder;
  }

  const iterated = new Map<CodeFile, Map<number, CallRef[]>>();
  /** Calls of `forEach` and `map` by the function that they are given. */
  function iterations(file: CodeFile): ReadonlyMap<number, readonly CallRef[]> {
    return entryOf(iterated, file, () => {
      const found = new Map<number, CallRef[]>();
      for (const [id, call] of file.calls.entries()) {
        const name = calleeParts(call.callee)?.name;
        if (name !== 'forEach' && name !== 'map') continue;
        for (const { value } of call.arguments)
          if (value.kind === 'function')
            entryOf(found, value.definition, () => []).push(program.callOf(file, id));
      }
      return found;
    });
  }

  /** What is handed in for a parameter, by those who call its function or hand it to `forEach`. */
  function handedIn(ref: DefinitionRef, index: number, depth: number): readonly Origin[] {
    const { definition, file } = ref;
    const parameter = definition.parameters[index];
    if (!parameter || depth > MAX_DEPTH) return [];
    const found: Origin[] = [];
    const expand = (value: Value, site: Site): readonly Origin[] =>
      lookup
        .origins(value, site)
        .flatMap((origin) =>
          origin.kind === 'parameter' ? handedIn(origin.ref, origin.index, depth + 1) : [origin],
        );
    const bound = definition.kind === 'method' && file.language === 'python' ? 1 : 0;
    for (const call of program.callers(ref).slice(0, 30)) {
      const value =
        call.call.arguments.find((item) => item.name === parameter.name)?.value ??
        call.call.arguments.filter((item) => item.name === null)[index - bound]?.value;
      if (value) found.push(...expand(value, siteOf(call)));
    }
    if (found.length > 0 || definition.kind === 'method') return found.slice(0, 40);
    for (const call of iterations(file).get(ref.id) ?? []) {
      const parts = calleeParts(call.call.callee);
      if (!parts) continue;
      for (const list of expand(parts.of, siteOf(call))) found.push(...lookup.items(list));
    }
    return found.slice(0, 40);
  }

  function ofParameter(ref: DefinitionRef, index: number, depth: number): readonly Holder[] {
    const { definition, file } = ref;
    const parameter = definition.parameters[index];
    if (!parameter || depth > MAX_DEPTH) return [];
    const found = handedIn(ref, index, depth).flatMap((origin) => ofOrigin(origin, depth + 1));
    if (found.length > 0) return [...new Set(found)];
    const type = parameter.annotation?.kind === 'name' ? lastSegment(parameter.annotation.name) : '';
    const framework =
      HOLDER_TYPES[type] ?? (file.language === 'python' ? undefined : HOLDER_PARAMETERS[parameter.name]);
    if (!framework) return [];
    const key = `${file.path}\0${ref.id}\0${index}`;
    let holder = parameters.get(key);
    if (!holder) {
      holder = {
        framework,
        kind: 'plugin',
        prefix: '',
        file,
        line: definition.line,
        made: null,
        parameterOf: ref,
      };
      parameters.set(key, holder);
    }
    return [holder];
  }

  function ofOrigin(origin: Origin, depth = 0): readonly Holder[] {
    if (depth > MAX_DEPTH) return [];
    if (origin.kind === 'parameter') return ofParameter(origin.ref, origin.index, depth + 1);
    if (origin.kind !== 'value') return [];
    const { value, site } = origin;
    if (value.kind === 'list') return lookup.items(origin).flatMap((item) => ofOrigin(item, depth + 1));
    if (value.kind !== 'call') return [];
    const call = program.callOf(site.file, value.call);
    const known = results.get(call);
    if (known) return known;
    // Also what keeps `query = query.filter(…)` from asking for itself.
    results.set(call, []);
    const found = ofCall(call, depth);
    results.set(call, found);
    return found;
  }

  function ofCall(call: CallRef, depth: number): readonly Holder[] {
    const holder = ofMaker(call);
    if (holder) return [holder];
    const callee = program.callee(call);
    if (callee.kind === 'definition' && callee.ref.definition.kind === 'class')
      return ROUTER_ATTRIBUTES.flatMap((name) => lookup.attribute(callee.ref, name))
        .flatMap((item) => ofOrigin(item, depth + 1))
        .slice(0, 4);
    if (callee.kind === 'definition')
      return lookup.returns(callee.ref).flatMap((item) => ofOrigin(item, depth + 1));
    // `new Hono().get(…).post(…)`, `router.routes()`: a chain stays with what it began with.
    let begin = call;
    let parts = calleeParts(call.call.callee);
    for (let step = 0; parts?.of.kind === 'call' && step < MAX_CHAIN; step++) {
      begin = program.callOf(call.file, parts.of.call);
      if (ofMaker(begin)) break;
      parts = calleeParts(begin.call.callee);
    }
    if (begin !== call && ofMaker(begin)) return of(asValue(begin), siteOf(call), depth + 1);
    if (parts) {
      const before = of(parts.of, siteOf(call), depth + 1);
      if (before.length > 0) return before;
    }
    // `expressWs(express())`, `CORS(app)`: a wrapper hands on what it is given.
    const first = call.call.arguments[0]?.value;
    return callee.kind === 'external' && first && first.kind !== 'function'
      ? of(first, siteOf(call), depth + 1)
      : [];
  }

  function of(value: Value, site: Site, depth = 0): readonly Holder[] {
    if (depth > MAX_DEPTH) return [];
    return [...new Set(lookup.origins(value, site).flatMap((origin) => ofOrigin(origin, depth)))];
  }

  const receivers = new Map<string, readonly Holder[]>();
  for (const call of program.calls()) ofMaker(call);
  return {
    lookup,
    all: () => [
      ...[...made.values()].filter((holder): holder is Holder => holder !== null),
      ...parameters.values(),
    ],
    of: (value, site) => of(value, site),
    ofOrigin: (origin) => ofOrigin(origin),
    receiver: (call) => {
      const parts = calleeParts(call.call.callee);
      if (!parts) return null;
      const site = siteOf(call);
      // The same name in the same scope is asked for once per route.
      const key = parts.of.kind === 'name' ? `${call.file.path}\0${site.definition}\0${parts.of.name}` : null;
      const known = key === null ? undefined : receivers.get(key);
      const holders = known ?? of(parts.of, site);
      if (key !== null) receivers.set(key, holders);
      return { holders, method: parts.name };
    },
  };
}

function asValue(call: CallRef): Value {
  return { kind: 'call', call: call.id, line: call.call.line };
}

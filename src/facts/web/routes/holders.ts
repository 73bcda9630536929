/** Applications and routers: what holds routes. Each is known by the call that made it. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { createLookup } from '../../../program/flow/lookup.ts';
import { argument, calleeParts, makerName, siteOf, textOf } from '../../../program/link/calls.ts';
import type { Lookup, Origin } from '../../../program/link/origin.ts';
import { lastSegment, matchesName } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { entryOf } from '../../../reading/collections.ts';
import { HOLDER_PARAMETERS, HOLDER_TYPES, HOLDERS, type HolderKind } from './frameworks.ts';
import { createHandedIn } from './handed-in.ts';
import { createPlugins } from './plugins.ts';

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
  /** The routers that a value stands for where it is put into another; a plugin is a function whose parameter is one. */
  mounted(value: Value, site: Site): readonly Holder[];
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
  const kinds = new Map<string, HolderKind | null>();
  const made = new Map<CallRef, Holder>();
  const parameters = new Map<string, Holder>();
  const results = new Map<CallRef, readonly Holder[]>();

  function kindOf(call: CallRef): HolderKind | null {
    const callee = program.callee(call);
    // `class Own(APIRouter)`, `class App extends Hono`
    const names =
      callee.kind === 'definition' && callee.ref.definition.kind === 'class'
        ? program.ancestors(callee.ref)
        : [makerName(program, call)];
    // A program has far fewer names than calls.
    return entryOf(
      kinds,
      names.join('\0'),
      () => HOLDERS.find(([pattern]) => names.some((name) => matchesName(name, pattern)))?.[1] ?? null,
    );
  }

  /** The prefix that a router is made with, by its own class where it has one: `super().__init__(prefix="/own")`. */
  function prefixOf(call: CallRef, keyword: string, first = false): string {
    const given = argument(call, keyword) ?? (first ? call.call.arguments[0]?.value : null);
    if (given) return textOf(program, given, siteOf(call));
    const callee = program.callee(call);
    const init = callee.kind === 'definition' ? program.member(callee.ref, '__init__') : null;
    for (const inner of init ? program.callsIn(init) : []) {
      const own = calleeParts(inner.call.callee)?.name === '__init__' ? argument(inner, keyword) : null;
      if (own) return textOf(program, own, siteOf(inner));
    }
    return '';
  }

  function ofMaker(call: CallRef): Holder | null {
    const known = made.get(call);
    if (known !== undefined) return known;
    const kind = kindOf(call);
    if (kind === null) return null;
    // `flask.Flask.route('/')` has the maker's name in front, never alone; a member call of a maker is no maker.
    const holder: Holder = {
      framework: kind.framework,
      kind: kind.kind,
      prefix: kind.prefix ? prefixOf(call, kind.prefix, kind.first) : '',
      file: call.file,
      line: call.call.line,
      made: call,
      parameterOf: null,
    };
    made.set(call, holder);
    return holder;
  }

  const plugins = createPlugins(program, lookup);
  const handedIn = createHandedIn(program, lookup);

  function ofParameter(ref: DefinitionRef, index: number, depth: number): readonly Holder[] {
    const { definition, file } = ref;
    const parameter = definition.parameters[index];
    if (!parameter || depth > MAX_DEPTH) return [];
    const found = handedIn(ref, index).flatMap((origin) => ofOrigin(origin, depth + 1));
    if (found.length > 0) return [...new Set(found)];
    const type = parameter.annotation?.kind === 'name' ? lastSegment(parameter.annotation.name) : '';
    const framework =
      HOLDER_TYPES[type] ??
      (file.language === 'python'
        ? undefined
        : (pluginOf(ref, index, depth) ?? HOLDER_PARAMETERS[parameter.name]));
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

  /** The framework of the router that a function is registered on: `app.register(async (api) => …)`. */
  function pluginOf(ref: DefinitionRef, index: number, depth: number): string | undefined {
    if (index !== 0) return undefined;
    for (const { of: on, site } of plugins.registering(ref)) {
      const [holder] = of(on, site, depth + 1);
      if (holder) return holder.framework;
    }
    return undefined;
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
    const [base] =
      parts && calleeParts(call.call.callee)?.name === 'basePath'
        ? of(parts.of, siteOf(call), depth + 1)
        : [];
    if (base) return [below(base, call)];
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

  /** Hono's `basePath('/api')` makes an application of its own, below the path. */
  function below(base: Holder, call: CallRef): Holder {
    const path = textOf(program, call.call.arguments[0]?.value ?? null, siteOf(call));
    const holder: Holder = { ...base, prefix: `${base.prefix}${path}`, line: call.call.line, made: call };
    made.set(call, holder);
    return holder;
  }

  function of(value: Value, site: Site, depth = 0): readonly Holder[] {
    if (depth > MAX_DEPTH) return [];
    return [...new Set(lookup.origins(value, site).flatMap((origin) => ofOrigin(origin, depth)))];
  }

  const receivers = new Map<string, readonly Holder[]>();
  for (const call of program.calls()) ofMaker(call);
  return {
    lookup,
    all: () => [...made.values(), ...parameters.values()],
    of: (value, site) => of(value, site),
    ofOrigin: (origin) => ofOrigin(origin),
    mounted: (value, site) => {
      const found = of(value, site);
      if (found.length > 0 || site.file.language === 'python') return found;
      return plugins
        .behind(value, site)
        .flatMap((ref) => ofParameter(ref, 0, 0).filter((holder) => holder.parameterOf === ref));
    },
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

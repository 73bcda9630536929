/** Operations in a map of resolvers: Apollo, graphql-yoga, Mercurius, express-graphql, graphql-tools; Ariadne's objects. */
import type { Value } from '../../../program/file.ts';
import type { Placed } from '../../../program/flow/rounds.ts';
import { argument, calleeParts, siteAround, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, matchesAny } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import type { Entry, Reader } from './entry.ts';
import { OPERATION_TYPES, operationEntry } from './graphql.ts';
import { guardsOf } from './guards.ts';
import { handlerOf } from './handlers.ts';
import type { Holders } from './holders.ts';
import type { Guard } from './routes.ts';

/** Calls that are given resolvers. One line each: extend here. */
const SERVERS: readonly string[] = [
  '@apollo/server.ApolloServer',
  'apollo-server*.ApolloServer',
  '@apollo/subgraph.buildSubgraphSchema',
  '@graphql-tools/*.makeExecutableSchema',
  'graphql-tools.makeExecutableSchema',
  'graphql-yoga.createSchema',
  'graphql-yoga.GraphQLServer',
  'graphql-yoga.createYoga',
  'mercurius',
  'graphql-http*.createHandler',
  'express-graphql.graphqlHTTP',
];
/** Objects of Ariadne to which resolvers are added. */
const ARIADNE: Readonly<Record<string, Entry['operation']>> = {
  'ariadne.QueryType': 'query',
  'ariadne.MutationType': 'mutation',
  'ariadne.SubscriptionType': 'subscription',
};
const MAX_DEPTH = 6;

export const readGraphqlMaps: Reader = (program, holders) => [
  ...program.callsTo(SERVERS).flatMap((call) => ofServer(program, holders, call)),
  ...registeredPlugins(program).flatMap((call) => ofServer(program, holders, call)),
  ...ofAriadne(program, holders),
];

/** `app.register(mercurius, { schema, resolvers })`. */
function registeredPlugins(program: Program): readonly CallRef[] {
  return program
    .calls()
    .filter(
      (call) =>
        call.file.language !== 'python' &&
        calleeParts(call.call.callee)?.name === 'register' &&
        argument(call, 'resolvers') !== null,
    );
}

function ofServer(program: Program, holders: Holders, call: CallRef): readonly Entry[] {
  const site = siteOf(call);
  const shields = shieldsOf(program, holders);
  const map = argument(call, 'resolvers');
  const root = argument(call, 'rootValue');
  const entries: Entry[] = [];
  if (map)
    for (const dict of dictsOf(program, holders, { value: map, site }))
      for (const { key, value } of dict.value.entries) {
        const type = key?.kind === 'literal' ? String(key.value) : key?.kind === 'name' ? key.name : '';
        const kind = Object.hasOwn(OPERATION_TYPES, type) ? OPERATION_TYPES[type] : undefined;
        if (kind) fields({ value, site: dict.site }, kind, type);
      }
  if (root) fields({ value: root, site }, 'query', '');
  return entries;

  function fields(placed: Placed, kind: NonNullable<Entry['operation']>, type: string): void {
    for (const dict of dictsOf(program, holders, placed))
      for (const { key, value } of dict.value.entries) {
        if (key?.kind !== 'literal') continue;
        const name = String(key.value);
        // A subscription is an object with `subscribe`; `{ resolve }` is one of a query too.
        const inner =
          value.kind === 'dict'
            ? value.entries.find(
                (item) =>
                  item.key?.kind === 'literal' && /^(?:resolve|subscribe)$/.test(String(item.key.value)),
              )?.value
            : value;
        const resolver = inner ?? value;
        const handler = handlerOf(program, holders, resolver, dict.site);
        const wrappers = resolver.kind === 'call' ? guardsOf(program, resolver, dict.site, 'route') : [];
        // A root value says nothing of its fields: what is named like a change is one.
        entries.push(
          operationEntry({
            kind: type === '' && /^(?:create|add|update|edit|delete|remove)/.test(name) ? 'mutation' : kind,
            name,
            handler,
            guards: [
              ...wrappers.filter((guard) => guard.ref !== handler || guard.ref === null),
              ...(shields.get(`${type}.${name}`) ?? shields.get(`${type}.*`) ?? []),
            ],
            file: dict.site.file,
            line: value.line,
            framework: 'graphql',
          }),
        );
      }
  }
}

/** The objects that a value is put together of: spread, merged, in lists, in other modules. */
function dictsOf(
  program: Program,
  holders: Holders,
  { value, site }: Placed,
  depth = 0,
): readonly { readonly value: Value & { kind: 'dict' }; readonly site: Placed['site'] }[] {
  if (depth > MAX_DEPTH) return [];
  const inner = (part: Value, at: Placed['site']) =>
    dictsOf(program, holders, { value: part, site: at }, depth + 1);
  return holders.lookup.origins(value, site).flatMap((origin) => {
    if (origin.kind === 'module')
      return holders.lookup
        .exported(origin.file, 'default')
        .flatMap((item) => (item.kind === 'value' ? inner(item.value, item.site) : []));
    if (origin.kind !== 'value') return [];
    const { value: found, site: at } = origin;
    if (found.kind === 'dict')
      return [
        { value: found, site: at },
        ...found.entries.flatMap((entry) => (entry.key ? [] : inner(entry.value, at))),
      ];
    if (found.kind === 'list') return found.items.flatMap((item) => inner(item, at));
    // `mergeResolvers([a, b])`, `merge({}, a, b)`, `Object.assign(a, b)`
    if (found.kind === 'call') {
      const call = at.file.calls[found.call];
      return (call?.arguments ?? []).flatMap((item) =>
        item.value.kind === 'function' ? [] : inner(item.value, at),
      );
    }
    return [];
  });
}

/** graphql-shield's rules, by type and field. */
function shieldsOf(program: Program, holders: Holders): ReadonlyMap<string, readonly Guard[]> {
  const found = new Map<string, readonly Guard[]>();
  for (const call of program.callsTo(['graphql-shield.shield'])) {
    const first = call.call.arguments[0]?.value;
    for (const dict of first ? dictsOf(program, holders, { value: first, site: siteOf(call) }) : [])
      for (const type of dict.value.entries)
        for (const rules of dictsOf(program, holders, { value: type.value, site: dict.site }))
          for (const { key, value } of rules.value.entries)
            if (key?.kind === 'literal' && type.key?.kind === 'literal')
              found.set(
                `${type.key.value}.${key.value}`,
                guardsOf(program, value, rules.site, 'application'),
              );
  }
  return found;
}

/** `@mutation.field("createPost")` and `mutation.set_field("createPost", create_post)`. */
function ofAriadne(program: Program, holders: Holders): readonly Entry[] {
  const entries: Entry[] = [];
  for (const call of program.calls()) {
    const name = call.file.language === 'python' ? program.nameOf(call) : '';
    const method = lastSegment(name);
    const kind = ARIADNE[name.slice(0, -method.length - 1)];
    const [field, resolver] = call.call.arguments.map((item) => item.value);
    if (!kind || !matchesAny(method, ['field', 'set_field']) || field?.kind !== 'literal') continue;
    const handler: DefinitionRef | null = resolver
      ? handlerOf(program, holders, resolver, siteOf(call))
      : decorated(program, call);
    const site = handler && siteAround(handler);
    const at =
      handler?.definition.decorators.findIndex((item) => item.kind === 'call' && item.call === call.id) ?? -1;
    const guards = site
      ? handler.definition.decorators
          .slice(at + 1)
          .flatMap((value) => guardsOf(program, value, site, 'route'))
      : [];
    entries.push(
      operationEntry({
        kind,
        name: String(field.value),
        handler,
        guards,
        file: call.file,
        line: call.call.line,
        framework: 'graphql',
      }),
    );
  }
  return entries;
}

function decorated(program: Program, call: CallRef): DefinitionRef | null {
  const id = call.file.definitions.findIndex(({ decorators }) =>
    decorators.some((item) => item.kind === 'call' && item.call === call.id),
  );
  return id < 0 ? null : program.definitionOf({ file: call.file, definition: id });
}

/** Which operation on which resource a route is, by its path, method and handler. */

import type { Call } from '../../program/file.ts';
import type { Program } from '../../program/program.ts';
import { addTo } from '../../reading/collections.ts';
import { covers } from '../../reading/text-file.ts';
import { wordsOfName } from '../../reading/words.ts';
import { storedHash } from './accounts.ts';
import { effectOf } from './effects.ts';
import { requiresUser } from './requires/requires.ts';
import type { Route } from './routes/routes.ts';

export const OPERATIONS = ['create', 'read', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

export interface ResourceRoute {
  readonly route: Route;
  readonly operation: Operation;
  /** Its handler does nothing. */
  readonly empty: boolean;
  /** No word says so: it is what the program keeps its texts in. */
  readonly byShape?: true;
}

const BY_METHOD: Readonly<Record<string, Operation>> = {
  POST: 'create',
  GET: 'read',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
};
/** Path words that name the operation themselves: /posts/create, /post/delete/3. */
const BY_WORD: Readonly<Record<string, Operation>> = {
  create: 'create',
  new: 'create',
  add: 'create',
  publish: 'create',
  store: 'create',
  all: 'read',
  list: 'read',
  get: 'read',
  show: 'read',
  view: 'read',
  detail: 'read',
  search: 'read',
  feed: 'read',
  latest: 'read',
  mine: 'read',
  me: 'read',
  my: 'read',
  update: 'update',
  edit: 'update',
  modify: 'update',
  delete: 'delete',
  remove: 'delete',
  destroy: 'delete',
};
/** What a path says of its interface, and not of what it is about: `blog/api/v1/`. */
const INTERFACE = /^(?:api|rest|v\d+)$/i;
/** What belongs to a resource, and is not one: `posts/comments/create`. */
const BELONGS = /comment|like|vote|tag|categor|image|upload|media/i;
/** Before the resource they ask for a choice of it, whatever the method: `POST /related-posts`. */
const READS = /^(?:related|similar|search|filter(?:ed)?|popular|trending|latest|recommended|suggested)$/i;
const HANDLER_VERBS: readonly (readonly [RegExp, Operation])[] = [
  [/^(create|add|new|insert|store|publish|write|post(?=[A-Z_]))/i, 'create'],
  [/^(update|edit|modify|patch|put|change)/i, 'update'],
  [/^(delete|remove|destroy|del)/i, 'delete'],
  [/^(get|list|read|fetch|find|show|retrieve|all|search|index)/i, 'read'],
];

function singular(word: string): string {
  const lower = word.toLowerCase();
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
}

function isParameter(segment: string): boolean {
  return /^[:{<[(]|\{\}|\(\?P/.test(segment);
}

/**
 * The routes on a resource: those whose last named path part is the resource, or an operation on it. Where no route bears
 * any of its names, the one resource of texts, or of what its users write, that the program creates, reads, changes and
 * deletes, in whatever language.
 */
export function resourceRoutes(
  program: Program,
  routes: readonly Route[],
  resource: readonly string[],
): readonly ResourceRoute[] {
  const named = namedRoutes(program, routes, resource);
  return named.length > 0 ? named : textRoutes(program, routes);
}

/** How many operations make a resource of what is not called one, and how many texts a record of it has. */
const MOST_OF_ALL = 3;
const TEXTS = 2;

function textRoutes(program: Program, routes: readonly Route[]): readonly ResourceRoute[] {
  const groups = new Map<string, ResourceRoute[]>();
  for (const route of routes) {
    const operation = BY_METHOD[route.method];
    const parts = route.path.split('/').filter((part) => part !== '' && !isParameter(part));
    const key = parts.at(-1);
    if (!route.mounted || !operation || !key || route.operation) continue;
    addTo(groups, key, { route, operation, empty: isEmpty(route), byShape: true });
  }
  const whole = [...groups.values()].filter(
    (group) =>
      new Set(group.map(({ operation }) => operation)).size >= MOST_OF_ALL &&
      group.some(
        ({ route, operation }) =>
          operation === 'create' && (textsIn(route) >= TEXTS || isWrittenByUsers(program, route)),
      ),
  );
  // Of two, nothing says which is meant.
  return whole.length === 1 ? (whole[0] ?? []) : [];
}

/** Whether only somebody who is known makes such a record, and it is no account. */
function isWrittenByUsers(program: Program, route: Route): boolean {
  const { handler } = route;
  if (!handler || !requiresUser(program, route)) return false;
  return storedHash(program, { file: handler.file, definition: handler.id }) === null;
}

/** How many texts the schema of a route's body takes; none of an account, which has a password. */
function textsIn({ body }: Route): number {
  const schema = body.find(({ kind }) => kind === 'schema')?.schema;
  const fields = schema?.definition.fields ?? [];
  if (fields.some(({ name }) => /pass/i.test(name))) return 0;
  return fields.filter(
    ({ annotation }) => annotation?.kind === 'name' && /^(?:str|string|constr)$/.test(annotation.name),
  ).length;
}

function namedRoutes(
  program: Program,
  routes: readonly Route[],
  resource: readonly string[],
): readonly ResourceRoute[] {
  const names = new Set(resource.map(singular));
  const found: ResourceRoute[] = [];
  for (const route of routes) {
    if (!route.mounted || route.method === 'WEBSOCKET') continue;
    if (route.operation) {
      const operation = ofOperation(program, route, names);
      if (operation) found.push({ route, operation, empty: isEmpty(route) });
      continue;
    }
    const parts = route.path
      .split('/')
      .filter((part) => part !== '' && part !== '^' && part !== '$' && !isParameter(part));
    const written = parts.map((part) => part.replace(/[\^$]/g, ''));
    const words = written.filter((word) => !INTERFACE.test(word));
    const last = words.at(-1) ?? '';
    const isResource = (word: string) =>
      word.split(/[-_.]/).some((piece) => names.has(singular(piece))) && !BELONGS.test(word);
    const subject = words.findLast((word) => BY_WORD[word.toLowerCase()] === undefined) ?? '';
    const handler = route.name;
    let operation: Operation | undefined;
    if (isResource(last)) {
      operation =
        (last.split(/[-_.]/).some((piece) => READS.test(piece)) ? 'read' : BY_METHOD[route.method]) ??
        last
          .split(/[-_.]/)
          .map((piece) => BY_WORD[piece.toLowerCase()])
          .find((word) => word !== undefined);
      // `GET /posts/delete-post` and Flask's ANY routes: the handler's name says it.
      operation ??= HANDLER_VERBS.find(([pattern]) => pattern.test(handler))?.[1];
    } else if (
      words.some(isResource) &&
      !BELONGS.test(subject) &&
      BY_WORD[last.toLowerCase()] !== undefined
    ) {
      const byMethod = BY_METHOD[route.method];
      operation =
        route.method === 'GET' || byMethod === undefined
          ? BY_WORD[last.toLowerCase()]
          : byMethod === 'create'
            ? BY_WORD[last.toLowerCase()]
            : byMethod;
    } else if (words.length === 0 || !words.some(isResource)) {
      // A router mounted at '/' or under another name: the handler says what it is about.
      const about = wordsOfName(handler);
      if (
        about.length > 1 &&
        about.some((word) => names.has(singular(word))) &&
        !/comment|like|vote/i.test(handler)
      ) {
        const verb = HANDLER_VERBS.find(([pattern]) => pattern.test(handler))?.[1];
        operation = verb && (BY_METHOD[route.method] ?? verb) === verb ? verb : undefined;
      }
    }
    if (operation) found.push({ route, operation, empty: isEmpty(route) });
  }
  return found;
}

/** GraphQL's `createPost`, tRPC's `post.create`: the kind says whether it reads, the name what it is about. */
function ofOperation(
  program: Program,
  { name, operation, handler }: Route,
  names: ReadonlySet<string>,
): Operation | undefined {
  const words = wordsOfName(name);
  if (!words.some((word) => names.has(singular(word))) || /comment|like|vote|tag|categor/i.test(name))
    return undefined;
  if (operation === 'query') return 'read';
  const verb = words.map((word) => BY_WORD[word]).find((one) => one !== undefined && one !== 'read');
  const named = verb ?? HANDLER_VERBS.find(([pattern]) => pattern.test(name.split('.').at(-1) ?? ''))?.[1];
  return named ?? (handler ? (effectOf(program, handler) ?? undefined) : undefined);
}

/** `console.log(…)`, `print(…)`, `logger.info(…)`: to say that one was called is no answer. */
function isLog({ callee, statement }: Call): boolean {
  return (
    statement && callee.kind === 'name' && /^(console\.\w+|print|log(ger|ging)?\.\w+)$/.test(callee.name)
  );
}

/** A handler without a call but to log, a return value or an error in it answers nothing. */
function isEmpty(route: Route): boolean {
  const { doer } = route;
  if (!doer) return false;
  if (doer.definition.stub) return true;
  const { file, id, definition } = doer;
  if (definition.kind === 'class') return false;
  const within = (line: number) => covers(definition, line);
  return (
    !file.calls.some(
      (call) => (call.definition === id || (within(call.line) && call.definition > id)) && !isLog(call),
    ) &&
    !file.statements.some(
      (statement) =>
        statement.definition === id && statement.kind !== 'break' && statement.kind !== 'expression',
    ) &&
    // `posts[id] = post` without an answer is work all the same.
    !file.assignments.some(
      ({ target, definition: of }) => of === id && (target.kind === 'index' || target.kind === 'member'),
    )
  );
}

/** The HTTP routes of a program: read off the linked code by one small reader per style of routing. */
import type { CodeFile } from '../../../program/file.ts';
import type { Origin } from '../../../program/flow/flow.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import { readCalledRoutes } from './called.ts';
import { composeRoutes } from './compose.ts';
import { readControllerRoutes } from './controllers.ts';
import { readDecoratedRoutes } from './decorated.ts';
import { readDjangoRoutes } from './django.ts';
import type { Entry, Reader } from './entry.ts';
import { readFileRoutes } from './file-routes.ts';
import { readGraphqlClasses } from './graphql-classes.ts';
import { readGraphqlMaps } from './graphql-maps.ts';
import { createHolders } from './holders.ts';
import { readLibraryRoutes } from './library-routers.ts';
import { readListedRoutes } from './listed.ts';
import { readMounts } from './mounts.ts';
import { readRegisteredRoutes } from './registered.ts';
import { readServiceMethods } from './service-methods.ts';
import { readProcedures } from './trpc.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'ANY' | 'WEBSOCKET';

export interface Route {
  readonly method: Method;
  /** In full, the prefixes of all routers in front of it; parts that are not known are '{}'. */
  readonly path: string;
  readonly file: CodeFile;
  /** The line of the decorator or of the registration. */
  readonly line: number;
  readonly handler: DefinitionRef | null;
  /** The function that does the handler's work: itself, unless it only hands on to another. */
  readonly doer: DefinitionRef | null;
  /** What the handler is called, where it is registered or declared; '' where it has no name. */
  readonly name: string;
  readonly framework: string;
  /** Of GraphQL and its like: what kind of operation it is. */
  readonly operation?: 'query' | 'mutation' | 'subscription';
  /** False for a route of a router that no application includes: nobody can reach it. */
  readonly mounted: boolean;
  readonly guards: readonly Guard[];
  readonly body: readonly BodyInput[];
}

/** Something that runs before the handler. */
export interface Guard {
  /** Qualified where it is known, as written otherwise. */
  readonly name: string;
  readonly ref: DefinitionRef | null;
  /** The call that makes it, where it is made in place: `jwt_required(optional=True)`. */
  readonly call?: CallRef;
  /** It is put into the application as a whole, where it may run before nothing (Fastify's `register`). */
  readonly plugin?: true;
  readonly file: CodeFile;
  readonly line: number;
  readonly scope: 'route' | 'router' | 'application';
}

/** 'declared': a schema that nothing checks by (a DTO without the pipe that reads it). */
export type BodyKind = 'schema' | 'declared' | 'form' | 'file' | 'scalar' | 'untyped';

/** What a route takes from its caller, other than the parts of its path. */
export interface BodyInput {
  readonly name: string | null;
  readonly schema: DefinitionRef | null;
  /** What checks it before the handler: a decorator, a middleware, a schema of the registration. */
  readonly by?: Origin;
  /** The qualified or built-in name of its type. */
  readonly type: string;
  readonly kind: BodyKind;
  /** Where it is taken: the handler's file or the view's, which need not be the one that registers the route. */
  readonly file: CodeFile;
  readonly line: number;
}

/** One per style of routing. */
const READERS: readonly Reader[] = [
  readDecoratedRoutes,
  readCalledRoutes,
  readRegisteredRoutes,
  readDjangoRoutes,
  readControllerRoutes,
  readFileRoutes,
  readListedRoutes,
  readLibraryRoutes,
  readGraphqlMaps,
  readGraphqlClasses,
  readProcedures,
  readServiceMethods,
];

interface RoutesRead {
  readonly routes: readonly Route[];
  readonly dynamic: boolean;
}

const known = new WeakMap<Program, RoutesRead>();

function routesRead(program: Program): RoutesRead {
  return entryOfWeak(known, program, () => {
    const holders = createHolders(program);
    const mounts = readMounts(program, holders);
    const entries = READERS.flatMap((read) => read(program, holders));
    return {
      routes: composeRoutes(
        program,
        holders,
        mounts,
        entries.map((entry) => asSocket(program, entry)),
      ),
      dynamic: mounts.dynamic,
    };
  });
}

/** A handler that makes a socket of the request it gets is one of a socket, whatever it is registered for. */
function asSocket(program: Program, entry: Entry): Entry {
  const makes =
    entry.handler !== null &&
    program.callsIn(entry.handler).some((call) => program.means(call, 'socket.upgrade'));
  return makes ? { ...entry, method: 'WEBSOCKET' } : entry;
}

/** All routes of the application's files, by file and line. */
export function readRoutes(program: Program): readonly Route[] {
  return routesRead(program).routes;
}

/** Whether routers are put in that only the running program knows: a route that was not found may hang on one. */
export function hasUnknownRouters(program: Program): boolean {
  return routesRead(program).dynamic;
}

/** What the readers of single styles find, before prefixes and guards of routers are joined to it. */
import type { CodeFile, Value } from '../../../program/file.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Holder, Holders } from './holders.ts';
import type { BodyInput, Guard, Method } from './routes.ts';

export interface Entry {
  /** The routers it is registered on; none where the style has no router (files, Django's URL table). */
  readonly holders: readonly Holder[];
  readonly method: Method;
  readonly path: string;
  readonly file: CodeFile;
  readonly line: number;
  /** The definition in which the registration stands: order of lines counts within one only. */
  readonly definition: number;
  readonly handler: DefinitionRef | null;
  /** What it is called where it is registered: `list` in `app.get('/posts', list)`, whatever `list` wraps. */
  readonly name?: string;
  readonly framework: string;
  /** Of GraphQL and its like: what kind of operation it is. */
  readonly operation?: 'query' | 'mutation' | 'subscription';
  readonly guards: readonly Guard[];
  /** Middleware and schemas in the registration itself, which may check the body. */
  readonly checks: readonly { readonly value: Value; readonly site: Site }[];
  /** Where the reader knows better than its holders. */
  readonly mounted?: boolean;
  readonly body?: readonly BodyInput[];
  /** The class of the view that the handler belongs to (its attributes may name schemas). */
  readonly view?: DefinitionRef | null;
}

/** Something that runs before all routes of a router below a path. */
export interface Middleware {
  readonly holder: Holder;
  readonly path: string;
  readonly guards: readonly Guard[];
  readonly values: readonly { readonly value: Value; readonly site: Site }[];
  readonly file: CodeFile;
  readonly line: number;
  readonly definition: number;
  /** It counts only for what is registered after it. */
  readonly ordered: boolean;
}

export interface Mount {
  readonly parent: Holder;
  readonly child: Holder;
  readonly prefix: string;
  /** The prefix stands in place of the child's own (Flask). */
  readonly replaces: boolean;
  readonly guards: readonly Guard[];
  readonly file: CodeFile;
  readonly line: number;
  readonly definition: number;
  /** The child's hooks are the parent's too (fastify-plugin). */
  readonly shared: boolean;
}

export interface Mounts {
  readonly mounts: readonly Mount[];
  readonly middleware: readonly Middleware[];
  /** Routers are included that only the running program knows: no router is known to be left out. */
  readonly dynamic: boolean;
}

export type Reader = (program: Program, holders: Holders) => readonly Entry[];

/** Joins parts of a path: one slash between them, none at the end. */
export function joinPath(...parts: readonly string[]): string {
  const joined = parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/');
  return `/${joined}`;
}

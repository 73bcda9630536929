/** What a GraphQL operation is as a route: its kind, its name, and the entry that stands for it. */
import type { CodeFile } from '../../../program/file.ts';
import type { DefinitionRef } from '../../../program/program.ts';
import type { Entry } from './entry.ts';
import type { BodyInput, Guard } from './routes.ts';

/** By the type that holds the fields. */
export const OPERATION_TYPES: Readonly<Record<string, Entry['operation']>> = {
  Query: 'query',
  Mutation: 'mutation',
  Subscription: 'subscription',
};

export interface Operation {
  readonly kind: NonNullable<Entry['operation']>;
  readonly name: string;
  readonly handler: DefinitionRef | null;
  readonly guards: readonly Guard[];
  readonly file: CodeFile;
  readonly line: number;
  readonly framework: string;
  readonly mounted?: boolean;
  /** What the schema says that it takes. */
  readonly body?: readonly BodyInput[];
}

/** GraphQL's own types check what an operation takes: a body of a mutation went through a schema. */
export function operationEntry(operation: Operation): Entry {
  const { kind, name, handler, guards, file, line, framework, mounted = true } = operation;
  return {
    holders: [],
    method: kind === 'subscription' ? 'WEBSOCKET' : 'ANY',
    path: `/graphql/${name}`,
    operation: kind,
    name,
    file,
    line,
    definition: handler?.definition.parent ?? -1,
    handler,
    framework,
    guards,
    checks: [],
    mounted,
    body:
      operation.body ??
      (kind === 'mutation' ? [{ name: null, schema: null, type: name, kind: 'schema', file, line }] : []),
  };
}

/** Routers that a library fills by itself: generic CRUD, accounts. */
import { argument, siteOf } from '../../../program/link/calls.ts';
import { matchesName } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Entry, Reader } from './entry.ts';
import type { BodyInput, Guard, Method } from './routes.ts';

interface LibraryRoute {
  readonly method: Method;
  readonly path: string;
  /** The arguments that name the schema of the body, the first that is given; 'form' for a login form. */
  readonly body?: readonly string[] | 'form';
  /** Only known users may call it. */
  readonly guarded?: true;
}

const ACCOUNT = { path: '/{id}', guarded: true } as const;
const ME = { path: '/me', guarded: true } as const;
/** By the call that makes the router. One line each: extend here. */
const LIBRARIES: readonly (readonly [string, readonly LibraryRoute[]])[] = [
  [
    'fastapi_crudrouter.*',
    [
      { method: 'GET', path: '' },
      { method: 'POST', path: '', body: ['create_schema', 'schema'] },
      { method: 'DELETE', path: '' },
      { method: 'GET', path: '/{item_id}' },
      { method: 'PUT', path: '/{item_id}', body: ['update_schema', 'schema'] },
      { method: 'DELETE', path: '/{item_id}' },
    ],
  ],
  [
    'fastcrud.crud_router',
    [
      { method: 'GET', path: '' },
      { method: 'POST', path: '', body: ['create_schema'] },
      { method: 'GET', path: '/{id}' },
      { method: 'PATCH', path: '/{id}', body: ['update_schema'] },
      { method: 'DELETE', path: '/{id}' },
    ],
  ],
  [
    'fastapi_users.*.get_register_router',
    [{ method: 'POST', path: '/register', body: ['user_create_schema', '1'] }],
  ],
  [
    'fastapi_users.*.get_auth_router',
    [
      { method: 'POST', path: '/login', body: 'form' },
      { method: 'POST', path: '/logout', guarded: true },
    ],
  ],
  [
    'fastapi_users.*.get_users_router',
    [
      { ...ME, method: 'GET' },
      { ...ME, method: 'PATCH', body: ['user_update_schema', '1'] },
      { ...ACCOUNT, method: 'GET' },
      { ...ACCOUNT, method: 'PATCH', body: ['user_update_schema', '1'] },
      { ...ACCOUNT, method: 'DELETE' },
    ],
  ],
];

export const readLibraryRoutes: Reader = (program, holders) =>
  holders.all().flatMap((holder) => {
    const { made } = holder;
    if (!made) return [];
    const name = program.nameOf(made);
    const routes = LIBRARIES.find(([pattern]) => matchesName(name, pattern))?.[1] ?? [];
    return routes.map(
      (route): Entry => ({
        holders: [holder],
        method: route.method,
        path: route.path,
        file: made.file,
        line: made.call.line,
        definition: made.call.definition,
        handler: null,
        framework: holder.framework,
        guards: route.guarded ? [guard(made)] : [],
        checks: [],
        body: route.body ? [input(program, made, route.body)] : [],
      }),
    );
  });

function guard({ file, call }: CallRef): Guard {
  return { name: 'fastapi_users.current_user', ref: null, file, line: call.line, scope: 'route' };
}

function input(program: Program, made: CallRef, names: readonly string[] | 'form'): BodyInput {
  const { file, call } = made;
  const base = { name: null, schema: null, type: 'form', kind: 'form', file, line: call.line } as const;
  if (names === 'form') return base;
  const value = names
    .map((name) => argument(made, name) ?? call.arguments[Number(name)]?.value ?? null)
    .find((given) => given !== null);
  const target = value ? program.resolve(value, siteOf(made)) : null;
  const schema = target?.kind === 'definition' ? target.ref : null;
  return { ...base, schema, type: schema?.definition.qualifiedName ?? '?', kind: 'schema' };
}

/** What makes an application or a router, by framework: one line each. */

export interface HolderKind {
  readonly framework: string;
  readonly kind: 'application' | 'router';
  /** The keyword argument or option that carries its path prefix. */
  readonly prefix?: string;
  /** The prefix may also stand first among its arguments. */
  readonly first?: true;
  /** Its first positional argument is the application it belongs to. */
  readonly of?: boolean;
}

/** By the qualified name of the constructor; '*' matches within. The first that matches counts. */
export const HOLDERS: readonly (readonly [string, HolderKind])[] = [
  ['fastapi.FastAPI', { framework: 'fastapi', kind: 'application' }],
  ['fastapi.*APIRouter', { framework: 'fastapi', kind: 'router', prefix: 'prefix' }],
  ['fastapi_crudrouter.*Router', { framework: 'fastapi', kind: 'router', prefix: 'prefix' }],
  ['fastapi_users.*.get_*_router', { framework: 'fastapi', kind: 'router' }],
  ['strawberry.fastapi.GraphQLRouter', { framework: 'fastapi', kind: 'router', prefix: 'prefix' }],
  ['fastcrud.crud_router', { framework: 'fastapi', kind: 'router', prefix: 'path' }],
  ['starlette.applications.Starlette', { framework: 'starlette', kind: 'application' }],
  ['starlette.routing.Router', { framework: 'starlette', kind: 'router' }],
  ['flask.Flask', { framework: 'flask', kind: 'application' }],
  ['flask.*Blueprint', { framework: 'flask', kind: 'router', prefix: 'url_prefix' }],
  ['flask_smorest.Blueprint', { framework: 'flask', kind: 'router', prefix: 'url_prefix' }],
  ['flask_smorest.Api', { framework: 'flask', kind: 'router', of: true }],
  ['apiflask.APIFlask', { framework: 'flask', kind: 'application' }],
  ['apiflask.APIBlueprint', { framework: 'flask', kind: 'router', prefix: 'url_prefix' }],
  ['flask_openapi3.OpenAPI', { framework: 'flask', kind: 'application' }],
  ['flask_openapi3.APIBlueprint', { framework: 'flask', kind: 'router', prefix: 'url_prefix' }],
  ['connexion.*App', { framework: 'flask', kind: 'application' }],
  ['flask_restful.Api', { framework: 'flask', kind: 'router', prefix: 'prefix', of: true }],
  ['flask_restx.Api', { framework: 'flask', kind: 'router', prefix: 'prefix', of: true }],
  ['flask_restx.Namespace', { framework: 'flask', kind: 'router', prefix: 'path' }],
  ['flask_restplus.Api', { framework: 'flask', kind: 'router', prefix: 'prefix', of: true }],
  ['flask_restplus.Namespace', { framework: 'flask', kind: 'router', prefix: 'path' }],
  ['quart.Quart', { framework: 'quart', kind: 'application' }],
  ['quart.Blueprint', { framework: 'quart', kind: 'router', prefix: 'url_prefix' }],
  ['sanic.Sanic', { framework: 'sanic', kind: 'application' }],
  ['sanic.Blueprint', { framework: 'sanic', kind: 'router', prefix: 'url_prefix' }],
  ['bottle.Bottle', { framework: 'bottle', kind: 'application' }],
  ['aiohttp.web.Application', { framework: 'aiohttp', kind: 'application' }],
  ['aiohttp.web.RouteTableDef', { framework: 'aiohttp', kind: 'router' }],
  ['ninja.NinjaAPI', { framework: 'django-ninja', kind: 'application' }],
  ['ninja_extra.NinjaExtraAPI', { framework: 'django-ninja', kind: 'application' }],
  ['ninja.Router', { framework: 'django-ninja', kind: 'router' }],
  ['litestar.Litestar', { framework: 'litestar', kind: 'application' }],
  ['litestar.Router', { framework: 'litestar', kind: 'router', prefix: 'path', first: true }],
  ['falcon.*App', { framework: 'falcon', kind: 'application' }],
  ['falcon.API', { framework: 'falcon', kind: 'application' }],
  ['chalice.Chalice', { framework: 'chalice', kind: 'application' }],
  ['chalice.Blueprint', { framework: 'chalice', kind: 'router' }],
  ['blacksheep.*Application', { framework: 'blacksheep', kind: 'application' }],
  ['@hapi/hapi.*erver', { framework: 'hapi', kind: 'application' }],
  ['robyn.Robyn', { framework: 'robyn', kind: 'application' }],
  ['express', { framework: 'express', kind: 'application' }],
  ['express.application', { framework: 'express', kind: 'application' }],
  ['express.Router', { framework: 'express', kind: 'router' }],
  ['express-promise-router', { framework: 'express', kind: 'router' }],
  ['router', { framework: 'express', kind: 'router' }],
  ['koa', { framework: 'koa', kind: 'application' }],
  ['koa-router', { framework: 'koa', kind: 'router', prefix: 'prefix' }],
  ['koa-router.Router', { framework: 'koa', kind: 'router', prefix: 'prefix' }],
  ['@koa/router.Router', { framework: 'koa', kind: 'router', prefix: 'prefix' }],
  ['@koa/router', { framework: 'koa', kind: 'router', prefix: 'prefix' }],
  ['fastify', { framework: 'fastify', kind: 'application' }],
  ['fastify.fastify', { framework: 'fastify', kind: 'application' }],
  ['hono.Hono', { framework: 'hono', kind: 'application' }],
  ['hono/*.Hono', { framework: 'hono', kind: 'application' }],
  ['@hono/zod-openapi.OpenAPIHono', { framework: 'hono', kind: 'application' }],
  ['elysia', { framework: 'elysia', kind: 'application', prefix: 'prefix' }],
  ['elysia.Elysia', { framework: 'elysia', kind: 'application', prefix: 'prefix' }],
  ['restify.createServer', { framework: 'restify', kind: 'application' }],
  ['polka', { framework: 'polka', kind: 'application' }],
  ['json-server.create', { framework: 'express', kind: 'application' }],
  ['itty-router.Router', { framework: 'itty-router', kind: 'application' }],
  ['itty-router.AutoRouter', { framework: 'itty-router', kind: 'application' }],
];

/** Types of a parameter that say it is an application or router, by the last part of the name. */
export const HOLDER_TYPES: Readonly<Record<string, string>> = {
  FastAPI: 'fastapi',
  Flask: 'flask',
  Express: 'express',
  Application: 'express',
  IRouter: 'express',
  Router: 'express',
  FastifyInstance: 'fastify',
  Hono: 'hono',
};
/** Names of a JavaScript parameter that say it, where nobody is seen to call the function. */
export const HOLDER_PARAMETERS: Readonly<Record<string, string>> = {
  app: 'express',
  fastify: 'fastify',
  router: 'express',
  server: 'express',
  instance: 'fastify',
};

/** Methods that register a handler, by the method they register for. */
export const VERBS: Readonly<Record<string, string>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  del: 'DELETE',
  all: 'ANY',
  ws: 'WEBSOCKET',
};

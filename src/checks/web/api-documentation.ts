import { answersOfThisProgram, measuredEvidence } from '../../facts/measured.ts';
import { argument } from '../../program/link/calls.ts';
import { matchesAny } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { defineCheck, found, no, yes } from '../define.ts';

/** Calls that serve interactive documentation. One line each: extend here. */
const SERVED: readonly string[] = [
  'fastapi.openapi.docs.get_*_html',
  'flasgger.*',
  'flask_restx.Api',
  'flask_restplus.Api',
  'flask_smorest.Api',
  'flask_apispec.*',
  'apiflask.APIFlask',
  'spectree.*',
  'flask_openapi3.*',
  'drf_spectacular.views.*',
  'drf_yasg.*',
  'rest_framework_swagger.*',
  'rest_framework.documentation.*',
  'rest_framework.schemas.get_schema_view',
  'swagger-ui-express.*',
  '@nestjs/swagger.SwaggerModule.setup',
  '@fastify/swagger-ui*',
  'fastify-swagger*',
  '@scalar/*',
  'redoc-express*',
  '@hono/swagger-ui.*',
  'koa2-swagger-ui*',
  'ninja.NinjaAPI',
  'ninja_extra.*',
  'litestar.Litestar',
  'connexion.*',
  'sanic_ext.*',
  'swagger-ui-dist*',
  'flask_swagger_ui.*',
  'next-swagger-doc*',
  'tsoa*',
  'aiohttp_swagger.*',
  'aiohttp_apispec.*',
  'robyn.Robyn',
  'blacksheep.server.openapi.*',
];
/** Servers of GraphQL with an explorer, and the options that take it away. One line each: extend here. */
const EXPLORERS: readonly string[] = [
  '@apollo/server.ApolloServer',
  'apollo-server*.ApolloServer',
  'graphql-yoga.createYoga',
  '@nestjs/graphql.GraphQLModule.forRoot*',
  'strawberry.fastapi.GraphQLRouter',
  'strawberry.*.views.*GraphQLView',
  'strawberry.asgi.GraphQL',
  'ariadne.asgi.GraphQL',
  'ariadne_django.views.GraphQLView.as_view',
  'graphene_django.views.GraphQLView.as_view',
  'express-graphql.graphqlHTTP',
  'mercurius',
  'starlette_graphene3.GraphQLApp',
];
/** These serve it only where they are told to. */
const ASKED: readonly string[] = [
  'express-graphql.graphqlHTTP',
  'mercurius',
  'graphene_django.views.GraphQLView.as_view',
  'starlette_graphene3.GraphQLApp',
];
const SWITCHES = [
  'graphiql',
  'graphql_ide',
  'playground',
  'explorer',
  'introspection',
  'landingPage',
  'on_get',
];

/** GraphiQL, Apollo's sandbox, a playground that is served. */
function servesExplorer(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (!matchesAny(name, EXPLORERS)) return false;
  const given = SWITCHES.flatMap((option) => argument(call, option) ?? []);
  const isOff = given.some(
    (value) => value.kind === 'literal' && (value.value === false || value.value === null),
  );
  return !isOff && (given.length > 0 || !matchesAny(name, ASKED));
}

const WRITTEN =
  /(^|\/)(openapi|swagger)[\w.-]*\.(ya?ml|json)$|postman[\w .-]*\.json$|\.postman_collection\.json$|(^|\/)insomnia[\w.-]*\.(json|ya?ml)$|\.bru$/i;

export const apiDocumentation = defineCheck({
  name: 'api-documentation',
  summary: 'The API is documented; served: interactive documentation is part of the running program.',
  reads: ['code', 'configuration'],
  parameters: (z) => z.strictObject({ served: z.boolean() }),
  ask: (facts, { served }) => {
    const { program } = facts;
    const [answered] = answersOfThisProgram(facts).filter(({ value }) => value.docs !== null);
    const measured = answered === undefined ? [] : [measuredEvidence(answered)];
    const off: ReturnType<typeof facts.evidence>[] = [];
    for (const ref of program.callsTo(['fastapi.FastAPI', 'fastapi.applications.FastAPI'])) {
      const site = { file: ref.file, definition: ref.call.definition };
      const isOff = (name: string) => {
        const given = ref.call.arguments.find((argument) => argument.name === name);
        return (
          given !== undefined &&
          program.constant(given.value, site) === null &&
          given.value.kind === 'literal'
        );
      };
      const here = facts.evidence(ref.file.path, ref.call.line);
      if (!isOff('openapi_url') && !(isOff('docs_url') && isOff('redoc_url')))
        return yes([here, ...measured]);
      off.push(here);
    }
    const others = program
      .calls()
      .filter((ref) => matchesAny(program.nameOf(ref), SERVED) || servesExplorer(program, ref));
    if (others.length > 0)
      return yes([
        ...others.slice(0, 2).map((ref) => facts.evidence(ref.file.path, ref.call.line)),
        ...measured,
      ]);
    if (measured.length > 0) return yes(measured);
    if (served)
      return no(
        'interactive documentation that the program serves (FastAPI’s own, swagger-ui, redoc, flasgger, drf-spectacular …)',
        off,
      );
    const files = facts.files.filter(
      (file) => WRITTEN.test(file.path) && file.role !== 'vendored' && file.role !== 'artifact',
    );
    if (files.length > 0)
      return yes(
        files.slice(0, 2).map((file) => ({ path: file.path, line: 1, text: 'written API description' })),
      );
    const sections = facts.documentation.documents.flatMap((document) =>
      document.sections
        .filter((section) =>
          /end-?points?|api (reference|docs|documentation|routes)|^routes|rutas|rotas/i.test(section.heading),
        )
        .map((section) => facts.evidence(document.path, section.line)),
    );
    return found(
      sections.slice(0, 2),
      'written API documentation: an OpenAPI or Postman file, or a list of endpoints in the README',
    );
  },
});

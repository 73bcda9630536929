/** Operations of GraphQL and procedures of tRPC are routes, with what they require. */
import { describe, expect, it } from 'vitest';
import { requiresUser } from '../../../../src/facts/web/requires/requires.ts';
import { resourceRoutes } from '../../../../src/facts/web/resources.ts';
import { readRoutes } from '../../../../src/facts/web/routes/routes.ts';
import { programOf } from '../../../support/program.ts';

/** Each operation on posts: what it does, its name, and whether a user must be known. */
const CASES: readonly {
  says: string;
  sources: Readonly<Record<string, string>>;
  operations: readonly string[];
}[] = [
  {
    says: 'Apollo: a map that is merged of modules, wrapped and checked inside',
    sources: {
      'server.ts': `
import { ApolloServer } from '@apollo/server';
import { typeDefs } from './schema';
import posts from './posts';
import { users } from './users';
const server = new ApolloServer({ typeDefs, resolvers: [posts, users] });
`,
      'schema.ts': 'export const typeDefs = `type Query { posts: [Post] }`;',
      'users.ts': 'export const users = { Query: { me: (_, __, c) => c.user } };',
      'posts.ts': `
import { GraphQLError } from 'graphql';
const authed = (resolver) => (parent, args, context) => {
  if (!context.user) throw new GraphQLError('no', { extensions: { code: 'UNAUTHENTICATED' } });
  return resolver(parent, args, context);
};
export default {
  Query: { posts: () => db.post.findMany(), post: (_, { id }) => db.post.findUnique({ where: { id } }) },
  Mutation: {
    createPost: authed((_, args) => db.post.create({ data: args })),
    updatePost(_, args, context) {
      if (!context.user) throw new GraphQLError('no', { extensions: { code: 'UNAUTHENTICATED' } });
      return db.post.update(args);
    },
    deletePost: (_, { id }) => db.post.delete({ where: { id } }),
  },
};
`,
    },
    operations: [
      'create createPost user',
      'delete deletePost',
      'read post',
      'read posts',
      'update updatePost user',
    ],
  },
  {
    says: 'NestJS: resolvers that a module provides, guarded by class and method',
    sources: {
      'app.module.ts': `
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { PostsResolver } from './posts.resolver';
@Module({ imports: [GraphQLModule.forRoot({})], providers: [PostsResolver] })
export class AppModule {}
`,
      'posts.resolver.ts': `
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
class Gql extends AuthGuard('jwt') {}
@Resolver('Post')
export class PostsResolver {
  @Query(() => [String]) posts() { return this.service.all(); }
  @Mutation(() => String) @UseGuards(Gql) createPost(@Args('input') input) { return this.service.add(input); }
  @Mutation(() => String, { name: 'removePost' }) remove(@Args('id') id) { return this.service.drop(id); }
}
@Resolver('Post')
export class LostResolver { @Mutation(() => String) updatePost() { return this.service.all(); } }
`,
    },
    operations: ['create createPost user', 'delete removePost', 'read posts'],
  },
  {
    says: 'Strawberry: fields, mutations with permissions, resolvers by name',
    sources: {
      'schema.py': `
import strawberry
from strawberry.permission import BasePermission
from strawberry.fastapi import GraphQLRouter
from store import all_posts
class IsAuthenticated(BasePermission):
    message = "no"
    def has_permission(self, source, info, **kwargs):
        return info.context.user is not None
@strawberry.type
class Query:
    posts: list[str] = strawberry.field(resolver=all_posts)
    @strawberry.field
    def post(self, id: int) -> str: return find(id)
@strawberry.type
class Mutation:
    @strawberry.mutation(permission_classes=[IsAuthenticated])
    def create_post(self, title: str) -> str: return add(title)
    @strawberry.mutation
    def delete_post(self, id: int) -> bool: return drop(id)
schema = strawberry.Schema(query=Query, mutation=Mutation)
router = GraphQLRouter(schema)
`,
      'store.py': 'def all_posts(): return load()\n',
    },
    operations: ['create create_post user', 'delete delete_post', 'read post', 'read posts'],
  },
  {
    says: 'Graphene: resolve methods and mutations with a decorator',
    sources: {
      'schema.py': `
import graphene
from graphql_jwt.decorators import login_required
class CreatePost(graphene.Mutation):
    ok = graphene.Boolean()
    @login_required
    def mutate(self, info, title): return store(title)
class UpdatePost(graphene.Mutation):
    ok = graphene.Boolean()
    def mutate(self, info, title): return store(title)
class Query(graphene.ObjectType):
    posts = graphene.List(graphene.String)
    def resolve_posts(self, info): return load()
class Mutation(graphene.ObjectType):
    create_post = CreatePost.Field()
    update_post = UpdatePost.Field()
schema = graphene.Schema(query=Query, mutation=Mutation)
`,
    },
    operations: ['create create_post user', 'read posts', 'update update_post'],
  },
  {
    says: 'Ariadne: decorated fields and fields that are set',
    sources: {
      'app.py': `
from ariadne import MutationType, QueryType, make_executable_schema
query = QueryType()
mutation = MutationType()
@query.field("posts")
def every(_, info): return load()
@mutation.field("createPost")
def make(_, info, title):
    if not info.context["user"]:
        raise GraphQLError("no", extensions={"code": "UNAUTHENTICATED"})
    return store(title)
def drop(_, info, id): return remove(id)
mutation.set_field("deletePost", drop)
schema = make_executable_schema("type Query { posts: [String] }", query, mutation)
`,
    },
    operations: ['create createPost user', 'delete deletePost', 'read posts'],
  },
  {
    says: 'tRPC: procedures behind a middleware',
    sources: {
      'router.ts': `
import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
const t = initTRPC.context().create();
const members = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next();
});
export const postRouter = t.router({
  all: t.procedure.query(({ ctx }) => ctx.db.post.findMany()),
  create: members.input(z.object({ title: z.string() })).mutation(({ ctx, input }) => ctx.db.post.create(input)),
  delete: t.procedure.input(z.number()).mutation(({ ctx, input }) => ctx.db.post.delete(input)),
});
`,
    },
    operations: ['create post.create user', 'delete post.delete', 'read post.all'],
  },
];

describe('operations', () => {
  it.each(CASES)('$says', async ({ sources, operations }) => {
    const program = await programOf(sources);
    const found = resourceRoutes(program, readRoutes(program), ['post']).map(({ route, operation }) =>
      [operation, route.name, ...(requiresUser(program, route) ? ['user'] : [])].join(' '),
    );
    expect([...found].sort()).toEqual([...operations].sort());
  });
});

import { describe, expect, it } from 'vitest';
import { type Case, routesSaid } from './said.ts';

const CASES: readonly Case[] = [
  {
    says: 'Nest: controllers, guards of all scopes, DTOs',
    sources: {
      'main.ts': `
import { NestFactory } from '@nestjs/core';
import { ValidationPipe } from '@nestjs/common';
import { AppModule } from './app.module';
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix('api');
  app.useGlobalPipes(new ValidationPipe());
}
bootstrap();
`,
      'app.module.ts': `
import { Module } from '@nestjs/common';
import { PostsController } from './posts.controller';
@Module({ controllers: [PostsController] })
export class AppModule {}
`,
      'posts.controller.ts': `
import { Body, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import { CreatePost } from './create-post.dto';
import { JwtAuthGuard } from './jwt.guard';
import { RolesGuard } from './roles.guard';
@UseGuards(RolesGuard)
@Controller('posts')
export class PostsController {
  @Get()
  list() { return []; }
  @UseGuards(JwtAuthGuard)
  @Post()
  create(@Body() post: CreatePost) { return post; }
  @Delete(':id')
  remove(@Param('id') id: string) { return id; }
}
`,
      'create-post.dto.ts': `
import { IsString } from 'class-validator';
export class CreatePost { @IsString() title: string; }
`,
      'jwt.guard.ts':
        "import { AuthGuard } from '@nestjs/passport';\nexport class JwtAuthGuard extends AuthGuard('jwt') {}\n",
      'roles.guard.ts': 'export class RolesGuard { canActivate() { return true; } }\n',
    },
    routes: [
      'GET /api/posts · guards: RolesGuard',
      'POST /api/posts · guards: JwtAuthGuard, RolesGuard · body: schema CreatePost',
      'DELETE /api/posts/:id · guards: RolesGuard',
    ],
  },
  {
    says: 'Nest: a guard for all that a decorator lifts; a controller of no module',
    sources: {
      'app.module.ts': `
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthController } from './auth.controller';
import { JwtAuthGuard } from './jwt.guard';
@Module({ controllers: [AuthController], providers: [{ provide: APP_GUARD, useClass: JwtAuthGuard }] })
export class AppModule {}
`,
      'jwt.guard.ts': `
export class JwtAuthGuard {
  canActivate(context) {
    if (this.reflector.get('public', context.getHandler())) return true;
    return context.switchToHttp().getRequest().user !== undefined;
  }
}
`,
      'public.ts':
        "import { SetMetadata } from '@nestjs/common';\nexport const Public = () => SetMetadata('public', true);\n",
      'auth.controller.ts': `
import { Body, Controller, Post } from '@nestjs/common';
import { Public } from './public';
@Controller({ path: 'auth' })
export class AuthController {
  @Public()
  @Post('login')
  login(@Body() data: { name: string }) { return data; }
  @Post('logout')
  logout() { return null; }
}
`,
      'other.controller.ts': `
import { Controller, Get } from '@nestjs/common';
@Controller('other')
export class OtherController { @Get() list() { return []; } }
`,
    },
    routes: [
      'POST /auth/login · body: untyped',
      'POST /auth/logout · guards: JwtAuthGuard',
      'GET /other · guards: JwtAuthGuard · unmounted',
    ],
  },
  {
    says: 'Hono: chains, sub-applications and zValidator',
    sources: {
      'index.ts': `
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
import posts from './posts';
const app = new Hono();
app.use(jwt({ secret: 'x' }));
app.route('/posts', posts);
export default app;
`,
      'posts.ts': `
import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { schema } from './schema';
const posts = new Hono()
  .get('/', (c) => c.json([]))
  .post('/', zValidator('json', schema), (c) => c.json(c.req.valid('json')));
export default posts;
`,
      'schema.ts': "import { z } from 'zod';\nexport const schema = z.object({ title: z.string() });\n",
    },
    routes: ['GET /posts · guards: jwt', 'POST /posts · guards: jwt, zValidator · body: schema zValidator'],
  },
  {
    says: 'Fastify: plugins with a prefix, hooks and schemas',
    sources: {
      'server.ts': `
import Fastify from 'fastify';
import { posts } from './posts';
const server = Fastify();
server.register(posts, { prefix: '/posts' });
`,
      'posts.ts': `
export async function posts(fastify) {
  fastify.get('/', async () => []);
  fastify.post('/', { preHandler: [fastify.authenticate], schema: { body: { type: 'object' } } }, async (request) => request.body);
  fastify.route({ method: 'DELETE', url: '/:id', handler: async () => null });
}
`,
    },
    routes: ['GET /posts', 'POST /posts · guards: authenticate · body: schema schema', 'DELETE /posts/:id'],
  },
  {
    says: 'Koa: a router with a prefix',
    sources: {
      'app.js': `
const Koa = require('koa');
const Router = require('@koa/router');
const app = new Koa();
const router = new Router({ prefix: '/posts' });
const auth = async (ctx, next) => next();
router.post('/', auth, async (ctx) => { ctx.body = ctx.request.body; });
app.use(router.routes()).use(router.allowedMethods());
`,
    },
    routes: ['POST /posts · guards: auth · body: untyped'],
  },
  {
    says: 'Next.js: routes are files',
    sources: {
      'app/api/posts/route.ts': `
import { z } from 'zod';
const schema = z.object({ title: z.string() });
export async function GET() { return Response.json([]); }
export const POST = async (request: Request) => Response.json(schema.parse(await request.json()));
`,
      'app/api/posts/[id]/route.ts': 'export async function DELETE() { return Response.json(null); }\n',
      'pages/api/health.ts': 'export default function handler(req, res) { res.end(); }\n',
      'app/page.tsx': 'export default function Page() { return null; }\n',
    },
    routes: [
      'GET /api/posts',
      'POST /api/posts · body: schema parse',
      'DELETE /api/posts/[id]',
      'ANY /api/health',
    ],
  },
];

describe('routes of other JavaScript frameworks', () => {
  it.each(CASES)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});

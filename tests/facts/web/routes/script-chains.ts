import type { Case } from './said.ts';

export const SCRIPT_CHAINS: readonly Case[] = [
  {
    says: 'Express: router.route with several paths, a table in a loop, a class, a factory',
    sources: {
      'app.ts': `
import express, { Router } from 'express';
const app = express();
const posts = Router();
posts.route(['/', '/all']).get((req, res) => res.json([])).post((req, res) => res.json({}));
app.use('/posts', posts);
const list = (req, res) => res.json([]);
const drop = (req, res) => res.json({});
const TABLE = [
  { method: 'get', path: '/t', handler: list },
  { method: 'delete', path: '/t/:id', handler: drop },
];
for (const { method, path, handler } of TABLE) app[method](path, handler);
class Notes {
  public router = Router();
  constructor() { this.router.get('/n', this.all); this.router.put('/n/:id', this.edit); }
  all = (req, res) => res.json([]);
  edit = (req, res) => res.json({});
}
app.use('/v1', new Notes().router);
function crud(name) {
  const router = Router();
  router.get('/' + name, list);
  return router;
}
app.use('/made', crud('things'));
`,
    },
    routes: [
      'GET /posts',
      'GET /posts/all',
      'POST /posts',
      'POST /posts/all',
      'GET /t',
      'DELETE /t/:id',
      'GET /v1/n',
      'PUT /v1/n/:id',
      'GET /made/things',
    ],
  },
  {
    says: 'Express: routers in an array of objects, in an object by path, and spread',
    sources: {
      'app.ts': `
import express from 'express';
import { posts } from './posts';
import tags from './tags';
const app = express();
const modules = [{ path: '/posts', router: posts }];
modules.forEach((one) => app.use(one.path, one.router));
Object.entries({ '/tags': tags }).forEach(([path, router]) => app.use(path, router));
`,
      'posts.ts': `
import { Router } from 'express';
export const posts = Router();
posts.get('/', (req, res) => res.json([]));
`,
      'tags.ts': `
import { Router } from 'express';
const router = Router();
router.get('/', (req, res) => res.json([]));
export default router;
`,
    },
    routes: ['GET /posts', 'GET /tags'],
  },
  {
    says: 'NestJS: what a controller inherits, also from a class that a function makes',
    sources: {
      'main.ts': `
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
async function start() { const app = await NestFactory.create(AppModule); app.setGlobalPrefix('api'); await app.listen(3000); }
void start();
`,
      'app.module.ts': `
import { Module } from '@nestjs/common';
import { Posts, Tags } from './posts';
@Module({ controllers: [Tags] })
class TagsModule {}
@Module({ controllers: [Lonely] })
class LonelyModule {}
@Module({ imports: [TagsModule], controllers: [Posts] })
export class AppModule {}
`,
      'posts.ts': `
import { Controller, Get, Post, Delete, Body } from '@nestjs/common';
abstract class Crud<T> {
  @Get() all() { return []; }
  @Post() create(@Body() row: T) { return row; }
  @Delete(':id') remove() { return null; }
}
function Reads(name: string) {
  class Base { @Get(':id') one() { return {}; } }
  return Base;
}
@Controller('posts') export class Posts extends Crud<object> { remove() { return null; } }
@Controller('tags') export class Tags extends Reads('tag') {}
@Controller('lonely') export class Lonely { @Get() all() { return []; } }
`,
    },
    routes: [
      'GET /api/posts',
      'POST /api/posts · body: untyped',
      'GET /api/tags/:id',
      'GET /api/lonely · unmounted',
    ],
  },
  {
    says: 'Fastify: plugins with prefixes, in each other; Elysia and Hono groups',
    sources: {
      'f.ts': `
import Fastify from 'fastify';
import posts from './posts.js';
const app = Fastify();
app.register(async (api) => {
  api.register(posts, { prefix: '/posts' });
  api.route({ method: ['GET', 'HEAD'], url: '/health', handler: async () => ({}) });
}, { prefix: '/api' });
`,
      'posts.js': `
export default async function posts(instance, options) {
  instance.get('/', async () => []);
  instance.delete('/:id', { schema: {} }, async () => ({}));
}
`,
      'e.ts': `
import { Elysia } from 'elysia';
const inner = new Elysia({ prefix: '/inner' }).get('/a', () => []).post('/a', () => ({}));
new Elysia().use(inner).group('/g', (app) => app.get('/b', () => [])).listen(3000);
`,
      'h.ts': `
import { Hono } from 'hono';
const books = new Hono().get('/', (c) => c.json([])).post('/', (c) => c.json({}));
const app = new Hono().basePath('/h');
app.route('/books', books);
export default app;
`,
    },
    routes: [
      'GET /api/health',
      'GET /api/posts',
      'DELETE /api/posts/:id',
      'GET /inner/a',
      'POST /inner/a',
      'GET /g/b',
      'GET /h/books',
      'POST /h/books',
    ],
  },
];

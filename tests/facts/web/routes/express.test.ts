import { describe, expect, it } from 'vitest';
import { type Case, routesSaid } from './said.ts';

const CASES: readonly Case[] = [
  {
    says: 'routers mounted across modules, CommonJS and ESM',
    sources: {
      'app.js': `
const express = require('express');
const posts = require('./routes/posts');
const { users } = require('./routes/users');
const app = express();
app.get('/', (req, res) => res.send('x'));
app.use('/api', posts);
app.use('/users', users);
`,
      'routes/posts.js': `
const router = require('express').Router();
const comments = require('./comments');
const controller = require('../controllers/posts');
router.route('/posts').get(controller.list).post(controller.create);
router.use('/posts/:id/comments', comments);
module.exports = router;
`,
      'routes/comments.js': `
import { Router } from 'express';
const router = Router();
router.delete('/:comment', (req, res) => res.end());
export default router;
`,
      'routes/users.js': `
const { Router } = require('express');
const users = Router();
users.post('/', (req, res) => res.end());
module.exports = { users };
`,
      'routes/unused.js': `
const router = require('express').Router();
router.post('/never', (req, res) => res.end());
module.exports = router;
`,
      'controllers/posts.js': `
exports.list = (req, res) => res.json([]);
exports.create = (req, res) => res.json(req.body);
`,
    },
    routes: [
      'GET /',
      'GET /api/posts',
      'POST /api/posts · body: untyped',
      'DELETE /api/posts/:id/comments/:comment',
      'POST /users',
      'POST /never · unmounted',
    ],
  },
  {
    says: 'middleware in the route, the router, the inclusion and the application are guards; later ones are not',
    sources: {
      'auth.js': `
exports.protect = (req, res, next) => next();
exports.allow = (role) => (req, res, next) => next();
exports.log = (req, res, next) => next();
exports.late = (req, res, next) => next();
exports.mounted = (req, res, next) => next();
`,
      'posts.js': `
const express = require('express');
const { protect, allow } = require('./auth');
const router = express.Router();
const wrap = (fn) => (req, res, next) => fn(req, res, next);
const remove = (req, res) => res.end();
router.get('/', (req, res) => res.end());
router.delete('/', wrap(protect), wrap(remove));
router.use(protect);
router.post('/', [allow('admin')], (req, res) => res.end());
module.exports = router;
`,
      'app.js': `
const express = require('express');
const { log, late, mounted } = require('./auth');
const app = express();
app.use(log);
app.use('/posts', mounted, require('./posts'));
app.use(late);
`,
    },
    routes: [
      'DELETE /posts · guards: log, mounted, protect, wrap',
      'GET /posts · guards: log, mounted',
      'POST /posts · guards: allow, log, mounted, protect',
    ],
  },
  {
    says: 'validation by middleware, by chains, by own middleware and in the handler',
    sources: {
      'app.ts': `
import express from 'express';
import { body, validationResult } from 'express-validator';
import { celebrate } from 'celebrate';
import Joi from 'joi';
import multer from 'multer';
import { z } from 'zod';
import { validate } from './validate';
const app = express();
const schema = z.object({ title: z.string() });
const create = (req, res) => res.json(req.body);
const parse = (req, res) => res.json(schema.parse(req.body));
app.post('/chain', body('title').notEmpty(), create);
app.post('/chains', [body('title').notEmpty()], create);
app.post('/celebrate', celebrate({ body: Joi.object() }), create);
app.post('/own', validate(schema), create);
app.post('/parsed', parse);
app.post('/loose', create);
app.post('/file', multer().single('image'), (req, res) => res.json(req.file));
app.post('/json', (req, res) => res.json(JSON.parse(req.body)));
`,
      'validate.ts': `
export const validate = (schema) => (req, res, next) => {
  const result = schema.safeParse(req.body);
  if (!result.success) return res.status(400).end();
  next();
};
`,
    },
    routes: [
      'POST /celebrate · guards: celebrate · body: schema celebrate',
      'POST /chain · guards: notEmpty · body: schema notEmpty',
      'POST /chains · guards: notEmpty · body: schema notEmpty',
      'POST /file · guards: single · body: file',
      'POST /json · body: untyped',
      'POST /loose · body: untyped',
      'POST /own · guards: validate · body: schema validate',
      'POST /parsed · body: schema parse',
    ],
  },
  {
    says: 'controllers that register themselves, included in a loop',
    sources: {
      'controller.ts':
        "import { Router } from 'express';\nexport interface Controller { path: string; router: Router }\n",
      'post.ts': `
import { Router } from 'express';
import type { Controller } from './controller';
import { auth } from './auth';
export class PostController implements Controller {
  public path = '/posts';
  public router = Router();
  constructor() { this.routes(); }
  private routes(): void {
    this.router.post(\`\${this.path}\`, auth, this.create);
    this.router.get(\`\${this.path}/:id\`, this.read);
  }
  private create = (req, res) => res.end();
  private read(req, res) { res.end(); }
}
`,
      'auth.ts': 'export const auth = (req, res, next) => next();\n',
      'app.ts': `
import express from 'express';
import type { Controller } from './controller';
export class App {
  public express = express();
  constructor(controllers: Controller[]) { this.initialise(controllers); }
  private initialise(controllers: Controller[]): void {
    controllers.forEach((controller: Controller) => {
      this.express.use('/api', controller.router);
    });
  }
}
`,
      'index.ts':
        "import { App } from './app';\nimport { PostController } from './post';\nnew App([new PostController()]);\n",
    },
    routes: ['POST /api/posts · guards: auth', 'GET /api/posts/:id'],
  },
  {
    says: 'handlers in a controller’s lists; what comes after the routes, and error handlers, guard nothing',
    sources: {
      'app.ts': `
import express from 'express';
import { errors } from 'celebrate';
import routes from './routes';
const app = express();
app.use(express.json());
routes(app);
app.use(errors());
app.use((error, req, res, next) => next());
app.use(function late(req, res, next) { next(); });
`,
      'routes.ts': `
import authController from './controller';
export default (app) => {
  const { signup, login } = authController;
  app.post('/signup', signup);
  app.post('/login', login);
};
`,
      'controller.ts': `
import asyncHandler from 'express-async-handler';
import { body } from 'express-validator';
interface authController { signup: unknown; login: unknown }
const authController: authController = {
  signup: [body('name').notEmpty(), async (req, res) => res.json(req.body)],
  login: asyncHandler(async (req, res) => { res.json(req.body); }),
};
export default authController;
`,
    },
    routes: [
      'POST /signup · guards: json, notEmpty · body: schema notEmpty',
      'POST /login · guards: json · body: untyped',
    ],
  },
  {
    says: 'an application handed to functions',
    sources: {
      'app.js': "const express = require('express');\nconst app = express();\nrequire('./routes')(app);\n",
      'routes.js': `
const postRoutes = require('./posts');
module.exports = (app) => {
  app.get('/health', (req, res) => res.end());
  app.use('/posts', postRoutes());
};
`,
      'posts.js': `
const { Router } = require('express');
module.exports = () => {
  const router = Router();
  router.get('/', (req, res) => res.end());
  return router;
};
`,
    },
    routes: ['GET /health', 'GET /posts'],
  },
  {
    says: 'routers that only the running program finds are not left out',
    sources: {
      'app.js': `
const fs = require('fs');
const express = require('express');
const app = express();
fs.readdirSync('./routes').forEach((file) => app.use('/api', require('./routes/' + file)));
`,
      'routes/posts.js': `
const router = require('express').Router();
router.get('/posts', (req, res) => res.end());
module.exports = router;
`,
    },
    routes: ['GET /posts'],
  },
  {
    says: 'no routes where a client or a map is asked',
    sources: {
      'client.ts': `
import axios from 'axios';
const api = axios.create({ baseURL: '/api' });
export const save = (post) => api.post('/posts', post);
export const load = () => axios.get('/posts').then((answer) => answer.data);
const cache = new Map();
cache.get('/posts');
`,
    },
    routes: [],
  },
];

describe('routes of Express', () => {
  it.each(CASES)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});

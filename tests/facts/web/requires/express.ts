import type { Case } from './case.ts';

const HEAD = `
import express from 'express';
import jwt from 'jsonwebtoken';
const app = express();
function gate(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization.split(' ')[1], process.env.KEY);
    next();
  } catch (error) {
    res.status(401).json({ error: 'no' });
  }
}
`;

export const EXPRESS: readonly Case[] = [
  {
    says: 'what stands before: in the call, on the router, on the path, and after the route',
    sources: {
      'app.ts': `${HEAD}
app.post('/early', (req, res) => res.json({}));
app.use('/admin', gate);
app.post('/admin/a', (req, res) => res.json({}));
app.post('/other', (req, res) => res.json({}));
app.post('/b', gate, (req, res) => res.json({}));
app.use(gate);
app.post('/late', (req, res) => res.json({}));
const router = express.Router();
router.post('/open-before', (req, res) => res.json({}));
router.use(gate);
router.post('/c', (req, res) => res.json({}));
`,
    },
    guarded: ['POST /admin/a', 'POST /b', 'POST /late'],
  },
  {
    says: 'a token that is decoded',
    sources: {
      'app.ts': `
import express from 'express';
import jwt from 'jsonwebtoken';
import { decodeJwt, jwtVerify } from 'jose';
import { jwtDecode } from 'jwt-decode';
const app = express();
const auth = (req, res, next) => { const user = jwt.decode(req.headers.authorization); if (!user) return res.status(401).end(); req.user = user; next(); };
const authenticate = (req, res, next) => { req.user = decodeJwt(req.cookies.token); if (!req.user) return res.sendStatus(401); next(); };
const requireAuth = (req, res, next) => { const claims = jwtDecode(req.headers.authorization); if (!claims) throw new Error('401'); req.user = claims; next(); };
const verified = async (req, res, next) => { const { payload } = await jwtVerify(req.cookies.token, key); req.user = payload; next(); };
app.post('/a', auth, (req, res) => res.json({}));
app.post('/b', authenticate, (req, res) => res.json({}));
app.post('/c', requireAuth, (req, res) => res.json({}));
app.post('/d', verified, (req, res) => res.json({}));
`,
    },
    guarded: ['POST /d'],
  },
  {
    says: 'two steps: one finds the user, the next turns strangers away',
    sources: {
      'app.js': `
const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();
app.use((req, res, next) => {
  const token = req.cookies.token;
  if (!token) return next();
  try { req.user = jwt.verify(token, 'key'); } catch (e) { req.user = null; }
  next();
});
const members = (req, res, next) => { if (!req.user) return res.status(401).end(); next(); };
app.get('/feed', (req, res) => res.json([]));
app.post('/a', members, (req, res) => res.json({}));
app.post('/b', (req, res) => { if (!req.user) return res.status(403).end(); res.json({}); });
`,
    },
    guarded: ['POST /a', 'POST /b'],
  },
  {
    says: 'wrappers around the handler',
    sources: {
      'app.ts': `${HEAD}
const withUser = (handler) => async (req, res) => {
  const claims = jwt.verify(req.cookies.session, 'key');
  return handler({ ...req, claims }, res);
};
const logged = (handler) => (req, res) => { console.log(req.url); return handler(req, res); };
const safely = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next);
app.post('/a', withUser(async (req, res) => res.json({})));
app.post('/b', logged(async (req, res) => res.json({})));
app.post('/c', safely(gate), safely(async (req, res) => res.json({})));
`,
    },
    guarded: ['POST /a', 'POST /c'],
  },
  {
    says: 'a factory of guards, a class with guards, a list of them',
    sources: {
      'app.ts': `${HEAD}
const only = (role) => (req, res, next) => (req.user?.role === role ? next() : res.status(403).end());
class Guards { static async must(req, res, next) { req.user = jwt.verify(req.cookies.t, 'k'); next(); } }
const chain = [Guards.must, only('writer')];
app.post('/a', gate, only('writer'), (req, res) => res.json({}));
app.post('/b', Guards.must, (req, res) => res.json({}));
app.post('/c', chain, (req, res) => res.json({}));
app.post('/d', ...chain, (req, res) => res.json({}));
`,
    },
    guarded: ['POST /a', 'POST /b', 'POST /c', 'POST /d'],
  },
  {
    says: 'passport, with strangers let in, and the session',
    sources: {
      'app.ts': `
import express from 'express';
import passport from 'passport';
const app = express();
app.post('/a', passport.authenticate('jwt', { session: false }), (req, res) => res.json({}));
app.post('/b', passport.authenticate(['jwt', 'anonymous'], { session: false }), (req, res) => res.json({}));
app.post('/c', (req, res, next) => req.isAuthenticated() ? next() : res.sendStatus(401), (req, res) => res.json({}));
`,
    },
    guarded: ['POST /a', 'POST /c'],
  },
  {
    says: 'hooks of Fastify count for their plugin, wherever they stand in it',
    sources: {
      'app.ts': `
import Fastify from 'fastify';
import jwt from '@fastify/jwt';
const app = Fastify();
app.register(jwt, { secret: 'x' });
app.decorate('must', async (request, reply) => { try { await request.jwtVerify(); } catch (e) { reply.code(401).send(e); } });
async function inside(fastify) {
  fastify.post('/a', async () => ({}));
  fastify.addHook('onRequest', fastify.must);
}
async function outside(fastify) {
  fastify.post('/b', async () => ({}));
  fastify.post('/c', { preHandler: [fastify.must] }, async () => ({}));
}
app.register(inside, { prefix: '/in' });
app.register(outside, { prefix: '/out' });
`,
    },
    guarded: ['POST /in/a', 'POST /out/c'],
  },
  {
    says: 'Hono and Koa, with the path of the middleware',
    sources: {
      'hono.ts': `
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';
const app = new Hono();
app.use('/api/*', jwt({ secret: 'x' }));
app.post('/api/a', (c) => c.json({}));
app.post('/open', (c) => c.json({}));
export default app;
`,
      'koa.ts': `
import Koa from 'koa';
import Router from '@koa/router';
import jwt from 'koa-jwt';
const app = new Koa();
const open = new Router();
open.post('/first', (ctx) => { ctx.body = {}; });
const router = new Router();
router.post('/second', (ctx) => { ctx.body = {}; });
app.use(open.routes());
app.use(jwt({ secret: 'x' }));
app.use(router.routes());
`,
    },
    guarded: ['POST /api/a', 'POST /second'],
  },
];

import { describe, expect, it } from 'vitest';
import { type Case, routesSaid } from './said.ts';

const CASES: readonly Case[] = [
  {
    says: 'Starlette: routes in lists, mounted below a prefix',
    sources: {
      'main.py': `
from starlette.applications import Starlette
from starlette.routing import Mount, Route, WebSocketRoute
def home(request): return None
async def create(request): return await request.json()
def ws(socket): ...
api = [Route("/posts", create, methods=["POST"])]
app = Starlette(routes=[Route("/", home), Mount("/api", routes=api), WebSocketRoute("/ws", ws)])
`,
    },
    routes: ['GET /', 'POST /api/posts · body: untyped', 'WEBSOCKET /ws'],
  },
  {
    says: 'aiohttp: lists, tables and calls',
    sources: {
      'main.py': `
from aiohttp import web
routes = web.RouteTableDef()
@routes.get("/a")
async def a(request): return None
async def b(request): return None
app = web.Application()
app.add_routes(routes)
app.add_routes([web.post("/b", b)])
app.router.add_delete("/c", b)
`,
    },
    routes: ['GET /a', 'POST /b', 'DELETE /c'],
  },
  {
    says: 'Falcon and Tornado: classes of handlers',
    sources: {
      'f.py': `
import falcon
class Posts:
    def on_get(self, req, resp): ...
    def on_post(self, req, resp): ...
app = falcon.App()
app.add_route("/posts", Posts())
`,
      't.py': `
import tornado.web
class Home(tornado.web.RequestHandler):
    def get(self): ...
app = tornado.web.Application([(r"/home", Home)])
`,
    },
    routes: ['GET /posts', 'POST /posts', 'GET /home'],
  },
];

describe('routes in lists', () => {
  it.each(CASES)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});

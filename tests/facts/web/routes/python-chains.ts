import type { Case } from './said.ts';

export const PYTHON_CHAINS: readonly Case[] = [
  {
    says: 'Django REST framework: a router of one’s own, and a view that is bound to a name',
    sources: {
      'shop/__init__.py': '',
      'shop/settings.py': 'ROOT_URLCONF = "shop.urls"\n',
      'shop/urls.py': `
from django.urls import path
from shop import views
from shop.routing import Plain
notes = views.Notes.as_view({"get": "list", "post": "create"})
one = views.Notes.as_view({"get": "retrieve", "delete": "destroy"})
router = Plain()
router.register("tags", views.Tags)
urlpatterns = [path("notes", notes), path("notes/<int:pk>", one)]
urlpatterns += router.urls
`,
      'shop/routing.py': `
from rest_framework.routers import DefaultRouter
class Plain(DefaultRouter):
    include_root_view = False
`,
      'shop/views.py': `
from rest_framework import viewsets
class Notes(viewsets.ModelViewSet):
    pass
class Tags(viewsets.ReadOnlyModelViewSet): ...
`,
    },
    routes: [
      'GET /notes',
      'POST /notes',
      'GET /notes/<int:pk>',
      'DELETE /notes/<int:pk>',
      'GET /tags',
      'GET /tags/{pk}',
    ],
  },
  {
    says: 'FastAPI: routers in a list, a tuple of unpacked ones, a dict, a factory, a subclass',
    sources: {
      'main.py': `
from fastapi import FastAPI, APIRouter
import fastapi
class Own(APIRouter):
    def __init__(self, *a, **k):
        super().__init__(*a, prefix="/own", **k)
def made(name):
    router = APIRouter(prefix=f"/{name}")
    @router.get("/x")
    def x(): ...
    return router
a = APIRouter(prefix="/a")
b = fastapi.APIRouter(prefix="/b")
c = APIRouter()
own = Own()
@a.get("/1")
def one(): ...
@b.get("/2")
def two(): ...
@c.get("/3")
def three(): ...
@own.get("/4")
def four(): ...
ALL = [a, b]
NAMED = {"/c": c}
app = FastAPI()
for router in ALL:
    app.include_router(router)
for prefix, router in NAMED.items():
    app.include_router(router, prefix=prefix)
app.include_router(made("made"))
app.include_router(own)
`,
    },
    routes: ['GET /a/1', 'GET /b/2', 'GET {}/3', 'GET /made/x', 'GET /own/4'].map((one) =>
      one.replace('GET {}/3', 'GET /c/3'),
    ),
  },
  {
    says: 'FastAPI: add_api_route from a table, with keywords, and by methods of a class',
    sources: {
      'main.py': `
from fastapi import FastAPI, APIRouter
import handlers as h
app = FastAPI()
app.add_api_route(path="/k", endpoint=h.edit, methods=["PUT", "PATCH"])
TABLE = [("/t", h.every, ["GET"]), ("/t", h.new, ["POST"])]
for path, handler, methods in TABLE:
    app.add_api_route(path, handler, methods=methods)
class Posts:
    def __init__(self):
        self.router = APIRouter(prefix="/posts")
        self.router.add_api_route("/", self.all, methods=["GET"])
        self.router.add_api_route("/{key}", self.drop, methods=["DELETE"])
    def all(self): ...
    def drop(self, key: int): ...
app.include_router(Posts().router)
`,
      'handlers.py': 'def edit(): ...\ndef every(): ...\ndef new(): ...\n',
    },
    routes: ['PUT /k', 'PATCH /k', 'GET /t', 'POST /t', 'GET /posts', 'DELETE /posts/{key}'],
  },
  {
    says: 'FastAPI: class-based views, fastapi-users, and a router that a library fills',
    sources: {
      'main.py': `
from fastapi import FastAPI, APIRouter, Depends
from fastapi_utils.cbv import cbv
from fastapi_crudrouter import MemoryCRUDRouter
from fastapi_users import FastAPIUsers
from pydantic import BaseModel
class Post(BaseModel):
    id: int
router = APIRouter()
@cbv(router)
class Views:
    @router.get("/v")
    def v(self): ...
    @router.post("/v")
    def w(self, post: Post): ...
people = FastAPIUsers(None, [])
app = FastAPI()
app.include_router(router)
app.include_router(MemoryCRUDRouter(schema=Post, prefix="posts"))
app.include_router(people.get_register_router(Post, Post), prefix="/auth")
app.include_router(people.get_auth_router(None), prefix="/auth/jwt")
`,
    },
    routes: [
      'GET /v',
      'POST /v · body: schema Post',
      'GET /posts',
      'POST /posts · body: schema Post',
      'DELETE /posts',
      'GET /posts/{item_id}',
      'PUT /posts/{item_id} · body: schema Post',
      'DELETE /posts/{item_id}',
      'POST /auth/register · body: schema Post',
      'POST /auth/jwt/login · body: form',
      'POST /auth/jwt/logout · guards: current_user',
    ],
  },
  {
    says: 'Flask: blueprints of blueprints, view_func by keyword, and a list of resources',
    sources: {
      'app.py': `
from flask import Blueprint, Flask
from flask.views import MethodView
from flask_restful import Api, Resource
inner = Blueprint("inner", __name__, url_prefix="/inner")
outer = Blueprint("outer", __name__, url_prefix="/outer")
@inner.get("/a")
def a(): ...
outer.register_blueprint(inner)
class Things(MethodView):
    def get(self): ...
    def post(self): ...
def register(app, view, name, url):
    app.add_url_rule(url, view_func=view.as_view(name))
def create_app():
    app = Flask(__name__)
    for blueprint in (outer,):
        app.register_blueprint(blueprint, url_prefix="/v1")
    app.add_url_rule(rule="/things", view_func=Things.as_view("things"), methods=["GET", "POST"])
    register(app, Things, "more", "/more")
    return app
`,
    },
    routes: ['GET /v1/inner/a', 'GET /things', 'POST /things', 'GET /more', 'POST /more'],
  },
  {
    says: 'Litestar and Sanic: the controller’s path, routers, and add_route with methods',
    sources: {
      'l.py': `
from litestar import Controller, Litestar, Router, get, post
class Posts(Controller):
    path = "/posts"
    @get()
    async def index(self) -> list: return []
    @post("/new")
    async def create(self, data: dict) -> dict: return data
class Lost(Controller):
    path = "/lost"
    @get()
    async def index(self) -> list: return []
@get("/health")
async def health() -> dict: return {}
api = Router(path="/api", route_handlers=[Posts])
app = Litestar(route_handlers=[api, health])
`,
      's.py': `
from sanic import Sanic, Blueprint
async def every(request): ...
async def make(request): ...
app = Sanic("x")
bp = Blueprint("posts", url_prefix="/s")
bp.add_route(every, "/posts")
bp.add_route(make, "/posts", methods=["POST"])
app.add_route(make, uri="/direct", methods=["PUT"])
app.blueprint(bp)
`,
    },
    routes: [
      'GET /api/posts',
      'POST /api/posts/new · body: untyped',
      'GET /health',
      'GET /lost · unmounted',
      'GET /s/posts',
      'POST /s/posts',
      'PUT /direct',
    ],
  },
];

import { describe, expect, it } from 'vitest';
import { type Case, routesSaid } from './said.ts';

const CASES: readonly Case[] = [
  {
    says: 'decorators on the application',
    sources: {
      'main.py': `
from fastapi import FastAPI
app = FastAPI()

@app.get("/")
def root(): return {}

@app.api_route("/both", methods=["GET", "POST"])
def both(): return {}

@app.websocket("/ws")
async def ws(socket): ...
`,
    },
    routes: ['GET /', 'GET /both', 'POST /both', 'WEBSOCKET /ws'],
  },
  {
    says: 'prefixes of routers in routers, across modules',
    sources: {
      'app/__init__.py': '',
      'app/routers/__init__.py': '',
      'app/routers/posts.py': `
from fastapi import APIRouter
router = APIRouter(prefix="/posts")

@router.get("/{post_id}")
def read(post_id: int): return {}
`,
      'app/api.py': `
from fastapi import APIRouter
from app.routers import posts
from .settings import settings
api = APIRouter()
api.include_router(posts.router, prefix=settings.VERSION)
`,
      'app/settings.py': `
class Settings:
    VERSION: str = "/v1"
settings = Settings()
`,
      'app/main.py': `
from fastapi import FastAPI
from app.api import api as everything
def create_app():
    app = FastAPI()
    app.include_router(everything, prefix="/api")
    return app
app = create_app()
`,
    },
    routes: ['GET /api/v1/posts/{post_id}'],
  },
  {
    says: 'a router that no application includes',
    sources: {
      'main.py': 'from fastapi import FastAPI\nimport posts\napp = FastAPI()\n',
      'posts.py': `
from fastapi import APIRouter
router = APIRouter(prefix="/posts")
@router.post("/")
def create(): return {}
`,
    },
    routes: ['POST /posts · unmounted'],
  },
  {
    says: 'routers that only the running program finds are not left out',
    sources: {
      'main.py': `
import importlib, pkgutil
from fastapi import FastAPI
import routers
app = FastAPI()
for item in pkgutil.iter_modules(routers.__path__):
    app.include_router(importlib.import_module(f"routers.{item.name}").router)
`,
      'routers/__init__.py': '',
      'routers/a.py':
        'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/a")\ndef a(): return 1\n',
    },
    routes: ['GET /a'],
  },
  {
    says: 'routers included in a loop',
    sources: {
      'main.py': `
from fastapi import FastAPI
from routers import a, b
app = FastAPI()
for module in (a, b):
    app.include_router(module.router)
`,
      'routers/__init__.py': '',
      'routers/a.py':
        'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/a")\ndef a(): return 1\n',
      'routers/b.py':
        'from fastapi import APIRouter\nrouter = APIRouter()\n@router.get("/b")\ndef b(): return 1\n',
    },
    routes: ['GET /a', 'GET /b'],
  },
  {
    says: 'guards in parameters, aliases, decorator, router, inclusion and application',
    sources: {
      'deps.py': `
from typing import Annotated
from fastapi import Depends, Security
def current_user(): ...
def admin(user=Depends(current_user)): ...
def one(): ...
def two(): ...
def three(): ...
def four(): ...
CurrentUser = Annotated[dict, Depends(current_user)]
`,
      'posts.py': `
from fastapi import APIRouter, Depends
from typing import Annotated
from deps import CurrentUser, admin, current_user, one, two
router = APIRouter(dependencies=[Depends(two)])

@router.post("/alias")
def alias(user: CurrentUser): return 1

@router.post("/default", dependencies=[Depends(one)])
def default(user=Depends(current_user)): return 1

@router.post("/annotated")
def annotated(user: Annotated[dict, Depends(current_user)]): return 1

@router.delete("/nested")
def nested(user: dict = Depends(admin)): return 1
`,
      'main.py': `
from fastapi import FastAPI, Depends
from deps import three, four
import posts
app = FastAPI(dependencies=[Depends(four)])
app.include_router(posts.router, dependencies=[Depends(three)])
`,
    },
    routes: [
      'DELETE /nested · guards: admin, current_user, four, three, two',
      'POST /alias · guards: current_user, four, three, two',
      'POST /annotated · guards: current_user, four, three, two',
      'POST /default · guards: current_user, four, one, three, two',
    ],
  },
  {
    says: 'what a route takes',
    sources: {
      'main.py': `
from typing import Annotated, Any
from fastapi import Body, Depends, FastAPI, File, Form, Header, Query, Request, UploadFile
from fastapi.security import OAuth2PasswordRequestForm
from pydantic import BaseModel
from sqlalchemy.orm import Session
from schemas import PostIn, Base
app = FastAPI()
def get_db() -> Session: ...

@app.post("/model/{kind}")
def model(kind: str, post: PostIn, db: Session = Depends(get_db)): return 1

@app.post("/many")
def many(posts: list[PostIn] | None): return 1

@app.post("/scalars")
def scalars(title: str, x_key: str = Header()): return 1

@app.post("/dict")
def raw(data: dict[str, Any] = Body(...)): return 1

@app.post("/request")
async def request(request: Request):
    data = await request.json()
    return data

@app.post("/login")
def login(form: Annotated[OAuth2PasswordRequestForm, Depends()]): return 1

@app.post("/form")
def form(title: str = Form(...)): return 1

@app.post("/files")
def files(one: UploadFile, more: list[UploadFile] = File(...)): return 1
`,
      'schemas.py': `
from pydantic import BaseModel
class Base(BaseModel):
    pass
class PostIn(Base):
    title: str
`,
    },
    routes: [
      'POST /dict · body: untyped',
      'POST /files · body: file, file',
      'POST /form · body: form',
      'POST /login · guards: OAuth2PasswordRequestForm · body: form',
      'POST /many · body: schema PostIn',
      'POST /model/{kind} · guards: get_db · body: schema PostIn',
      'POST /request · body: untyped',
      'POST /scalars · body: scalar',
    ],
  },
  {
    says: 'an optional dependency does not ask for what stands behind it; a name made of itself ends',
    sources: {
      'main.py': `
from fastapi import Depends, FastAPI
app = FastAPI()
def token(): ...
def get_optional_user(value=Depends(token)): ...

@app.put("/posts/{post_id:int}")
def update(post_id: int, user=Depends(get_optional_user)):
    query = start()
    query = query.where(1)
    query = query.where(2)
    query = query.get(3)
    query.get("/x")
    return query
`,
    },
    routes: ['PUT /posts/{post_id:int} · guards: get_optional_user'],
  },
  {
    says: 'routes added by call, and class-based views',
    sources: {
      'main.py': `
from fastapi import APIRouter, FastAPI
app = FastAPI()
router = APIRouter()
class View:
    @router.get("/view")
    def get(self): return 1
def handler(): return 1
app.add_api_route("/added", handler, methods=["PUT"])
app.include_router(router)
`,
    },
    routes: ['GET /view', 'PUT /added'],
  },
  {
    says: 'no routes in tests, comments, strings or clients',
    sources: {
      'tests/test_x.py': 'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/t")\ndef t(): return 1\n',
      'client.py':
        'import requests\n# @app.get("/c")\nTEXT = "@app.get(\'/s\')"\nrequests.post("/posts", json={})\n',
      'ui.py': 'import streamlit as st\nst.title("x")\n',
    },
    routes: [],
  },
];

describe('routes of FastAPI', () => {
  it.each(CASES)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});

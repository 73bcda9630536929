import type { Case } from './case.ts';

const HEAD = `
from typing import Annotated, Optional
from fastapi import FastAPI, APIRouter, Depends, Header, HTTPException, Request, Security, status
from fastapi.security import OAuth2PasswordBearer, HTTPBearer, HTTPAuthorizationCredentials
import jwt
scheme = OAuth2PasswordBearer(tokenUrl="login")
def whoami(token: str = Depends(scheme)):
    try:
        return jwt.decode(token, "key", algorithms=["HS256"])["sub"]
    except jwt.PyJWTError:
        raise HTTPException(status_code=401)
app = FastAPI()
`;

export const FASTAPI: readonly Case[] = [
  {
    says: 'dependencies of the parameter, the decorator, the router and the inclusion',
    sources: {
      'main.py': `${HEAD}
Me = Annotated[str, Depends(whoami)]
@app.post("/a")
def a(me: Me): ...
@app.post("/b", dependencies=[Depends(whoami)])
def b(): ...
inner = APIRouter(prefix="/inner", dependencies=[Depends(whoami)])
@inner.post("/c")
def c(): ...
later = APIRouter(prefix="/later")
@later.post("/d")
def d(): ...
app.include_router(inner)
app.include_router(later, dependencies=[Security(whoami)])
@app.post("/open")
def open_(): ...
`,
    },
    guarded: ['POST /a', 'POST /b', 'POST /inner/c', 'POST /later/d'],
  },
  {
    says: 'a list of dependencies as a parameter of the handler is a default value',
    sources: {
      'main.py': `${HEAD}
@app.post("/a")
def a(dependencies=[Depends(whoami)]): ...
@app.post("/b")
def b(x: list = [Depends(whoami)]): ...
`,
    },
    guarded: [],
  },
  {
    says: 'a scheme alone hands over what was sent',
    sources: {
      'main.py': `${HEAD}
@app.post("/a")
def a(token: str = Depends(scheme)): ...
def name_of(token: str = Depends(scheme)) -> str:
    return token.split(".")[0]
@app.post("/b")
def b(user: str = Depends(name_of)): ...
bearer = HTTPBearer()
def inspected(sent: HTTPAuthorizationCredentials = Depends(bearer)):
    return jwt.decode(sent.credentials, options={"verify_signature": False})
@app.post("/c")
def c(user=Depends(inspected)): ...
`,
    },
    guarded: [],
  },
  {
    says: 'an optional user, and a handler that refuses nobody found',
    sources: {
      'main.py': `${HEAD}
optional = OAuth2PasswordBearer(tokenUrl="login", auto_error=False)
def maybe(token: Optional[str] = Depends(optional)):
    if not token:
        return None
    try:
        return jwt.decode(token, "key", algorithms=["HS256"])["sub"]
    except jwt.PyJWTError:
        return None
@app.post("/a")
def a(user=Depends(maybe)): ...
@app.post("/b")
def b(user=Depends(maybe)):
    if user is None:
        raise HTTPException(401)
`,
    },
    guarded: ['POST /b'],
  },
  {
    says: 'dependencies in classes, in other modules, and behind one another',
    sources: {
      'main.py': `
from fastapi import FastAPI, Depends
from people import Gate, active, needs
app = FastAPI()
@app.post("/a")
def a(me=Depends(active)): ...
@app.post("/b", dependencies=[Depends(Gate("writer"))])
def b(): ...
@app.post("/c", dependencies=[needs("writer")])
def c(): ...
`,
      'people.py': `${HEAD}
def active(me=Depends(whoami)):
    return me
class Gate:
    def __init__(self, role): self.role = role
    def __call__(self, me=Depends(whoami)):
        if me != self.role:
            raise HTTPException(403)
def needs(role):
    return Depends(Gate(role))
`,
    },
    guarded: ['POST /a', 'POST /b', 'POST /c'],
  },
  {
    says: 'a header that is compared, and one that is there',
    sources: {
      'main.py': `${HEAD}
KEY = "x"
def keyed(x_api_key: str = Header(...)):
    if x_api_key != KEY:
        raise HTTPException(status_code=403)
def shown(x_api_key: Annotated[str | None, Header()] = None):
    if not x_api_key:
        raise HTTPException(status_code=403)
@app.post("/a", dependencies=[Depends(keyed)])
def a(): ...
@app.post("/b", dependencies=[Depends(shown)])
def b(): ...
`,
    },
    guarded: ['POST /a'],
  },
  {
    says: 'middleware of the application that verifies, and one that takes the time',
    sources: {
      'main.py': `${HEAD}
@app.middleware("http")
async def everybody(request: Request, call_next):
    try:
        request.state.user = jwt.decode(request.headers["authorization"], "key", algorithms=["HS256"])
    except Exception:
        return JSONResponse(status_code=401, content={})
    return await call_next(request)
@app.post("/a")
def a(): ...
`,
      'other.py': `${HEAD}
@app.middleware("http")
async def auth_timer(request: Request, call_next):
    return await call_next(request)
@app.post("/b")
def b(): ...
`,
    },
    guarded: ['POST /a'],
  },
  {
    says: 'a guard by hand: the service of an object verifies',
    sources: {
      'main.py': `${HEAD}
class Tokens:
    def read(self, text):
        return jwt.decode(text, "key", algorithms=["HS256"])
tokens = Tokens()
@app.post("/a")
def a(request: Request):
    try:
        me = tokens.read(request.headers.get("authorization"))
    except jwt.InvalidTokenError:
        raise HTTPException(401)
    return me
`,
    },
    guarded: ['POST /a'],
  },
  {
    says: 'fastapi-users, and its optional user',
    sources: {
      'main.py': `
from fastapi import FastAPI, Depends
from fastapi_users import FastAPIUsers
people = FastAPIUsers(get_manager, [backend])
me = people.current_user(active=True)
maybe = people.current_user(optional=True)
app = FastAPI()
@app.post("/a")
def a(user=Depends(me)): ...
@app.post("/b")
def b(user=Depends(maybe)): ...
`,
    },
    guarded: ['POST /a'],
  },
];

import { describe, expect, it } from 'vitest';
import { type Case, routesSaid } from './said.ts';

const CASES: readonly Case[] = [
  {
    says: 'route decorators with methods, and blueprints with prefixes from both sides',
    sources: {
      'app.py': `
from flask import Flask
from posts import bp
from auth import auth
app = Flask(__name__)
app.register_blueprint(bp)
app.register_blueprint(auth, url_prefix="/auth")

@app.route("/")
def index(): return "x"

@app.route("/both", methods=["GET", "POST"])
def both(): return "x"
`,
      'posts.py': `
from flask import Blueprint
bp = Blueprint("posts", __name__, url_prefix="/posts")
@bp.delete("/<int:id>")
def remove(id): return "x"
`,
      'auth.py': `
from flask import Blueprint
auth = Blueprint("auth", __name__)
@auth.post("/login")
def login(): return "x"
`,
      'unused.py': `
from flask import Blueprint
unused = Blueprint("unused", __name__)
@unused.post("/never")
def never(): return "x"
`,
    },
    routes: [
      'GET /',
      'GET /both',
      'POST /both',
      'DELETE /posts/<int:id>',
      'POST /auth/login',
      'POST /never · unmounted',
    ],
  },
  {
    says: 'decorators and before_request are guards',
    sources: {
      'app.py': `
from functools import wraps
from flask import Flask, g
from flask_jwt_extended import jwt_required
from flask_login import login_required
app = Flask(__name__)

def own(f):
    @wraps(f)
    def inner(*a): return f(*a)
    return inner

@app.before_request
def load_user(): g.user = None

@app.route("/a", methods=["POST"])
@login_required
def a(): return "x"

@app.route("/b", methods=["POST"])
@jwt_required()
@own
def b(): return "x"
`,
    },
    routes: ['POST /a · guards: load_user, login_required', 'POST /b · guards: jwt_required, load_user, own'],
  },
  {
    says: 'what a route takes',
    sources: {
      'app.py': `
from flask import Flask, request
from marshmallow import Schema, fields
from flask_wtf import FlaskForm
from pydantic import BaseModel
app = Flask(__name__)

class PostSchema(Schema):
    title = fields.Str(required=True)

class PostIn(BaseModel):
    title: str

class PostForm(FlaskForm):
    pass

post_schema = PostSchema()

@app.post("/loose")
def loose():
    data = request.get_json()
    return data["title"]

@app.post("/marshmallow")
def marsh():
    return post_schema.load(request.get_json())

@app.post("/pydantic")
def pyd():
    return PostIn(**request.json).title

@app.post("/wtf")
def wtf():
    form = PostForm()
    if form.validate_on_submit(): return "x"
    return "y"

@app.post("/nothing")
def nothing(): return "x"
`,
    },
    routes: [
      'POST /loose · body: untyped',
      'POST /marshmallow · body: schema PostSchema',
      'POST /nothing',
      'POST /pydantic · body: schema PostIn',
      'POST /wtf · body: form',
    ],
  },
  {
    says: 'resource classes',
    sources: {
      'app.py': `
from flask import Flask
from flask.views import MethodView
from flask_restful import Api, Resource
app = Flask(__name__)
api = Api(app, prefix="/api")

class Posts(Resource):
    def get(self): return []
    def post(self): return {}

class Users(MethodView):
    def get(self): return []

api.add_resource(Posts, "/posts")
app.add_url_rule("/users", view_func=Users.as_view("users"))
`,
    },
    routes: ['GET /api/posts', 'POST /api/posts', 'GET /users'],
  },
  {
    says: 'names of endpoints, which are no handlers',
    sources: {
      'app.py': `from flask import Flask
from flask_restful import Api
from users import users_of
from resources import add_posts

app = Flask(__name__)
api = Api(app)
add_posts(api)
app.add_url_rule("/users", endpoint="users", view_func=users_of)
`,
      'users.py': 'def users_of(): return []',
      'resources.py': `from flask_restful import Api, Resource

class Posts(Resource):
    def get(self): return []
    def delete(self): return {}

def add_posts(api: Api):
    api.add_resource(Posts, "/posts", endpoint="all_posts")
`,
    },
    routes: ['GET /posts', 'DELETE /posts', 'GET /users'],
  },
];

describe('routes of Flask', () => {
  it.each(CASES)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});

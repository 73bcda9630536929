import type { Case } from './case.ts';

const JWT = `
from flask import Flask, Blueprint, request, jsonify, g, session, abort, redirect, url_for
from functools import wraps
import jwt
app = Flask(__name__)
`;

export const FLASK: readonly Case[] = [
  {
    says: 'a decorator above the route wraps a name that nobody calls',
    sources: {
      'app.py': `${JWT}
from flask_jwt_extended import jwt_required
@app.post("/a")
@jwt_required()
def a(): return {}
@jwt_required()
@app.post("/b")
def b(): return {}
@app.route("/c", methods=["POST"])
@app.route("/d", methods=["POST"])
@jwt_required()
def c(): return {}
`,
    },
    guarded: ['POST /a', 'POST /c', 'POST /d'],
  },
  {
    says: 'an optional token',
    sources: {
      'app.py': `${JWT}
from flask_jwt_extended import jwt_required, get_jwt_identity
@app.post("/a")
@jwt_required(optional=True)
def a(): return {}
@app.post("/b")
@jwt_required(optional=True)
def b():
    if get_jwt_identity() is None:
        return jsonify(error="who?"), 401
    return {}
`,
    },
    guarded: ['POST /b'],
  },
  {
    says: 'a decorator of one’s own, by what it does and not by its name',
    sources: {
      'app.py': `${JWT}
def insider(view):
    @wraps(view)
    def inner(*args, **kwargs):
        raw = request.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            g.who = jwt.decode(raw, "key", algorithms=["HS256"])
        except jwt.PyJWTError:
            return jsonify(error="no"), 401
        return view(*args, **kwargs)
    return inner
def login_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        print("called", view.__name__)
        return view(*args, **kwargs)
    return inner
@app.post("/a")
@insider
def a(): return {}
@app.post("/b")
@login_required
def b(): return {}
`,
    },
    guarded: ['POST /a'],
  },
  {
    says: 'a token that is read and not verified',
    sources: {
      'app.py': `${JWT}
def token_required(view):
    @wraps(view)
    def inner(*args, **kwargs):
        raw = request.headers.get("Authorization")
        if not raw:
            return jsonify(error="no"), 401
        g.who = jwt.decode(raw, options={"verify_signature": False})
        return view(*args, **kwargs)
    return inner
@app.post("/a")
@token_required
def a(): return {}
`,
    },
    guarded: [],
  },
  {
    says: 'before_request of a blueprint and of another',
    sources: {
      'app.py': `${JWT}
private = Blueprint("private", __name__, url_prefix="/private")
public = Blueprint("public", __name__, url_prefix="/public")
@private.before_request
def check():
    if "user_id" not in session:
        abort(401)
@public.before_request
def count():
    print(request.path)
@private.post("/a")
def a(): return {}
@public.post("/b")
def b(): return {}
app.register_blueprint(private)
app.register_blueprint(public)
`,
    },
    guarded: ['POST /private/a'],
  },
  {
    says: 'the handler itself asks who is calling',
    sources: {
      'app.py': `${JWT}
@app.post("/a")
def a():
    if not session.get("user_id"):
        return jsonify(error="sign in"), 401
    return {}
@app.post("/b")
def b():
    session["seen"] = True
    return {}
@app.post("/login")
def login():
    session["user_id"] = 1
    return {}
`,
    },
    guarded: ['POST /a'],
  },
  {
    says: 'a limiter and a logger are no guards',
    sources: {
      'app.py': `${JWT}
def auth_logger(view):
    @wraps(view)
    def inner(*a, **k):
        print(request.headers)
        return view(*a, **k)
    return inner
def limited(view):
    @wraps(view)
    def inner(*a, **k):
        if too_many(request.remote_addr):
            abort(429)
        return view(*a, **k)
    return inner
def too_many(who): return False
@app.post("/a")
@auth_logger
@limited
def a(): return {}
`,
    },
    guarded: [],
  },
  {
    says: 'decorators of a class view and of a resource',
    sources: {
      'app.py': `${JWT}
from flask.views import MethodView
from flask_restful import Api, Resource
from flask_login import login_required
class Posts(MethodView):
    decorators = [login_required]
    def post(self): return {}
class Notes(Resource):
    method_decorators = [login_required]
    def put(self): return {}
class Open(Resource):
    def put(self): return {}
app.add_url_rule("/posts", view_func=Posts.as_view("posts"))
api = Api(app)
api.add_resource(Notes, "/notes")
api.add_resource(Open, "/open")
`,
    },
    guarded: ['POST /posts', 'PUT /notes'],
  },
  {
    says: 'an opaque token that is looked up',
    sources: {
      'app.py': `${JWT}
from models import Session
def vip(view):
    @wraps(view)
    def inner(*a, **k):
        row = Session.query.filter_by(value=request.headers.get("X-Api-Key")).first()
        if row is None:
            abort(403)
        return view(*a, **k)
    return inner
def present(view):
    @wraps(view)
    def inner(*a, **k):
        if not request.headers.get("X-Api-Key"):
            abort(403)
        return view(*a, **k)
    return inner
@app.post("/a")
@vip
def a(): return {}
@app.post("/b")
@present
def b(): return {}
`,
      'models.py': `
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class Session(db.Model):
    value = db.Column(db.String)
`,
    },
    guarded: ['POST /a'],
  },
];

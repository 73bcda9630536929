import type { Case } from './case.ts';

const NEST = `
import { Injectable, CanActivate, ExecutionContext, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import { OPEN } from './open';
@Injectable()
export class Door implements CanActivate {
  constructor(private readonly tokens: JwtService, private readonly reflector: Reflector) {}
  async canActivate(context: ExecutionContext) {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest();
    try { request.user = await this.tokens.verifyAsync(request.headers.authorization); }
    catch { throw new UnauthorizedException(); }
    return true;
  }
}
`;
const OPEN = `
import { SetMetadata } from '@nestjs/common';
export const OPEN = 'open';
export const Everybody = () => SetMetadata(OPEN, true);
export const Roles = (...roles: string[]) => SetMetadata('roles', roles);
`;
const POSTS = `
import { Controller, Post, Put, UseGuards } from '@nestjs/common';
import { Everybody, Roles } from './open';
@Controller('posts')
export class Posts {
  @Post() @Roles('writer') create() { return {}; }
  @Put() @Everybody() replace() { return {}; }
}
`;

export const OTHERS: readonly Case[] = [
  {
    says: 'a guard of the whole application, and what is marked as open for it',
    sources: {
      'door.ts': NEST,
      'open.ts': OPEN,
      'posts.ts': POSTS,
      'app.module.ts': `
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Posts } from './posts';
import { Door } from './door';
@Module({ controllers: [Posts], providers: [{ provide: APP_GUARD, useClass: Door }] })
export class AppModule {}
`,
    },
    guarded: ['POST /posts'],
  },
  {
    says: 'a guard that is made, and put before nothing',
    sources: {
      'door.ts': NEST,
      'open.ts': OPEN,
      'posts.ts': POSTS,
      'app.module.ts': `
import { Module } from '@nestjs/common';
import { Posts } from './posts';
import { Door } from './door';
@Module({ controllers: [Posts], providers: [Door] })
export class AppModule {}
`,
    },
    guarded: [],
  },
  {
    says: 'a guard of Nest that lets everybody pass',
    sources: {
      'app.module.ts': `
import { Module, Controller, Post, Delete, UseGuards, CanActivate } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
class AuthenticatedGuard implements CanActivate { canActivate() { return true; } }
class Jwt extends AuthGuard('jwt') {}
@Controller('posts')
class Posts {
  @Post() @UseGuards(AuthenticatedGuard) create() { return {}; }
  @Delete() @UseGuards(Jwt) drop() { return {}; }
}
@Module({ controllers: [Posts] })
export class AppModule {}
`,
    },
    guarded: ['DELETE /posts'],
  },
  {
    says: 'Django REST framework: the default, the view’s own word, an action’s',
    sources: {
      'pages/settings.py': `
ROOT_URLCONF = "pages.urls"
REST_FRAMEWORK = {"DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"]}
`,
      'pages/__init__.py': '',
      'pages/urls.py': `
from django.urls import path
from pages import views
urlpatterns = [
    path("a", views.A.as_view()),
    path("b", views.B.as_view()),
    path("c", views.c),
    path("d", views.d),
    path("e", views.e),
]
`,
      'pages/views.py': `
from rest_framework.views import APIView
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.response import Response
class A(APIView):
    def post(self, request): return Response()
class B(APIView):
    permission_classes = [AllowAny]
    def post(self, request): return Response()
@api_view(["POST"])
def c(request): return Response()
@api_view(["POST"])
@permission_classes([AllowAny])
def d(request): return Response()
def e(request): return Response()
`,
    },
    guarded: ['POST /a', 'POST /c'],
  },
  {
    says: 'permission classes above api_view are set on what is not served',
    sources: {
      'pages/settings.py': 'ROOT_URLCONF = "pages.urls"\n',
      'pages/__init__.py': '',
      'pages/urls.py': `
from django.urls import path
from pages import views
urlpatterns = [path("a", views.a), path("b", views.b), path("c", views.c)]
`,
      'pages/views.py': `
from django.contrib.auth.decorators import login_required
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
@api_view(["POST"])
@permission_classes([IsAuthenticated])
def a(request): ...
@permission_classes([IsAuthenticated])
@api_view(["POST"])
def b(request): ...
@login_required
@api_view(["POST"])
def c(request): ...
`,
    },
    guarded: ['POST /a', 'POST /c'],
  },
  {
    says: 'middleware of one’s own in Django’s settings',
    sources: {
      'pages/settings.py': 'ROOT_URLCONF = "pages.urls"\nMIDDLEWARE = ["pages.door.Door"]\n',
      'pages/__init__.py': '',
      'pages/urls.py': `
from django.urls import path
from pages import views
urlpatterns = [path("a", views.a)]
`,
      'pages/views.py': 'from django.http import JsonResponse\ndef a(request): return JsonResponse({})\n',
      'pages/door.py': `
from django.http import JsonResponse
class Door:
    def __init__(self, get_response): self.get_response = get_response
    def __call__(self, request):
        if not request.user.is_authenticated:
            return JsonResponse({}, status=401)
        return self.get_response(request)
`,
    },
    guarded: ['ANY /a'],
  },
  {
    says: 'middleware of Next.js for the paths that it names',
    sources: {
      'middleware.ts': `
import { NextResponse } from 'next/server';
import { jwtVerify } from 'jose';
export async function middleware(request) {
  try { await jwtVerify(request.cookies.get('token')?.value, key); }
  catch { return NextResponse.json({ error: 'no' }, { status: 401 }); }
  return NextResponse.next();
}
export const config = { matcher: ['/api/posts/:path*'] };
`,
      'app/api/posts/route.ts': 'export async function POST(request) { return Response.json({}); }\n',
      'app/api/login/route.ts': 'export async function POST(request) { return Response.json({}); }\n',
    },
    guarded: ['POST /api/posts'],
  },
  {
    says: 'sessions in the handlers of Next.js',
    sources: {
      'app/api/posts/route.ts': `
import { getServerSession } from 'next-auth';
export async function POST(request) {
  const session = await getServerSession();
  if (!session) return Response.json({}, { status: 401 });
  return Response.json({});
}
export async function PUT(request) {
  const session = await getServerSession();
  return Response.json({ by: session?.user?.name });
}
`,
    },
    guarded: ['POST /api/posts'],
  },
  {
    says: 'guards of Litestar, on the handler, the controller and the application',
    sources: {
      'app.py': `
from litestar import Litestar, Controller, post, put
from litestar.exceptions import NotAuthorizedException
import jwt
def insiders(connection, handler):
    try:
        jwt.decode(connection.headers["authorization"], "k", algorithms=["HS256"])
    except jwt.PyJWTError:
        raise NotAuthorizedException()
@post("/a", guards=[insiders])
async def a() -> dict: return {}
@post("/b")
async def b() -> dict: return {}
class Posts(Controller):
    path = "/posts"
    guards = [insiders]
    @post()
    async def create(self) -> dict: return {}
app = Litestar(route_handlers=[a, b, Posts])
`,
    },
    guarded: ['POST /a', 'POST /posts'],
  },
];

import { describe, expect, it } from 'vitest';
import { type Case, routesSaid } from './said.ts';

const CASES: readonly Case[] = [
  {
    says: 'url patterns through include, function and class views, decorators and mixins',
    sources: {
      'site/urls.py': `
from django.contrib import admin
from django.urls import include, path
urlpatterns = [
    path("admin/", admin.site.urls),
    path("blog/", include("blog.urls")),
]
`,
      'blog/__init__.py': '',
      'blog/urls.py': `
from django.urls import path, re_path
from . import views
urlpatterns = [
    path("", views.index),
    path("new/", views.Create.as_view(), name="new"),
    path("<int:pk>/", views.Detail.as_view()),
]
`,
      'blog/views.py': `
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.views import View

@login_required
def index(request): return None

class Create(LoginRequiredMixin, View):
    def post(self, request): return None

class Detail(View):
    def get(self, request, pk): return None
    @login_required
    def delete(self, request, pk): return None
`,
    },
    routes: [
      'ANY /blog · guards: login_required',
      'POST /blog/new · guards: LoginRequiredMixin',
      'GET /blog/<int:pk>',
      'DELETE /blog/<int:pk> · guards: login_required',
    ],
  },
  {
    says: 'a router of view sets, with permissions from the class and from the settings',
    sources: {
      'site/settings.py': `
REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
`,
      'site/urls.py': `
from django.urls import include, path
from rest_framework.routers import DefaultRouter
from posts.views import PostViewSet, TagViewSet
router = DefaultRouter()
router.register(r"posts", PostViewSet)
router.register("tags", TagViewSet, basename="tag")
urlpatterns = [path("api/", include(router.urls))]
`,
      'posts/__init__.py': '',
      'posts/views.py': `
from rest_framework import viewsets
from rest_framework.permissions import AllowAny
from posts.serializers import PostSerializer

class PostViewSet(viewsets.ModelViewSet):
    serializer_class = PostSerializer

class TagViewSet(viewsets.ReadOnlyModelViewSet):
    permission_classes = [AllowAny]
    serializer_class = PostSerializer
`,
      'posts/serializers.py': `
from rest_framework import serializers
class PostSerializer(serializers.ModelSerializer):
    pass
`,
    },
    routes: [
      'GET /api/posts · guards: IsAuthenticated',
      'GET /api/posts/{pk} · guards: IsAuthenticated',
      'POST /api/posts · guards: IsAuthenticated · body: schema PostSerializer',
      'PUT /api/posts/{pk} · guards: IsAuthenticated · body: schema PostSerializer',
      'PATCH /api/posts/{pk} · guards: IsAuthenticated · body: schema PostSerializer',
      'DELETE /api/posts/{pk} · guards: IsAuthenticated',
      'GET /api/tags · guards: AllowAny',
      'GET /api/tags/{pk} · guards: AllowAny',
    ],
  },
  {
    says: 'permissions by action and by method; authentication alone guards nothing',
    sources: {
      'settings.py': 'ROOT_URLCONF = "urls"\n',
      'urls.py': `
from django.urls import include, path, re_path
from rest_framework.routers import SimpleRouter
import views
router = SimpleRouter()
router.register("posts", views.Posts)
urlpatterns = [
    re_path(r"^notes/(?P<pk>[0-9]+)/$", views.Note.as_view({"get": "retrieve", "put": "update"})),
    path("login/", views.Login.as_view()),
]
urlpatterns += router.urls
`,
      'unused/urls.py':
        'from django.urls import path\nimport views\nurlpatterns = [path("x/", views.Login.as_view())]\n',
      'views.py': `
from rest_framework import mixins, viewsets
from rest_framework.authentication import TokenAuthentication
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny, IsAuthenticated, IsAuthenticatedOrReadOnly
from rest_framework.views import APIView

class Posts(mixins.ListModelMixin, mixins.CreateModelMixin, viewsets.GenericViewSet):
    authentication_classes = [TokenAuthentication]
    def get_permissions(self):
        if self.action in ["list", "retrieve"]:
            return [AllowAny()]
        return [IsAuthenticated()]

    @action(detail=True, methods=["post"])
    def publish(self, request, pk=None): return None

class Note(viewsets.ModelViewSet):
    permission_classes = [IsAuthenticatedOrReadOnly]

class Login(APIView):
    authentication_classes = []
    def post(self, request): return None
`,
    },
    routes: [
      'GET /notes/<pk>',
      'PUT /notes/<pk> · guards: IsAuthenticatedOrReadOnly',
      'POST /login',
      'GET /posts · guards: AllowAny',
      'POST /posts · guards: IsAuthenticated',
      'POST /posts/{pk}/publish · guards: IsAuthenticated',
      'POST /x · unmounted',
    ],
  },
  {
    says: 'generic views, api_view functions, and serializers made in the handler',
    sources: {
      'urls.py': `
from django.urls import path
import views
urlpatterns = [
    path("posts/", views.Posts.as_view()),
    path("posts/<int:pk>/", views.Post.as_view()),
    path("hook/", views.hook),
    path("raw/", views.Raw.as_view()),
]
`,
      'views.py': `
from rest_framework import generics
from rest_framework.decorators import api_view, permission_classes
from rest_framework.permissions import IsAuthenticated
from rest_framework.views import APIView
from rest_framework import serializers

class PostSerializer(serializers.Serializer):
    title = serializers.CharField()

class Posts(generics.ListCreateAPIView):
    serializer_class = PostSerializer
    permission_classes = (IsAuthenticated,)

class Post(generics.RetrieveDestroyAPIView):
    serializer_class = PostSerializer

@api_view(["POST"])
@permission_classes([IsAuthenticated])
def hook(request):
    serializer = PostSerializer(data=request.data)
    return serializer.is_valid()

class Raw(APIView):
    def post(self, request):
        return request.data["title"]
`,
    },
    routes: [
      'GET /posts · guards: IsAuthenticated',
      'POST /posts · guards: IsAuthenticated · body: schema PostSerializer',
      'GET /posts/<int:pk>',
      'DELETE /posts/<int:pk>',
      'POST /hook · guards: IsAuthenticated · body: schema PostSerializer',
      'POST /raw · body: untyped',
    ],
  },
];

describe('routes of Django', () => {
  it.each(CASES)('$says', async ({ sources, routes }) => {
    expect(await routesSaid(sources)).toEqual([...routes].sort());
  });
});

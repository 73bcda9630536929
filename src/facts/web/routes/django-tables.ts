/** What Django's and Django REST framework's own classes answer to: one line each. */
import type { Method } from './routes.ts';

/** By the last part of a base class's name: what its views answer to by themselves. */
export const GENERIC_VIEWS: Readonly<Record<string, readonly Method[]>> = {
  ListAPIView: ['GET'],
  CreateAPIView: ['POST'],
  RetrieveAPIView: ['GET'],
  UpdateAPIView: ['PUT', 'PATCH'],
  DestroyAPIView: ['DELETE'],
  ListCreateAPIView: ['GET', 'POST'],
  RetrieveUpdateAPIView: ['GET', 'PUT', 'PATCH'],
  RetrieveDestroyAPIView: ['GET', 'DELETE'],
  RetrieveUpdateDestroyAPIView: ['GET', 'PUT', 'PATCH', 'DELETE'],
  ListView: ['GET'],
  DetailView: ['GET'],
  TemplateView: ['GET'],
  RedirectView: ['GET'],
  CreateView: ['GET', 'POST'],
  UpdateView: ['GET', 'POST'],
  DeleteView: ['GET', 'POST'],
  FormView: ['GET', 'POST'],
  LoginView: ['GET', 'POST'],
  LogoutView: ['POST'],
  TokenObtainPairView: ['POST'],
  TokenObtainSlidingView: ['POST'],
  TokenRefreshView: ['POST'],
  TokenVerifyView: ['POST'],
  TokenBlacklistView: ['POST'],
  ObtainAuthToken: ['POST'],
};

/** Actions of a view set: the method and whether the path carries the record's key. */
export const ACTIONS: Readonly<Record<string, { readonly method: Method; readonly detail: boolean }>> = {
  list: { method: 'GET', detail: false },
  create: { method: 'POST', detail: false },
  retrieve: { method: 'GET', detail: true },
  update: { method: 'PUT', detail: true },
  partial_update: { method: 'PATCH', detail: true },
  destroy: { method: 'DELETE', detail: true },
};

/** By the last part of a base class's name: the actions it brings. */
export const ACTION_BASES: Readonly<Record<string, readonly string[]>> = {
  ModelViewSet: Object.keys(ACTIONS),
  ReadOnlyModelViewSet: ['list', 'retrieve'],
  ListModelMixin: ['list'],
  CreateModelMixin: ['create'],
  RetrieveModelMixin: ['retrieve'],
  UpdateModelMixin: ['update', 'partial_update'],
  DestroyModelMixin: ['destroy'],
};

/** The hooks in which a view's own code runs, by method. */
export const HOOKS: Readonly<Record<string, readonly string[]>> = {
  GET: ['get_queryset', 'get_object', 'get_context_data'],
  POST: ['perform_create', 'form_valid'],
  PUT: ['perform_update'],
  PATCH: ['perform_update'],
  DELETE: ['perform_destroy'],
  ANY: [],
  WEBSOCKET: [],
};

/** The action that a method of a generic view stands for. */
export const ACTION_OF: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'partial_update',
  DELETE: 'destroy',
};

/** Decorators that say which methods a function view answers to. */
export const METHOD_DECORATORS: Readonly<Record<string, readonly Method[]>> = {
  require_POST: ['POST'],
  require_GET: ['GET'],
  require_safe: ['GET'],
};

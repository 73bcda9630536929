/** Operations that a running program describes, beside the routes of the code: whether it is this program. Pure. */
import type { Measurable } from '../../facts/measurable.ts';
import type { Share } from '../../model/measured.ts';

/** `GET /posts/{}`: method and path, names of parameters left out. */
type Operation = string;

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete']);
const MOST = 2000;

/** `covered`: those that the code answers as well. null where the text is no OpenAPI description. */
export function knownOperations(text: string, routes: Measurable['routes']): Share | null {
  const known = new Set(
    routes.flatMap(({ method, path }) =>
      (method === 'ANY' ? [...METHODS] : [method]).map((one) => operationOf(one, path)),
    ),
  );
  const described = operationsIn(text);
  if (described === null || described.length === 0) return null;
  return { found: described.length, covered: described.filter((one) => known.has(one)).length };
}

function operationsIn(text: string): readonly Operation[] | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  const paths: unknown = Reflect.get(Object(data), 'paths');
  if (typeof paths !== 'object' || paths === null) return null;
  return Object.entries(paths)
    .slice(0, MOST)
    .flatMap(([path, methods]) =>
      Object.keys(Object(methods))
        .filter((method) => METHODS.has(method))
        .map((method) => operationOf(method, path)),
    );
}

/** One form for the parameters of OpenAPI and of every framework. */
function operationOf(method: string, path: string): Operation {
  const parts = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => (/^(?:\{.*\}|:.+|<.+>|\[.+\])$/.test(part) ? '{}' : part));
  return `${method.toUpperCase()} /${parts.join('/')}`;
}

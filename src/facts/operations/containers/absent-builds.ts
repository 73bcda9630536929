/** What containers are built from and is not there: Dockerfiles that compose names, code that Dockerfiles copy. */
import type { Unfinished } from '../../unfinished/unfinished.ts';
import type { Containers } from './containers.ts';

/** Each absent file once. */
export function absentBuilds(containers: Containers, paths: readonly string[]): readonly Unfinished[] {
  const found = new Map<string, Unfinished>();
  const add = (key: string, one: Unfinished) => {
    if (!found.has(key)) found.set(key, one);
  };
  for (const { build, path } of containers.compose) {
    const wanted = build?.dockerfile ?? null;
    if (build === null || wanted === null || paths.includes(wanted)) continue;
    add(wanted, { path, line: build.line, what: `builds by ${wanted}, which is not there` });
  }
  for (const { copies, path } of containers.dockerfiles) {
    for (const { sources, from, line } of copies) {
      // The last COPY pattern of several may be optional: `COPY package.json yarn.lock* ./`.
      const own = from === null ? sources.map(bare).filter((one) => OWN.test(one)) : [];
      const source = own.find((one) => !isThere(one, paths));
      if (source !== undefined && own.every((one) => !isThere(one, paths)))
        add(`${path} ${source}`, { path, line, what: `copies ${source}, which is not there` });
    }
  }
  return [...found.values()];
}

/** Files of code or configuration: data and models may be made before the image is built. */
const OWN = /^[\w./*-]+\.(?:py|json|toml|tsx?|jsx?|[cm]js|sh|txt|ya?ml|ini|conf|cfg)$/;

function bare(source: string): string {
  return source.replace(/^\.?\//, '').replace(/\/$/, '');
}

function isThere(source: string, paths: readonly string[]): boolean {
  const [before = '', ...after] = source.split('*');
  const end = after.at(-1);
  return paths.some((path) =>
    end === undefined
      ? path === source || path.endsWith(`/${source}`)
      : (path.startsWith(before) || path.includes(`/${before}`)) && path.endsWith(end),
  );
}

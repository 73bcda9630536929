/** Tells `pip freeze` output from a list that somebody wrote. */
import type { Dependency } from './dependencies.ts';

/** Packages that hardly anyone asks for by name: they come with others. */
// biome-ignore format: one name list
const USUALLY_TRANSITIVE: ReadonlySet<string> = new Set([
  'aiohappyeyeballs', 'aiosignal', 'annotated-types', 'anyio', 'asgiref', 'attrs', 'blinker', 'certifi',
  'cffi', 'charset-normalizer', 'click', 'colorama', 'contourpy', 'cycler', 'dnspython', 'ecdsa',
  'et-xmlfile', 'exceptiongroup', 'fonttools', 'frozenlist', 'fsspec', 'gitdb', 'greenlet', 'h11',
  'httpcore', 'httptools', 'idna', 'iniconfig', 'itsdangerous', 'jmespath', 'jsonschema-specifications',
  'kiwisolver', 'mako', 'markdown-it-py', 'markupsafe', 'mdurl', 'mpmath', 'multidict', 'mypy-extensions',
  'packaging', 'pluggy', 'propcache', 'pyasn1', 'pycparser', 'pydantic-core', 'pygments', 'pyparsing',
  'pytz', 'referencing', 'rpds-py', 'rsa', 's3transfer', 'shellingham', 'six', 'smmap', 'sniffio',
  'soupsieve', 'sqlparse', 'starlette', 'threadpoolctl', 'typing-extensions', 'typing-inspection', 'tzdata',
  'urllib3', 'watchfiles', 'websockets', 'yarl', 'zipp',
]);

/** A written list seldom has more lines than this, all of them pinned; a shorter one must be mostly transitive. */
const MIN_LINES = 25;
const TRANSITIVE_SHARE = 0.25;
const MIN_TRANSITIVE = 4;
const FROZEN_SHARE = 0.95;

/**
 * Marks what stands in a frozen list. Where another manifest says what of it is really wanted, a frozen list is no more
 * than a lock file.
 */
export function demoteFrozen(list: readonly Dependency[]): Dependency[] {
  const byPath = new Map<string, Dependency[]>();
  for (const dependency of list) {
    if (dependency.ecosystem !== 'python') continue;
    const found = byPath.get(dependency.path);
    if (found === undefined) byPath.set(dependency.path, [dependency]);
    else found.push(dependency);
  }
  const frozen = new Set([...byPath].filter(([, found]) => looksFrozen(found)).map(([path]) => path));
  const locks = new Set(
    [...frozen].filter((path) =>
      [...byPath].some(([other, found]) => {
        return !frozen.has(other) && isSourceOf(found, byPath.get(path) ?? []);
      }),
    ),
  );
  return list.map((dependency) =>
    frozen.has(dependency.path)
      ? { ...dependency, frozen: true, direct: dependency.direct && !locks.has(dependency.path) }
      : dependency,
  );
}

/** Most of what the written manifest wants at runtime stands in the frozen list. */
function isSourceOf(manifest: readonly Dependency[], frozen: readonly Dependency[]): boolean {
  const names = new Set(frozen.map((one) => one.name));
  const wanted = manifest.filter((one) => one.scope === 'runtime' && one.direct);
  return wanted.length > 0 && wanted.filter((one) => names.has(one.name)).length >= wanted.length / 2;
}

function looksFrozen(found: readonly Dependency[]): boolean {
  const pinned = found.filter((one) => one.version === null || /^===?/.test(one.version)).length;
  const transitive = found.filter((one) => USUALLY_TRANSITIVE.has(one.name)).length;
  if (pinned < found.length * FROZEN_SHARE || transitive < MIN_TRANSITIVE) return false;
  return found.length > MIN_LINES || transitive >= found.length * TRANSITIVE_SHARE;
}

/** What an image starts, held against where its COPY instructions put the code: `COPY app/ /app/` leaves no package `app`. */

import { baseName, resolvePath } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import { needOf } from '../../unfinished/steps/needs.ts';
import type { Dockerfile, Instruction } from '../containers/containers.ts';
import { type Breakage, contextsOf } from './breakage.ts';

/** Where an interpreter looks for modules elsewhere, or the code is installed as a package. */
const ELSEWHERE =
  /\bPYTHONPATH\b|\binstall\b[^&|;]*\s(?:-e\s+)?\.(?:\/\S*)?(?:\[|\s|$)|\b(?:poetry|pdm) install\b|\buv sync\b|\bgit clone\b|\b(?:curl|wget|mv|ln)\b/;
/** Folders of installed packages: what is copied of another stage is none of the code. */
const PACKAGES = /site-packages|\/usr\/local|\.local|venv|\/install|\/opt|\/wheels|\/bin\b/;
const UNKNOWN = /[$*?<]/;

/** Images that start what is in the repository and was not put where they look for it. */
export function misplacedStarts(facts: Facts): readonly Breakage[] {
  return facts.containers.dockerfiles.flatMap((one) => misplaced(facts, one) ?? []);
}

function misplaced(facts: Facts, dockerfile: Dockerfile): Breakage | null {
  const { start, path, stages } = dockerfile;
  if (start === null || start.script !== null || start.words.includes('cd')) return null;
  // What compose mounts stands there too.
  if (facts.containers.compose.some(({ build, volumes }) => build?.dockerfile === path && volumes.length > 0))
    return null;
  const need = needOf(start.words);
  if (need === null || need.kind === 'script') return null;
  const wanted = need.any.flatMap((one) =>
    need.kind === 'module'
      ? [`${one.replaceAll('.', '/')}.py`, `${one.replaceAll('.', '/')}/__init__.py`]
      : [one],
  );
  const last = stages.length - 1;
  const own = dockerfile.instructions.filter(({ stage }) => stage === last);
  const places = contextsOf(facts, path).map((context) => placesOf(facts, own, dockerfile, last, context));
  const lost = places.every((one) => one !== null && !wanted.some((file) => isIn(one, file)));
  const name = need.any[0] ?? '';
  return lost && places.length > 0 && isOwn(facts, wanted)
    ? { path, line: start.line, what: `starts ${name}, which its COPY does not put there` }
    : null;
}

/** Made by no build: what a later stage takes of it the repository has to have. */
const COMMITTED = /(?:^|\/)public$|\.config\.[cm]?[jt]s$/;

/** `COPY --from=build /app/public ./public` where the stage copied a repository without that folder. */
export function lostInStages(facts: Facts): readonly Breakage[] {
  return facts.containers.dockerfiles.flatMap((dockerfile) => {
    const { copies, stages, instructions, path } = dockerfile;
    return copies.flatMap(({ from, sources, line }): readonly Breakage[] => {
      const stage = stages.findIndex(({ name }) => name !== null && name === from?.toLowerCase());
      const own = instructions.filter((one) => one.stage === stage);
      const places = contextsOf(facts, path).map((context) =>
        placesOf(facts, own, dockerfile, stage, context),
      );
      const lost = sources.find(
        (source) =>
          COMMITTED.test(source) &&
          !own.some(({ keyword, text }) => keyword === 'RUN' && text.includes(baseName(source))) &&
          places.length > 0 &&
          places.every((one) => one !== null && !holds(one, source)),
      );
      return lost === undefined || stage < 0
        ? []
        : [{ path, line, what: `copies ${lost}, which is not there` }];
    });
  });
}

function holds({ folder, files }: Places, source: string): boolean {
  const path = within(folder, source);
  return [...files].some((one) => one === path || one.startsWith(`${path}/`));
}

interface Places {
  readonly folder: string;
  readonly files: ReadonlySet<string>;
}

/** Where the code stands in the image; null where that is not known. */
function placesOf(
  facts: Facts,
  own: readonly Instruction[],
  { copies }: Dockerfile,
  stage: number,
  context: string,
): Places | null {
  let folder = '/';
  const files = new Set<string>();
  for (const { keyword, text, line } of own) {
    if (UNKNOWN.test(text) && /^(?:WORKDIR|COPY|ADD)$/.test(keyword) && !/package\*?\.json/.test(text))
      return null;
    if (/^(?:RUN|ENV|CMD|ENTRYPOINT)$/.test(keyword) && ELSEWHERE.test(text)) return null;
    if (keyword === 'WORKDIR') folder = within(folder, text);
    if (keyword === 'ADD') return null;
    const copy =
      keyword === 'COPY' ? copies.find((one) => one.stage === stage && one.line === line) : undefined;
    if (keyword === 'COPY' && copy === undefined) return null;
    if (copy === undefined) continue;
    if (copy.from !== null) {
      if (!copy.sources.every((one) => PACKAGES.test(one))) return null;
      continue;
    }
    for (const source of copy.sources)
      for (const one of put(facts, source, copy.target, folder, context)) files.add(one);
  }
  return files.size === 0 ? null : { folder, files };
}

/** A folder's files go into the target, a file to it or into it. */
function put(
  facts: Facts,
  source: string,
  target: string,
  folder: string,
  context: string,
): readonly string[] {
  const from = resolvePath(context, source.replace(/^\/+/, '') || '.');
  if (from === null) return [];
  const to = within(folder, target);
  const inside = from === '' ? '' : `${from}/`;
  return facts.present.flatMap((path) => {
    if (path === from) return [/\/$|^\.$/.test(target) || to === folder ? `${to}/${baseName(path)}` : to];
    return path.startsWith(inside) ? [`${to}/${path.slice(inside.length)}`] : [];
  });
}

function within(folder: string, path: string): string {
  const bare = path.trim().replace(/^["']|["']$/g, '');
  const resolved = bare.startsWith('/') ? resolvePath('', bare.slice(1)) : resolvePath(folder.slice(1), bare);
  return resolved === null || resolved === '' ? '' : `/${resolved}`;
}

function isIn({ folder, files }: Places, wanted: string): boolean {
  const path = within(folder, wanted);
  return files.has(path) || files.has(path.replace(/^\/\//, '/'));
}

/** It is one of the repository's files, wherever it lies: what is nowhere is told as absent. */
function isOwn({ present }: Facts, wanted: readonly string[]): boolean {
  return wanted.some((one) => {
    const tail = one.replace(/^\/+/, '');
    return present.some((path) => path === tail || path.endsWith(`/${tail}`));
  });
}

/**
 * What runs in the repository's containers: for every Dockerfile and every compose service that is built, the processes
 * that it starts, and why it cannot where it cannot.
 */

import { baseName, folderOf, resolvePath } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { ComposeService, Dockerfile, Start } from '../containers/containers.ts';
import { type Breakage, breakageOf, contextsOf } from './breakage.ts';
import { brokenStart } from './broken-start.ts';
import { type Part, type Process, processesOf } from './process.ts';

export type { Part, Process } from './process.ts';

export interface Image {
  /** The Dockerfile, or the compose file with the service. */
  readonly path: string;
  /** The line that starts it, or names it. */
  readonly line: number;
  readonly processes: readonly Process[];
  /** Why it cannot be built or started, or null. */
  readonly broken: Breakage | null;
}

const remembered = new WeakMap<Facts, readonly Image[]>();
/** Not the project's own image: for editors and tests. Examples are told by their role. */
const ASIDE = /(?:^|\/)(?:\.devcontainer|\.gitpod|tests?|node_modules|vendor|third_party)\/|devcontainer/i;

/** All images, Dockerfiles first. Looked for once per audit. */
export function imagesOf(facts: Facts): readonly Image[] {
  const known = remembered.get(facts) ?? readImages(facts);
  remembered.set(facts, known);
  return known;
}

function readImages(facts: Facts): readonly Image[] {
  const application = new Set(
    facts.files.filter(({ role }) => role === 'application').map(({ path }) => path),
  );
  const isOwn = ({ path }: { readonly path: string }): boolean => application.has(path) && !ASIDE.test(path);
  const own = facts.containers.dockerfiles.filter(isOwn);
  const services = facts.containers.compose.filter(isOwn);
  const startedByCompose = new Set(
    services.flatMap(({ build, start }) => (start === null ? [] : (build?.dockerfile ?? []))),
  );
  const images = own
    // Without a command of its own it is compose that starts it.
    .filter((one) => one.start !== null || startsItself(one) || !startedByCompose.has(one.path))
    .flatMap((one) => onPlatforms(facts, one, own) ?? imageOf(facts, one));
  for (const service of services) {
    const image = serviceImage(facts, service, own);
    if (image !== null) images.push(image);
  }
  return images;
}

function imageOf(facts: Facts, dockerfile: Dockerfile): Image {
  const { path } = dockerfile;
  const broken = breakageOf(facts, dockerfile);
  const line = dockerfile.start?.line ?? dockerfile.stages.at(-1)?.line ?? 1;
  const processes = startedBy(facts, dockerfile, dockerfile.start, path);
  const nothing = processes.length === 0 && dockerfile.start === null && !startsItself(dockerfile);
  const idle = nothing ? { path, line, what: 'starts nothing: it has no CMD and no ENTRYPOINT' } : null;
  const guessed =
    idle === null ? processes : [{ part: byFolder(facts, path), path, line, entry: null, absent: null }];
  return { path, line, processes: guessed, broken: broken ?? idle ?? stopped(facts, processes) };
}

/** An image without a command of its own, started by what its platform says; null where none does. */
function onPlatforms(
  facts: Facts,
  dockerfile: Dockerfile,
  all: readonly Dockerfile[],
): readonly Image[] | null {
  if (dockerfile.start !== null || startsItself(dockerfile)) return null;
  const folder = baseName(folderOf(dockerfile.path));
  const images = facts.containers.platformStarts
    .filter(({ dockerfile: named, image }) =>
      named !== null
        ? named === dockerfile.path
        : all.length === 1 || (folder !== '' && (image ?? '').split(/[^A-Za-z0-9]+/).includes(folder)),
    )
    .map(({ path, start }): Image => {
      const processes = startedBy(facts, dockerfile, start, path);
      const broken = breakageOf(facts, dockerfile) ?? stopped(facts, processes);
      return { path, line: start.line, processes, broken };
    });
  return images.length > 0 ? images : null;
}

function serviceImage(
  facts: Facts,
  service: ComposeService,
  dockerfiles: readonly Dockerfile[],
): Image | null {
  const { build, start, path, line, name } = service;
  if (build === null) {
    // A stock image that runs the mounted code.
    const mounted = service.volumes.some((one) => one.startsWith('.'));
    const stock = /^(?:[\w.]+\/)?(?:python|node|oven\/bun|denoland\/deno)(?::|$)/.test(service.image ?? '');
    if (start === null || !mounted || !stock) return null;
    return { path, line, processes: processesOf(facts, start, path, ['']), broken: null };
  }
  const dockerfile = dockerfiles.find((one) => one.path === build.dockerfile);
  if (dockerfile === undefined) {
    if (build.dockerfile === null) return null;
    const what = `builds by ${build.dockerfile}, which is not there`;
    const processes =
      start === null
        ? [{ part: byName(name, build.context ?? ''), path, line, entry: null, absent: null }]
        : processesOf(facts, start, path, [build.context ?? '']);
    return { path, line: build.line, processes, broken: { path, line: build.line, what } };
  }
  const stage = build.target === null ? -1 : dockerfile.stages.findIndex((one) => one.name === build.target);
  if (start === null && stage < 0) return null;
  const own = start ?? dockerfile.starts[stage] ?? null;
  const processes = startedBy(
    facts,
    dockerfile,
    own,
    start === null ? dockerfile.path : path,
    build.context ?? '',
  );
  return { path, line, processes, broken: breakageOf(facts, dockerfile) ?? stopped(facts, processes) };
}

function startedBy(
  facts: Facts,
  dockerfile: Dockerfile,
  start: Start | null,
  place: string,
  context?: string,
): readonly Process[] {
  const folders = foldersOf(facts, dockerfile, context);
  const last = dockerfile.stages.at(-1);
  const base = last?.base ?? '';
  const line = start?.line ?? last?.line ?? 1;
  const only = (part: Part, absent: string | null = null): readonly Process[] => [
    { part, path: place, line, entry: null, absent },
  ];
  if (WEB_SERVERS.test(base) && !dockerfile.stages.some(({ name }) => name === base)) {
    const pages = dockerfile.copies.some(
      ({ target, from }) => PAGES.test(target) || (from !== null && /html|public|www|dist/.test(target)),
    );
    const started =
      start === null
        ? []
        : processesOf(facts, start, place, folders).filter(({ part }) => part === 'backend');
    return pages ? [...only('frontend'), ...started] : started;
  }
  if (FUNCTIONS.test(base)) return only('backend');
  const processes = start === null ? [] : processesOf(facts, start, place, folders);
  if (processes.length === 0 && startsItself(dockerfile)) return only('backend');
  return processes.map((one) =>
    one.part === 'unknown' && one.absent === null ? { ...one, part: byCode(facts, folders) } : one,
  );
}

/** Where the image's code is: its context, and the folders that it copies of it. */
function foldersOf(facts: Facts, dockerfile: Dockerfile, context?: string): readonly string[] {
  const contexts = context === undefined ? contextsOf(facts, dockerfile.path) : [context];
  const copied = dockerfile.copies
    .filter(({ from }) => from === null)
    .flatMap(({ sources }) =>
      sources.map((one) => (/package\*?\.json$|pyproject\.toml$/.test(one) ? folderOf(one) : one)),
    )
    .flatMap((one) => contexts.map((folder) => resolvePath(folder, one.replace(/^\//, '')) ?? ''))
    .filter((folder) => folder !== '' && facts.files.some((file) => file.path.startsWith(`${folder}/`)));
  return [...new Set([...contexts, ...copied])];
}

const WEB_SERVERS = /(?:^|\/)(?:nginx|nginx-unprivileged|caddy|httpd|static-web-server)(?:[:@]|$)/;
const PAGES = /\/(?:html|www|htdocs|srv|public|share\/caddy)\b/;
/** Runtimes whose base image starts the server around the function. */
const FUNCTIONS =
  /(?:^|\/)(?:lambda\/(?:python|nodejs)|azure-functions\/(?:python|node)|uvicorn-gunicorn[\w-]*|uwsgi-nginx[\w-]*)(?:[:@]|$)/;

function startsItself(dockerfile: Dockerfile): boolean {
  const base = dockerfile.stages.at(-1)?.base ?? '';
  return FUNCTIONS.test(base) || WEB_SERVERS.test(base);
}

/** What stops the processes: what they start is not there, or imports what is not there. */
function stopped(facts: Facts, processes: readonly Process[]): Breakage | null {
  return absentEntry(processes) ?? brokenStart(facts, processes);
}

function absentEntry(processes: readonly Process[]): Breakage | null {
  const lost = processes.find((one) => one.absent !== null);
  // Another process of the image may still be the one that matters.
  if (lost === undefined || processes.some((one) => one.absent === null && one.part !== 'worker'))
    return null;
  return { path: lost.path, line: lost.line, what: `starts ${lost.absent}, which is not there` };
}

/** What the code in the folders is, where the command does not say (`node dist/main`, a compiled program). */
function byCode(facts: Facts, folders: readonly string[]): Part {
  const narrow = folders.filter((folder) => folder !== '');
  const inside = (path: string): boolean =>
    narrow.length === 0 || narrow.some((folder) => path.startsWith(`${folder}/`));
  if (facts.routes.some((route) => route.mounted && inside(route.file.path))) return 'backend';
  return 'unknown';
}

function byFolder(facts: Facts, path: string): Part {
  const found = byCode(facts, [folderOf(path)]);
  return found === 'unknown' ? byName('', path) : found;
}

/** By the name of its service or folder: all that is left of an image that is not there. */
function byName(name: string, folder: string): Part {
  const words = `${name} ${folder}`;
  if (/front|\bui\b|web(?!hook)|client|streamlit|gradio|dashboard|react|next/i.test(words)) return 'frontend';
  return /worker|celery|scheduler|beat|cron|migrat|ingest|train/i.test(words) ? 'worker' : 'backend';
}

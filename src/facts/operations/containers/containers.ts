/** What containers the repository builds and composes. */

import { baseName, type ReadError, type TextFile } from '../../../reading/text-file.ts';
import { type ComposeSource, composeServices, isComposeFile, namedBy, readComposeSource } from './compose.ts';
import { isDockerfile, readDockerfile } from './dockerfile.ts';
import { type PlatformStart, platformStarts } from './platform-starts.ts';
import { scriptLines } from './start.ts';

export interface Instruction {
  /** Upper case: 'RUN', 'COPY'. */
  readonly keyword: string;
  /** What follows the keyword, continuations joined by a space, heredocs by newlines. */
  readonly text: string;
  /** Position in {@link Dockerfile.stages}; -1 before the first FROM. */
  readonly stage: number;
  readonly line: number;
  readonly endLine: number;
}

export interface Stage {
  /** The `AS` name, lower case. */
  readonly name: string | null;
  /** The image, with ARG defaults filled in: 'python:3.12-slim', or the name of an earlier stage. */
  readonly base: string;
  readonly line: number;
}

/** What a container runs. */
export interface Start {
  /** ENTRYPOINT and CMD (entrypoint and command in compose) as words; `sh -c "…"` is unwrapped. */
  readonly words: readonly string[];
  readonly line: number;
  /** The lines of the repository's script ('./entrypoint.sh') or supervisor configuration that the words run, or null. */
  readonly script: { readonly path: string; readonly lines: readonly ScriptLine[] } | null;
}

export interface ScriptLine {
  readonly words: readonly string[];
  readonly line: number;
}

export interface Copy {
  readonly sources: readonly string[];
  readonly target: string;
  /** `--from`: another stage or image. */
  readonly from: string | null;
  readonly stage: number;
  readonly line: number;
}

export interface Variable {
  readonly key: string;
  readonly value: string | null;
  readonly line: number;
}

export interface Dockerfile {
  readonly path: string;
  readonly stages: readonly Stage[];
  readonly instructions: readonly Instruction[];
  /** Of the last stage, or inherited from the stage it is based on; null where only the base image knows. */
  readonly start: Start | null;
  /** The same for every stage, by its position: compose may build one by its name. */
  readonly starts: readonly (Start | null)[];
  readonly ports: readonly { readonly port: string; readonly line: number }[];
  /** Of the last stage and those it is based on; null for none and for `HEALTHCHECK NONE`. */
  readonly healthcheck: { readonly text: string; readonly line: number } | null;
  readonly environment: readonly Variable[];
  readonly copies: readonly Copy[];
  /** The last USER of the final stage. */
  readonly user: { readonly name: string; readonly line: number } | null;
}

export interface ComposeService {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly image: string | null;
  readonly imageLine: number | null;
  /** Paths relative to the repository's root; null where they leave it or are a URL. */
  readonly build: {
    readonly context: string | null;
    readonly dockerfile: string | null;
    /** The stage that it stops at, lower case; null for the last. */
    readonly target: string | null;
    readonly line: number;
  } | null;
  readonly start: Start | null;
  /** As written: '8000:8000', '5432'. */
  readonly ports: readonly { readonly port: string; readonly line: number }[];
  readonly environment: readonly Variable[];
  readonly environmentFiles: readonly string[];
  readonly dependsOn: readonly string[];
  readonly volumes: readonly string[];
  readonly healthcheck: { readonly text: string; readonly line: number } | null;
}

export interface Containers {
  readonly dockerfiles: readonly Dockerfile[];
  /** The services of all compose files, by path and line. */
  readonly compose: readonly ComposeService[];
  /** Commands that a platform's file gives to an image. */
  readonly platformStarts: readonly PlatformStart[];
  readonly errors: readonly ReadError[];
}

const MOST_COMPOSED = 100;

/** Reads every Dockerfile and compose file among the files. Never throws: what is broken is in `errors`. */
export async function readContainers(files: readonly TextFile[]): Promise<Containers> {
  const dockerfiles: Dockerfile[] = [];
  const compose: ComposeService[] = [];
  const started: PlatformStart[] = [];
  const errors: ReadError[] = [];
  const sources = new Map<string, ComposeSource>();
  const script = (words: readonly string[], near: string) => scriptLines(words, near, files);
  for (const file of files) {
    const name = baseName(file.path);
    if (isDockerfile(name)) {
      const read = await readDockerfile(file, script);
      if ('reason' in read) errors.push(read);
      else dockerfiles.push(read);
    } else if (isComposeFile(name)) {
      sources.set(file.path, await readComposeSource(file));
    } else started.push(...(await platformStarts(file, script)));
  }
  await include(sources, files);
  for (const source of [...sources.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    compose.push(...composeServices(source, sources, script));
    errors.push(...source.errors);
  }
  const built = new Set(dockerfiles.map((one) => one.path));
  return {
    dockerfiles,
    compose: compose.map((one) => asFound(one, built)),
    platformStarts: started,
    errors,
  };
}

/** Docker takes `dockerfile` where there is no `Dockerfile`. */
function asFound(service: ComposeService, built: ReadonlySet<string>): ComposeService {
  const { build } = service;
  const lower = build?.dockerfile?.replace(/Dockerfile$/, 'dockerfile') ?? '';
  return build === null || built.has(build.dockerfile ?? '') || !built.has(lower)
    ? service
    : { ...service, build: { ...build, dockerfile: lower } };
}

/** Files that compose files name, under whatever name. What is included may include more. */
async function include(sources: Map<string, ComposeSource>, files: readonly TextFile[]): Promise<void> {
  const named = [...sources.values()].flatMap(namedBy);
  for (let path = named.shift(); path !== undefined && sources.size < MOST_COMPOSED; path = named.shift()) {
    const file = sources.has(path) ? undefined : files.find((one) => one.path === path);
    if (file === undefined) continue;
    const source = await readComposeSource(file);
    sources.set(path, source);
    named.push(...namedBy(source));
  }
}

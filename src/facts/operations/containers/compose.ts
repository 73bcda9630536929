/** The services of one compose file. */

import { folderOf, type ReadError, resolvePath, type TextFile } from '../../../reading/text-file.ts';
import {
  at,
  entriesOf,
  itemsOf,
  readYaml,
  toText,
  type YamlEntry,
  type YamlNode,
} from '../../../reading/yaml.ts';
import type { ComposeService, Variable } from './containers.ts';
import { type ScriptFinder, shellWords, startOf } from './start.ts';

const FILE_NAME = /^(?:[\w.-]{0,60}[._-])?(?:docker[-_]?)?compose(?:[._-][\w.-]{1,60})?\.ya?ml$/i;
const MAX_SERVICES = 200;
/** Services that extend services. */
const DEEPEST = 8;

/** By its name it is a compose file: `compose.yml`, `docker-compose.prod.yaml`, `docker_compose.yml`. */
export function isComposeFile(name: string): boolean {
  return FILE_NAME.test(name);
}

/** A compose file before its services are read: they may rest on those of other files. */
export interface ComposeSource {
  readonly path: string;
  readonly services: readonly YamlEntry[];
  /** Other compose files that it brings in, whatever they are called. */
  readonly includes: readonly string[];
  readonly errors: readonly ReadError[];
}

export async function readComposeSource(file: TextFile): Promise<ComposeSource> {
  const { documents, errors } = await readYaml(file.text);
  const root = documents[0]?.contents;
  // Version 1 of the format had the services at the top.
  const bare = at(root, 'version') === undefined && at(root, 'include') === undefined;
  const named = at(root, 'services') ?? (bare ? root : undefined);
  return {
    path: file.path,
    services: entriesOf(named)
      .filter(({ node }) => 'entries' in node)
      .slice(0, MAX_SERVICES),
    includes: itemsOf(at(root, 'include'))
      .flatMap((item) => toText(item) ?? texts(at(item, 'path'), 'path'))
      .flatMap((path) => resolvePath(folderOf(file.path), path) ?? []),
    errors: errors.map((error) => ({ path: file.path, ...error })),
  };
}

/** Paths of the files that it includes, or whose services it extends. */
export function namedBy({ path, services, includes }: ComposeSource): string[] {
  const bases = services.flatMap(({ node }) => toText(at(node, 'extends', 'file')) ?? []);
  return [...includes, ...bases.flatMap((file) => resolvePath(folderOf(path), file) ?? [])];
}

/** The services of a file; `sources` has the files whose services they may extend. */
export function composeServices(
  source: ComposeSource,
  sources: ReadonlyMap<string, ComposeSource>,
  script: ScriptFinder,
): readonly ComposeService[] {
  return source.services.map((entry) =>
    service({ ...entry, node: extended(entry.node, source, sources, DEEPEST) }, source.path, script),
  );
}

/** A service with what it takes of the one that it extends: its own keys come first. */
function extended(
  node: YamlNode,
  source: ComposeSource,
  sources: ReadonlyMap<string, ComposeSource>,
  depth: number,
): YamlNode {
  const base = at(node, 'extends');
  if (base === undefined || depth === 0 || !('entries' in node)) return node;
  const file = toText(at(base, 'file'));
  const path = file === undefined ? source.path : resolvePath(folderOf(source.path), file);
  const other = path === null ? undefined : sources.get(path);
  const name = toText(base) ?? toText(at(base, 'service'));
  const found = other?.services.find(({ key }) => key === name);
  if (other === undefined || found === undefined) return node;
  const inherited = entriesOf(extended(found.node, other, sources, depth - 1));
  const own = new Set(node.entries.map(({ key }) => key));
  return { ...node, entries: [...node.entries, ...inherited.filter(({ key }) => !own.has(key))] };
}

function service({ key, line, node }: YamlEntry, path: string, script: ScriptFinder): ComposeService {
  const lineOf = (name: string): number | null =>
    entriesOf(node).find((one) => one.key === name)?.line ?? null;
  const image = at(node, 'image');
  const build = at(node, 'build');
  const entrypoint = at(node, 'entrypoint');
  const command = at(node, 'command');
  const health = at(node, 'healthcheck');
  const off = toText(at(health, 'disable')) === 'true';
  const buildOf = buildPaths(build, lineOf('build') ?? line, path);
  const near =
    buildOf?.context === null || buildOf === null ? path : `${buildOf.context}/x`.replace(/^\//, '');
  return {
    name: key,
    path,
    line,
    image: toText(image) ?? null,
    imageLine: lineOf('image'),
    build: buildOf,
    start: startOf(
      [...commandWords(entrypoint), ...commandWords(command)],
      lineOf('entrypoint') ?? lineOf('command') ?? line,
      near,
      script,
    ),
    ports: itemsOf(at(node, 'ports')).flatMap((port) => {
      const text = toText(port) ?? toText(at(port, 'target'));
      return text === undefined ? [] : [{ port: text, line: port.line }];
    }),
    environment: variables(at(node, 'environment')),
    environmentFiles: texts(at(node, 'env_file'), 'path'),
    dependsOn: keysOrItems(at(node, 'depends_on')),
    volumes: texts(at(node, 'volumes'), 'source'),
    healthcheck:
      health === undefined || off
        ? null
        : { text: commandWords(at(health, 'test')).join(' '), line: lineOf('healthcheck') ?? line },
  };
}

function buildPaths(build: YamlNode | undefined, line: number, path: string): ComposeService['build'] {
  if (build === undefined) return null;
  const context = resolvePath(folderOf(path), toText(build) ?? toText(at(build, 'context')) ?? '.');
  const inline = at(build, 'dockerfile_inline') !== undefined;
  const dockerfile = toText(at(build, 'dockerfile')) ?? 'Dockerfile';
  return {
    context,
    dockerfile: context === null || inline ? null : resolvePath(context, dockerfile),
    target: toText(at(build, 'target'))?.toLowerCase() ?? null,
    line,
  };
}

function commandWords(node: YamlNode | undefined): readonly string[] {
  const text = toText(node);
  return text === undefined ? itemsOf(node).map((item) => toText(item) ?? '') : shellWords(text);
}

function variables(node: YamlNode | undefined): readonly Variable[] {
  const mapped = entriesOf(node).map(({ key, line, node: value }) => ({
    key,
    value: toText(value) ?? null,
    line,
  }));
  if (mapped.length > 0) return mapped;
  return itemsOf(node).flatMap((item) => {
    const text = toText(item);
    if (text === undefined) return [];
    const cut = text.indexOf('=');
    const key = cut < 0 ? text : text.slice(0, cut);
    return [{ key: key.trim(), value: cut < 0 ? null : text.slice(cut + 1).trim(), line: item.line }];
  });
}

function keysOrItems(node: YamlNode | undefined): readonly string[] {
  const keys = entriesOf(node).map((entry) => entry.key);
  return keys.length > 0 ? keys : texts(node, 'service');
}

/** The items as text; a long-form item gives the text at a key. */
function texts(node: YamlNode | undefined, key: string): readonly string[] {
  return itemsOf(node).flatMap((item) => toText(item) ?? toText(at(item, key)) ?? []);
}

/** Start commands that a platform gives to an image: Kubernetes, Render, Fly, Railway. */

import { folderOf, resolvePath, type TextFile } from '../../../reading/text-file.ts';
import { readToml } from '../../../reading/toml.ts';
import { at, entriesOf, itemsOf, readYaml, toText, type YamlNode } from '../../../reading/yaml.ts';
import type { Start } from './containers.ts';
import { type ScriptFinder, shellWords, startOf } from './start.ts';

export interface PlatformStart {
  /** The platform's file. */
  readonly path: string;
  readonly start: Start;
  /** The Dockerfile that it names, or null. */
  readonly dockerfile: string | null;
  /** The image that it runs, as written, or null where the platform builds it. */
  readonly image: string | null;
}

interface Said {
  readonly words: readonly string[];
  readonly line: number;
  readonly dockerfile?: string | undefined;
  readonly image?: string | undefined;
}

const MAX_STARTS = 50;
const MAX_DOCUMENTS = 50;
/** Commands given to containers of a Kubernetes object: its pods' own containers, or those of its template. */
const POD_SPECS: readonly (readonly string[])[] = [
  ['spec', 'template', 'spec'],
  ['spec'],
  ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
];

/** One platform is one row: its file, and what it says of the command. */
const PLATFORMS: readonly {
  readonly path: RegExp;
  readonly read: (text: string) => Promise<readonly Said[]>;
}[] = [
  { path: /(?:^|\/)render\.ya?ml$/i, read: async (text) => onRender(await firstOf(text)) },
  {
    path: /(?:^|\/)fly(?:\.[\w-]+)?\.toml$/i,
    read: async (text) => onFly((await readToml(text)).contents ?? undefined),
  },
  {
    path: /(?:^|\/)railway\.toml$/i,
    read: async (text) => onRailway((await readToml(text)).contents ?? undefined),
  },
  // JSON is YAML.
  { path: /(?:^|\/)railway\.json$/i, read: async (text) => onRailway(await firstOf(text)) },
  { path: /\.ya?ml$/i, read: onKubernetes },
];

/** What the files of platforms start, by path. Never throws. */
export async function platformStarts(
  file: TextFile,
  script: ScriptFinder,
): Promise<readonly PlatformStart[]> {
  const platform = PLATFORMS.find(({ path }) => path.test(file.path));
  const said = platform === undefined ? [] : await platform.read(file.text);
  return said.slice(0, MAX_STARTS).flatMap(({ words, line, dockerfile, image }) => {
    const start = startOf(words, line, file.path, script);
    const named = dockerfile === undefined ? null : resolvePath(folderOf(file.path), dockerfile);
    return start === null ? [] : [{ path: file.path, start, dockerfile: named, image: image ?? null }];
  });
}

async function firstOf(text: string): Promise<YamlNode | undefined> {
  return (await readYaml(text)).documents[0]?.contents;
}

function wordsOf(node: YamlNode | undefined): readonly string[] {
  const text = toText(node);
  return text === undefined ? itemsOf(node).map((item) => toText(item) ?? '') : shellWords(text);
}

function onRender(root: YamlNode | undefined): readonly Said[] {
  return itemsOf(at(root, 'services')).flatMap((service) => {
    const command = at(service, 'dockerCommand');
    return command === undefined
      ? []
      : [
          {
            words: wordsOf(command),
            line: command.line,
            dockerfile: toText(at(service, 'dockerfilePath')),
          },
        ];
  });
}

function onFly(root: YamlNode | undefined): readonly Said[] {
  const dockerfile = toText(at(root, 'build', 'dockerfile'));
  return entriesOf(at(root, 'processes')).map(({ node, line }) => ({
    words: wordsOf(node),
    line,
    dockerfile,
  }));
}

function onRailway(root: YamlNode | undefined): readonly Said[] {
  const command = at(root, 'deploy', 'startCommand');
  const dockerfile = toText(at(root, 'build', 'dockerfilePath'));
  return command === undefined ? [] : [{ words: wordsOf(command), line: command.line, dockerfile }];
}

async function onKubernetes(text: string): Promise<readonly Said[]> {
  // Templates of charts are no YAML before they are filled.
  if (!/^kind\s*:/m.test(text) || !/^\s*-?\s*(?:command|args)\s*:/m.test(text) || text.includes('{{'))
    return [];
  const { documents } = await readYaml(text);
  return documents.slice(0, MAX_DOCUMENTS).flatMap(({ contents }) =>
    POD_SPECS.flatMap((path) => itemsOf(at(contents, ...path, 'containers'))).flatMap((container) => {
      const [command, given] = [at(container, 'command'), at(container, 'args')];
      const words = [...wordsOf(command), ...wordsOf(given)];
      const line = (command ?? given)?.line;
      return line === undefined ? [] : [{ words, line, image: toText(at(container, 'image')) }];
    }),
  );
}

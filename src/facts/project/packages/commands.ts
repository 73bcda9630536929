/** Packages that a README, a Dockerfile, a pipeline or a script installs by a command. */
import { linesOf, type TextFile } from '../../../reading/text-file.ts';
import type { Dockerfile } from '../../operations/containers/containers.ts';
import { shellWords } from '../../operations/containers/start.ts';
import { normaliseName, pythonRequirement } from '../dependencies/names.ts';

export interface Installs {
  /** Names of packages, normalised. */
  readonly packages: readonly { readonly name: string; readonly extras: readonly string[] }[];
  /** Lists that are installed: the words after `-r`. */
  readonly lists: readonly string[];
}

const INSTALL =
  /\b(?:pip3?|pipx|uv|poetry|conda|mamba|micromamba|pipenv|pdm|rye|pixi|apt|apt-get|apk)\s(?:[^\n;&|]{0,60}\s)?(?:install|add)\s/g;
const LONGEST = 2000;
const MOST = 500;
/** Files of a Hugging Face Space name what runs them. */
const SPACE = /^---\r?\n[\s\S]{0,1500}?^sdk:\s*["']?([a-z]{1,40})\b/m;

/** What the texts install. Comments count too: a package too many does no harm here. */
export function installsIn(texts: readonly TextFile[]): Installs {
  const packages: Installs['packages'][number][] = [];
  const lists: string[] = [];
  for (const { text } of texts) {
    const sdk = SPACE.exec(text.slice(0, 2000))?.[1];
    if (sdk !== undefined) packages.push({ name: sdk, extras: [] });
    for (const match of text.matchAll(INSTALL)) {
      if (packages.length > MOST) break;
      const [line = ''] = linesOf(text.slice(match.index, match.index + LONGEST).replace(/\\\r?\n/g, ' '));
      const words = shellWords(line.slice(match[0].length).replace(/`.*$/, ''));
      const end = words.findIndex((word) => /^[;&|]+$/.test(word));
      for (const [index, word] of (end < 0 ? words : words.slice(0, end)).entries()) {
        const list = /^(?:-r|--requirement)$/.test(words[index - 1] ?? '') ? word : /^-r(.+)/.exec(word)?.[1];
        if (list !== undefined) lists.push(list);
        else packages.push(...packageIn(word));
      }
    }
  }
  return { packages, lists };
}

function packageIn(word: string): Installs['packages'] {
  if (word.startsWith('-') || word.startsWith('.') || word.includes('/')) return [];
  const found = pythonRequirement(word.replace(/^(?:python3|py3)-/, ''), {
    path: '',
    line: 0,
    scope: 'runtime',
  });
  return found === null ? [] : [{ name: found.name, extras: found.extras }];
}

const PLAIN = /^(?:python|node|nginx|debian|ubuntu|alpine|uv|bun|caddy|httpd|scratch|golang)$/;

/** Words of the images that others are built on, where these may bring packages: 'tiangolo/uvicorn-gunicorn-fastapi'. */
export function basesIn(dockerfiles: readonly Dockerfile[]): readonly string[] {
  return dockerfiles.flatMap(({ stages }) =>
    stages
      .filter(({ base }) => !stages.some(({ name }) => name === base))
      .map(({ base }) => normaliseName(base.replace(/[:@].*$/, ''), 'python'))
      .filter((base) => !PLAIN.test(base.split('/').at(-1) ?? '')),
  );
}

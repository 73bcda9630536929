/** The licence notices of the packages that are bundled. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(licen[cs]e|copying|notice)\b/i;
const RULE = '-'.repeat(80);

/** `inputs` are bundled files relative to `root`; `comments` what the bundler collected of legal comments. */
export async function noticesOf(
  root: string,
  inputs: readonly string[],
  comments: readonly string[],
): Promise<string> {
  const folders = [...new Set(inputs.flatMap((path) => PACKAGE.exec(path)?.[1] ?? []))].sort();
  const packages = await Promise.all(folders.map((folder) => packageNotice(join(root, folder))));
  const parts = [
    'milestone-auditor is distributed with the packages below, under the licences that follow their names.',
    ...packages,
    `Notices inside of the bundled files\n\n${legalComments(comments)}`,
  ];
  return `${parts.join(`\n\n${RULE}\n\n`)}\n`;
}

async function packageNotice(folder: string): Promise<string> {
  const { name, version, license } = manifestOf(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENCE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length === 0 && license === '') throw new Error(`no licence is known of ${name}`);
  return [`${name} ${version}${license === '' ? '' : ` (${license})`}`, ...texts.map(tidy)].join('\n\n');
}

function manifestOf(json: string): { name: string; version: string; license: string } {
  const manifest: unknown = JSON.parse(json);
  const read = (key: string): string => {
    const value = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, key) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { name: read('name'), version: read('version'), license: read('license') };
}

/** Each comment once: the bundler repeats them for every file that they came with. */
function legalComments(texts: readonly string[]): string {
  const comments = texts.flatMap((text) => text.match(/\/\*[\s\S]*?\*\//g) ?? []);
  return [...new Set(comments.map(tidy))].sort().join('\n\n');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** What an image would install and cannot, or must install and does not. */
import { baseName, linesOf, resolvePath } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { Dockerfile, Instruction } from '../containers/containers.ts';
import { shellWords } from '../containers/start.ts';
import type { Breakage } from './breakage.ts';

/** The project itself as an entry of a list: pip looks for its manifest where it stands. */
const ITSELF =
  /^(?:-e|--editable)[= ]\s*(?:file:)?\.\/?(?:\[.*\])?\s*(?:#.*)?$|^\.\/?(?:\[.*\])?\s*(?:#.*)?$/;
const MANIFEST = /(?:^|\/)(?:setup\.(?:py|cfg)|pyproject\.toml)$|^\.{0,2}\/?$|\*/;

/** A list that asks for the project itself, before the project is copied. */
export function installsAbsentSelf(
  facts: Facts,
  { path, instructions, copies }: Dockerfile,
  contexts: readonly string[],
): Breakage | null {
  for (const one of installsIn(instructions)) {
    const list = one.words.find((_, index) => /^(?:-r|--requirement)$/.test(one.words[index - 1] ?? ''));
    const copied = copies.filter(({ from, line }) => from === null && line < one.line);
    if (
      list === undefined ||
      !copied.some(({ sources }) => sources.some((source) => baseName(source) === baseName(list)))
    )
      continue;
    const text = contexts
      .map((context) => facts.text(resolvePath(context, list) ?? ''))
      .find((found) => found !== undefined);
    const itself = linesOf(text ?? '').some((line) => ITSELF.test(line.trim()));
    const there = copied.some(({ sources }) => sources.some((source) => MANIFEST.test(source)));
    if (itself && !there)
      return { path, line: one.line, what: `installs the project itself by ${list}, before it is copied` };
  }
  return null;
}

/** They make an installer and nothing to run. */
const TOOLS = /^(?:pip|setuptools|wheel|uv|poetry|pipenv|pdm|virtualenv|build)(?:[[=<>~!].*)?$|^-/;
const LIST = /requirements[\w.-]*\.(?:txt|in)$|pyproject\.toml$|Pipfile$/;
/** An official image of Python alone. */
const PLAIN = /^(?:docker\.io\/)?(?:library\/)?python(?::[\w.-]+)?$/;

/** A server that is started and that no instruction installs, where a list of the repository says what there is to install. */
export function startsUninstalled(
  { dependencies }: Facts,
  { path, stages, instructions, copies, start }: Dockerfile,
): Breakage | null {
  const [program = ''] = start?.words ?? [];
  const base = stages.at(-1)?.base ?? '';
  if (!start || stages.length !== 1 || !PLAIN.test(base)) return null;
  if (
    copies.some(({ from }) => from !== null) ||
    !dependencies.list.some((one) => one.name === program && LIST.test(one.path))
  )
    return null;
  const installs = instructions.some(({ keyword, text }) => keyword === 'RUN' && brings(text));
  return installs ? null : { path, line: start.line, what: `starts ${program}, which nothing installs` };
}

/** Whatever a shell does beside pip may install: only what is known to bring nothing counts as nothing. */
function brings(text: string): boolean {
  return text.split(/&&|;|\|\|/).some((part) => {
    const words = shellWords(part.slice(0, 2000));
    const at = words.indexOf('install');
    if (/^(?:mkdir|chmod|chown|echo|rm|ls|cd|useradd|adduser|groupadd|touch|dvc|true)$/.test(words[0] ?? ''))
      return false;
    if (/^(?:apt|apt-get|apk)$/.test(words[0] ?? '')) return /python/.test(part);
    if (at < 0 || !/pip3?$/.test(words[at - 1] ?? '')) return true;
    return words.slice(at + 1).some((word) => !TOOLS.test(word));
  });
}

function installsIn(
  instructions: readonly Instruction[],
): readonly { readonly words: readonly string[]; readonly line: number }[] {
  return instructions.flatMap(({ keyword, text, line }) =>
    keyword === 'RUN' && /\bpip3?\s+install\b/.test(text)
      ? text.split(/&&|;/).map((part) => ({ words: shellWords(part.slice(0, 2000)), line }))
      : [],
  );
}

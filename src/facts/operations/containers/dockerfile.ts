/** One Dockerfile as facts. The parser is loaded only when there is one. */
import type { Instruction as Parsed } from 'dockerfile-ast';
import { linesOf, type ReadError, type TextFile } from '../../../reading/text-file.ts';
import type { Copy, Dockerfile, Instruction, Stage, Start, Variable } from './containers.ts';
import { type ScriptFinder, shellWords, startOf } from './start.ts';

const FILE_NAME = /^(?:dockerfile|containerfile)(?:[.-][\w.-]{1,60})?$|\.(?:dockerfile|containerfile)$/i;
/** Files beside a Dockerfile whose name starts like one. */
const OTHER = /\.(?:dockerignore|md|txt|ya?ml|json|sh|py|js|ts|png)$/i;
/** `RUN <<EOF`: the lines that follow are a script, not continuations. */
const HEREDOC = /<<-?["']?[A-Za-z_]\w*/;
const MAX_CHARACTERS = 300_000;
const MAX_TEXT = 20_000;
const MAX_INSTRUCTIONS = 2000;

/** By its name it is a Dockerfile: `Dockerfile`, `Dockerfile.prod`, `api.Dockerfile`, `Containerfile`. */
export function isDockerfile(name: string): boolean {
  return FILE_NAME.test(name) && !OTHER.test(name);
}

export async function readDockerfile(file: TextFile, script: ScriptFinder): Promise<Dockerfile | ReadError> {
  if (file.text.length > MAX_CHARACTERS) return { path: file.path, line: 1, reason: 'larger than 300 kB' };
  const { DockerfileParser } = await import('dockerfile-ast');
  let parsed: readonly Parsed[];
  try {
    parsed = DockerfileParser.parse(file.text).getInstructions().slice(0, MAX_INSTRUCTIONS);
  } catch (error) {
    return { path: file.path, line: 1, reason: error instanceof Error ? error.message : 'not readable' };
  }
  const source = linesOf(file.text);
  let stage = -1;
  const instructions = parsed.map((one): Instruction => {
    const keyword = one.getKeyword();
    if (keyword === 'FROM') stage += 1;
    const range = one.getRange();
    const [line, endLine] = [range.start.line + 1, range.end.line + 1];
    return { keyword, text: textOf(keyword, source.slice(line - 1, endLine)), stage, line, endLine };
  });
  const stages = stagesOf(instructions);
  if (stages.length === 0) return { path: file.path, line: 1, reason: 'no FROM instruction' };
  const last = lineage(stages);
  const final = (...keywords: readonly string[]) => lastOf(instructions, last, keywords);
  const health = final('HEALTHCHECK');
  const user = final('USER');
  return {
    path: file.path,
    stages,
    instructions,
    start: start(instructions, last, file.path, script),
    starts: stages.map((_, index) => start(instructions, lineage(stages, index), file.path, script)),
    ports: instructions
      .filter((one) => one.keyword === 'EXPOSE')
      .flatMap((one) => shellWords(one.text).map((port) => ({ port, line: one.line }))),
    healthcheck:
      health === undefined || health.text.toUpperCase() === 'NONE'
        ? null
        : { text: health.text, line: health.line },
    environment: instructions.filter((one) => one.keyword === 'ENV').flatMap(variables),
    copies: instructions.flatMap((one) => copyOf(one) ?? []),
    user: user === undefined ? null : { name: user.text, line: user.line },
  };
}

/**
 * Everything after the keyword, flags included (the parser's own text has none); continuation lines joined, comments
 * between them left out.
 */
function textOf(keyword: string, lines: readonly string[]): string {
  const [first = '', ...rest] = lines;
  const raw = [first.trimStart().slice(keyword.length).trim(), ...rest];
  if (HEREDOC.test(first)) return raw.join('\n').slice(0, MAX_TEXT);
  return raw
    .filter((line) => !line.trimStart().startsWith('#'))
    .map((line) => line.replace(/[\\`]\s*$/, '').trim())
    .join(' ')
    .trim()
    .slice(0, MAX_TEXT);
}

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const defaults = new Map<string, string>();
  const stages: Stage[] = [];
  for (const { keyword, text, line } of instructions) {
    if (keyword === 'ARG' && stages.length === 0) {
      for (const { key, value } of pairs(text, line)) if (value !== null) defaults.set(key, value);
    }
    if (keyword !== 'FROM') continue;
    const words = shellWords(text).filter((word) => !word.startsWith('--'));
    const as = words.findIndex((word) => word.toLowerCase() === 'as');
    const base = (words[0] ?? '').replace(
      /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
      (whole, braced, otherwise, bare) => {
        return defaults.get(braced ?? bare) ?? otherwise ?? whole;
      },
    );
    stages.push({ name: as < 0 ? null : (words[as + 1]?.toLowerCase() ?? null), base, line });
  }
  return stages;
}

/** A stage (the last one) and the earlier stages that it is based on, nearest first. */
function lineage(stages: readonly Stage[], from = stages.length - 1): readonly number[] {
  const found: number[] = [];
  let current = from;
  while (current >= 0 && !found.includes(current)) {
    found.push(current);
    const base = stages[current]?.base.toLowerCase();
    const before = current;
    current = stages.findIndex((stage, index) => index < before && stage.name === base);
  }
  return found;
}

function lastOf(
  instructions: readonly Instruction[],
  stages: readonly number[],
  keywords: readonly string[],
): Instruction | undefined {
  for (const stage of stages) {
    const found = instructions.findLast((one) => one.stage === stage && keywords.includes(one.keyword));
    if (found !== undefined) return found;
  }
  return undefined;
}

function start(
  instructions: readonly Instruction[],
  stages: readonly number[],
  path: string,
  script: ScriptFinder,
): Start | null {
  const entrypoint = lastOf(instructions, stages, ['ENTRYPOINT']);
  const command = lastOf(instructions, stages, ['CMD']);
  // A shell-form ENTRYPOINT ignores CMD, and so does one that stands in a later stage than it.
  const shellForm = entrypoint !== undefined && !entrypoint.text.startsWith('[');
  const words = [
    ...(entrypoint === undefined ? [] : commandWords(entrypoint.text)),
    ...(command === undefined || shellForm ? [] : commandWords(command.text)),
  ];
  return startOf(words, (entrypoint ?? command)?.line ?? 1, path, script);
}

/** The words of an exec form (`["a", "b"]`) or a shell form. */
function commandWords(text: string): readonly string[] {
  if (text.startsWith('[')) {
    try {
      const words: unknown = JSON.parse(text);
      if (Array.isArray(words)) return words.slice(0, 500).map(String);
    } catch {
      // Docker takes a broken exec form for a shell line; its words are still what was meant.
      return shellWords(text.replace(/^\[|\]$/g, '').replaceAll(',', ' '));
    }
  }
  return shellWords(text);
}

function variables(instruction: Instruction): readonly Variable[] {
  const first = shellWords(instruction.text)[0] ?? '';
  if (first.includes('=')) return pairs(instruction.text, instruction.line);
  const space = instruction.text.search(/\s/);
  return [
    { key: first, value: space < 0 ? null : instruction.text.slice(space).trim(), line: instruction.line },
  ];
}

function pairs(text: string, line: number): readonly Variable[] {
  return shellWords(text).map((word) => {
    const cut = word.indexOf('=');
    return cut < 0
      ? { key: word, value: null, line }
      : { key: word.slice(0, cut), value: word.slice(cut + 1), line };
  });
}

function copyOf({ keyword, text, stage, line }: Instruction): Copy | null {
  if (keyword !== 'COPY' && keyword !== 'ADD') return null;
  const flags = /^(?:--\S+\s+){0,10}/.exec(text)?.[0] ?? '';
  const words = commandWords(text.slice(flags.length).trim());
  const target = words.at(-1);
  if (target === undefined) return null;
  const from = /--from=(\S+)/.exec(flags)?.[1] ?? null;
  return { sources: words.slice(0, -1), target, from, stage, line };
}

/** Commands that the program tells apart itself: comparisons of argv or of what was typed, and dispatch tables. */
import { type CodeFile, MODULE, type Value } from '../../../program/file.ts';
import { writtenAnywhere } from '../../../program/life/region.ts';
import { lastSegment } from '../../../program/link/values.ts';
import type { Program, Site } from '../../../program/program.ts';
import { type Command, calledIn, commandWord, nameOfWords, parametersOf, stringOf } from './command.ts';
import { argumentsOfSubparsers } from './parsers.ts';
import { dispatched } from './tables.ts';
import { type Kind, kindOf } from './typed.ts';

interface Comparison {
  readonly subject: Value;
  readonly words: readonly string[];
  /** Whether the word was given at all is asked: `if (flags.add)`. */
  readonly flag?: true;
}

/** A text, or a number of a menu (`case 2:`), as it is typed. */
function wordOf(value: Value, site: Site, program: Program): string | null {
  if (value.kind === 'literal' && typeof value.value === 'number') return String(value.value);
  return stringOf(value, site, program);
}

/** The comparisons of something with words in a condition. */
function comparisonsIn(test: Value, site: Site, program: Program, depth = 0): Comparison[] {
  if (depth > 6) return [];
  const flag = flagIn(test, site, program);
  if (flag) return [flag];
  if (test.kind === 'operation' && (test.operator === 'or' || test.operator === 'and'))
    return test.operands.flatMap((operand) => comparisonsIn(operand, site, program, depth + 1));
  if (test.kind === 'operation' && (test.operator === '==' || test.operator === 'in')) {
    const [left, right] = test.operands;
    if (!left || !right) return [];
    const wordsOf = (value: Value): string[] => {
      const items =
        value.kind === 'list'
          ? value.items
          : value.kind === 'operation' && value.operator === '|'
            ? value.operands
            : [value];
      // `case ["add", title]:` compares with a list whose first item is the word.
      const read = value.kind === 'list' && test.operator === '==' ? items.slice(0, 1) : items;
      return read.flatMap((item) =>
        item.kind === 'list' || (item.kind === 'operation' && item.operator === '|')
          ? wordsOf(item)
          : (wordOf(item, site, program) ?? []),
      );
    };
    const [subject, given] = wordsOf(right).length > 0 ? [left, right] : [right, left];
    const words = wordsOf(given);
    return words.length > 0 && subject.kind !== 'literal' ? [{ subject, words }] : [];
  }
  // docopt's `given["add"]`: the words of the usage text are keys.
  if (test.kind === 'index') {
    const word = stringOf(test.index[0], site, program);
    const whole = program.resolve(test.of, site);
    const isUsage = whole.kind === 'external' && program.means(whole.name, 'cli.usage');
    return isUsage && word && /^\w/.test(word) ? [{ subject: test.of, words: [word] }] : [];
  }
  // `command.startswith("add ")`
  if (test.kind === 'call') {
    const call = site.file.calls[test.call];
    if (
      !call ||
      (call.callee.kind !== 'name' && call.callee.kind !== 'member') ||
      !/^(startswith|startsWith|includes)$/.test(lastSegment(call.callee.name))
    )
      return [];
    const word = stringOf(call.arguments[0]?.value, site, program);
    const subject: Value =
      call.callee.kind === 'member'
        ? call.callee.of
        : { ...call.callee, name: call.callee.name.split('.').slice(0, -1).join('.') };
    return word ? [{ subject, words: [word] }] : [];
  }
  return [];
}

/** `flags.add`, `flags.add !== undefined`: an option of the command line that was given. Python's stand in parsers.ts. */
function flagIn(test: Value, site: Site, program: Program): Comparison | null {
  if (site.file.language === 'python') return null;
  const [left, right] = test.kind === 'operation' && test.operator === '!=' ? test.operands : [test];
  const isNothing =
    right === undefined ||
    (right.kind === 'literal' && right.value === null) ||
    (right.kind === 'name' && right.name === 'undefined');
  if (left?.kind !== 'name' || !isNothing || !left.name.includes('.')) return null;
  const word = lastSegment(left.name);
  const subject: Value = { ...left, name: left.name.slice(0, -word.length - 1) };
  const target = program.resolve(subject, site);
  const isGiven = target.kind === 'external' && program.means(target.name, 'cli.arguments');
  return isGiven ? { subject, words: [word], flag: true } : null;
}

interface Branch {
  readonly file: CodeFile;
  readonly block: number;
  readonly subject: string;
  /** `state` of `args.state`. */
  readonly attribute: string | null;
  readonly words: readonly string[];
  readonly kind: Kind | null;
}

function branchesOf(program: Program, file: CodeFile): Branch[] {
  return file.blocks.flatMap((block, id) => {
    if (!block.test || (block.kind !== 'if' && block.kind !== 'case')) return [];
    const site = { file, definition: block.definition };
    const within = program.blocksAround(file, block.parent);
    const isDetail = () =>
      within.some(({ test }) => test !== null && comparisonsIn(test, site, program).length > 0);
    return comparisonsIn(block.test, site, program).flatMap(({ subject, words, flag }) => {
      const kind = kindOf(subject, site, program);
      return kind === 'other' || (flag && isDetail())
        ? []
        : [
            {
              file,
              block: id,
              subject: `${block.definition}:${JSON.stringify({ ...subject, line: 0 })}`,
              attribute:
                subject.kind === 'name' && subject.name.includes('.') ? lastSegment(subject.name) : null,
              words,
              kind,
            },
          ];
    });
  });
}

interface Habits {
  readonly argv: boolean;
  readonly prompts: boolean;
}

/** Whether a file reads a command line, or prompts, at all. */
function habitsOf(program: Program, file: CodeFile): Habits {
  return {
    argv: readsArguments(program, file),
    prompts: file.calls.some((_, id) =>
      program.means(program.nameOf(program.callOf(file, id)), 'cli.prompt'),
    ),
  };
}

/** Whether it imports what gives the words of the command line, or names them. */
export function readsArguments(program: Program, file: CodeFile): boolean {
  const gives = (name: string): boolean => program.means(name, 'cli.arguments');
  return (
    file.imports.some(({ module, name }) => gives(module) || (name !== null && gives(`${module}.${name}`))) ||
    writtenAnywhere(file).some(({ value, site }) => {
      if (value.kind !== 'name' || !gives(value.name)) return false;
      const target = program.resolve(value, site);
      return target.kind === 'external' && gives(target.name);
    })
  );
}

/** Whether somebody types in the file of a branch, or in one that calls what it stands in. */
function isTyped(program: Program, { file, block }: Branch, typing: ReadonlySet<CodeFile>): boolean {
  if (typing.has(file)) return true;
  const around = program.definitionOf({ file, definition: file.blocks[block]?.definition ?? MODULE });
  return around !== null && program.callers(around).some((call) => typing.has(call.file));
}

/** Commands told apart by branches: two words or more compared with the same thing. */
export function comparedCommands(program: Program): readonly Command[] {
  const files = program.filesOf().map((file) => ({ file, ...habitsOf(program, file) }));
  const argv = files.some((one) => one.argv);
  const prompts = files.some((one) => one.prompts);
  if (!argv && !prompts) return [];
  const fallback: Kind = prompts && !argv ? 'menu' : 'subcommand';
  // What is said after a command (`list done`) is no command.
  const own = argumentsOfSubparsers(program);
  const found: Command[] = [];
  const typing = new Set(files.flatMap(({ file, ...one }) => (one.argv || one.prompts ? [file] : [])));
  for (const { file } of files) {
    const branches = branchesOf(program, file);
    for (const branch of branches) {
      const siblings = branches.filter((other) => other.subject === branch.subject);
      // What is not known to be typed is taken for it where somebody types, and three words or more are told apart.
      if (branch.kind === null && (siblings.length < 3 || !isTyped(program, branch, typing))) continue;
      if (branch.attribute !== null && own.has(branch.attribute)) continue;
      const handler = calledIn(program, file, branch.block);
      const name = nameOfWords(branch.words, handler?.definition.name ?? null);
      if (!name) continue;
      const kind = branch.kind ?? fallback;
      const line = file.blocks[branch.block]?.line ?? 1;
      found.push({
        name,
        aliases: branch.words.map(commandWord).filter((word) => word !== name),
        framework: kind === 'menu' ? 'input' : file.language === 'python' ? 'sys.argv' : 'process.argv',
        kind,
        handler,
        branch: { file, block: branch.block },
        file,
        line,
        parameters: parametersOf(handler),
      });
    }
  }
  return [...found, ...dispatched(program, fallback)];
}

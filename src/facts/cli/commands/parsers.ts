/** Commands that are declared to a parser object: argparse here, JavaScript's in scripts.ts. */
import type { Call, CallId, CodeFile } from '../../../program/file.ts';
import { createLookup } from '../../../program/flow/lookup.ts';
import { roundsOf } from '../../../program/flow/rounds.ts';
import { argument } from '../../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { branchHandler, calleeName, callsOf, keptIn } from './branches.ts';
import { type Command, commandWord, functionOf, onlyDetails, stringOf } from './command.ts';
import { scriptCommands } from './scripts.ts';

/** The function given by `set_defaults(func=…)` on a parser's variable, by the next such call. */
function defaultsOf(program: Program, file: CodeFile, parser: CallId, to: number): DefinitionRef | null {
  const variable = keptIn(file, parser);
  const from = file.calls[parser]?.line ?? 0;
  if (variable === null) return null;
  for (const call of callsOf(file, `${variable}.set_defaults`, parser)) {
    if (call.line < from || call.line > to) continue;
    for (const argument of call.arguments) {
      const handler = functionOf(argument.value, { file, definition: call.definition }, program);
      if (handler) return handler;
    }
  }
  return null;
}

/** `list {todo,done}`: the choices of a command's own argument are no commands. */
function ofSubparser(file: CodeFile, call: Call): boolean {
  if (call.callee.kind !== 'name') return false;
  const variable = call.callee.name.slice(0, call.callee.name.lastIndexOf('.'));
  return file.assignments.some(
    (item) =>
      item.target.kind === 'name' &&
      item.target.name === variable &&
      item.definition === call.definition &&
      item.value?.kind === 'call' &&
      calleeName(file.calls[item.value.call] ?? call) === 'add_parser',
  );
}

/** The command whose parser an argument is given to; null for the program's own. */
function subparserOf(file: CodeFile, call: Call, site: Site, program: Program): string | null {
  if (!ofSubparser(file, call) || call.callee.kind !== 'name') return null;
  const variable = call.callee.name.slice(0, call.callee.name.lastIndexOf('.'));
  let word: string | null = null;
  for (const { target, value, line } of file.assignments) {
    if (target.kind !== 'name' || target.name !== variable || value?.kind !== 'call' || line > call.line)
      continue;
    word = stringOf(file.calls[value.call]?.arguments[0]?.value, site, program) ?? word;
  }
  return word;
}

/** The names under which commands' own arguments arrive: `args.state`. */
export function argumentsOfSubparsers(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const file of program.filesOf()) {
    if (file.language !== 'python') continue;
    for (const call of file.calls) {
      if (calleeName(call) !== 'add_argument' || !ofSubparser(file, call)) continue;
      for (const argument of call.arguments) {
        if (argument.name !== null && argument.name !== 'dest') continue;
        const { value } = argument;
        if (value.kind === 'literal' && typeof value.value === 'string')
          names.add(value.value.replace(/^-+/, '').replaceAll('-', '_'));
      }
    }
  }
  return names;
}

/** `add_parser("remove", aliases=["rm"])`. */
function aliasesOf(call: Call, site: Site, program: Program): readonly string[] {
  const given = call.arguments.find((argument) => argument.name === 'aliases')?.value;
  return given?.kind === 'list' ? given.items.flatMap((item) => stringOf(item, site, program) ?? []) : [];
}

function argparseCommands(program: Program, file: CodeFile): Command[] {
  const found: Command[] = [];
  const parsers = [...file.calls.entries()].filter(([, call]) => calleeName(call) === 'add_parser');
  for (const [id, call] of file.calls.entries()) {
    const site = { file, definition: call.definition };
    const name = calleeName(call);
    const base = { framework: 'argparse', file, line: call.line };
    if (name === 'add_parser') {
      const given = argument(program.callOf(file, id), 'name') ?? call.arguments[0]?.value;
      const word = stringOf(given, site, program);
      if (!word) {
        const rounds = wordsOfRounds(program, program.callOf(file, id));
        for (const name of rounds)
          found.push({
            ...base,
            ...branchHandler(program, name, false),
            name,
            kind: 'subcommand',
            parameters: [],
          });
        const declared = rounds.length === 0 ? declaredBy(program, site, parsers.length) : null;
        if (declared)
          found.push({
            ...base,
            name: declared.name,
            kind: 'subcommand',
            handler: defaultsOf(program, file, id, declared.endLine),
            branch: null,
            parameters: [],
            guessed: true,
          });
        continue;
      }
      const variable = keptIn(file, id);
      // Parsers are often made one after the other under the same name: look no further than the next one.
      while (parsers[0] !== undefined && parsers[0][1].line <= call.line) parsers.shift();
      const [next] = parsers;
      const end =
        variable && next && keptIn(file, next[0]) === variable ? next[1].line : Number.MAX_SAFE_INTEGER;
      const options = callsOf(file, `${variable}.add_argument`).filter(
        (other) => other.line >= call.line && other.line <= end,
      );
      const parameters = options.flatMap((other) =>
        other.arguments.flatMap((argument) =>
          argument.name === null ? (stringOf(argument.value, site, program) ?? []) : [],
        ),
      );
      const runs = defaultsOf(program, file, id, end);
      const branch = runs ? { handler: runs, branch: null } : branchHandler(program, word, false);
      found.push({
        ...base,
        name: word,
        aliases: aliasesOf(call, site, program),
        kind: 'subcommand',
        handler: branch.handler,
        branch: branch.branch,
        parameters,
      });
    }
    if (name === 'add_argument') {
      const words = call.arguments.flatMap((argument) =>
        argument.name === null ? (stringOf(argument.value, site, program) ?? []) : [],
      );
      const long = words.find((word) => word.startsWith('--'));
      if (long) {
        const owner = subparserOf(file, call, site, program);
        if (owner !== null && onlyDetails(owner)) continue;
        const branch = branchHandler(program, commandWord(long), true);
        if (branch.branch !== null)
          found.push({
            ...base,
            name: commandWord(long),
            kind: 'flag',
            handler: branch.handler,
            branch: branch.branch,
            parameters: [],
          });
        continue;
      }
      const choices = call.arguments.find((argument) => argument.name === 'choices')?.value;
      if (choices?.kind !== 'list' || !words[0] || ofSubparser(file, call)) continue;
      for (const choice of choices.items) {
        const word = stringOf(choice, site, program);
        const branch = word ? branchHandler(program, word, false) : null;
        if (word && branch?.branch)
          found.push({
            ...base,
            line: choice.line,
            name: word,
            kind: 'subcommand',
            handler: branch.handler,
            branch: branch.branch,
            parameters: [],
          });
      }
    }
  }
  return found;
}

/** Words that say that something is declared, and what: not which command it is. */
const DECLARES: ReadonlySet<string> = new Set(
  'setup set up create build make register init add configure define declare'.split(' '),
);
const DECLARED: ReadonlySet<string> = new Set(
  'command commands cmd parser subparser subcommand args arguments'.split(' '),
);

/** `def _setup_delete_command(…)`: what the function says that declares nothing but this one command. */
function declaredBy(
  program: Program,
  site: Site,
  parsers: number,
): { readonly name: string; readonly endLine: number } | null {
  const ref = program.definitionOf(site);
  const own = callsOfDefinition(site).filter((call) => calleeName(call) === 'add_parser');
  if (!ref || own.length !== 1 || parsers < 2) return null;
  const all = ref.definition.name.split('_').filter((word) => word !== '' && !DECLARED.has(word));
  const first = all.findIndex((word) => !DECLARES.has(word));
  // `add_command` declares some command; `setup_add_command` declares `add`.
  const words = all.slice(first >= 0 ? first : Math.max(1, all.length - 1));
  return words.length > 0 ? { name: words.join('-'), endLine: ref.definition.endLine } : null;
}

function callsOfDefinition({ file, definition }: Site): readonly Call[] {
  return file.calls.filter((call) => call.definition === definition);
}

/** `for kind in Command.__subclasses__(): parsers.add_parser(kind.word)`: the words of a loop, round by round. */
function wordsOfRounds(program: Program, call: CallRef): readonly string[] {
  return roundsOf(program, createLookup(program), call).flatMap((round) => {
    const word = round.arguments[0];
    return word ? (stringOf(word.value, word.site, program) ?? []) : [];
  });
}

export function parserCommands(program: Program): readonly Command[] {
  return program
    .filesOf()
    .flatMap((file) =>
      file.language === 'python' ? argparseCommands(program, file) : scriptCommands(program, file),
    );
}

/** Commands that are declared to a parser object: argparse, commander, yargs, cac. */
import type { Call, CallId, CodeFile, Value } from '../file.ts';
import type { DefinitionRef, Program } from '../program.ts';
import { lastSegment } from '../values.ts';
import { type Command, calledIn, commandWord, functionOf, parametersOf, stringOf } from './command.ts';

function calleeName(call: Call): string {
  return call.callee.kind === 'name' || call.callee.kind === 'member' ? lastSegment(call.callee.name) : '';
}

/** The variable that a call's result is kept in. */
function keptIn(file: CodeFile, id: CallId): string | null {
  const assignment = file.assignments.find((item) => item.value?.kind === 'call' && item.value.call === id);
  return assignment?.target.kind === 'name' ? assignment.target.name : null;
}

/** The function given by `set_defaults(func=…)` on a parser's variable. */
function defaultsOf(
  program: Program,
  file: CodeFile,
  variable: string | null,
  from: number,
  to: number,
): DefinitionRef | null {
  if (variable === null) return null;
  for (const call of file.calls) {
    if (
      call.callee.kind !== 'name' ||
      call.callee.name !== `${variable}.set_defaults` ||
      call.line < from ||
      call.line > to
    )
      continue;
    for (const argument of call.arguments) {
      const handler = functionOf(argument.value, { file, definition: call.definition }, program);
      if (handler) return handler;
    }
  }
  return null;
}

/** The branch in which a parsed value is compared with a word: `args.command == "add"`, `if args.add:`. */
function branchFor(file: CodeFile, word: string, flag: boolean): number | null {
  for (const [id, block] of file.blocks.entries()) {
    if (!block.test || (block.kind !== 'if' && block.kind !== 'case')) continue;
    if (mentions(block.test, word, flag)) return id;
  }
  return null;
}

function mentions(test: Value, word: string, flag: boolean): boolean {
  if (test.kind === 'operation') {
    if (!flag && (test.operator === '==' || test.operator === 'in')) {
      const literals = test.operands.flatMap((operand) =>
        operand.kind === 'list' ? operand.items : [operand],
      );
      return literals.some((operand) => operand.kind === 'literal' && operand.value === word);
    }
    return test.operator !== 'not' && test.operands.some((operand) => mentions(operand, word, flag));
  }
  return (
    flag &&
    (test.kind === 'name' || test.kind === 'member') &&
    lastSegment(test.name) === word.replaceAll('-', '_')
  );
}

function branchHandler(
  program: Program,
  word: string,
  flag: boolean,
): { handler: DefinitionRef | null; block: number | null } {
  for (const file of program.filesOf()) {
    const block = branchFor(file, word, flag);
    if (block !== null) return { handler: calledIn(program, file, block), block };
  }
  return { handler: null, block: null };
}

function argparseCommands(program: Program, file: CodeFile): Command[] {
  const found: Command[] = [];
  for (const [id, call] of file.calls.entries()) {
    const site = { file, definition: call.definition };
    const name = calleeName(call);
    const base = { framework: 'argparse', file, line: call.line };
    if (name === 'add_parser') {
      const word = stringOf(call.arguments[0]?.value, site, program);
      if (!word) continue;
      const variable = keptIn(file, id);
      // Parsers are often made one after the other under the same name: look no further than the next one.
      const next = file.calls.find((other) => other.line > call.line && calleeName(other) === 'add_parser');
      const end =
        variable && next && keptIn(file, file.calls.indexOf(next)) === variable
          ? next.line
          : Number.MAX_SAFE_INTEGER;
      const options = file.calls.filter(
        (other) =>
          other.callee.kind === 'name' &&
          other.callee.name === `${variable}.add_argument` &&
          other.line >= call.line &&
          other.line <= end,
      );
      const parameters = options.flatMap((other) =>
        other.arguments.flatMap((argument) =>
          argument.name === null ? (stringOf(argument.value, site, program) ?? []) : [],
        ),
      );
      const given = defaultsOf(program, file, variable, call.line, end);
      const branch = given ? { handler: given, block: null } : branchHandler(program, word, false);
      found.push({
        ...base,
        name: word,
        kind: 'subcommand',
        handler: branch.handler,
        block: branch.block,
        parameters,
      });
    }
    if (name === 'add_argument') {
      const words = call.arguments.flatMap((argument) =>
        argument.name === null ? (stringOf(argument.value, site, program) ?? []) : [],
      );
      const long = words.find((word) => word.startsWith('--'));
      if (long) {
        const branch = branchHandler(program, commandWord(long), true);
        if (branch.block !== null)
          found.push({
            ...base,
            name: commandWord(long),
            kind: 'flag',
            handler: branch.handler,
            block: branch.block,
            parameters: [],
          });
        continue;
      }
      const choices = call.arguments.find((argument) => argument.name === 'choices')?.value;
      if (choices?.kind !== 'list' || !words[0]) continue;
      for (const choice of choices.items) {
        const word = stringOf(choice, site, program);
        const branch = word ? branchHandler(program, word, false) : null;
        if (word && branch?.block !== null && branch)
          found.push({
            ...base,
            line: choice.line,
            name: word,
            kind: 'subcommand',
            handler: branch.handler,
            block: branch.block,
            parameters: [],
          });
      }
    }
  }
  return found;
}

/** The call at the root of a chain: in `program.command('add').option(…).action(run)` that of `command`. */
function chainHas(file: CodeFile, value: Value, id: CallId): boolean {
  let current: Value | undefined = value;
  for (let step = 0; current && step < 60; step++) {
    if (current.kind === 'member') current = current.of;
    else if (current.kind === 'call') {
      if (current.call === id) return true;
      current = file.calls[current.call]?.callee;
    } else return false;
  }
  return false;
}

function scriptCommands(program: Program, file: CodeFile): Command[] {
  const found: Command[] = [];
  const library = file.imports.find((item) =>
    /^(commander|yargs(\/.*)?|cac|sade|vorpal|caporal|@caporal\/core|cmd-ts|clipanion|nest-commander)$/.test(
      item.module,
    ),
  )?.module;
  for (const [id, call] of file.calls.entries()) {
    const name = calleeName(call);
    if (name !== 'command' && name !== 'option' && name !== 'addCommand') continue;
    const site = { file, definition: call.definition };
    const qualified = program.nameOf(program.callOf(file, id));
    const framework = library ?? (/^(commander|yargs|cac|sade)/.exec(qualified)?.[0] as string | undefined);
    if (!framework) continue;
    const first = call.arguments[0]?.value;
    const described =
      first?.kind === 'dict'
        ? first.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === 'command')?.value
        : undefined;
    const word = stringOf(described ?? (first?.kind === 'list' ? first.items[0] : first), site, program);
    if (!word) continue;
    if (name === 'option') {
      const long = /--([\w-]+)/.exec(word)?.[1];
      const branch = long ? branchHandler(program, long, true) : null;
      if (long && branch && branch.block !== null)
        found.push({
          name: long,
          framework,
          kind: 'flag',
          handler: branch.handler,
          block: branch.block,
          file,
          line: call.line,
          parameters: [],
        });
      continue;
    }
    const action = file.calls.find(
      (other) =>
        /^(action|handler)$/.test(calleeName(other)) &&
        other.callee.kind === 'member' &&
        chainHas(file, other.callee.of, id),
    );
    const inline =
      [...call.arguments]
        .reverse()
        .map((argument) => functionOf(argument.value, site, program))
        .find((ref) => ref !== null) ?? null;
    const inDict =
      first?.kind === 'dict'
        ? functionOf(
            first.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === 'handler')
              ?.value,
            site,
            program,
          )
        : null;
    const kept = keptIn(file, id);
    const byVariable = kept
      ? file.calls.find((other) => other.callee.kind === 'name' && other.callee.name === `${kept}.action`)
      : undefined;
    const acting = action ?? byVariable;
    const handler =
      (acting
        ? functionOf(acting.arguments[0]?.value, { file, definition: acting.definition }, program)
        : null) ??
      inDict ??
      inline;
    found.push({
      name: commandWord(word),
      framework,
      kind: 'subcommand',
      handler,
      block: null,
      file,
      line: call.line,
      parameters: parametersOf(handler),
    });
  }
  return found;
}

export function parserCommands(program: Program): readonly Command[] {
  return program
    .filesOf()
    .flatMap((file) =>
      file.language === 'python' ? argparseCommands(program, file) : scriptCommands(program, file),
    );
}

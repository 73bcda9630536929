/** Numbers that are made of what was typed where nothing catches what is no number: `int(input("Id: "))`. */
import type { Call, CodeFile } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';

const CONVERTS = new Set(['int', 'float', 'Decimal', 'strptime', 'fromisoformat']);
/** Catches a ValueError, whatever the handler says. */
const CATCHES = /^(?:ValueError|Exception|BaseException|ArithmeticError|InvalidOperation)$/;
/** Callers looked at, from the innermost outwards. */
const MOST_CALLERS = 30;
const MAX_DEPTH = 4;

/** Such conversions in code that runs from a program's menu or command, in the order of files and lines. */
export function unguardedInput(program: Program): readonly CallRef[] {
  return program
    .callsAs('cli.input')
    .flatMap(({ file, id }) => {
      if (file.notebook) return [];
      const around = file.calls.findIndex((call) => converts(call, file, id));
      return around < 0 ? [] : [program.callOf(file, around)];
    })
    .filter((call) => !isCaught(program, call, 0));
}

/** The call's first argument is the input, as it is or stripped. */
function converts(call: Call, file: CodeFile, input: number): boolean {
  const { callee } = call;
  const first = call.arguments[0]?.value;
  if (first?.kind !== 'call' || (callee.kind !== 'name' && callee.kind !== 'member')) return false;
  return (
    CONVERTS.has(lastSegment(callee.name)) &&
    valuesThroughCalls(first, file).some((value) => value.kind === 'call' && value.call === input)
  );
}

/** In the `try` of a fitting handler, or called only from within one. */
function isCaught(program: Program, { file, call }: CallRef, depth: number): boolean {
  const tried = program.blocksAround(file, call.block).filter(({ kind }) => kind === 'try');
  const caught = tried.some((block) =>
    file.blocks.some(
      (handler) =>
        handler.kind === 'except' &&
        file.blocks[handler.of] === block &&
        (handler.catches.length === 0 || handler.catches.some((name) => CATCHES.test(lastSegment(name)))),
    ),
  );
  if (caught || depth >= MAX_DEPTH) return caught;
  const owner: DefinitionRef | null = program.definitionOf({ file, definition: call.definition });
  const callers = owner ? program.callers(owner).slice(0, MOST_CALLERS) : [];
  return callers.length > 0 && callers.every((caller) => isCaught(program, caller, depth + 1));
}

/** Names that nothing binds: a file that reads one at its top level stops there, a function when it is run. Python only. */
import { covers } from '../../reading/text-file.ts';
import { type CodeFile, type DefinitionId, MODULE, type Value } from '../file.ts';
import { firstSegment, valuesThroughCalls, valuesWithin } from '../link/values.ts';
import type { Program } from '../program.ts';

export interface Unbound {
  readonly name: string;
  readonly line: number;
  /** Where it is read; {@link MODULE} when the file is loaded. */
  readonly definition: DefinitionId;
}

/** What Python binds by itself: builtins, and what every module has. */
const BUILT_IN = new Set(
  (
    'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError ' +
    'BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError ' +
    'DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup False FileExistsError ' +
    'FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError ' +
    'IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError ' +
    'NameError None NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning ' +
    'PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError ' +
    'RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError ' +
    'True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning ' +
    'UserWarning ValueError Warning WindowsError ZeroDivisionError abs aiter all anext any ascii bin bool breakpoint bytearray ' +
    'bytes callable chr classmethod compile complex copyright credits delattr dict dir divmod enumerate eval exec exit filter ' +
    'float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len license list ' +
    'locals map max memoryview min next object oct open ord pow print property quit range repr reversed round set setattr ' +
    'slice sorted staticmethod str sum super tuple type vars zip self cls _ ' +
    'get_ipython display'
  ).split(' '),
);

/** Reads of names that no scope of the file binds, each name once; none where a star import may bind anything. */
export function unboundNames(program: Program, file: CodeFile): readonly Unbound[] {
  if (file.language !== 'python' || file.notebook || file.errors.length > 0) return [];
  if (program.role(file) !== 'application') return [];
  if (file.imports.some(({ name }) => name === '*')) return [];
  const bound = boundIn(file);
  const found = new Map<string, Unbound>();
  // Calls are no part of a value here: each of them is looked at by itself.
  const see = (value: Value | null, definition: DefinitionId, line: number | null = null): void => {
    if (value === null) return;
    for (const part of valuesWithin(value)) {
      if (part.kind !== 'name') continue;
      const head = firstSegment(part.name);
      if (head === '' || BUILT_IN.has(head) || bound.has(head) || /^__\w+__$/.test(head)) continue;
      // Asked last: hardly a name comes so far, and there are as many blocks as somebody writes.
      if (found.has(head) || (line !== null && isGuarded(file, line))) continue;
      found.set(head, { name: head, line: part.line, definition });
    }
  };
  for (const { callee, arguments: given, definition, line } of file.calls) {
    see(callee, definition, line);
    for (const { value } of given) see(value, definition, line);
  }
  for (const { value, definition, line } of file.assignments) see(value, definition, line);
  for (const { value, definition, line } of file.statements) see(value, definition, line);
  for (const { decorators, bases, parent } of file.definitions) {
    for (const value of decorators) see(value, parent);
    for (const value of bases) see(value, parent);
  }
  return [...found.values()];
}

/** In a `try`: the program may be ready for what is not there. */
export function isGuarded(file: CodeFile, line: number): boolean {
  return file.blocks.some((one) => one.kind === 'try' && covers(one, line));
}

/** Every name that any scope of the file binds, in whatever way. */
function boundIn(file: CodeFile): ReadonlySet<string> {
  const bound = new Set<string>();
  for (const { local } of file.imports) bound.add(firstSegment(local));
  for (const { name, parameters } of file.definitions) {
    bound.add(name);
    for (const parameter of parameters) bound.add(parameter.name);
  }
  for (const { target } of file.assignments) if (target.kind === 'name') bound.add(firstSegment(target.name));
  for (const { binds, kind, test } of file.blocks) {
    if (binds !== null) bound.add(binds);
    // What a pattern captures is read off it.
    if (kind === 'case' && test !== null)
      for (const part of valuesThroughCalls(test, file)) if (part.kind === 'name') bound.add(part.name);
  }
  for (const { fields } of file.definitions) for (const { name } of fields) bound.add(name);
  return bound;
}

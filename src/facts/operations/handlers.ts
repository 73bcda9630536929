/** How the program handles errors: what each handler catches, and whether anybody hears of it. */

import type { Block, BlockId, CodeFile, Value } from '../../program/file.ts';
import { isAlive } from '../../program/life/alive.ts';
import { siteOf } from '../../program/link/calls.ts';
import { firstSegment, lastSegment, valuesThroughCalls, valuesWithin } from '../../program/link/values.ts';
import { blocksWithin } from '../../program/nesting.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';
import { givesBack, triesAnotherWay, triesComfort, triesNext } from '../cli/comfort.ts';
import type { Message } from '../cli/messages.ts';

export interface Handler {
  readonly file: CodeFile;
  readonly line: number;
  /** It names errors that files and input cause; in JavaScript, it looks at the error or reports it. */
  readonly specific: boolean;
  /** Nobody hears of the error. */
  readonly swallows: boolean;
}

const BROAD = new Set(['Exception', 'BaseException', 'Error', 'StandardError']);
/** Neither file access nor input: bugs, keys, and what the interpreter asks. They prove nothing. */
const BESIDE = new Set([
  ...['KeyboardInterrupt', 'EOFError', 'SystemExit', 'Abort', 'Exit', 'GeneratorExit', 'CancelledError'],
  ...['ImportError', 'ModuleNotFoundError', 'StopIteration', 'TypeError', 'AttributeError', 'NameError'],
  ...['NotImplementedError', 'AssertionError', 'RecursionError', 'MemoryError', 'PackageNotFoundError'],
]);
/** No error of the program: the user pressed a key, a file is not there yet, an optional import is absent. */
const EXPECTED = new Set([
  ...['KeyboardInterrupt', 'EOFError', 'SystemExit', 'Abort', 'Exit', 'GeneratorExit', 'CancelledError'],
  ...['ImportError', 'ModuleNotFoundError', 'StopIteration', 'FileNotFoundError', 'FileExistsError'],
  ...['PackageNotFoundError', 'ProcessLookupError', 'NoSuchElementException'],
]);
/** A conversion that failed: the caller is told by the value that comes back. */
const CONVERSIONS = new Set([
  'ValueError',
  'TypeError',
  'IndexError',
  'KeyError',
  'ParserError',
  'DecimalException',
]);
/** From outside, and tells nobody. What is unknown is given the benefit of the doubt, save for these names. */
const SILENT =
  /^(list|dict|set|str|int|float|len|open|json\.|os\.|shutil\.|time\.|pathlib\.|fs(\/promises|\.|-extra)|JSON\.|Date|Array|Map|Set|datetime)|(^|\.)(append|pop|get|copy|strip|unlink|close|rollback|exists|mkdir|touch|write|write_text|writeFile|writeFileSync|save|rename|push|read|readFile)$/;

/** What stands in a block or in blocks below it. */
function inside(file: CodeFile, block: BlockId): (place: { readonly block: BlockId }) => boolean {
  const below = blocksWithin(file, block);
  return (place) => below.has(place.block);
}

const mentions = (value: Value, name: string, file: CodeFile): boolean =>
  valuesThroughCalls(value, file).some((part) => part.kind === 'name' && firstSegment(part.name) === name);

/** A literal that says "it did not work": None, null, false, -1. */
function isFailureValue(value: Value | null): boolean {
  if (value === null) return true;
  if (value.kind === 'list')
    return (
      value.items.length > 0 && value.items.every((item) => isFailureValue(item) || item.kind === 'literal')
    );
  return value.kind === 'literal' && (value.value === null || value.value === false || value.value === -1);
}

interface Reader {
  readonly program: Program;
  readonly messages: readonly Message[];
  /** Definitions that say something. */
  readonly speakers: ReadonlySet<DefinitionRef>;
}

/** Whether a call tells somebody: it prints, logs, exits, or runs code of the program that does. */
function tells(reader: Reader, file: CodeFile, id: number): boolean {
  const call = reader.program.callOf(file, id);
  if (reader.messages.some((message) => message.file === file && message.line === call.call.line))
    return true;
  const target = reader.program.callee(call);
  if (target.kind === 'definition' || target.kind === 'instance') {
    for (const ref of reader.program.reachable(target.ref)) if (reader.speakers.has(ref)) return true;
    return false;
  }
  return !SILENT.test(reader.program.nameOf(call));
}

/** After the handler its own definition goes on to say, raise or ask: the next format was tried first. */
function goesOnToSay(reader: Reader, file: CodeFile, block: Block): boolean {
  const later = (place: { readonly line: number; readonly definition: number }) =>
    place.definition === block.definition && place.line > block.endLine;
  return reader.messages.some((message) => message.file === file && message.kind !== 'log' && later(message));
}

/** The caller looks at what came back, and says something of it. */
function callerSays(reader: Reader, file: CodeFile, block: Block): boolean {
  const own = reader.program.definitionOf({ file, definition: block.definition });
  if (!own) return false;
  return reader.program
    .callers(own)
    .slice(0, 50)
    .some((call) => {
      const kept = call.file.assignments.find(
        ({ value, line, definition }) =>
          value !== null &&
          definition === call.call.definition &&
          line === call.call.line &&
          valuesThroughCalls(value, call.file).some((part) => part.kind === 'call' && part.call === call.id),
      );
      const name = kept?.target.kind === 'name' ? kept.target.name : null;
      return call.file.blocks.some((other, id) => {
        if (
          (other.kind !== 'if' && other.kind !== 'while') ||
          !other.test ||
          other.definition !== call.call.definition
        )
          return false;
        const asked = valuesWithin(other.test).some((part) => part.kind === 'call' && part.call === call.id);
        if (
          !asked &&
          (name === null || other.line < call.call.line || !mentions(other.test, name, call.file))
        )
          return false;
        const within = inside(call.file, id);
        const otherwise = call.file.blocks.findIndex((item) => item.of === id && item.kind === 'else');
        const below = otherwise < 0 ? within : inside(call.file, otherwise);
        return reader.messages.some(
          (message) => message.file === call.file && (within(message) || below(message)),
        );
      });
    });
}

/** `is_overdue` answers no for a date that it cannot read: the answer is the caller's. */
function answersQuestion(file: CodeFile, block: Block): boolean {
  return /^_?(is|has)_?/.test(file.definitions[block.definition]?.name ?? '');
}

function readHandler(reader: Reader, file: CodeFile, id: BlockId, block: Block): Handler {
  const within = inside(file, id);
  const { binds } = block;
  const names = block.catches.map(lastSegment);
  const calls = file.calls.flatMap((call, index) => (within(call) ? [{ call, index }] : []));
  const raises = file.statements.some((statement) => statement.kind === 'raise' && within(statement));
  const returned = file.statements.filter((statement) => statement.kind === 'return' && within(statement));
  const reports = raises || calls.some(({ index }) => tells(reader, file, index));
  const looked = [
    ...calls.flatMap(({ call }) => call.arguments.map((argument) => argument.value)),
    ...returned.flatMap((item) => item.value ?? []),
    ...file.assignments.flatMap((item) => (within(item) ? (item.value ?? []) : [])),
    ...file.blocks.flatMap((other) => (other.test && within({ block: other.parent }) ? [other.test] : [])),
  ];
  const uses = binds !== null && looked.some((value) => mentions(value, binds, file));
  // A handler that hands words back to the caller is no silence.
  const answers = returned.some(
    ({ value }) =>
      value &&
      valuesWithin(value).some(
        (part) =>
          part.kind === 'template' ||
          (part.kind === 'literal' && typeof part.value === 'string' && part.value.length > 3),
      ),
  );
  const asksAgain = file.statements.some((item) => item.kind === 'continue' && within(item)) && reports;
  const converts = names.length > 0 && names.every((name) => CONVERSIONS.has(name));
  const failed = returned.some(({ value }) => isFailureValue(value));
  const heard = () =>
    (converts &&
      (goesOnToSay(reader, file, block) || triesAnotherWay(file, block) || triesNext(file, block))) ||
    (converts && failed && answersQuestion(file, block)) ||
    (converts &&
      givesBack(
        file,
        block,
        returned.map(({ value }) => value),
      )) ||
    triesComfort(reader.program, file, block) ||
    (failed && (converts || names.length > 0) && callerSays(reader, file, block));
  const named = names.length > 0 && !names.some((name) => BROAD.has(name));
  return {
    file,
    line: block.line,
    specific:
      file.language === 'python'
        ? named && !names.every((name) => BESIDE.has(name))
        : uses || raises || reports,
    swallows:
      !(names.length > 0 && names.every((name) => EXPECTED.has(name))) &&
      !reports &&
      !answers &&
      !asksAgain &&
      !uses &&
      !heard(),
  };
}

/** `promise.catch(handler)`. */
function readCatches(program: Program): Handler[] {
  return program.callsAs('error.catch').flatMap((ref) => {
    const handler = ref.call.arguments[0]?.value;
    if (ref.file.language === 'python' || !handler || !isAlive(program, siteOf(ref))) return [];
    const target = program.resolve(handler, { file: ref.file, definition: ref.call.definition });
    const definition = target.kind === 'definition' ? target.ref.definition : null;
    return [
      {
        file: ref.file,
        line: ref.call.line,
        specific: definition ? definition.parameters.length > 0 : true,
        swallows: definition?.stub ?? false,
      },
    ];
  });
}

/** `with suppress(OSError):` says by name what is not minded. */
function readSuppressed(program: Program): Handler[] {
  return program.callsAs('error.suppress').map((ref) => {
    const names = ref.call.arguments.map(({ value }) =>
      value.kind === 'name' ? lastSegment(value.name) : '',
    );
    return {
      file: ref.file,
      line: ref.call.line,
      specific: names.length > 0 && !names.some((name) => BROAD.has(name) || BESIDE.has(name)),
      swallows: !names.every((name) => EXPECTED.has(name)),
    };
  });
}

/** Handlers of code that runs; those for optional imports are left out, and notebooks are. */
export function readHandlers(program: Program, messages: readonly Message[]): readonly Handler[] {
  const speakers = new Set(
    messages.flatMap(({ file, definition }) => program.definitionOf({ file, definition }) ?? []),
  );
  const reader: Reader = { program, messages, speakers };
  const found: Handler[] = [];
  for (const file of program.filesOf()) {
    if (file.notebook) continue;
    for (const [id, block] of file.blocks.entries()) {
      if (block.kind !== 'except' || !isAlive(program, { file, definition: block.definition })) continue;
      if (
        block.catches.length > 0 &&
        block.catches.every((name) => /(ImportError|ModuleNotFoundError)$/.test(name))
      )
        continue;
      found.push(readHandler(reader, file, id, block));
    }
  }
  return [...found, ...readCatches(program), ...readSuppressed(program)].filter(({ file }) => !file.notebook);
}

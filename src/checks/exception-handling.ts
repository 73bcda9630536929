import type { Block, CodeFile } from '../facts/code/file.ts';
import { lastSegment, valuesThroughCalls } from '../facts/code/values.ts';
import type { Facts } from '../facts/facts.ts';
import { defineCheck, no, yes } from './define.ts';

const BROAD = new Set(['Exception', 'BaseException', 'Error', 'StandardError']);
/** Not an error of the program: the user pressed a key, a file is not there yet, an optional import is absent. */
const EXPECTED = new Set([
  'KeyboardInterrupt',
  'EOFError',
  'SystemExit',
  'ImportError',
  'ModuleNotFoundError',
  'FileNotFoundError',
  'StopIteration',
  'CancelledError',
  'GeneratorExit',
]);
/** Calls in a handler that only build a default value: they report nothing. */
const SILENT_CALLS =
  /^(list|dict|set|str|int|float|len|\?\.(append|pop|get|copy|strip)|json\.dumps?|.*\.(unlink|close|rollback|exists))$/;

interface Handler {
  readonly file: CodeFile;
  readonly line: number;
  readonly specific: boolean;
  readonly swallows: boolean;
}

/** What stands in a block or in blocks below it. */
function inside(file: CodeFile, block: number): (place: { readonly block: number }) => boolean {
  const below = new Set([block]);
  // Blocks are numbered in source order, so a parent precedes its children.
  for (const [id, item] of file.blocks.entries()) if (below.has(item.parent)) below.add(id);
  return (place) => below.has(place.block);
}

function readHandler(facts: Facts, file: CodeFile, id: number, block: Block): Handler {
  const within = inside(file, id);
  const { binds } = block;
  const calls = file.calls.flatMap((call, index) =>
    within(call) ? [{ call, name: facts.program.nameOf(facts.program.callOf(file, index)) }] : [],
  );
  const raises = file.statements.some((statement) => statement.kind === 'raise' && within(statement));
  const returned = file.statements.filter((statement) => statement.kind === 'return' && within(statement));
  const reports = raises || calls.some((item) => !SILENT_CALLS.test(item.name));
  const names = block.catches.map(lastSegment);
  const uses =
    binds !== null &&
    [
      ...calls.flatMap((item) => item.call.arguments.map((argument) => argument.value)),
      ...returned.flatMap((item) => (item.value ? [item.value] : [])),
      ...file.blocks.flatMap((other) => (other.test && within({ block: other.parent }) ? [other.test] : [])),
    ].some((value) =>
      valuesThroughCalls(value, file).some(
        (part) => part.kind === 'name' && part.name.split('.')[0] === binds,
      ),
    );
  // A handler that hands a value of its own back to the caller, in words or as a status, is no silence.
  const answers = returned.some(
    (item) =>
      item.value &&
      (item.value.kind === 'template' ||
        (item.value.kind === 'literal' &&
          typeof item.value.value === 'string' &&
          item.value.value.length > 3)),
  );
  const specific =
    file.language === 'python' ? names.length > 0 && !names.some((name) => BROAD.has(name)) : uses || raises;
  const expected = names.length > 0 && names.every((name) => EXPECTED.has(name));
  // `while True: try: int(input()) except ValueError: continue` asks again: no silence either.
  const retries =
    file.statements.some((statement) => statement.kind === 'continue' && within(statement)) &&
    !block.empty &&
    reports;
  return {
    file,
    line: block.line,
    specific,
    swallows: !expected && !reports && !answers && !retries && !uses,
  };
}

export const exceptionHandling = defineCheck({
  name: 'exception-handling',
  summary: 'Errors are caught; of quality “specific” by name, and none of them is swallowed silently.',
  parameters: (z) =>
    z.strictObject({
      quality: z
        .enum(['specific', 'any'])
        .describe(
          'specific: named exceptions (or, in JavaScript, a catch that looks at the error), nothing swallowed',
        ),
    }),
  ask: (facts, { quality }) => {
    const handlers: Handler[] = [];
    for (const file of facts.program.filesOf()) {
      if (file.notebook) continue;
      for (const [id, block] of file.blocks.entries()) {
        if (block.kind !== 'except') continue;
        if (
          block.catches.length > 0 &&
          block.catches.every((name) => /^(ImportError|ModuleNotFoundError)$/.test(name))
        )
          continue;
        handlers.push(readHandler(facts, file, id, block));
      }
    }
    for (const ref of facts.program.callsTo(['*.catch'])) {
      const handler = ref.call.arguments[0]?.value;
      if (ref.file.language === 'python' || !handler) continue;
      const target = facts.program.resolve(handler, { file: ref.file, definition: ref.call.definition });
      const parameters = target.kind === 'definition' ? target.ref.definition.parameters.length : 1;
      handlers.push({
        file: ref.file,
        line: ref.call.line,
        specific: parameters > 0,
        swallows: target.kind === 'definition' && target.ref.definition.stub,
      });
    }
    if (handlers.length === 0)
      return no('try/except (try/catch) around file access or input: there is no handler');
    const swallowing = handlers.filter((handler) => handler.swallows);
    const specific = handlers.filter((handler) => handler.specific && !handler.swallows);
    const counter = swallowing.slice(0, 20).map((handler) => facts.evidence(handler.file.path, handler.line));
    if (quality === 'any')
      return yes(
        handlers.slice(0, 3).map((handler) => facts.evidence(handler.file.path, handler.line)),
        counter,
      );
    if (specific.length > 0 && swallowing.length === 0)
      return yes(specific.slice(0, 4).map((handler) => facts.evidence(handler.file.path, handler.line)));
    const why =
      swallowing.length > 0
        ? `${swallowing.length} of ${handlers.length} handlers swallow the error without a word`
        : 'only bare or broad handlers were found';
    return no(`handlers that name the error they expect and report it: ${why}`, counter);
  },
});

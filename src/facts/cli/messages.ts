/** What the program says: prints, log calls, raised and thrown errors, exits, with the text as far as it is constant. */
import type { BlockId, CodeFile, DefinitionId, Value } from '../../program/file.ts';
import { lastSegment, valuesThroughCalls } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../program/program.ts';
import { printsIntoFile } from '../data/storage/prints.ts';

export interface Message {
  readonly kind: 'print' | 'log' | 'raise' | 'exit';
  /** Qualified name of what was called ('print', 'logging.getLogger.info') or raised ('ValueError', 'TaskNotFound'). */
  readonly name: string;
  /** All literal text in it, unknown parts as '{}'. '' where there is none. */
  readonly text: string;
  readonly file: CodeFile;
  readonly definition: DefinitionId;
  readonly block: BlockId;
  readonly line: number;
  /** Printed to standard error. */
  readonly toErrors: boolean;
}

const LOG_METHODS = new Set(
  'debug info warning warn error exception critical fatal trace success log verbose'.split(' '),
);

/** Whether a qualified name is a call of a logger's method. */
export function isLogCall(program: Program, name: string): boolean {
  return LOG_METHODS.has(lastSegment(name)) && program.means(name, 'log.record');
}

/** Literal text of a value, names of its parts left as '{}'. Bounded to 400 characters. */
export function textOf(value: Value, site: Site, program: Program): string {
  const parts: string[] = [];
  for (const part of valuesThroughCalls(value, site.file)) {
    if (part.kind === 'literal' && typeof part.value === 'string') parts.push(part.value);
    else if (part.kind === 'template')
      parts.push(part.parts.map((piece) => (typeof piece === 'string' ? piece : '{}')).join(''));
    else if (part.kind === 'name' && part === value) {
      const constant = program.constant(part, site);
      if (typeof constant === 'string') parts.push(constant);
    }
  }
  return parts.join(' ').slice(0, 400);
}

/** What a definition says of what it is handed: `def fail(text): print(text); sys.exit(1)`. */
function speakersOf(program: Program, said: readonly Message[]): ReadonlyMap<DefinitionRef, Message> {
  const speakers = new Map<DefinitionRef, Message>();
  for (const message of said) {
    const own = program.definitionOf(message);
    if (!own || speakers.has(own)) continue;
    const handed = new Set(
      own.definition.parameters.map(({ name }) => name).filter((name) => !/^(self|cls|this|ctx)$/.test(name)),
    );
    if (handed.size === 0) continue;
    const { file } = message;
    const passes = file.calls.some(
      (call) =>
        call.definition === message.definition &&
        call.line === message.line &&
        call.arguments.some(({ value }) =>
          valuesThroughCalls(value, file).some((part) => part.kind === 'name' && handed.has(part.name)),
        ),
    );
    if (passes) speakers.set(own, message);
  }
  return speakers;
}

/** Calls of the program's own functions that hand words to one that says them. */
function handedOn(program: Program, said: readonly Message[]): Message[] {
  const found: Message[] = [];
  for (const [own, { kind, name, toErrors }] of speakersOf(program, said)) {
    for (const { file, call } of program.callers(own)) {
      const site = { file, definition: call.definition };
      const text = call.arguments
        .map((argument) => textOf(argument.value, site, program))
        .join(' ')
        .trim();
      // A word or two may be a field or a label: only a sentence is a message.
      if (program.role(file) !== 'application' || !/\S\s+\S/.test(text)) continue;
      const { definition, block, line } = call;
      found.push({ kind, name, text, file, definition, block, line, toErrors });
    }
  }
  return found;
}

export function readMessages(program: Program): readonly Message[] {
  const found: Message[] = [];
  for (const file of program.filesOf()) {
    for (const [id, call] of file.calls.entries()) {
      const ref: CallRef = program.callOf(file, id);
      const name = program.nameOf(ref);
      const kind = program.means(name, 'cli.exit')
        ? 'exit'
        : isLogCall(program, name)
          ? 'log'
          : program.means(name, 'cli.print') && !printsIntoFile(program, ref)
            ? 'print'
            : null;
      if (kind === null) continue;
      const site = { file, definition: call.definition };
      const text = call.arguments
        .map((argument) => textOf(argument.value, site, program))
        .join(' ')
        .trim();
      const toErrors =
        /stderr|console\.(error|warn)$/.test(name) ||
        call.arguments.some(
          (argument) =>
            (argument.name === 'file' &&
              argument.value.kind === 'name' &&
              argument.value.name.endsWith('stderr')) ||
            (argument.name === 'err' && argument.value.kind === 'literal' && argument.value.value === true),
        );
      found.push({
        kind,
        name,
        text,
        file,
        definition: call.definition,
        block: call.block,
        line: call.line,
        toErrors,
      });
    }
    for (const statement of file.statements) {
      if (statement.kind !== 'raise') continue;
      const site = { file, definition: statement.definition };
      const { value } = statement;
      let name = '';
      if (value?.kind === 'call') name = program.nameOf(program.callOf(file, value.call));
      else if (value?.kind === 'name') name = value.name;
      const text = value ? textOf(value, site, program) : '';
      found.push({
        kind: 'raise',
        name,
        text,
        file,
        definition: statement.definition,
        block: statement.block,
        line: statement.line,
        toErrors: true,
      });
    }
  }
  return [
    ...found,
    ...handedOn(
      program,
      found.filter(({ kind }) => kind !== 'raise'),
    ),
  ];
}

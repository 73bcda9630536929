/** What handlers of the whole application answer an error with: `add_exception_handler(ParserError, answer)`, a middleware of errors. */

import type { CodeFile, Value } from '../../program/file.ts';
import { createLookup } from '../../program/flow/lookup.ts';
import { type Round, roundsOf } from '../../program/flow/rounds.ts';
import { writtenIn } from '../../program/life/region.ts';
import { calleeParts, lastName, siteOf } from '../../program/link/calls.ts';
import { firstSegment, lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { entryOfWeak } from '../../reading/collections.ts';
import { covers } from '../../reading/text-file.ts';
import { STATUS_NAMES, statusesOf } from './statuses.ts';

export interface ErrorHandler {
  /** The class that it is for, without its module; null for whatever goes wrong. */
  readonly error: string | null;
  /** The refusal (a 4xx) that it answers with; null where it says none by itself. */
  readonly status: number | null;
  /** It answers with the status that the error carries. */
  readonly handsOn: boolean;
  readonly file: CodeFile;
  readonly line: number;
}

/** Whether a status tells the caller that the request is wrong. */
export const isRefusal = (status: unknown): status is number =>
  typeof status === 'number' && status >= 400 && status < 500;

const known = new WeakMap<Program, readonly ErrorHandler[]>();

/** All of them, by the order in which they are registered. */
export function errorHandlers(program: Program): readonly ErrorHandler[] {
  return entryOfWeak(known, program, () => [
    ...added(program),
    ...program.callsAs('http.handles-errors').flatMap((call): readonly ErrorHandler[] => {
      const [kind] = call.call.arguments;
      const [handler] = call.file.definitions.flatMap(({ decorators }, definition) =>
        decorators.some((value) => value.kind === 'call' && value.call === call.id)
          ? (program.definitionOf({ file: call.file, definition }) ?? [])
          : [],
      );
      return handler && kind ? [answering(program, handler, lastName(kind.value), call, null)] : [];
    }),
    ...program.calls().flatMap((call) => ofMiddleware(program, call)),
  ]);
}

function added(program: Program): readonly ErrorHandler[] {
  const lookup = createLookup(program);
  return program.callsAs('http.error-handler').flatMap((call) =>
    roundsOf(program, lookup, call).flatMap((round): readonly ErrorHandler[] => {
      const [kind, given] = round.arguments;
      const target = given ? program.resolve(given.value, given.site) : null;
      return kind && target?.kind === 'definition'
        ? [answering(program, target.ref, lastName(kind.value), call, round)]
        : [];
    }),
  );
}

/** `app.use((error, request, response, next) => …)`: four parameters make it one of errors. */
function ofMiddleware(program: Program, call: CallRef): readonly ErrorHandler[] {
  if (call.file.language === 'python' || calleeParts(call.call.callee)?.name !== 'use') return [];
  return call.call.arguments.flatMap(({ value }): readonly ErrorHandler[] => {
    const target = program.resolve(value, siteOf(call));
    const handler =
      value.kind === 'function'
        ? program.definitionOf({ file: call.file, definition: value.definition })
        : target.kind === 'definition'
          ? target.ref
          : null;
    if (handler?.definition.parameters.length !== 4) return [];
    const all = answering(program, handler, null, call, null);
    const kinds = kindsAsked(program, handler);
    return [
      ...kinds.map((kind) => ({ ...all, ...kind, handsOn: false })),
      { ...all, status: plain(program, handler) },
    ];
  });
}

/** `if (error instanceof ParseError) return response.status(422)…`: what a middleware answers an error of one class with. */
function kindsAsked(program: Program, { file, definition }: DefinitionRef) {
  return file.blocks.flatMap((block) => {
    const { kind, test } = block;
    if (
      kind !== 'if' ||
      test?.kind !== 'operation' ||
      test.operator !== 'instanceof' ||
      !covers(definition, block.line)
    )
      return [];
    const error = test.operands[1] ? lastName(test.operands[1]) : '';
    const said = statusesOf(program, file).find(
      ({ line, status }) => covers(block, line) && isRefusal(status),
    );
    return said && error !== '' ? [{ error, status: said.status }] : [];
  });
}

/** The refusal that a middleware answers whatever it was: outside of all its branches. */
function plain(program: Program, { file, definition }: DefinitionRef): number | null {
  const inBranch = (line: number): boolean =>
    file.blocks.some((block) => block.kind === 'if' && covers(definition, block.line) && covers(block, line));
  const said = statusesOf(program, file).find(
    ({ line, status }) => covers(definition, line) && isRefusal(status) && !inBranch(line),
  );
  return said?.status ?? null;
}

/** What a handler answers, by itself or by what a round of the loop around its registration gives: `status=status`. */
function answering(
  program: Program,
  { file, id, definition }: DefinitionRef,
  error: string | null,
  call: CallRef,
  round: Round | null,
): ErrorHandler {
  const own = statusesOf(program, file).find(
    ({ line, status }) => covers(definition, line) && isRefusal(status),
  );
  const given = definition.parameters
    .flatMap(({ default: value }) => (value && round ? [round.read(value)] : []))
    .map(({ value, site }) => program.constant(value, site))
    .find(isRefusal);
  const asks = (value: Value): boolean =>
    value.kind === 'name' &&
    STATUS_NAMES.has(lastSegment(value.name)) &&
    definition.parameters.some(({ name }) => name === firstSegment(value.name));
  return {
    error,
    status: own?.status ?? given ?? null,
    handsOn: writtenIn({ file, definition: id }).some(({ value }) => asks(value)),
    file: call.file,
    line: call.call.line,
  };
}

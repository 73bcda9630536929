/** What handlers of the whole application answer when reading a table fails: `add_exception_handler(ParserError, answer)`. */

import type { Value } from '../../../program/file.ts';
import { createLookup } from '../../../program/flow/lookup.ts';
import { type Round, roundsOf } from '../../../program/flow/rounds.ts';
import { lastName } from '../../../program/link/calls.ts';
import type { CallRef, DefinitionRef, Program } from '../../../program/program.ts';
import { readStatuses } from '../../web/statuses.ts';
import type { Refusal, Trouble } from './refused.ts';

/** The errors of reading, by the last part of their names, with what each is raised for. */
const RAISED_FOR: Readonly<Record<string, readonly Trouble[]>> = {
  EmptyDataError: ['empty'],
  NoDataError: ['empty'],
  ParserError: ['malformed'],
  ComputeError: ['malformed'],
  Error: ['malformed'],
  UnicodeDecodeError: ['type'],
  UnicodeError: ['type'],
  // What pandas and the decoder raise are ValueErrors.
  ValueError: ['malformed', 'empty', 'type'],
};

/** The troubles that the application's handlers answer with a 4xx. */
export function handledTroubles(program: Program): readonly Refusal[] {
  const lookup = createLookup(program);
  const added = program
    .callsAs('http.error-handler')
    .flatMap((call) => roundsOf(program, lookup, call).flatMap((round) => ofRound(program, call, round)));
  const decorating = program.callsAs('http.handles-errors').flatMap((call): readonly Refusal[] => {
    const [handler] = call.file.definitions.flatMap(({ decorators }, definition) =>
      decorators.some((value) => value.kind === 'call' && value.call === call.id)
        ? (program.definitionOf({ file: call.file, definition }) ?? [])
        : [],
    );
    const [kind] = call.call.arguments;
    return handler && kind && refuses(program, handler, null) ? refusalsOf(kind.value, call) : [];
  });
  return [...added, ...decorating];
}

/** A handler of whatever fails on the way of a request, whatever it answers. */
export function handlerOfAll(program: Program): CallRef | null {
  return program.callsAs('http.handles-errors')[0] ?? program.callsAs('http.error-handler')[0] ?? null;
}

function ofRound(program: Program, call: CallRef, round: Round): readonly Refusal[] {
  const [kind, given] = round.arguments;
  const target = given ? program.resolve(given.value, given.site) : null;
  const handler = target?.kind === 'definition' ? target.ref : null;
  return kind && handler && refuses(program, handler, round) ? refusalsOf(kind.value, call) : [];
}

function refusalsOf(kind: Value, { file, call }: CallRef): readonly Refusal[] {
  const name = lastName(kind);
  const [trouble, ...also] = Object.hasOwn(RAISED_FOR, name) ? (RAISED_FOR[name] ?? []) : [];
  return trouble ? [{ trouble, file, line: call.line, also }] : [];
}

/** It answers a 4xx, by itself or by what a round of the loop around it gives: `status=status`. */
function refuses(program: Program, { file, definition }: DefinitionRef, round: Round | null): boolean {
  const isRefusal = (status: unknown): boolean => typeof status === 'number' && status >= 400 && status < 500;
  const own = readStatuses(program).some(
    (one) =>
      one.file === file &&
      one.line >= definition.line &&
      one.line <= definition.endLine &&
      isRefusal(one.status),
  );
  return (
    own ||
    definition.parameters.some(({ default: value }) => {
      const given = value && round ? round.read(value) : null;
      return given !== null && isRefusal(program.constant(given.value, given.site));
    })
  );
}

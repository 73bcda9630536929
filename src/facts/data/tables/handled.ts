/** What handlers of the whole application answer when reading a table fails: `add_exception_handler(ParserError, answer)`. */

import type { Program } from '../../../program/program.ts';
import { type ErrorHandler, errorHandlers } from '../../web/error-handlers.ts';
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
  return errorHandlers(program).flatMap(({ error, status, file, line }): readonly Refusal[] => {
    if (error === null || status === null) return [];
    const [trouble, ...also] = Object.hasOwn(RAISED_FOR, error) ? (RAISED_FOR[error] ?? []) : [];
    return trouble ? [{ trouble, file, line, also }] : [];
  });
}

/** A handler of whatever fails on the way of a request, whatever it answers. */
export function handlerOfAll(program: Program): ErrorHandler | null {
  return errorHandlers(program)[0] ?? null;
}

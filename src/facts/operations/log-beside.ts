/** Plain loggers that a program uses beside the library whose records it has set up. */
import { descendsAs } from '../../program/link/subclasses.ts';
import type { Program } from '../../program/program.ts';
import type { Message } from '../cli/messages.ts';

/** Messages of the standard library's loggers, where most are and nothing makes records of them. */
export function logsBeside(program: Program, logs: readonly Message[]): readonly Message[] {
  const configured = program.callsAs('log.own-setup');
  if (configured.length === 0) return [];
  const bridged =
    program.callsAs('log.bridge').length > 0 ||
    program.callsAs('log.formatter').some((call) => !program.means(program.nameOf(call), 'log.separate')) ||
    program.definitions().some((ref) => descendsAs(program, ref, 'log.bridge'));
  if (bridged) return [];
  const plain = logs.filter(({ name }) => program.means(name, 'log.standard'));
  const own = logs.filter(({ name }) => program.means(name, 'log.separate'));
  return plain.length > own.length ? plain : [];
}

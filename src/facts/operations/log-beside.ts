/** Plain loggers that a program uses beside the library whose records it has set up. */
import type { Program } from '../../program/program.ts';
import type { Message } from '../cli/messages.ts';

/** Libraries with loggers of their own: what is set up for them changes no other logger. */
const OWN_LOGGERS = /^(?:structlog|loguru)\./;
const STANDARD = /^logging\./;
/** What hands the standard library's messages over, or gives its handlers a formatter. */
const BRIDGES: readonly string[] = [
  'structlog.stdlib.ProcessorFormatter*',
  '*.setFormatter',
  'logging.config.*',
  'logging.root.*',
];

/** Messages of the standard library's loggers, where most are and nothing makes records of them. */
export function logsBeside(program: Program, logs: readonly Message[]): readonly Message[] {
  const configured = program.callsTo(['structlog.configure', 'loguru.logger.add', 'loguru.logger.configure']);
  if (configured.length === 0) return [];
  const bridged =
    program.callsTo(BRIDGES).length > 0 ||
    program.callsAs('log.formatter').some((call) => !OWN_LOGGERS.test(program.nameOf(call))) ||
    program.definitions().some((ref) => program.ancestors(ref).includes('logging.Handler'));
  if (bridged) return [];
  const plain = logs.filter(({ name }) => STANDARD.test(name));
  const own = logs.filter(({ name }) => OWN_LOGGERS.test(name));
  return plain.length > own.length ? plain : [];
}

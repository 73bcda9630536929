import type { Message } from '../facts/code/messages.ts';
import type { Facts } from '../facts/facts.ts';
import { defineCheck, no, yes } from './define.ts';

const DIAGNOSTIC =
  /\b(error|errors|failed|failure|exception|warning|debug|traceback|could not|cannot|unable)\b|^\s*(err|warn|debug|info)\b[:\]]/i;
/** Folders and files below the command line: nothing should print here. */
const LOWER_LAYER =
  /(^|[/_.-])(models?|storage|store|repositor(y|ies)|database|db|persistence|services?|manager|core|domain|entities|schemas?|utils?|helpers?)([/_.-]|$)/i;
const SETUP: readonly string[] = [
  'logging.basicConfig',
  'logging.config.*',
  'logging.FileHandler',
  'logging.StreamHandler',
  'logging.handlers.*',
  'logging.getLogger',
  '*.addHandler',
  'loguru.logger.add',
  'structlog.configure',
  'structlog.get_logger',
  'winston.createLogger',
  'pino',
  'bunyan.createLogger',
  'log4js.*',
  'tslog.Logger',
  '*.logging.Logger',
];

function printsThatShouldBeLogs(facts: Facts): readonly Message[] {
  return facts.messages.filter((message) => {
    if (message.kind !== 'print' || message.file.notebook) return false;
    const inHandler = facts.program
      .blocksAround(message.file, message.block)
      .some((block) => block.kind === 'except');
    return inHandler || DIAGNOSTIC.test(message.text) || LOWER_LAYER.test(message.file.path);
  });
}

export const logger = defineCheck({
  name: 'logger',
  summary: 'A logger is set up and called; prints, if any, only show results.',
  parameters: (z) =>
    z.strictObject({
      prints: z
        .enum(['results-only', 'any'])
        .describe('results-only: no print reports errors or sits below the command-line layer'),
    }),
  ask: (facts, { prints }) => {
    const calls = facts.messages.filter((message) => message.kind === 'log' && !message.file.notebook);
    const setUp = facts.program.callsTo(SETUP).filter((call) => !call.file.notebook);
    const wrong = printsThatShouldBeLogs(facts);
    const counter = wrong.map((message) => facts.evidence(message.file.path, message.line));
    const evidence = [
      ...setUp.slice(0, 1).map((call) => facts.evidence(call.file.path, call.call.line)),
      ...calls.slice(0, 2).map((message) => facts.evidence(message.file.path, message.line)),
    ];
    if (evidence.length === 0) {
      const all = facts.messages
        .filter((message) => message.kind === 'print')
        .map((message) => facts.evidence(message.file.path, message.line));
      return no('calls of a logger (logging, loguru, structlog, pino, winston …)', all);
    }
    if (prints === 'any') return yes(evidence, counter);
    if (calls.length === 0) return no('calls of the logger that is set up: none were found', counter);
    if (wrong.length > 0) return no('prints that only show results to the user', counter);
    return yes(evidence);
  },
});

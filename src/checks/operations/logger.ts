import type { Message } from '../../facts/cli/messages.ts';
import type { Facts } from '../../facts/facts.ts';
import { definitionsAround } from '../../program/nesting.ts';
import { wordsOfName } from '../../reading/words.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Words of diagnostics, which are for whoever looks after the program. */
const DIAGNOSTIC =
  /\b(exception|debug(ging)?|traceback|stack ?trace|warning|unexpected error|(failed|failure|error|unable|could not) (to |while |when )?(load|sav|read|writ|open|pars|decod|connect|access|creat(e|ing) (the )?(file|db|database)))|^\s*(err|warn|debug|info)\b[:\]]/i;
/** Names of what lies below the command line: nothing should print there. */
const LOWER =
  /^(models?|storages?|stores?|repositor(y|ies)|repo|database|db|persistence|services?|manager|domain|entit(y|ies)|schemas?|json|task|todo|item|core)$/i;
/** Folders and files that are the command line, whatever stands below them. */
const UPPER =
  /(^|[/_.-])(cli|commands?|ui|views?|display|console|menu|app|main|presentation|output|handlers?|controllers?)([/_.-]|$)/i;

/** Whether a print stands in the model or in the storage: by its class, or by the file where that is not the command line's. */
function isBelow(facts: Facts, { file, definition }: Message): boolean {
  const owner = definitionsAround(file, definition)
    .map((id) => file.definitions[id])
    .find((one) => one?.kind === 'class');
  if (owner) {
    const named = wordsOfName(owner.name);
    if (
      named.some((word) =>
        /^(cli|app|menu|ui|view|display|shell|command|controller|console|printer)$/i.test(word),
      )
    )
      return false;
    if (LOWER.test(named.at(-1) ?? '')) return true;
  }
  if (UPPER.test(file.path) || facts.commands.some((command) => command.file === file)) return false;
  const [base = '', ...folders] = file.path
    .replace(/\.\w+$/, '')
    .split('/')
    .reverse();
  return LOWER.test(wordsOfName(base).at(-1) ?? '') || folders.some((folder) => LOWER.test(folder));
}

/** A print in a handler that nobody logs: of the error itself, or of any error at all. */
function reportsError(facts: Facts, message: Message): boolean {
  const handler = facts.program
    .blocksAround(message.file, message.block)
    .find((block) => block.kind === 'except');
  if (!handler) return false;
  const logged = facts.messages.some(
    (other) =>
      other.kind === 'log' &&
      other.file === message.file &&
      other.line >= handler.line &&
      other.line <= handler.endLine,
  );
  if (logged) return false;
  const broad =
    handler.catches.length === 0 || handler.catches.some((name) => /(^|\.)(Base)?Exception$/.test(name));
  // `except ValueError: print("please give a number")` answers the user.
  return broad || handler.catches.some((name) => /OSError|IOError|Decode|Permission|Unicode|File/.test(name));
}

function printsThatShouldBeLogs(facts: Facts): readonly Message[] {
  return facts.messages.filter((message) => {
    if (message.kind !== 'print' || message.file.notebook) return false;
    return reportsError(facts, message) || DIAGNOSTIC.test(message.text) || isBelow(facts, message);
  });
}

export const logger = defineCheck({
  name: 'logger',
  summary: 'A logger is set up and called; prints, if any, only show results.',
  reads: ['code'],
  written: true,
  whole: true,
  parameters: (z) =>
    z.strictObject({
      prints: z
        .enum(['results-only', 'any'])
        .describe('results-only: no print reports errors or sits below the command-line layer'),
    }),
  ask: (facts, { prints }) => {
    const calls = facts.messages.filter((message) => message.kind === 'log' && !message.file.notebook);
    const setUp = facts.program.callsAs('log.setup').filter((call) => !call.file.notebook);
    const taken = facts.program.callsAs('log.logger').filter((call) => !call.file.notebook);
    const wrong = printsThatShouldBeLogs(facts);
    const counter = wrong.map((message) => facts.evidence(message.file.path, message.line));
    const evidence = [
      ...[...setUp, ...taken].slice(0, 1).map((call) => facts.evidence(call.file.path, call.call.line)),
      ...calls.slice(0, 2).map((message) => facts.evidence(message.file.path, message.line)),
    ];
    if (evidence.length === 0) {
      const [first] = counter;
      // What shows results speaks against nobody, with a logger or without.
      return no('calls of a logger (logging, loguru, structlog, pino, winston …)', counter, [
        first
          ? {
              kind: 'against',
              what: 'no logger is called; what happens is printed',
              at: first,
              count: counter.length,
            }
          : { kind: 'none', what: 'no logger is called' },
      ]);
    }
    if (prints === 'any') return yes(evidence, counter);
    if (calls.length === 0)
      return no('calls of the logger that is set up', counter, [
        { kind: 'none', what: 'the logger that is set up is never called' },
      ]);
    if (
      setUp.length === 0 &&
      // These write by themselves; Python's own logging drops what is not a warning until it is set up.
      !calls.some((call) => facts.program.isFrom(call.name, 'log.ready')) &&
      calls.some((call) => call.name.startsWith('logging.'))
    )
      return no('a set-up of the logger that is called (logging.basicConfig, a handler)', counter, [
        { kind: 'none', what: 'the logger that is called is set up nowhere' },
      ]);
    if (counter[0])
      return no('prints that only show results to the user', counter, [
        { kind: 'against', what: 'what happens is printed', at: counter[0], count: counter.length },
      ]);
    return yes(evidence);
  },
});

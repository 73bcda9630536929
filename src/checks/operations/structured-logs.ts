import type { Facts } from '../../facts/facts.ts';
import { linesSaying } from '../../facts/operations/hosting/signs.ts';
import { logsBeside } from '../../facts/operations/log-beside.ts';
import { FORMATTER_NAMES, recordWriters, structuredLogs } from '../../facts/operations/log-formats.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found, no } from '../define.ts';

const CONFIGURATION =
  /(?:^|\/)(?:[\w.-]*log(?:ging|ger)?[\w.-]*|settings|config)\.(?:ya?ml|json|ini|conf|toml|cfg)$/i;

/** A logging configuration file, where the program or its server loads one. */
function inFiles(facts: Facts): readonly Evidence[] {
  const loads =
    facts.program.callsAs('log.configuration').length > 0 ||
    [...facts.containers.dockerfiles, ...facts.containers.compose].some(({ start }) =>
      start?.words.some((word) => word.startsWith('--log-config')),
    );
  if (!loads) return [];
  const own = recordWriters(facts.program).map(({ definition }) => definition.name.replaceAll('$', '\\$'));
  const named = own.length > 0 ? [{ in: CONFIGURATION, says: new RegExp(`\\.(?:${own.join('|')})\\b`) }] : [];
  return linesSaying(facts, [{ in: CONFIGURATION, says: FORMATTER_NAMES }, ...named]).map(({ path, line }) =>
    facts.evidence(path, line),
  );
}

export const structuredLogging = defineCheck({
  name: 'structured-logs',
  summary: 'The program logs, and its logs are records (JSON, key and value), not only sentences.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ format: z.enum(['structured', 'any']) }),
  ask: (facts, { format }) => {
    const structured = [
      ...structuredLogs(facts.program).map(({ path, line }) => facts.evidence(path, line)),
      ...inFiles(facts),
    ];
    const logs = facts.messages.filter((message) => message.kind === 'log' && !message.file.notebook);
    const plain = logs.slice(0, 3).map((message) => facts.evidence(message.file.path, message.line));
    if (format === 'any') return found([...structured, ...plain].slice(0, 3), 'calls of a logger');
    const beside = logsBeside(facts.program, logs);
    if (structured.length > 0 && beside.length === 0) return found(structured.slice(0, 3), '');
    if (beside.length > 0)
      return no(
        'the logger that writes records, where the code logs: it logs by another, in plain text',
        beside.slice(0, 3).map((message) => facts.evidence(message.file.path, message.line)),
      );
    return no(
      'logs as JSON or as keys and values (structlog, a JSON formatter, loguru with serialize, pino, winston’s json …)',
      plain,
    );
  },
});

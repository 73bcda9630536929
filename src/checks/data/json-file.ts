import type { StoreAccess } from '../../facts/data/storage/storage.ts';
import type { Facts } from '../../facts/facts.ts';
import { lastSegment } from '../../program/link/values.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Names of what holds settings, not the program's data. */
const SETTINGS = /config|settings|preferences|package\.json|locale|i18n|translation|theme/i;
/** Copies that somebody asks for: the store is elsewhere, when there is another. */
const COPIES = /export|import|backup|restore|report/i;

/** Whether what a definition opens is named, and only by names of settings. */
function opensSettings(facts: Facts, access: StoreAccess): boolean {
  const { file } = access.call;
  if (SETTINGS.test(access.within?.definition.name ?? '')) return true;
  const named = file.calls.flatMap((call) => {
    if (call.definition !== access.call.call.definition) return [];
    const site = { file, definition: call.definition };
    return call.arguments.flatMap(({ value }) => {
      const text = facts.program.constant(value, site);
      return typeof text === 'string' && /\.json$/i.test(text) ? [text] : [];
    });
  });
  return named.length > 0
    ? named.every((name) => SETTINGS.test(name))
    : SETTINGS.test(lastSegment(file.path.replaceAll('/', '.').replace(/\.\w+$/, '')));
}

export const jsonFile = defineCheck({
  name: 'json-file',
  summary: 'Data are written to and read back from a JSON file by application code.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      direction: z.enum(['both', 'one']).describe('both: written and read back; one: either is enough'),
    }),
  ask: (facts, { direction }) => {
    const elsewhere = facts.storage.some(({ format }) => format === 'sqlite' || format === 'database');
    const json = facts.storage.filter(
      (access) =>
        access.format === 'json' &&
        !opensSettings(facts, access) &&
        !(elsewhere && COPIES.test(access.within?.definition.name ?? '')),
    );
    const writes = json.filter((access) => access.direction !== 'read');
    const reads = json.filter((access) => access.direction !== 'write');
    const shown = [writes[0], reads.find((access) => access !== writes[0])].flatMap((access) =>
      access ? [facts.evidence(access.call.file.path, access.call.call.line)] : [],
    );
    const enough =
      direction === 'both' ? writes.length > 0 && reads.length > 0 : writes.length + reads.length > 0;
    if (enough) return yes(shown);
    const half = writes.length > 0 ? 'no read of it was found' : 'no write of a JSON file was found';
    return no(
      `a JSON file that is written and read (json.dump/json.load, pydantic, TinyDB, fs with JSON.parse): ${shown.length > 0 ? half : 'neither was found'}`,
    );
  },
});

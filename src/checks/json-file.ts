import { defineCheck, no, yes } from './define.ts';

/** Paths that hold settings, not the program's data. */
const SETTINGS = /config|settings|preferences|package\.json|locale|i18n|translation/i;

export const jsonFile = defineCheck({
  name: 'json-file',
  summary: 'Data are written to and read back from a JSON file by application code.',
  parameters: (z) =>
    z.strictObject({
      direction: z.enum(['both', 'one']).describe('both: written and read back; one: either is enough'),
    }),
  ask: (facts, { direction }) => {
    const json = facts.storage.filter(
      (access) =>
        access.format === 'json' &&
        !SETTINGS.test(access.call.file.path) &&
        !SETTINGS.test(access.within?.definition.name ?? ''),
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

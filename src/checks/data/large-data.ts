import { limited } from '../../facts/data/tables/limits.ts';
import { streamed } from '../../facts/data/tables/streaming.ts';
import { defineCheck, found } from '../define.ts';

export const largeData = defineCheck({
  name: 'large-data',
  summary:
    'Tables are read by pieces from the upload on (streamed), or the upload is copied by pieces or limited in size (limited).',
  reads: ['code'],
  parameters: (z) => z.strictObject({ way: z.enum(['streamed', 'limited']) }),
  ask: (facts, { way }) => {
    const { program, routes, uploads } = facts;
    const place = way === 'streamed' ? streamed(program, routes) : limited(program, routes, uploads);
    return found(
      place ? [facts.evidence(place.file.path, place.line)] : [],
      way === 'streamed'
        ? 'a table read by pieces (chunksize, scan_csv, rows worked off in batches, COPY)'
        : 'an upload copied by pieces, or a limit of its size',
    );
  },
});

import { readsKind } from '../../facts/data/uploads/uploads.ts';
import { tableReads } from '../../facts/language-models/questions/questions.ts';
import { defineCheck, found, no } from '../define.ts';

export const tableInput = defineCheck({
  name: 'table-input',
  summary: 'Tables (CSV) come in: uploaded in the interface or to a route, or in any way.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ by: z.enum(['upload', 'any']) }),
  ask: (facts, { by }) => {
    const uploads = facts.uploads.filter(
      (upload) =>
        !upload.file.notebook &&
        (upload.via === 'route' || facts.interfaces.isLive(upload.file)) &&
        (readsKind(upload, 'csv') !== null || upload.asked.some(({ kind }) => kind === 'csv')),
    );
    const evidence = uploads.map(({ file, line }) => facts.evidence(file.path, line)).slice(0, 3);
    if (by === 'upload') return found(evidence, 'a field or a route that takes CSV files');
    const reads = tableReads(facts).map(({ path, line }) => facts.evidence(path, line));
    const all = [...evidence, ...reads].slice(0, 3);
    return all.length > 0 ? found(all, '') : no('code that reads a CSV file');
  },
});

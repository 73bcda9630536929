import { kindsNamed } from '../../facts/data/uploads/asked.ts';
import { readsKind } from '../../facts/data/uploads/uploads.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Widget } from '../../facts/interfaces/interfaces.ts';
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
    const fields = fieldsForTables(facts);
    const evidence = [...uploads.map(({ file, line }) => ({ path: file.path, line })), ...fields]
      .map(({ path, line }) => facts.evidence(path, line))
      .slice(0, 3);
    if (by === 'upload') return found(evidence, 'a field or a route that takes CSV files');
    const reads = tableReads(facts).map(({ path, line }) => facts.evidence(path, line));
    const all = [...evidence, ...reads].slice(0, 3);
    return all.length > 0 ? found(all, '') : no('code that reads a CSV file');
  },
});

/** Fields of a page that ask for CSV, where something of the program takes files or reads tables. */
function fieldsForTables(facts: Facts): readonly Widget[] {
  const taken = facts.uploads.some(({ via }) => via === 'route') || tableReads(facts).length > 0;
  return taken
    ? facts.interfaces
        .of('uploader')
        .filter(({ element }) => kindsNamed(element?.attributes.get('accept') ?? '').includes('csv'))
    : [];
}

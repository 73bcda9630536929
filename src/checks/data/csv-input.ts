import { bytesRead, csvUpload } from '../../facts/data/tables/uploaded.ts';
import { defineCheck, found, no, yes } from '../define.ts';

export const csvInput = defineCheck({
  name: 'csv-input',
  summary:
    'A route takes an uploaded file and parses it as CSV; from “anywhere”, an interface, a path or an address will do.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ from: z.enum(['upload', 'anywhere']) }),
  ask: (facts, { from }) => {
    const { program, uploads } = facts;
    if (from === 'anywhere') {
      const reads = program
        .callsAs('table.read')
        .filter((call) => program.meaning(call, 'table.read')?.about.format === 'csv');
      const asked = uploads.flatMap((upload) => upload.asked.filter(({ kind }) => kind === 'csv'));
      if (reads.length === 0)
        return found(
          asked.slice(0, 2).map(({ file, line }) => facts.evidence(file.path, line)),
          'code that reads CSV',
        );
      return found(
        reads.slice(0, 3).map((call) => facts.evidence(call.file.path, call.call.line)),
        'code that reads CSV',
      );
    }
    const hit = csvUpload(program, facts.routes, uploads);
    if (hit)
      return yes([
        facts.evidence(hit.upload.file.path, hit.upload.line),
        facts.evidence(hit.read.file.path, hit.read.line),
      ]);
    const broken = uploads.flatMap((upload) => bytesRead(program, upload));
    return no(
      'a route that takes a file (UploadFile, request.files, multer …) and parses it as CSV',
      broken.map(({ file, line }) => facts.evidence(file.path, line)),
    );
  },
});

/** Uploads that are tables. */
import type { CodeFile } from '../../../program/file.ts';
import { siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Route } from '../../web/routes/routes.ts';
import type { Upload } from '../uploads/uploads.ts';
import { copiesIn, readsBySql } from './copies.ts';
import { waysOf } from './ways.ts';

interface Place {
  readonly file: CodeFile;
  readonly line: number;
}

const SAYS_CSV = /csv|dataset|data_?file|spreadsheet/i;

/** Files as they arrive: their lines are bytes. */
const BYTES =
  /(^|\.)(request\.files|UploadFile\.file|UploadFile|FILES)(\.get|\.file|\.stream|\.read|\.readlines)*$/;

/** The first route that takes a file and reads it as CSV, there or in what is put to work later. */
export function csvUpload(
  program: Program,
  routes: readonly Route[],
  uploads: readonly Upload[],
): { readonly upload: Upload; readonly read: Place } | null {
  const overHttp = uploads.filter(({ via }) => via === 'route');
  for (const upload of overHttp) {
    const read = upload.read.find(({ kind }) => kind === 'csv');
    const broken = bytesRead(program, upload);
    if (read && !broken.some(({ file, line }) => file === read.file && line === read.line))
      return { upload, read };
    const taken = upload.region.calls.find((call) => copiesIn(program, call) || readsBySql(program, call));
    if (taken) return { upload, read: { file: taken.file, line: taken.call.line } };
    const split = splitByHand(program, upload);
    if (split) return { upload, read: split };
  }
  // The file is kept, and another route or task reads it.
  for (const upload of overHttp) {
    const about = `${upload.route?.path ?? ''} ${upload.route?.name ?? ''} ${upload.route?.body.map(({ name }) => name).join(' ')}`;
    if (!upload.asked.some(({ kind }) => kind === 'csv') && !SAYS_CSV.test(about)) continue;
    for (const { reads } of waysOf(program, routes)) {
      const call = reads.find(
        (one) =>
          (/csv/i.test(program.nameOf(one)) || readsBySql(program, one)) &&
          !upload.region.calls.includes(one),
      );
      if (call && bytesRead(program, upload).length === 0)
        return { upload, read: { file: call.file, line: call.call.line } };
    }
  }
  return null;
}

/** Readers of text that are handed a file of bytes: each read raises. */
export function bytesRead(program: Program, { region }: Upload): readonly Place[] {
  return region.calls.flatMap((call) => {
    if (!program.means(call, 'csv.text-reader')) return [];
    const [first] = call.call.arguments;
    const target = first ? program.resolve(first.value, siteOf(call)) : null;
    return target?.kind === 'external' && BYTES.test(target.name)
      ? [{ file: call.file, line: call.call.line }]
      : [];
  });
}

/** Lines that are split at commas, of a file that is asked to be CSV. */
function splitByHand(program: Program, upload: Upload): Place | null {
  if (!upload.asked.some(({ kind }) => kind === 'csv') && !SAYS_CSV.test(upload.route?.path ?? ''))
    return null;
  const splits = (call: CallRef): boolean =>
    /(^|\.)split$/.test(program.nameOf(call)) &&
    call.call.arguments.some(
      ({ value }) => value.kind === 'literal' && (value.value === ',' || value.value === ';'),
    );
  const call = upload.region.calls.find(splits);
  return call ? { file: call.file, line: call.call.line } : null;
}

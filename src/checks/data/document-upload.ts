import { embeddedFiles } from '../../facts/data/uploads/embedded-files.ts';
import { listedReader } from '../../facts/data/uploads/listed-readers.ts';
import { pastedTexts } from '../../facts/data/uploads/pasted.ts';
import {
  type FileKind,
  type KindPlace,
  kindsRead,
  type Reading,
  readingOn,
  readsKind,
  type Upload,
} from '../../facts/data/uploads/uploads.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Evidence, Reason } from '../../model.ts';
import { regionFrom } from '../../program/life/region.ts';
import { refusesArguments } from '../../program/link/arity.ts';
import { defineCheck, foundOr, yes } from '../define.ts';

const KINDS = ['pdf', 'txt', 'md', 'docx', 'html', 'csv', 'xlsx', 'json', 'image', 'audio'] as const;

/** The handler hands the file to a function that takes none: it fails before anything is read. */
function breaks(facts: Facts, { route }: Upload): boolean {
  if (!route?.handler) return false;
  const functions = new Set([route.handler, route.doer ?? route.handler]);
  return [...functions].flatMap(facts.program.callsIn).some((call) => refusesArguments(facts.program, call));
}

function readsSomething(reading: Reading, kinds: readonly FileKind[]): boolean {
  return kinds.some((kind) => readsKind(reading, kind) !== null);
}

/** What the rest of the program reads files as: another route, a job or a command, long after the upload. */
function readElsewhere(facts: Facts, kinds: readonly FileKind[]): readonly Reading[] {
  const { program } = facts;
  const starts = program
    .definitions()
    .filter((ref) => /^(?:function|method)$/.test(ref.definition.kind) && program.callers(ref).length === 0)
    .map(({ file, id, definition }) => ({ file, definition: id, line: definition.line }));
  const scripts = program.filesOf().map((file) => ({ file, definition: -1, line: 0 }));
  return (
    [...starts, ...scripts]
      // A component of a page shows what others have read.
      .filter(({ file }) => !/\.[jt]sx$/.test(file.path))
      .map(({ file, definition, line }) =>
        readingOn(program, regionFrom(program, { file, definition }), { file, line }),
      )
      .filter((reading) => reading.read.length + reading.readsAny.length + reading.readsText.length > 0)
      .filter((reading) => readsSomething(reading, kinds))
  );
}

/** Reads of text that no document is made of. */
const NO_DOCUMENTS = /jwt|jose|b64|base64|token|json|redis|toString$|response|requests|httpx|fetch/i;

/** Let in by an upload, and read by a class that only a table of loaders leads to. */
function dispatched(facts: Facts, uploads: readonly Upload[], kind: FileKind): KindPlace | null {
  const asked = uploads.flatMap((upload) => upload.asked).find((place) => place.kind === kind);
  if (!asked) return null;
  // Markdown is read as the text that it is.
  const wanted = kind === 'md' ? ['md', 'txt'] : [kind];
  const { program } = facts;
  const reads = (name: string): boolean => kindsRead(program, name).some((one) => wanted.includes(one));
  const calls = program
    .callsAs(/^(?:txt|md)$/.test(kind) ? ['document.read', 'document.text'] : 'document.read')
    .filter((call) => reads(program.nameOf(call)) || program.means(call, 'document.text'));
  const reader = calls.find((call) => !NO_DOCUMENTS.test(program.nameOf(call)));
  if (reader) return { kind, file: reader.file, line: reader.call.line };
  const listed = listedReader(program, reads);
  return listed && { kind, ...listed };
}

/** What is let in and read by nothing, what is read, and what is not there. */
function whyNot(
  facts: Facts,
  uploads: readonly Upload[],
  kinds: readonly FileKind[],
  read: readonly FileKind[],
  places: readonly { readonly kind: FileKind; readonly at: Evidence }[],
): readonly Reason[] {
  if (uploads.length === 0 && places.length === 0)
    return [{ kind: 'none', what: 'no place was found where a document is uploaded' }];
  const asked = uploads.flatMap((one) => one.asked);
  const unread = kinds.filter((kind) => !read.includes(kind));
  const unused = unread.flatMap((kind): readonly Reason[] => {
    const place = asked.find((one) => one.kind === kind);
    if (place === undefined) return [];
    return [
      {
        kind: 'unused',
        what: `${kind} is let in`,
        at: facts.evidence(place.file.path, place.line),
        use: 'reads it',
      },
    ];
  });
  const absent = unread.filter((kind) => !asked.some((one) => one.kind === kind));
  const has = places.map(({ kind, at }) => ({ what: `a reader of ${kind}`, at }));
  const lacks = absent.map((kind) => `a reader of ${kind}`);
  return [...unused, ...(lacks.length > 0 ? [{ kind: 'lacks', has, lacks } as const] : [])];
}

export const documentUpload = defineCheck({
  name: 'document-upload',
  summary:
    'Users upload documents of at least so many of the kinds, and the program reads their text; with `folder`, documents that lie in a folder and texts that are pasted count too.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      kinds: z.array(z.enum(KINDS)).min(1),
      atLeast: z.int().min(1),
      folder: z.boolean().default(false),
    }),
  ask: (facts, { kinds, atLeast, folder }) => {
    const uploads = facts.uploads.filter((upload) => !breaks(facts, upload));
    const taken: Evidence[] = [];
    const readings: Reading[] = [];
    for (const upload of uploads) {
      readings.push(upload);
      if (readsSomething(upload, kinds)) taken.push(facts.evidence(upload.file.path, upload.line));
    }
    // Stored first and read later: by whatever reads documents in this program.
    const deferred = taken.length === 0 && uploads.length > 0;
    if (deferred || folder) readings.push(...readElsewhere(facts, kinds));
    if (deferred) taken.push(...uploads.slice(0, 1).map(({ file, line }) => facts.evidence(file.path, line)));
    const fixed = folder ? embeddedFiles(facts.program, facts.models, facts.vectors) : [];
    const places = kinds.flatMap((kind) => {
      const place =
        readings.map((reading) => readsKind(reading, kind)).find((one) => one !== null) ??
        dispatched(facts, uploads, kind) ??
        fixed.find((one) => one.kind === kind);
      return place ? [{ kind, at: facts.evidence(place.file.path, place.line) }] : [];
    });
    const read = kinds.filter((kind) => places.some((place) => place.kind === kind));
    const enough = places.length >= atLeast && (taken.length > 0 || folder);
    const pasted = folder && !enough ? pastedTexts(facts.program, facts.routes, uploads, facts.vectors) : [];
    if (pasted.length > 0)
      return yes(pasted.slice(0, 2).map(({ file, line }) => facts.evidence(file.path, line)));
    return foundOr(
      enough ? [...taken.slice(0, 1), ...places.map(({ at }) => at)] : [],
      `an upload that reads ${atLeast === kinds.length ? 'all' : `${atLeast}`} of ${kinds.join(', ')}${folder ? ', or such documents read from a folder' : ''}`,
      whyNot(facts, uploads, kinds, read, places),
    );
  },
});

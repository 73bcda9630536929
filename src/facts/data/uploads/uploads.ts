/** Where the program takes a file from its user, and what it reads it as: read off the linked program. */
import { type CodeFile, MODULE } from '../../../program/file.ts';
import { flowsFrom } from '../../../program/flow/flow.ts';
import { joined, type Region, regionFrom, writtenIn } from '../../../program/life/region.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { isFileField } from '../../interfaces/file-field.ts';
import type { Route } from '../../web/routes/routes.ts';
import { kindsAsked } from './asked.ts';
import { FILE_KINDS, type FileKind } from './kinds.ts';

/** Methods that a field of words has not. */
const READS_FILE = new Set('read arrayBuffer stream bytes text'.split(' '));

/** Frameworks that tie callbacks to a widget elsewhere, by a decorator or an event: what matters stands in the file. */
const TIED = new Set(['gradio', 'dash', 'panel', 'nicegui']);

export type { FileKind } from './kinds.ts';

/** A place that shows a kind. */
export interface KindPlace {
  readonly kind: FileKind;
  readonly file: CodeFile;
  readonly line: number;
}

export interface Upload {
  /** 'route': over HTTP. 'interface': a widget of a user interface; its own process may send it to a route. */
  readonly via: 'route' | 'interface';
  /** 'fastapi', 'express', 'streamlit', 'html' … */
  readonly framework: string;
  readonly route: Route | null;
  /** Where the file is taken. */
  readonly file: CodeFile;
  readonly line: number;
  /** Everything that runs on the way of the file, jobs on a queue included. */
  readonly region: Region;
  /** Kinds for which a reader of just that kind is on the way: `pd.read_csv`, `PdfReader`. */
  readonly read: readonly KindPlace[];
  /** Readers of whatever they are given (`partition`, `SimpleDirectoryReader`, `MarkItDown`). */
  readonly readsAny: readonly CallRef[];
  /** Calls that turn the bytes into text as they stand. */
  readonly readsText: readonly CallRef[];
  /** Kinds that a suffix check, a list of suffixes or media types, or an accept attribute lets in. */
  readonly asked: readonly KindPlace[];
}

/** All places where a file is taken, routes first; those of routers that nobody mounted are left out. */
export function readUploads(program: Program, routes: readonly Route[]): readonly Upload[] {
  const overHttp = routes.flatMap((route): Upload[] => {
    if (!route.mounted || route.method === 'GET' || route.method === 'WEBSOCKET' || !route.handler) return [];
    const region = regionFrom(program, { file: route.handler.file, definition: route.handler.id });
    const place = route.body.find((input) => input.kind === 'file') ?? takenIn(program, route, region);
    if (place === null) return [];
    const { framework } = route;
    const { file, line } = place;
    return [made(program, { via: 'route', framework, route, file, line, region })];
  });
  const widgets = program.calls().flatMap((call): Upload[] => {
    const framework = widgetOf(program, call);
    if (framework === null) return [];
    const region = wayOf(program, call, framework);
    const { file } = call;
    return [made(program, { via: 'interface', framework, route: null, file, line: call.call.line, region })];
  });
  return [...overHttp, ...widgets, ...attached(program)];
}

/** Chainlit hands what is attached to a message to its handler: `message.elements`. */
function attached(program: Program): readonly Upload[] {
  return program.filesOf().flatMap((file): Upload[] => {
    if (!file.imports.some((item) => item.module === 'chainlit')) return [];
    const taken = [...file.definitions.keys()]
      .flatMap((id) => writtenIn({ file, definition: id }))
      .find(
        ({ value }) => value.kind === 'name' && /^(?:message|msg|user_message)\.elements$/.test(value.name),
      );
    if (!taken) return [];
    const region = regionFrom(program, taken.site);
    const { line } = taken.value;
    return [made(program, { via: 'interface', framework: 'chainlit', route: null, file, line, region })];
  });
}

/**
 * Whether an upload's files of a kind are read: by a reader of the kind, by one of any kind that lets the kind in, or,
 * for kinds that are text, as text where the kind is let in. The place that shows it, or null.
 */
export function readsKind(upload: Reading, kind: FileKind): KindPlace | null {
  const direct = upload.read.find((place) => place.kind === kind);
  if (direct) return direct;
  const asked = upload.asked.find((place) => place.kind === kind);
  const [any] = upload.readsAny;
  if (any && (asked || upload.asked.length === 0))
    return asked ?? { kind, file: any.file, line: any.call.line };
  const isText = kind === 'txt' || kind === 'md' || kind === 'html' || kind === 'json' || kind === 'csv';
  return asked && isText && kind !== 'csv' && upload.readsText.length > 0 ? asked : null;
}

/** What the files on a way are read as. */
export type Reading = Pick<Upload, 'read' | 'readsAny' | 'readsText' | 'asked'>;
type Taken = Omit<Upload, keyof Reading>;

function made(program: Program, taken: Taken): Upload {
  return { ...taken, ...readingOn(program, taken.region, taken) };
}

/** What files are read as in a region; `taken` is where they are asked for. */
export function readingOn(
  program: Program,
  region: Region,
  taken: { readonly file: CodeFile; readonly line: number },
): Reading {
  const read: KindPlace[] = [];
  const readsAny: CallRef[] = [];
  const readsText: CallRef[] = [];
  for (const call of region.calls) {
    const name = readerName(program, call);
    for (const kind of kindsRead(program, name))
      if (!read.some((place) => place.kind === kind))
        read.push({ kind, file: call.file, line: call.call.line });
    if (program.means(name, 'document.read-any')) readsAny.push(call);
    if (program.means(name, 'document.text')) readsText.push(call);
  }
  const asked = kindsAsked(program, region, { file: taken.file, line: taken.line });
  return { read, readsAny, readsText, asked };
}

/** The kinds of files that what is called so reads. */
export function kindsRead(program: Program, name: string): readonly FileKind[] {
  const told = program.meaningsOfName(name).filter(({ role }) => role === 'document.read');
  return FILE_KINDS.filter((kind) => told.some(({ about }) => about.kind === kind));
}

/** The name of what a call calls; of a class of the program's own, that of the reader which it extends. */
function readerName(program: Program, call: CallRef): string {
  const target = program.callee(call);
  if (target.kind !== 'definition' || target.ref.definition.kind !== 'class') return program.nameOf(call);
  const base = program.ancestors(target.ref).find((name) => /(?:Loader|Reader|Parser|Converter)$/.test(name));
  return base ?? program.nameOf(call);
}

/** Where a handler takes files out of the request by itself; null where it does not. */
function takenIn(
  program: Program,
  route: Route,
  { calls }: Region,
): { readonly file: CodeFile; readonly line: number } | null {
  const schema = route.body.find((input) => input.schema)?.schema;
  const field = schema?.definition.fields.find(
    ({ value, annotation }) =>
      (value?.kind === 'call' &&
        /(^|\.)(File|Image|MultiFile|MultipleFile)Field$/.test(
          program.nameOf(program.callOf(schema.file, value.call)),
        )) ||
      (annotation?.kind === 'name' && /(^|\.)UploadFile$/.test(annotation.name)),
  );
  if (schema && field) return { file: schema.file, line: field.line };
  const call = calls.find((one) => {
    const name = program.nameOf(one);
    if (/(^|\.)(formData|parseBody|form)$/.test(name) && one.call.arguments.length === 0)
      return takesFileFrom(program, one) || readsPartOf(program, one, calls);
    // `await request.file()`: Fastify.
    if (route.framework === 'fastify' && /(^|\.)(file|files|parts)$/.test(name))
      return one.call.arguments.length === 0;
    return program.means(name, 'upload.request') || declaresFile(program, one);
  });
  return call ? { file: call.file, line: call.call.line } : null;
}

/** `parser.parse_args()` of a parser that was told of a file: `parser.add_argument("sheet", location="files")`. */
function declaresFile(program: Program, { file, call }: CallRef): boolean {
  return (
    calleeParts(call.callee)?.name === 'parse_args' &&
    file.calls.some((other) => {
      const location = other.arguments.find(({ name }) => name === 'location')?.value;
      const said = location && program.constant(location, { file, definition: other.definition });
      return said === 'files';
    })
  );
}

/** `(await request.formData()).get('file')`: a form may hold words only. */
function takesFileFrom(program: Program, form: CallRef): boolean {
  const { file, call } = form;
  return file.calls.some((other, id) => {
    if (
      Math.abs(other.line - call.line) > 40 ||
      !/\.(get|getAll)$/.test(program.nameOf(program.callOf(file, id)))
    )
      return false;
    const [first] = other.arguments;
    const key = first ? program.constant(first.value, siteOf(program.callOf(file, id))) : undefined;
    return (
      typeof key === 'string' &&
      /file|upload|document|doc$|pdf|csv|image|attachment|media|photo|audio|blob|data/i.test(key)
    );
  });
}

/** `await form["file"].read()`, `spool(form["table"].file)`, `const { file } = await body(); file.text()`: a part of a form that is read as a file. */
function readsPartOf(program: Program, form: CallRef, calls: readonly CallRef[]): boolean {
  return calls.some((one) => {
    if (one === form) return false;
    const parts = calleeParts(one.call.callee);
    const read = parts && READS_FILE.has(parts.name) ? [parts.of] : [];
    const handed = one.call.arguments.flatMap(({ value }) =>
      valuesWithin(value).flatMap((part) =>
        part.kind === 'member' && part.name === 'file' ? [part.of] : [],
      ),
    );
    return [...read, ...handed].some(
      (of) => flowsFrom(program, of, siteOf(one), (call) => call === form, { most: 200 }) !== null,
    );
  });
}

function widgetOf(program: Program, call: CallRef): string | null {
  if (isFileField(call)) return 'react';
  const name = program.nameOf(call);
  const found = program
    .meaningsOfName(name)
    .filter(({ role }) => role === 'upload.widget')
    .map(({ about }) => about.framework ?? '')
    .find((framework) => framework !== 'react' || call.call.form === 'jsx' || /useDropzone$/.test(name));
  return found ?? null;
}

/** What handles a widget's file: the function around it where it stands in one, or all that its script runs. */
function wayOf(program: Program, { file, call }: CallRef, framework: string): Region {
  if (!TIED.has(framework)) return regionFrom(program, { file, definition: call.definition });
  const tied = file.definitions.flatMap(({ decorators }, id) => (decorators.length > 0 ? [id] : []));
  const starts = new Set([MODULE, call.definition, ...tied]);
  return joined([...starts].map((definition) => regionFrom(program, { file, definition })));
}

/** What an upload is answered with when its file is of the wrong type, empty or malformed. */

import type { Block, CodeFile, Value } from '../../../program/file.ts';
import { lastSegment, valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import { covers } from '../../../reading/text-file.ts';
import { isRefusal } from '../../web/error-handlers.ts';
import { refusalsRaised } from '../../web/raised.ts';
import { statusesIn } from '../../web/refusals.ts';
import type { StatusAnswer } from '../../web/statuses.ts';
import { checksOf, emptyRefused, kindsRefused } from '../uploads/filters.ts';
import type { Upload } from '../uploads/uploads.ts';
import { readsTable } from './ways.ts';

export type Trouble = 'type' | 'empty' | 'malformed';

export interface Refusal {
  readonly trouble: Trouble;
  readonly file: CodeFile;
  readonly line: number;
  /** Others that it answers too: a handler of whatever goes wrong while the file is read. */
  readonly also: readonly Trouble[];
}

const TYPE =
  /suffix|extension|endswith|endsWith|content_?type|mime_?type|mimetype|filename|originalname|splitext|\.ext$|^ext$|file_type|\.type$|allowed/i;
const EMPTY =
  /\.empty$|^(rows|records|content|contents|data|lines|text|body|results|df|file_content|raw)$|\.length$|\.size$/i;
const KIND = /^\W*(?:text\/|application\/)?csv\W*i?$/;
/** Everything that goes wrong while a table is read is one of them. */
const BROAD = /^(Exception|BaseException|ValueError|csv\.Error|pd\.errors\.\w+|pandas\.errors\.ParserError)$/;

/** What the routes that take a file answer with a 4xx. */
export function refusals(program: Program, uploads: readonly Upload[]): readonly Refusal[] {
  return uploads.flatMap((upload) => {
    const checks = checksOf(program, upload);
    const statuses = [upload.region, ...(checks ? [checks] : [])].flatMap((region) => [
      ...statusesIn(program, region).filter(({ status }) => isRefusal(status)),
      ...refusalsRaised(program, region),
    ]);
    return [
      ...statuses.flatMap((status) => troubleOf(program, upload, status) ?? []),
      ...kindsRefused(program, upload).map((place) => ({ trouble: 'type' as const, ...place, also: [] })),
      ...emptyRefused(program, upload).map((place) => ({ trouble: 'empty' as const, ...place, also: [] })),
    ];
  });
}

function troubleOf(program: Program, upload: Upload, { file, line }: StatusAnswer): Refusal | null {
  const block = blockAt(file, line);
  const around = block === null ? [] : program.blocksAround(file, block);
  const handler = around.find(({ kind }) => kind === 'except');
  if (handler && triesToRead(program, upload, file, handler)) {
    const onlyEmpty =
      handler.catches.length > 0 && handler.catches.every((name) => /EmptyDataError/.test(name));
    return {
      trouble: onlyEmpty ? 'empty' : 'malformed',
      file,
      line,
      also: caughtBy(program, file, handler),
    };
  }
  for (const { kind, test, of } of around) {
    const asked = kind === 'else' ? (file.blocks[of]?.test ?? null) : kind === 'if' ? test : null;
    if (!asked) continue;
    const also = foundOutBy(program, upload, asked, file);
    if (also) return { trouble: 'malformed', file, line, also };
    const words = wordsOf(program, asked, file);
    if (words.some((word) => TYPE.test(word)) || namesKind(asked, file))
      return { trouble: 'type', file, line, also: [] };
    // What a parser notes down of the lines that it could not read.
    if (words.some((word) => word === 'errors' || word === 'errors.length'))
      return { trouble: 'malformed', file, line, also: [] };
    if (words.some((word) => EMPTY.test(word)) || words.includes('len') || comparesWithNothing(asked))
      return { trouble: 'empty', file, line, also: [] };
    // Columns that are not there, values that do not fit.
    return { trouble: 'malformed', file, line, also: [] };
  }
  return null;
}

/** What a handler around the reading answers besides a malformed file. */
function caughtBy(program: Program, file: CodeFile, handler: Block): readonly Trouble[] {
  const broad = handler.catches.length === 0 || handler.catches.some((name) => BROAD.test(name));
  return [
    ...(broad || handler.catches.some((name) => /EmptyDataError/.test(name)) ? (['empty'] as const) : []),
    ...(decodes(program, file, handler, broad) ? (['type'] as const) : []),
  ];
}

/** `if not readable(file)`: an own function tries to read it, and answers whether that went well. */
function foundOutBy(
  program: Program,
  upload: Upload,
  test: Value,
  file: CodeFile,
): readonly Trouble[] | null {
  for (const part of valuesThroughCalls(test, file).slice(0, 60)) {
    if (part.kind !== 'call') continue;
    for (const target of program.targetsOf(program.callOf(file, part.call))) {
      const handler = target.file.blocks.find(
        (block) =>
          block.kind === 'except' &&
          block.definition === target.id &&
          triesToRead(program, upload, target.file, block),
      );
      if (handler) return caughtBy(program, target.file, handler);
    }
  }
  return null;
}

/** `/\.csv$/i.test(file.name)`, `kind != "text/csv"`: the kind of file is written out. */
function namesKind(test: Value, file: CodeFile): boolean {
  return valuesThroughCalls(test, file)
    .slice(0, 60)
    .some((part) => part.kind === 'literal' && typeof part.value === 'string' && KIND.test(part.value));
}

/** `text.trim() === ''` */
function comparesWithNothing(test: Value): boolean {
  return valuesWithin(test).some(
    (part) =>
      part.kind === 'operation' &&
      (part.operator === '==' || part.operator === '===') &&
      part.operands.some((one) => one.kind === 'literal' && one.value === ''),
  );
}

/** What is no text is refused: it is decoded in what the handler guards, or the handler names that failure. */
function decodes(program: Program, file: CodeFile, handler: Block, broad: boolean): boolean {
  if (handler.catches.some((name) => /Unicode\w*Error$/.test(name))) return true;
  return broad && guardedCalls(program, file, handler).some((call) => runs(program, call, isDecoding));
}

function isDecoding({ call: { callee } }: CallRef): boolean {
  return (callee.kind === 'name' || callee.kind === 'member') && lastSegment(callee.name) === 'decode';
}

/** The calls in the `try` of a handler. */
function guardedCalls(program: Program, file: CodeFile, handler: Block): readonly CallRef[] {
  const guarded = file.blocks[handler.of];
  return file.calls.flatMap((call, id) =>
    guarded && call.line >= guarded.line && call.endLine <= guarded.endLine ? [program.callOf(file, id)] : [],
  );
}

/** Whether a call is what is wanted, or runs it. */
function runs(program: Program, call: CallRef, wanted: (one: CallRef) => boolean): boolean {
  return wanted(call) || program.targetsOf(call).some((target) => program.reach(target, wanted) !== null);
}

/** The innermost block around a line's calls and statements. */
function blockAt(file: CodeFile, line: number): number | null {
  const statement = file.statements.find(
    (one) => one.line === line && (one.kind === 'raise' || one.kind === 'return'),
  );
  if (statement) return statement.block;
  const [call] = file.calls
    .filter((one) => covers(one, line))
    .sort((a, b) => b.line - a.line || Number(b.statement) - Number(a.statement));
  return call?.block ?? null;
}

/** Whether the `try` of a handler reads the table, by itself or by what it calls. */
function triesToRead(program: Program, { region }: Upload, file: CodeFile, handler: Block): boolean {
  return guardedCalls(program, file, handler).some(
    (call) =>
      readsTable(program, call) ||
      runs(program, call, (one) => readsTable(program, one) && region.calls.includes(one)),
  );
}

function wordsOf(program: Program, test: Value, file: CodeFile): readonly string[] {
  return valuesThroughCalls(test, file)
    .slice(0, 60)
    .flatMap((part) => {
      if (part.kind === 'name') return [part.name, lastSegment(part.name)];
      if (part.kind === 'member') return [part.name];
      return part.kind === 'call' ? [lastSegment(program.nameOf(program.callOf(file, part.call)))] : [];
    });
}

/** Anything that an upload is told when something is wrong: a blanket 500, a word of error, a failed job. */
export function anyTrouble(
  program: Program,
  uploads: readonly Upload[],
): { readonly file: CodeFile; readonly line: number } | null {
  // What an interface shows of an API's failure is no answer of the API.
  const api = uploads.filter(({ via }) => via === 'route');
  for (const { region } of api.length > 0 ? api : uploads) {
    const [status] = statusesIn(program, region).filter((one) => one.status >= 400);
    if (status) return { file: status.file, line: status.line };
    for (const { file, definition } of region.places) {
      const handler = file.blocks.find(
        (block) => block.kind === 'except' && block.definition === definition && !block.empty,
      );
      if (handler) return { file, line: handler.line };
      const told = file.statements.find(
        ({ kind, value, definition: own }) =>
          own === definition &&
          kind === 'return' &&
          value?.kind === 'dict' &&
          value.entries.some(({ key }) => key?.kind === 'literal' && /^errors?$/.test(String(key.value))),
      );
      if (told) return { file, line: told.line };
    }
  }
  return null;
}

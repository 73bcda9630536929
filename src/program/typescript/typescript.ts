/**
 * Reads one TypeScript or JavaScript file (or the scripts of a page, a template, a Vue or Svelte file). Loaded on demand: nothing
 * else imports the parser, so a repository without such files does not pay for it.
 */

import { ts } from 'ts-morph';
import { isMarkup } from '../../reading/markup.ts';
import { NOTHING } from '../bounds.ts';
import type { CodeFile, Language } from '../file.ts';
import { type Lines, linesOf } from '../lines.ts';
import { readComments } from './comments.ts';
import { createReader, MAX_ERRORS } from './reader.ts';
import { filledIn, scriptOf } from './script.ts';
import { readStatement } from './statements.ts';
import { readType } from './types.ts';
import { readValue } from './values.ts';

/** What each file ending is; other endings are read as JavaScript. */
const KINDS: Readonly<Record<string, readonly [Language, ts.ScriptKind]>> = {
  ts: ['typescript', ts.ScriptKind.TS],
  mts: ['typescript', ts.ScriptKind.TS],
  cts: ['typescript', ts.ScriptKind.TS],
  tsx: ['typescript', ts.ScriptKind.TSX],
  js: ['javascript', ts.ScriptKind.JSX],
  mjs: ['javascript', ts.ScriptKind.JSX],
  cjs: ['javascript', ts.ScriptKind.JSX],
  jsx: ['javascript', ts.ScriptKind.JSX],
};

/** Endings of files whose scripts are elements. */
const SINGLE_FILE = new Set(['vue', 'svelte']);

/** Characters without the space between them: more is generated or data, and needs hundreds of times its size. */
const MAX_CODE = 500_000;

/** Facts of one file, a pure function of path and text. What does not parse is an error with its line, never a crash. */
export function readTypeScript(path: string, text: string): CodeFile {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const whole = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const script = SINGLE_FILE.has(ending)
    ? scriptOf(whole)
    : isMarkup(path)
      ? scriptOf(filledIn(whole))
      : null;
  const [language, kind] = script
    ? KINDS[`${script.typescript ? 'ts' : 'js'}${script.jsx ? 'x' : ''}`]!
    : (KINDS[ending] ?? KINDS.js!);
  const code = script?.text ?? whole;
  if (code.replace(/\s+/g, '').length > MAX_CODE)
    return unreadable(path, whole, language, 'too large to parse');
  try {
    return read(path, code, language, kind);
  } catch (error) {
    // The parser recurses: hostile nesting overflows its stack, and nothing else is expected to be thrown.
    if (!(error instanceof RangeError)) throw error;
    return unreadable(path, whole, language, 'nested too deeply to parse');
  }
}

function read(path: string, text: string, language: Language, kind: ts.ScriptKind): CodeFile {
  const options = {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  };
  const source = ts.createSourceFile(path, text, options, false, kind);
  const lines = linesOf(text);
  const reader = createReader(source, lines, { value: readValue, type: readType, statement: readStatement });
  for (const statement of source.statements) reader.statement(statement);
  return {
    path,
    language,
    notebook: false,
    lines: lines.count,
    errors: [...parseErrors(source, lines), ...reader.errors].slice(0, MAX_ERRORS),
    ...(reader.cuts.length > 0 ? { cuts: reader.cuts } : {}),
    imports: reader.imports,
    exports: reader.exports,
    definitions: reader.definitions,
    blocks: reader.blocks,
    calls: reader.calls,
    assignments: reader.assignments,
    statements: reader.statements,
    comments: readComments(source, lines),
  };
}

/** The parser's own diagnostics, which its public type hides. */
function parseErrors(source: ts.SourceFile, lines: Lines): CodeFile['errors'] {
  const { parseDiagnostics = [] } = source as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
  return parseDiagnostics.slice(0, MAX_ERRORS).map(({ start, messageText }) => ({
    line: lines.at(start),
    reason: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
}

function unreadable(path: string, text: string, language: Language, reason: string): CodeFile {
  return {
    path,
    language,
    notebook: false,
    lines: linesOf(text).count,
    errors: [{ line: 1, reason }],
    ...NOTHING,
  };
}

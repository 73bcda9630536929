/** How the program splits text into chunks: by a library, by structure, with overlap, or in plain slices. */

import type { CodeFile, Value } from '../../../program/file.ts';
import { MODULE } from '../../../program/file.ts';
import { type Written, writtenIn } from '../../../program/life/region.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import { lastSegment, valuesWithin } from '../../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../../program/program.ts';
import { CHUNK_WORDS, CHUNKING_ARGUMENT, OVERLAP_WORDS } from './splitters.ts';

export interface Chunking {
  /** By structure, sentences, tokens or meaning, or with overlap; false for plain slices. */
  readonly careful: boolean;
  readonly file: CodeFile;
  readonly line: number;
}

/** Patterns that split text where its structure is: blank lines, headings, ends of sentences. */
const STRUCTURE = /\\n\s*\\n|\n\s*\n|\\n\{2|\\n\\s\*\\n|\^?#{1,6}|#\{1|\[\.!?|\[\.\?!|\(\?<=|[.!?]\\s|\\f|。/;

export function readChunking(program: Program): readonly Chunking[] {
  const found: Chunking[] = [];
  for (const call of program.calls()) {
    const careful = byLibrary(program, call);
    if (careful !== null) found.push({ careful, file: call.file, line: call.call.line });
  }
  for (const ref of program.definitions()) {
    const own = byHand(program, ref);
    if (own) found.push(own);
  }
  return found.sort((a, b) => Number(b.careful) - Number(a.careful));
}

function byLibrary(program: Program, call: CallRef): boolean | null {
  if (call.call.form === 'jsx') return null;
  const name = program.nameOf(call);
  const inherits = program.callee(call).kind === 'definition';
  if (inherits) return null;
  if (program.means(name, 'chunk.careful-splitter')) return true;
  if (call.call.arguments.some((item) => item.name !== null && CHUNKING_ARGUMENT.test(item.name)))
    return true;
  if (!program.means(name, 'chunk.plain-splitter')) return null;
  if (!/Splitter$/.test(name)) return isChunking(call.file, call.call.definition) ? false : null;
  // LangChain's own default overlap is 200 characters, and it splits at a separator.
  const overlap = argument(call, 'chunk_overlap') ?? argument(call, 'chunkOverlap');
  return overlap === null || program.constant(overlap, siteOf(call)) !== 0;
}

/** Whether a definition, or one around it, deals in chunks by its name. */
function isChunking(file: CodeFile, definition: number): boolean {
  for (let id = definition; id !== MODULE; id = file.definitions[id]?.parent ?? MODULE)
    if (CHUNK_WORDS.test(file.definitions[id]?.name ?? '')) return true;
  return false;
}

/** A function of one's own that cuts text: `text[i:i + size]`, by paragraphs, by sentences, by tokens. */
function byHand(program: Program, ref: DefinitionRef): Chunking | null {
  const { definition, file } = ref;
  if (!/^(?:function|method)$/.test(definition.kind) || !CHUNK_WORDS.test(definition.name)) return null;
  const site = { file, definition: ref.id };
  const written = writtenIn(site);
  const slice = written.find(isSlice);
  const split = written.find((one) => isSplit(program, one));
  const overlaps =
    definition.parameters.some((item) => OVERLAP_WORDS.test(item.name)) ||
    written.some(({ value }) => namesOverlap(value));
  const line = slice?.value.line ?? split?.value.line ?? definition.line;
  if (split && (splitsStructure(program, split) || overlaps))
    return { careful: true, file, line: split.value.line };
  if (!slice) return null;
  const tokens = written.some(({ value }) => isTokens(program, value, site));
  return { careful: overlaps || tokens, file, line };
}

function isSlice({ value }: Written): boolean {
  return (
    value.kind === 'index' &&
    value.index.some((part) => part.kind === 'operation' && part.operator === 'slice')
  );
}

function isSplit(program: Program, { value, site }: Written): boolean {
  if (value.kind !== 'call') {
    return false;
  }
  const call = program.callOf(site.file, value.call);
  return /^(?:split|splitlines|finditer|findall|match|matchAll|slice|substring|substr|partition)$/.test(
    lastSegment(program.nameOf(call)),
  );
}

function splitsStructure(program: Program, { value, site }: Written): boolean {
  if (value.kind !== 'call') return false;
  const { call } = program.callOf(site.file, value.call);
  if (/splitlines$/.test(program.nameOf(program.callOf(site.file, value.call)))) return true;
  return call.arguments.some(({ value: pattern }) => {
    const text = program.constant(pattern, site);
    return typeof text === 'string' && text.length < 200 && STRUCTURE.test(text);
  });
}

function namesOverlap(value: Value): boolean {
  return valuesWithin(value).some((part) => part.kind === 'name' && /overlap|stride/i.test(part.name));
}

function isTokens(program: Program, value: Value, site: Site): boolean {
  if (value.kind !== 'call') return false;
  const name = program.nameOf(program.callOf(site.file, value.call));
  return /(?:tiktoken|tokenizer|AutoTokenizer|encoding).*\.encode$|\.word_tokenize$/i.test(name);
}

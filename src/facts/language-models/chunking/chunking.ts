/** How the program splits text into chunks: by a library, by structure, with overlap, or in plain slices. */

import type { CodeFile } from '../../../program/file.ts';
import type { Origin } from '../../../program/flow/flow.ts';
import { argument, given, siteOf } from '../../../program/link/calls.ts';
import { definitionsAround } from '../../../program/nesting.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { ModelCall } from '../models/language-models.ts';
import type { VectorStores } from '../vector-stores/vector-stores.ts';
import { byHand, cutOnTheWay, keptPieces } from './by-hand.ts';
import { readByPages } from './pages.ts';
import { CHUNK_WORDS, CHUNKING_ARGUMENT } from './splitters.ts';

export interface Chunking {
  /** By structure, sentences, tokens or meaning, or with overlap; false for plain slices and pages. */
  readonly careful: boolean;
  readonly file: CodeFile;
  readonly line: number;
}

export function readChunking(
  program: Program,
  models: readonly ModelCall[],
  vectors: VectorStores,
): readonly Chunking[] {
  const found: Chunking[] = [];
  for (const call of program.calls()) {
    const careful = byLibrary(program, call);
    if (careful !== null) found.push({ careful, file: call.file, line: call.call.line });
  }
  for (const ref of program.definitions()) {
    const own = byHand(program, ref);
    if (own) found.push(own);
  }
  const kept = keptTexts(models, vectors);
  found.push(...(kept.length > 0 ? cutOnTheWay(program, kept) : keptPieces(program)));
  if (kept.length > 0) found.push(...readByPages(program, kept));
  return found.sort((a, b) => Number(b.careful) - Number(a.careful));
}

/** What is embedded, or put into a store of vectors. */
function keptTexts(models: readonly ModelCall[], vectors: VectorStores): readonly Origin[] {
  return [
    ...models
      .filter(({ purpose }) => purpose === 'embedding')
      .flatMap(({ call, inputs }) => inputs.map((value) => ({ value, site: siteOf(call) }))),
    ...vectors.calls.filter(({ does }) => does === 'add').flatMap(({ call }) => given(call)),
  ];
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
  return definitionsAround(file, definition).some((id) => CHUNK_WORDS.test(file.definitions[id]?.name ?? ''));
}

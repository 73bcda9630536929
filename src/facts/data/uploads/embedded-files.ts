/** Files of fixed names whose text ends up in a vector store: no upload, but documents of one's own. */
import type { CodeFile } from '../../../program/file.ts';
import { originsOf } from '../../../program/flow/flow.ts';
import { given, siteOf } from '../../../program/link/calls.ts';
import type { Program } from '../../../program/program.ts';
import type { ModelCall } from '../../language-models/models/language-models.ts';
import type { VectorStores } from '../../language-models/vector-stores/vector-stores.ts';
import { type FileKind, SUFFIXES } from './kinds.ts';

export interface EmbeddedFile {
  readonly kind: FileKind;
  readonly file: CodeFile;
  readonly line: number;
}

const SUFFIX = /\.[a-z]{2,8}$/i;

/** `open("faq.txt").read()` on its way to an embedding or into a store. */
export function embeddedFiles(
  program: Program,
  models: readonly ModelCall[],
  vectors: VectorStores,
): readonly EmbeddedFile[] {
  const fed = [
    ...models.filter(({ purpose }) => purpose === 'embedding').map(({ call }) => call),
    ...vectors.calls.filter(({ does }) => does === 'add').map(({ call }) => call),
  ];
  const starts = fed.flatMap((call) => given(call));
  return originsOf(program, starts, { most: 3000 }).flatMap(({ value, site }): EmbeddedFile[] => {
    if (value.kind !== 'call') return [];
    const call = program.callOf(site.file, value.call);
    const path = call.call.arguments[0]?.value;
    if (!path || !program.means(program.nameOf(call), 'file.path')) return [];
    const text = program.constant(path, siteOf(call));
    const suffix = typeof text === 'string' ? SUFFIX.exec(text.slice(-20))?.[0] : undefined;
    const row = suffix === undefined ? undefined : SUFFIXES.find(([, pattern]) => pattern.test(suffix));
    return row ? [{ kind: row[0], file: call.file, line: call.call.line }] : [];
  });
}

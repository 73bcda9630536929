/** Texts that are pasted or posted as they are, and kept to be found: no file is taken. */

import type { CodeFile } from '../../../program/file.ts';
import { anyFlowsFrom } from '../../../program/flow/flow.ts';
import { given } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { VectorStores } from '../../language-models/vector-stores/vector-stores.ts';
import { keptBy } from '../../language-models/vector-stores/words.ts';
import type { Route } from '../../web/routes/routes.ts';
import type { Upload } from './uploads.ts';

const WRITES: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** Routes without an upload, and fields of a page, whose text reaches a vector store, or what is searched by words. */
export function pastedTexts(
  program: Program,
  routes: readonly Route[],
  uploads: readonly Upload[],
  vectors: VectorStores,
): readonly { readonly file: CodeFile; readonly line: number }[] {
  const adds = new Set(vectors.calls.filter(({ does }) => does === 'add').map(({ call }) => call));
  const taking = new Set(uploads.map(({ route }) => route));
  const posted = routes.filter(
    (route) =>
      route.mounted &&
      route.handler !== null &&
      WRITES.has(route.method) &&
      !taking.has(route) &&
      (program.reach(route.handler, (call) => adds.has(call)) !== null || keptBy(program, route.handler)),
  );
  const isField = (call: CallRef): boolean => program.means(call, 'ui.text-field');
  const pasted = [...adds].filter((call) => {
    const starts = given(call);
    return anyFlowsFrom(program, starts, isField) !== null;
  });
  return [
    ...posted.map(({ file, line }) => ({ file, line })),
    ...pasted.map(({ file, call }) => ({ file, line: call.line })),
  ];
}

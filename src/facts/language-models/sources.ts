/** How a source is read off what was retrieved, and by what it can be told apart. */

import type { Value } from '../../program/file.ts';
import type { Origin } from '../../program/flow/flow.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';

/** What metadata are called. */
export const METADATA = /^(?:metadata|metadatas|meta|metadados|metadatos|cmetadata|metadata_|extra_info)$/;
/** Metadata that tell how near, not what. */
export const SCORES = /^(?:distance|score|certainty|similarity|relevance_score|rerank_score)$/;
/** Metadata that are the text itself. */
export const TEXTS =
  /^(?:text|content|page_?content|chunk_?text|body|snippet|passage|embedding|vector|values)$/i;
/** What a source is told by. */
export const IDENTITY =
  /^(?:source|file_?names?|file|files|file_?path|file_?id|path|pages?|page_?(?:number|label|num|no|start)|titles?|url|link|doc(?:ument)?_?(?:id|name|title)|document|section\w*|chunk_?(?:id|index)|citations?|nome_arquivo|pagina|seite|quelle|fuente|fonte|original_?name|asset_?id)$/i;
/** The attributes and keys that a value reads: `a.b`, `a["b"]`, `a.get("b")`, `getattr(a, "b")`. */
export function segments(program: Program, { value, site }: Origin): readonly string[] {
  if (value.kind === 'call') {
    const call = program.callOf(site.file, value.call);
    const name = program.nameOf(call);
    const key = call.call.arguments[name === 'getattr' ? 1 : 0]?.value;
    const reads =
      name === 'getattr' ||
      /(?:^|\.)(?:get|pop)$/.test(name) ||
      lastSegment(writtenOf(call.call.callee)) === 'get';
    return reads && key?.kind === 'literal' ? [String(key.value)] : [];
  }
  if (value.kind === 'name') return value.name.split('.').slice(1);
  if (value.kind === 'member') return [...segments(program, { value: value.of, site }), value.name];
  if (value.kind === 'index')
    return [
      ...segments(program, { value: value.of, site }),
      ...value.index.flatMap((key) => (key.kind === 'literal' ? [String(key.value)] : [])),
    ];
  return [];
}

function writtenOf(callee: Value): string {
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
}

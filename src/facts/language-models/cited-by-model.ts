/** Answers in which the model itself names its sources: it is told them with the passages, and asked to. */

import type { Value } from '../../program/file.ts';
import { type Origin, originsOf, returnedValues } from '../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../program/link/calls.ts';
import type { Program } from '../../program/program.ts';
import type { Answering } from './model-answers.ts';
import { IDENTITY, METADATA, segments, TEXTS } from './sources.ts';

const MOST = 6000;
const SHORTEST = 20;
const LONGEST = 20_000;
/** Words of a prompt that ask for citations by themselves. */
const CITE =
  /\bcit(?:e|es|ed|ing|ations?|ar|a las?)\b|\[source|\[doc|\[\d\]|reference the source|\[fonte|quelle|indique a fonte/gi;
/** "Include the page number", "repeat the mark of its passage": what is to be said, and what sources are told by. */
const SAY_WHICH =
  /\b(?:include|state|name|mention|give|quote|repeat|append|add|attach|list|provide|indicate|specify)s?\s+(?:(?:the|a|its|their|each|every|all|any|exact|relevant|original|corresponding|supporting|file|page|source|document)\s+){0,4}(?:sources?|pages?|page numbers?|files?|file ?names?|documents?|passages?|sections?|urls?|links?|marks?|references?)\b/gi;
/** "Do not mention the documents". */
const DENIED = /\b(?:not|never|without|avoid|don['’]t)\b[^.\n]{0,25}$/i;

/** Where the model is handed the name of a source beside its text; null where it is not, or is not asked to name it. */
export function citedByModel(
  program: Program,
  answers: readonly Answering[],
  chats: ReadonlySet<unknown>,
): Origin | null {
  for (const { models, region } of answers) {
    const starts: Origin[] = models.flatMap(({ call, inputs }) => {
      const site = siteOf(call);
      const receiver = calleeParts(call.call.callee)?.of;
      return [...(receiver ? [receiver] : []), ...inputs].map((value) => ({ value, site }));
    });
    for (const ref of region.definitions)
      if (ref.definition.decorators.length > 0) starts.push(...returnedValues(ref));
    const skip = ({ value, site }: Origin): boolean =>
      value.kind === 'call' && chats.has(program.callOf(site.file, value.call));
    const slice = originsOf(program, starts, { most: MOST, skip });
    const told = slice.find((origin) => namesSource(program, origin));
    if (told && slice.some(({ value }) => asksToCite(value))) return told;
  }
  return null;
}

/** `doc.metadata`, or a passage that is put down beside what tells it apart: `Page ${hit.page}: ${hit.text}`. */
function namesSource(program: Program, { value, site }: Origin): boolean {
  if (segments(program, { value, site }).some((part) => METADATA.test(part))) return true;
  const parts = value.kind === 'template' ? value.parts : value.kind === 'operation' ? value.operands : [];
  const read = parts.flatMap((part) =>
    typeof part === 'string' ? [] : [segments(program, { value: part, site })],
  );
  const has = (pattern: RegExp): boolean => read.some((path) => path.some((part) => pattern.test(part)));
  return has(IDENTITY) && has(TEXTS);
}

function asksToCite(value: Value): boolean {
  const text =
    value.kind === 'literal'
      ? String(value.value)
      : value.kind === 'template'
        ? value.parts.filter((part) => typeof part === 'string').join(' ')
        : '';
  if (text.length <= SHORTEST || text.length >= LONGEST) return false;
  return [CITE, SAY_WHICH].some((asked) =>
    [...text.matchAll(asked)].some(({ index }) => !DENIED.test(text.slice(Math.max(0, index - 60), index))),
  );
}

/** Whether answers carry what they rest on: sources that can be told apart, or only the text that was retrieved. */

import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, originsOf, returnedValues } from '../../program/flow/flow.ts';
import { calleeParts, siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import { type Answering, graphNodes } from './model-answers.ts';
import type { ModelCall } from './models/language-models.ts';
import type { VectorStores } from './vector-stores/vector-stores.ts';

export interface Citation {
  /** The source can be told: a file, a page, a title. False where only text of the context is shown. */
  readonly identified: boolean;
  readonly file: CodeFile;
  readonly line: number;
}

/** Sources looked at behind one answer. */
const MOST_CANDIDATES = 25;
/** What metadata are called. */
const METADATA = /^(?:metadata|metadatas|meta|metadados|metadatos|cmetadata|metadata_|extra_info)$/;
/** Metadata that tell how near, not what. */
const SCORES = /^(?:distance|score|certainty|similarity|relevance_score|rerank_score)$/;
/** Metadata that are the text itself. */
const TEXTS = /^(?:text|content|page_?content|chunk_?text|body|snippet|passage|embedding|vector|values)$/i;
/** What a source is told by. */
const IDENTITY =
  /^(?:source|file_?names?|file|files|file_?path|file_?id|path|pages?|page_?(?:number|label|num|no|start)|titles?|url|link|doc(?:ument)?_?(?:id|name|title)|document|section\w*|chunk_?(?:id|index)|citations?|nome_arquivo|pagina|seite|quelle|fuente|fonte|original_?name|asset_?id)$/i;
/** Parts of an answer that hold what was retrieved. */
const RETRIEVED =
  /^(?:source_documents|sourceDocuments|source_nodes|sourceNodes|retrieved\w*|context_?(?:docs|documents)|relevant_?(?:docs|documents|chunks)|sources?|citations?|references?)$/;
const CONTEXTS =
  /^(?:context|contexts|chunks|passages|documents|docs|matches|hits|results|retrieved\w*|source_documents|source_nodes)$/;
/** Functions that look something up; a class that is called makes an answer. */
const RETRIEVES = /^_*[a-z]*?(?:retriev|search|similar|relevant|rerank|lookup)|^_*(?:query|match)_/;
/** Searches in texts and on the web. */
const NO_STORE = /^(?:re|regex|str|list|dict|os|bs4|RegExp)\.|cosine|\bjaccard/i;
/** A prompt that asks for citations. */
const ASKS =
  /\bcit(?:e|es|ed|ing|ations?|ar|a las?)\b|\[source|\[doc|\[\d\]|reference the source|mention (?:the )?source|include (?:the )?(?:source|reference)|\[fonte|quelle|indique a fonte|\b(?:name|state|give|quote) the (?:source|passage|file|page|document)/i;

export function readCitations(
  program: Program,
  answers: readonly Answering[],
  models: readonly ModelCall[],
  vectors: VectorStores,
): readonly Citation[] {
  const chats = new Set(models.filter((one) => one.purpose === 'chat').map((one) => one.call));
  const queries = new Set(
    vectors.calls
      .filter(({ does, engine }) => does !== 'add' && engine !== 'similarity of arrays')
      .map((one) => one.call),
  );
  /** What a model writes is not what it was given. */
  const skip = ({ value, site }: Origin): boolean =>
    isNumber(program, { value, site }) ||
    (value.kind === 'call' && chats.has(program.callOf(site.file, value.call)));
  const end = ({ value, site }: Origin): boolean =>
    value.kind === 'call' && queries.has(program.callOf(site.file, value.call));
  const retrieves = (origin: Origin) => isRetrieval(program, origin, queries);
  const found: Citation[] = [];
  if (chats.size === 0) return found;
  for (const answer of answers) {
    if (
      answer.via === 'interface' &&
      answer.models.length === 0 &&
      answers.some((one) => one.models.length > 0)
    )
      continue;
    const slice = originsOf(program, answer.outputs, { skip, end, most: 6000, byKey: true });
    const retrieved = slice.find(retrieves);
    if (!retrieved) continue;
    const flowing = new Set(slice.map(({ value }) => value));
    const told = slice
      .filter((origin) => isIdentity(program, origin, flowing))
      .slice(0, MOST_CANDIDATES)
      .find((origin) => originsOf(program, [origin], { skip, end, most: 1500, byKey: true }).some(retrieves));
    found.push(told ? placed(true, told) : placed(false, retrieved));
    if (!told) found.push(...inGraph(program, skip));
  }
  const written = citedByModel(program, answers, chats);
  if (written) found.push(written);
  return found.sort((a, b) => Number(b.identified) - Number(a.identified));
}

const COUNTS = /^(?:len|count|length)$/;
const ARITHMETIC = /^(?:[-*/%<>]|\/\/|\*\*|[<>=!]=|in|not in|is|is not|not)$/;

/** How much was found, or whether anything was: that names no source. */
function isNumber(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'operation') return ARITHMETIC.test(value.operator);
  return (
    value.kind === 'call' && COUNTS.test(lastSegment(program.nameOf(program.callOf(site.file, value.call))))
  );
}

function placed(identified: boolean, { value, site }: Origin): Citation {
  return { identified, file: site.file, line: value.line };
}

/** The attributes and keys that a value reads: `a.b`, `a["b"]`, `a.get("b")`, `getattr(a, "b")`. */
function segments(program: Program, { value, site }: Origin): readonly string[] {
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

/** `doc.metadata`, `hit.payload["source"]`, `chunk.file_name`. */
function isIdentity(program: Program, origin: Origin, flowing?: ReadonlySet<Value>): boolean {
  if (isWholeNode(program, origin)) return true;
  if (namesSource(program, origin, flowing)) return true;
  const read = [...segments(program, origin), ...(origin.keys ?? [])];
  if (read.some((part) => SCORES.test(part) || TEXTS.test(part))) return false;
  return read.some((part) => METADATA.test(part) || IDENTITY.test(part));
}

/** LlamaIndex's `node.toMutableJSON()`: the node with its metadata. */
function isWholeNode(program: Program, { value, site }: Origin): boolean {
  return (
    value.kind === 'call' &&
    lastSegment(program.nameOf(program.callOf(site.file, value.call))) === 'toMutableJSON'
  );
}

/** `{"page": …}`, `Source(document=…, page=…)`: what is told is named so; of values that flow on, where they are known. */
function namesSource(
  program: Program,
  { value, site }: Origin,
  flowing: ReadonlySet<Value> | undefined,
): boolean {
  const given =
    value.kind === 'dict'
      ? value.entries.map(({ key, value: entry }) => ({
          name: key?.kind === 'literal' ? String(key.value) : '',
          entry,
        }))
      : value.kind === 'call' && program.callee(program.callOf(site.file, value.call)).kind === 'definition'
        ? program
            .callOf(site.file, value.call)
            .call.arguments.map((item) => ({ name: item.name ?? '', entry: item.value }))
        : [];
  return given.some(
    ({ name, entry }) =>
      IDENTITY.test(name) && entry.kind !== 'literal' && (flowing === undefined || flowing.has(entry)),
  );
}

function isRetrieval(program: Program, origin: Origin, queries: ReadonlySet<unknown>): boolean {
  const { value, site } = origin;
  if (segments(program, origin).some((part) => RETRIEVED.test(part) || CONTEXTS.test(part))) return true;
  if (value.kind !== 'call') return false;
  const call = program.callOf(site.file, value.call);
  if (queries.has(call)) return true;
  const name = program.nameOf(call);
  if (/retriever/i.test(name)) return true;
  return RETRIEVES.test(lastSegment(name)) && !NO_STORE.test(name);
}

/** What the nodes of a graph leave in its state: the answer is read from there. */
function inGraph(program: Program, skip: (origin: Origin) => boolean): readonly Citation[] {
  const starts = graphNodes(program).flatMap((ref) => returnedValues(ref));
  const told = originsOf(program, starts, { skip, most: 4000 }).find(
    ({ value, site }) =>
      value.kind === 'dict' &&
      value.entries.some(
        ({ key, value: entry }) =>
          key?.kind === 'literal' &&
          RETRIEVED.test(String(key.value)) &&
          originsOf(program, [{ value: entry, site }], { skip, most: 600 }).some((origin) =>
            isIdentity(program, origin),
          ),
      ),
  );
  return told ? [placed(true, told)] : [];
}

/** The model is given the sources' names and told to cite them. */
function citedByModel(
  program: Program,
  answers: readonly Answering[],
  chats: ReadonlySet<unknown>,
): Citation | null {
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
    const slice = originsOf(program, starts, { skip, most: 6000 });
    const told = slice.find((origin) => segments(program, origin).some((part) => METADATA.test(part)));
    if (!told) continue;
    const asked = slice.find(({ value }) => asksToCite(value));
    if (asked) return placed(true, told);
  }
  return null;
}

function writtenOf(callee: Value): string {
  return callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
}

function asksToCite(value: Value): boolean {
  const text =
    value.kind === 'literal'
      ? String(value.value)
      : value.kind === 'template'
        ? value.parts.filter((part) => typeof part === 'string').join(' ')
        : '';
  return text.length > 20 && text.length < 20_000 && ASKS.test(text);
}

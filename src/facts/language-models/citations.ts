/** Whether answers carry what they rest on: sources that can be told apart, or only the text that was retrieved. */

import type { CodeFile, Value } from '../../program/file.ts';
import { type Origin, originsOf, returnedValues } from '../../program/flow/flow.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { Program } from '../../program/program.ts';
import { citedByModel } from './cited-by-model.ts';
import { handedRows } from './handed-rows.ts';
import { type Answering, graphNodes } from './model-answers.ts';
import type { ModelCall } from './models/language-models.ts';
import { IDENTITY, METADATA, SCORES, segments, TEXTS } from './sources.ts';
import type { VectorStores } from './vector-stores/vector-stores.ts';

export interface Citation {
  /** The source can be told: a file, a page, a title. False where only text of the context is shown. */
  readonly identified: boolean;
  readonly file: CodeFile;
  readonly line: number;
}

/** Sources looked at behind one answer. */
const MOST_CANDIDATES = 25;
/** Parts of an answer that hold what was retrieved. */
const RETRIEVED =
  /^(?:source_documents|sourceDocuments|source_nodes|sourceNodes|retrieved\w*|context_?(?:docs|documents)|relevant_?(?:docs|documents|chunks)|sources?|citations?|references?)$/;
const CONTEXTS =
  /^(?:context|contexts|chunks|passages|documents|docs|matches|hits|results|retrieved\w*|source_documents|source_nodes)$/;
/** Functions that look something up; a class that is called makes an answer. */
const RETRIEVES = /^_*[a-z]*?(?:retriev|search|similar|relevant|rerank|lookup)|^_*(?:query|match)_/;
/** Searches in texts and on the web. */
const NO_STORE = /^(?:re|regex|str|list|dict|os|bs4|RegExp)\.|cosine|\bjaccard/i;
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
  for (const answer of answers) {
    if (
      answer.via === 'interface' &&
      answer.models.length === 0 &&
      answers.some((one) => one.models.length > 0)
    )
      continue;
    const slice = originsOf(program, answer.outputs, { skip, end, most: 6000, byKey: true });
    const retrieved = slice.find(retrieves);
    const rows = answer.via === 'terminal' ? new Set() : handedRows(program, answer.models);
    const isHanded = ({ value }: Origin): boolean => rows.has(value);
    if (!retrieved && !slice.some(isHanded)) continue;
    const flowing = new Set(slice.map(({ value }) => value));
    const told = slice
      .filter((origin) => isIdentity(program, origin, flowing))
      .slice(0, MOST_CANDIDATES)
      .find((origin) =>
        originsOf(program, [origin], { skip, end, most: 1500, byKey: true }).some(
          (one) => retrieves(one) || isHanded(one),
        ),
      );
    if (told) found.push(placed(true, told));
    else if (retrieved) found.push(placed(false, retrieved), ...inGraph(program, skip));
  }
  const written = citedByModel(program, answers, chats);
  if (written) found.push(placed(true, written));
  return found.sort((a, b) => Number(b.identified) - Number(a.identified));
}

const COUNTS = /^(?:len|count|length)$/;
const ARITHMETIC = /^(?:[-*/%<>]|\/\/|\*\*|[<>=!]=|in|not in|is|is not|not)$/;

/** How much was found, or whether anything was: that names no source. */
function isNumber(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'operation') return ARITHMETIC.test(value.operator);
  if (value.kind === 'name' || value.kind === 'member') return lastSegment(value.name) === 'length';
  return (
    value.kind === 'call' && COUNTS.test(lastSegment(program.nameOf(program.callOf(site.file, value.call))))
  );
}

function placed(identified: boolean, { value, site }: Origin): Citation {
  return { identified, file: site.file, line: value.line };
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
  const spread = flowing === undefined ? [] : spreadFields(program, { value, site });
  return [...given, ...spread.map((name) => ({ name, entry: value }))].some(
    ({ name, entry }) =>
      IDENTITY.test(name) && entry.kind !== 'literal' && (flowing === undefined || flowing.has(entry)),
  );
}

/** `Source(**hit)`: what the class declares is what is told of it. */
function spreadFields(program: Program, { value, site }: Origin): readonly string[] {
  if (value.kind !== 'call') return [];
  const call = program.callOf(site.file, value.call);
  const [only, more] = call.call.arguments;
  if (only?.value.kind !== 'operation' || only.value.operator !== '...' || more) return [];
  const target = program.callee(call);
  return target.kind === 'definition' ? target.ref.definition.fields.map(({ name }) => name) : [];
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

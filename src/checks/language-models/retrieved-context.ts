import type { Facts } from '../../facts/facts.ts';
import type { Answering } from '../../facts/language-models/model-answers.ts';
import type { ModelCall } from '../../facts/language-models/models/language-models.ts';
import type { Evidence } from '../../model.ts';
import { originsOf } from '../../program/flow/flow.ts';
import { argument, calleeParts, siteOf } from '../../program/link/calls.ts';
import type { CallRef } from '../../program/program.ts';
import { defineCheck, found } from '../define.ts';

function searches(facts: Facts): ReadonlySet<CallRef> {
  return new Set(
    facts.vectors.calls.filter(({ does }) => does === 'query' || does === 'retriever').map((one) => one.call),
  );
}

/** What is asked of the vector store on the way to an answer, or flows into its model. */
function retrieval(facts: Facts, { models, region }: Answering): readonly Evidence[] {
  const asked = searches(facts);
  const near = models.every(isPlain) ? undefined : region.calls.find((call) => asked.has(call));
  if (near) return [facts.evidence(near.file.path, near.call.line)];
  // What is found by vectors of one's own is chosen by what an embedding gave.
  const embedded = new Set(
    facts.models.filter(({ purpose }) => purpose === 'embedding').map(({ call }) => call),
  );
  const call = readBy(facts, models).find((one) => asked.has(one) || embedded.has(one));
  return call ? [facts.evidence(call.file.path, call.call.line)] : [];
}

/** All that it is told is handed to it: no tools, no chain, no agent that would look something up by itself. */
function isPlain({ call }: ModelCall): boolean {
  return (
    ['messages', 'model'].every((name) => argument(call, name) !== null) && argument(call, 'tools') === null
  );
}

/** Calls of which something reaches a model. */
function readBy({ program }: Facts, models: Answering['models']): readonly CallRef[] {
  const starts = models.flatMap(({ call, inputs }) => {
    const receiver = calleeParts(call.call.callee)?.of;
    return [...(receiver ? [receiver] : []), ...inputs].map((value) => ({ value, site: siteOf(call) }));
  });
  return originsOf(program, starts, { most: 6000 }).flatMap(({ value, site }) =>
    value.kind === 'call' ? [program.callOf(site.file, value.call)] : [],
  );
}

/** A document's text that goes into the prompt as it is. */
function pasted(facts: Facts, { region, models }: Answering): readonly Evidence[] {
  const upload = facts.uploads.find(
    (one) => one.read.length + one.readsAny.length + one.readsText.length > 0,
  );
  const reads = region.calls.find((call) =>
    /(?:PdfReader|pdfplumber\.open|fitz\.open|pymupdf\.open|\.read_text|pdf-parse\w*|PyPDFLoader|TextLoader)$/.test(
      facts.program.nameOf(call),
    ),
  );
  const file = reads ?? readBy(facts, models).find((call) => isDocument(facts, call));
  // What is looked up and then left out of the prompt is there, and not applied.
  const found = file ?? region.calls.find((call) => searches(facts).has(call));
  if (found) return [facts.evidence(found.file.path, found.call.line)];
  return upload ? [facts.evidence(upload.file.path, upload.line)] : [];
}

/** A file that is read as a text, and is no prompt. */
function isDocument({ program }: Facts, call: CallRef): boolean {
  if (!program.means(call, 'file.read')) return false;
  const receiver = calleeParts(call.call.callee)?.of;
  const named = [...(receiver ? [receiver] : []), ...call.call.arguments.map(({ value }) => value)];
  const words = named.flatMap((value) =>
    originsOf(program, [{ value, site: siteOf(call) }], { most: 40 }).map((one) =>
      one.value.kind === 'literal' ? String(one.value.value) : '',
    ),
  );
  return !words.some((text) => NO_DOCUMENT.test(text));
}

/** Prompts, settings and tables of users. */
const NO_DOCUMENT = /prompt|system|instruct|\.(?:json|ya?ml|toml|env|ini|db)$/i;

export const retrievedContext = defineCheck({
  name: 'retrieved-context',
  summary:
    'What the program knows reaches the model: retrieved by embeddings (`retrieval`), or also as whole documents (`any`).',
  reads: ['code'],
  parameters: (z) => z.strictObject({ by: z.enum(['retrieval', 'any']) }),
  ask: (facts, { by }) => {
    const retrieved = facts.answering.answers.flatMap((answer) => retrieval(facts, answer)).slice(0, 2);
    const rest =
      by === 'any' && retrieved.length === 0
        ? facts.answering.answers.flatMap((answer) => pasted(facts, answer))
        : [];
    return found(
      [...retrieved, ...rest].slice(0, 2),
      by === 'retrieval'
        ? 'a query of a vector store whose result goes to the model'
        : 'documents whose text goes to the model',
    );
  },
});
